using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

internal enum CalendarEntryKind
{
    /// <summary>法定节假日</summary>
    PublicHoliday,

    /// <summary>调休上班: a Saturday or Sunday that is worked for a holiday.</summary>
    MakeUpDay,

    OwnDayOff,

    OwnWorkingDay,
}

/// <summary>Days of the work calendar that are not what their weekday says; all within one year.</summary>
[HouseData]
internal sealed class CalendarEntry : IVersioned
{
    public required CalendarEntryId Id { get; init; }

    public required CalendarEntryKind Kind { get; set; }

    public required DateOnly First { get; set; }

    /// <summary>Included.</summary>
    public required DateOnly Last { get; set; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    /// <summary>Only this unit and those below it; null is the whole house. Public days are everybody's.</summary>
    public UnitId? UnitId { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public bool IsWorking => Kind is CalendarEntryKind.MakeUpDay or CalendarEntryKind.OwnWorkingDay;

    public bool IsPublic => Kind is CalendarEntryKind.PublicHoliday or CalendarEntryKind.MakeUpDay;
}

internal sealed class CalendarEntryTable : IEntityTypeConfiguration<CalendarEntry>
{
    public void Configure(EntityTypeBuilder<CalendarEntry> table)
    {
        table.ToTable("organization_calendar_entry");
        table.Property(entry => entry.Name).HasMaxLength(60);
        table.Property(entry => entry.NameEn).HasMaxLength(60);
        table.Property(entry => entry.Version).IsConcurrencyToken();
        table.HasIndex(entry => entry.First);
        table.HasOne<Unit>().WithMany().HasForeignKey(entry => entry.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
