using Yingpan.Kernel;

namespace Yingpan.Platform.Identity;

/// <summary>What people are called, for lists of the platform that name them. Platform asks; Organization answers.</summary>
public interface IPeopleNames
{
    Task<IReadOnlyDictionary<PersonId, string>> Of(IReadOnlyCollection<PersonId> people, CancellationToken cancel);
}
