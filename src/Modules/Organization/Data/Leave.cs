using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>Why somebody may be away: 年假, 事假, 病假. The list is the house's.</summary>
internal sealed class LeaveKind : IVersioned
{
    public required LeaveKindId Id { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>For whoever works out pay.</summary>
    public required bool IsPaid { get; set; }

    /// <summary>No longer chosen; what was entered keeps it.</summary>
    public bool IsClosed { get; set; }

    public required int Order { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Somebody is away, from day to day; the first may begin and the last end at noon.</summary>
internal sealed class LeaveEntry : IVersioned, IOwned<LeaveEntry>
{
    public required LeaveEntryId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required LeaveKindId KindId { get; set; }

    public required DateOnly First { get; set; }

    public bool StartsAtNoon { get; set; }

    public required DateOnly Last { get; set; }

    public bool EndsAtNoon { get; set; }

    public string? Note { get; set; }

    /// <summary>What was agreed to; null for one that was entered for him.</summary>
    public LeaveApplicationId? ApplicationId { get; init; }

    public int Version { get; set; } = 1;

    static Expression<Func<LeaveEntry, PersonId?>> IOwned<LeaveEntry>.Owner { get; } = entry => entry.PersonId;

    public DayPart PartOf(DateOnly day) => Judging.PartOf(day, First, StartsAtNoon, Last, EndsAtNoon);
}

/// <summary>Hours of the house or a unit, from a day on. Never changed once they hold.</summary>
[HouseData]
internal sealed class WorkHours : IHoldsFromDay
{
    public required WorkHoursId Id { get; init; }

    /// <summary>Null is of the whole house.</summary>
    public UnitId? UnitId { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>The unit works as the house does again; the times say nothing.</summary>
    public bool FollowsHouse { get; init; }

    public required TimeOnly Start { get; init; }

    public required TimeOnly NoonFrom { get; init; }

    public required TimeOnly NoonTo { get; init; }

    public required TimeOnly End { get; init; }

    public required int GraceMinutes { get; init; }

    /// <summary>Null counts none.</summary>
    public int? OvertimeAfter { get; init; }

    public HoursFrom From => new(UnitId, First, FollowsHouse ? null : new Hours(Start, NoonFrom, NoonTo, End, GraceMinutes, OvertimeAfter));
}

internal sealed class LeaveKindTable : IEntityTypeConfiguration<LeaveKind>
{
    public void Configure(EntityTypeBuilder<LeaveKind> table)
    {
        table.ToTable("organization_leave_kind");
        table.Property(kind => kind.Name).HasMaxLength(40);
        table.Property(kind => kind.NameEn).HasMaxLength(40);
        table.Property(kind => kind.Version).IsConcurrencyToken();
        table.HasIndex(kind => kind.Name).IsUnique();
    }
}

internal sealed class LeaveEntryTable : IEntityTypeConfiguration<LeaveEntry>
{
    public void Configure(EntityTypeBuilder<LeaveEntry> table)
    {
        table.ToTable("organization_leave_entry");
        table.Property(entry => entry.Note).HasMaxLength(200);
        table.Property(entry => entry.Version).IsConcurrencyToken();
        table.HasIndex(entry => new { entry.PersonId, entry.First });
        table.HasIndex(entry => entry.First);
        table.RefersToPerson(entry => entry.PersonId);
        table.HasOne<LeaveApplication>().WithMany().HasForeignKey(entry => entry.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<LeaveKind>().WithMany().HasForeignKey(entry => entry.KindId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkHoursTable : IEntityTypeConfiguration<WorkHours>
{
    public void Configure(EntityTypeBuilder<WorkHours> table)
    {
        table.ToTable("organization_work_hours");
        table.Ignore(hours => hours.From);
        table.HasIndex(hours => new { hours.UnitId, hours.First }).IsUnique();
        table.RefersToUnit(hours => hours.UnitId);
    }
}
