using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

internal enum PunchSource
{
    /// <summary>Pressed by himself; the server says when.</summary>
    Phone,

    /// <summary>From a file of the machine at the door.</summary>
    Machine,
}

/// <summary>Somebody was there at that time. Never changed: what is wrong is put right beside it.</summary>
internal sealed class AttendancePunch : IOwned<AttendancePunch>
{
    public required AttendancePunchId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>By the clock on the wall of the house.</summary>
    public required TimeOnly At { get; init; }

    public required PunchSource Source { get; init; }

    /// <summary>Where he says he is.</summary>
    public string? Place { get; init; }

    public Guid? ImportId { get; init; }

    static Expression<Func<AttendancePunch, PersonId?>> IOwned<AttendancePunch>.Owner { get; } = punch => punch.PersonId;
}

internal enum CorrectionState
{
    Open,
    Granted,
    Refused,
    Withdrawn,
}

/// <summary>Somebody says when he really came or went; his superior says whether it counts.</summary>
internal sealed class AttendanceCorrection : IVersioned, IOwned<AttendanceCorrection>
{
    public required AttendanceCorrectionId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Null leaves it as it is.</summary>
    public TimeOnly? CameAt { get; init; }

    public TimeOnly? WentAt { get; init; }

    public required string Reason { get; init; }

    public required CorrectionState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public PersonId? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Comment { get; set; }

    public int Version { get; set; } = 1;

    static Expression<Func<AttendanceCorrection, PersonId?>> IOwned<AttendanceCorrection>.Owner { get; } = correction => correction.PersonId;
}

/// <summary>A month whose attendance is settled: nothing of it changes until somebody opens it again, with a reason.</summary>
internal sealed class AttendanceMonth
{
    public required Month Month { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public PersonId? ClosedById { get; init; }
}

/// <summary>What a day of a closed month came to. Other hours or another calendar do not change it any more.</summary>
[NotAudited]
internal sealed class AttendanceResult
{
    public required PersonId PersonId { get; init; }

    public required DateOnly Day { get; init; }

    public required DayState State { get; init; }

    public required bool IsDue { get; init; }

    public required int LateMinutes { get; init; }

    public required int EarlyMinutes { get; init; }

    public required int OvertimeMinutes { get; init; }

    public required int LeaveHalves { get; init; }

    public LeaveKindId? LeaveKindId { get; init; }

    public required int AbsentHalves { get; init; }
}

internal sealed class AttendancePunchTable : IEntityTypeConfiguration<AttendancePunch>
{
    public void Configure(EntityTypeBuilder<AttendancePunch> table)
    {
        table.ToTable("organization_attendance_punch");
        table.Property(punch => punch.Place).HasMaxLength(120);
        table.HasIndex(punch => new { punch.PersonId, punch.Day, punch.At }).IsUnique();
        table.HasIndex(punch => punch.Day);
        table.RefersToPerson(punch => punch.PersonId);
    }
}

internal sealed class AttendanceCorrectionTable : IEntityTypeConfiguration<AttendanceCorrection>
{
    public void Configure(EntityTypeBuilder<AttendanceCorrection> table)
    {
        table.ToTable("organization_attendance_correction");
        table.Property(correction => correction.Reason).HasMaxLength(200);
        table.Property(correction => correction.Comment).HasMaxLength(200);
        table.Property(correction => correction.Version).IsConcurrencyToken();
        table.HasIndex(correction => new { correction.PersonId, correction.Day });
        table.HasIndex(correction => new { correction.State, correction.Day });
        table.RefersToPerson(correction => correction.PersonId);
        table.RefersToPerson(correction => correction.DecidedById);
    }
}

internal sealed class AttendanceMonthTable : IEntityTypeConfiguration<AttendanceMonth>
{
    public void Configure(EntityTypeBuilder<AttendanceMonth> table)
    {
        table.ToTable("organization_attendance_month");
        table.HasKey(month => month.Month);
        table.Property(month => month.Month).ValueGeneratedNever();
        table.RefersToPerson(month => month.ClosedById);
    }
}

internal sealed class AttendanceResultTable : IEntityTypeConfiguration<AttendanceResult>
{
    public void Configure(EntityTypeBuilder<AttendanceResult> table)
    {
        table.ToTable("organization_attendance_result");
        table.HasKey(result => new { result.PersonId, result.Day });
        table.HasIndex(result => result.Day);
        table.RefersToPerson(result => result.PersonId);
        table.HasOne<LeaveKind>().WithMany().HasForeignKey(result => result.LeaveKindId).OnDelete(DeleteBehavior.Restrict);
    }
}
