using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

/// <summary>What the design of territories is measured by, from a day until the next one's day. Never changed once it holds.</summary>
[HouseData]
internal sealed class TerritoryStandard : IHoldsFromDay
{
    public required TerritoryStandardId Id { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>A manager with so many people or fewer has too few.</summary>
    public required int SpanFew { get; init; }

    /// <summary>One with more than so many has too many.</summary>
    public required int SpanMany { get; init; }

    /// <summary>Days within which a customer counts as looked after.</summary>
    public required int TouchedDays { get; init; }

    /// <summary>A territory that changed hands more often in twelve months changes too often.</summary>
    public required int ChangesMost { get; init; }

    /// <summary>One that has not changed for so many months never changes.</summary>
    public required int NeverMonths { get; init; }

    /// <summary>Bought in twelve months from this on: class A.</summary>
    public required Money ClassA { get; init; }

    /// <summary>From this on class B; all others are C.</summary>
    public required Money ClassB { get; init; }

    public required int VisitsA { get; init; }

    public required int VisitsB { get; init; }

    public required int VisitsC { get; init; }

    /// <summary>Of one visit, with the way there.</summary>
    public required int MinutesA { get; init; }

    public required int MinutesB { get; init; }

    public required int MinutesC { get; init; }

    /// <summary>What holds where a house has said nothing.</summary>
    public static TerritoryStandard Usual { get; } = new()
    {
        Id = default,
        First = new DateOnly(1900, 1, 1),
        SpanFew = 5,
        SpanMany = 12,
        TouchedDays = 90,
        ChangesMost = 2,
        NeverMonths = 36,
        ClassA = new Money(20_000_000),
        ClassB = new Money(5_000_000),
        VisitsA = 36,
        VisitsB = 12,
        VisitsC = 4,
        MinutesA = 150,
        MinutesB = 120,
        MinutesC = 90,
    };
}

internal sealed class TerritoryStandardTable : IEntityTypeConfiguration<TerritoryStandard>
{
    public void Configure(EntityTypeBuilder<TerritoryStandard> table)
    {
        table.ToTable("territories_standard");
        table.HasIndex(standard => standard.First).IsUnique();
    }
}
