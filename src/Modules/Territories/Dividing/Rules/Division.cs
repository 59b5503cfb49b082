using System.Text.Json.Serialization;
using Yingpan.Kernel;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing.Rules;

/// <summary>One rule: what of a customer it asks for, all of it, and where he then belongs. What is empty is not asked.</summary>
public sealed record DivisionRule
{
    public required string Name { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    /// <summary>1 goes before 2.</summary>
    public required int Priority { get; init; }

    /// <summary>Codes of administrative divisions; what lies in one is in it.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Cities as they were entered, where the register knows none: abroad.</summary>
    public IReadOnlyList<string> Cities { get; init; } = [];

    /// <summary>Codes of the standard, or words that occur in what was entered.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Named accounts.</summary>
    public IReadOnlyList<Guid> Customers { get; init; } = [];

    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Channel: units whose people look after him, with those below.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    /// <summary>Size: what he bought in twelve months, at least.</summary>
    public Money? From { get; init; }

    /// <summary>Not included.</summary>
    public Money? Below { get; init; }

    [JsonIgnore]
    public bool AsksForSomething => Regions.Count + Cities.Count + Industries.Count + Customers.Count + States.Count + Units.Count > 0 || From is not null || Below is not null;
}

/// <summary>The rules, and where those belong whom none of them takes.</summary>
public sealed record Division
{
    public required IReadOnlyList<DivisionRule> Rules { get; init; }

    public required TerritoryId DefaultId { get; init; }
}

/// <summary>A customer as rules see him.</summary>
/// <param name="Region">Code, as exact as it is known; null is unknown.</param>
/// <param name="Units">The unit of his owner and all above it.</param>
/// <param name="Sales">Of twelve months.</param>
public sealed record Placeable(Guid Id, string State, string? Region, string? Industry, IReadOnlyList<UnitId> Units, Money Sales, TerritoryId? TerritoryId)
{
    /// <summary>As it was entered.</summary>
    public string? City { get; init; }
}

/// <param name="Rule">Index of the rule that took him; null is the default.</param>
/// <param name="Rivals">Rules of the same priority that would take him elsewhere.</param>
public sealed record Placed(TerritoryId TerritoryId, int? Rule, IReadOnlyList<int> Rivals);
