namespace Yingpan.Kernel;

/// <summary>An id that knows its own type: lets one piece of code store, read and write all of them.</summary>
public interface IId<TSelf> : IId
    where TSelf : struct, IId<TSelf>
{
    static abstract TSelf From(Guid value);
}
