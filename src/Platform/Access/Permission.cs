using Yingpan.Kernel;

namespace Yingpan.Platform.Access;

/// <summary>
/// What one may do, by module and action: <c>customers.read</c>. A scoped permission is granted over a set of records
/// (<see cref="Scope"/>); one that is not scoped is granted whole.
/// </summary>
/// <param name="InTerritories">Its records lie in territories: granted over those, it reaches them whoever owns them.</param>
public sealed record Permission(string Code, bool Scoped = true, bool InTerritories = false)
{
    /// <summary>Open to everyone who is signed in: one's own profile, notifications, saved views.</summary>
    public static readonly Permission SignedIn = new("signed-in", Scoped: false);

    /// <summary>Open before sign-in.</summary>
    public static readonly Permission Anyone = new("anyone", Scoped: false);

    /// <summary>What who lacks it is told: 403, naming the permission.</summary>
    public Refusal Missing() => Refusal.Forbidden("permission.missing", ("permission", $"permission.{Code}"));
}

/// <summary>Whose records a granted permission reaches. The order is the order of reach, but that a territory stands beside units.</summary>
public enum Scope
{
    /// <summary>Records I own.</summary>
    Own,

    /// <summary>Those, and records that lie in a territory I hold today or below it. Where records lie in no territory, my own.</summary>
    Territory,

    /// <summary>Records of the people in my own unit.</summary>
    Team,

    /// <summary>Records of the people in my unit and every unit below it.</summary>
    Subtree,

    /// <summary>Every record of the company.</summary>
    All,
}
