using Yingpan.Kernel;

namespace Yingpan.Platform.Access;

/// <summary>
/// Who is asking, and what he may: one for each request. Everything that decides visibility reads this and nothing else,
/// so a new route cannot invent a second rule.
/// </summary>
public sealed record Caller
{
    public required AccountId Account { get; init; }

    /// <summary>Null for the operator of the command line and for accounts that belong to no employee.</summary>
    public PersonId? Person { get; init; }

    public required string Login { get; init; }

    /// <summary>The unit of today, and those below it. Empty without a person.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>His last day has passed: he comes in no more.</summary>
    public bool HasLeft { get; init; }

    public IReadOnlyList<UnitId> SubtreeUnits { get; init; } = [];

    /// <summary>By people; what is granted over territories reaches oneself here, and the territories besides.</summary>
    public IReadOnlyDictionary<string, Scope> Grants { get; init; } = new Dictionary<string, Scope>();

    /// <summary>The permissions that are granted over <see cref="Territories"/>.</summary>
    public IReadOnlySet<string> TerritoryGrants { get; init; } = new HashSet<string>();

    /// <summary>Held today, and those below them. Empty where no permission asks.</summary>
    public IReadOnlyList<TerritoryId> Territories { get; init; } = [];

    /// <summary>The operator at the command line, jobs, and the demo: may everything, and the audit trail names it so.</summary>
    public bool IsSystem { get; init; }

    public bool May(Permission permission) =>
        IsSystem || permission == Permission.SignedIn || Grants.ContainsKey(permission.Code);

    /// <summary>Null when the permission is not granted at all.</summary>
    public Scope? ScopeOf(Permission permission) =>
        IsSystem ? Scope.All : Grants.TryGetValue(permission.Code, out var scope) ? scope : null;

    /// <summary>The territories whose records the permission reaches, whoever owns them.</summary>
    public IReadOnlyList<TerritoryId> TerritoriesOf(Permission permission) => TerritoryGrants.Contains(permission.Code) ? Territories : [];

    public static Caller System(string name) =>
        new() { Account = new AccountId(Guid.Empty), Login = name, IsSystem = true };
}
