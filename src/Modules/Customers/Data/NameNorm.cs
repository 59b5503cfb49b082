using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Norms.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>How many names, customer records and follow-ups a working day and a week ask for, from a day on: in the house or a unit, of all or of one position. Never changed once it holds.</summary>
internal sealed class NameNorm : IHoldsFromDay
{
    public required NameNormId Id { get; init; }

    /// <summary>That unit and all below it; null is the whole house.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Null is every position.</summary>
    public PositionId? PositionId { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Asks for nothing; the figures say nothing.</summary>
    public bool IsOff { get; init; }

    public required int NamesFrom { get; init; }

    public required int NamesTo { get; init; }

    public required int RecordsFrom { get; init; }

    public required int RecordsTo { get; init; }

    /// <summary>Follow-ups a day asks for at least; 0 for nothing, as with all below.</summary>
    public int FollowsFrom { get; init; }

    public int WeekNamesFrom { get; init; }

    public int WeekRecordsFrom { get; init; }

    public int WeekFollowsFrom { get; init; }

    /// <summary>Only names count of which nothing is missing.</summary>
    public required bool WholeOnly { get; init; }

    public NormFrom From => new(UnitId, PositionId, First, IsOff ? null : new Norm(NamesFrom, NamesTo, RecordsFrom, RecordsTo, WholeOnly)
    {
        FollowsFrom = FollowsFrom, WeekNamesFrom = WeekNamesFrom, WeekRecordsFrom = WeekRecordsFrom, WeekFollowsFrom = WeekFollowsFrom,
    });
}

internal sealed class NameNormTable : IEntityTypeConfiguration<NameNorm>
{
    public void Configure(EntityTypeBuilder<NameNorm> table)
    {
        table.ToTable("customers_name_norm");
        table.HasIndex(norm => new { norm.UnitId, norm.PositionId, norm.First }).IsUnique();
        table.Ignore(norm => norm.From);
        table.RefersToUnit(norm => norm.UnitId);
        table.RefersToPosition(norm => norm.PositionId);
    }
}
