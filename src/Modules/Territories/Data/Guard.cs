using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Territories.Data;

/// <summary>What holds outside of one's territory, from a day until the next such row of the same act, unit and position.</summary>
[HouseData]
internal sealed class GuardPolicy : IHoldsFromDay
{
    public required GuardPolicyId Id { get; init; }

    public required TerritoryAct Act { get; init; }

    public required DateOnly First { get; init; }

    public UnitId? UnitId { get; init; }

    public PositionId? PositionId { get; init; }

    public required OutsideRule Rule { get; init; }
}

internal sealed class GuardPolicyTable : IEntityTypeConfiguration<GuardPolicy>
{
    public void Configure(EntityTypeBuilder<GuardPolicy> table)
    {
        table.ToTable("territories_guard_policy");
        table.HasIndex(policy => policy.First);
        table.RefersToUnit(policy => policy.UnitId);
        table.RefersToPosition(policy => policy.PositionId);
    }
}

internal enum ReleaseState
{
    Asked,
    Granted,
    Refused,
}

/// <summary>Leave to do something outside of one's territory, asked of the superior; once granted it ends with a day.</summary>
[HouseData]
internal sealed class Release : IVersioned, IOwned<Release>
{
    public required ReleaseId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public required TerritoryAct Act { get; init; }

    /// <summary>Whom it is about, in words.</summary>
    public string? Subject { get; init; }

    public required string Reason { get; init; }

    public required ReleaseState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public PersonId? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Comment { get; set; }

    public DateOnly? First { get; set; }

    /// <summary>Included; moved forward when it is taken back.</summary>
    public DateOnly? Last { get; set; }

    public int Version { get; set; } = 1;

    static Expression<Func<Release, PersonId?>> IOwned<Release>.Owner { get; } = release => release.PersonId;
}

internal sealed class ReleaseTable : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> table)
    {
        table.ToTable("territories_release");
        table.Property(release => release.Subject).HasMaxLength(120);
        table.Property(release => release.Reason).HasMaxLength(200);
        table.Property(release => release.Comment).HasMaxLength(200);
        table.Property(release => release.Version).IsConcurrencyToken();
        table.HasIndex(release => new { release.PersonId, release.State });
        table.HasIndex(release => new { release.State, release.AskedAt });
        table.RefersToPerson(release => release.PersonId);
        table.RefersToPerson(release => release.DecidedById);
        table.RefersToTerritory(release => release.TerritoryId);
    }
}

/// <summary>Something done outside of one's territory where the house lets it be done and wants to know.</summary>
internal sealed class OutsideWork : IOwned<OutsideWork>
{
    public required OutsideWorkId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public required TerritoryAct Act { get; init; }

    /// <summary>The customer, the order…; its module lies above.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>What it is called, so that the list can be read.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }

    public PersonId? SeenById { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    static Expression<Func<OutsideWork, PersonId?>> IOwned<OutsideWork>.Owner { get; } = work => work.PersonId;
}

internal sealed class OutsideWorkTable : IEntityTypeConfiguration<OutsideWork>
{
    public void Configure(EntityTypeBuilder<OutsideWork> table)
    {
        table.ToTable("territories_outside_work");
        table.Property(work => work.Title).HasMaxLength(120);
        table.HasIndex(work => new { work.PersonId, work.At });
        table.HasIndex(work => work.At);
        table.RefersToPerson(work => work.PersonId);
        table.RefersToPerson(work => work.SeenById);
        table.RefersToTerritory(work => work.TerritoryId);
    }
}
