namespace Yingpan.Kernel;

/// <summary>What every typed id is made of.</summary>
public interface IId
{
    /// <summary>Version 7 when made here, so that rows sort by when they were made; any version when it came from outside.</summary>
    Guid Value { get; }
}
