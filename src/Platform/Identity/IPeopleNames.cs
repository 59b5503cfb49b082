using Yingpan.Kernel;
using Yingpan.Platform.Access;

namespace Yingpan.Platform.Identity;

/// <summary>What people are called, for lists of the platform that name them. Platform asks; Organization answers.</summary>
public interface IPeopleNames
{
    Task<IReadOnlyDictionary<PersonId, string>> Of(IReadOnlyCollection<PersonId> people, CancellationToken cancel);
}

public static class PeopleNaming
{
    /// <summary>As he is called, or how his account signs in where it belongs to nobody.</summary>
    public static async Task<string> NameOf(this IPeopleNames people, Caller caller, CancellationToken cancel) =>
        caller.Person is { } me ? (await people.Of([me], cancel)).GetValueOrDefault(me, caller.Login) : caller.Login;
}
