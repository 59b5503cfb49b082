using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>
/// What a day of somebody's attendance came to, for pay and appraisal. Only of closed months: what is still open would be paid twice or not at all.
/// </summary>
public sealed record AttendanceCard
{
    public required PersonId PersonId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>A day that had to be worked.</summary>
    public required bool IsDue { get; init; }

    public required int LateMinutes { get; init; }

    public required int EarlyMinutes { get; init; }

    public required int OvertimeMinutes { get; init; }

    /// <summary>Half days.</summary>
    public required int LeaveHalves { get; init; }

    public LeaveKindId? LeaveKindId { get; init; }

    /// <summary>Of that leave; null without one.</summary>
    public bool? IsPaidLeave { get; init; }

    public required int AbsentHalves { get; init; }
}

public static class AttendanceViews
{
    extension(AppDb db)
    {
        public IQueryable<AttendanceCard> AttendanceCards =>
            from result in db.Set<AttendanceResult>()
            select new AttendanceCard
            {
                PersonId = result.PersonId,
                Day = result.Day,
                IsDue = result.IsDue,
                LateMinutes = result.LateMinutes,
                EarlyMinutes = result.EarlyMinutes,
                OvertimeMinutes = result.OvertimeMinutes,
                LeaveHalves = result.LeaveHalves,
                LeaveKindId = result.LeaveKindId,
                IsPaidLeave = db.Set<LeaveKind>().Where(kind => kind.Id == result.LeaveKindId).Select(kind => (bool?)kind.IsPaid).FirstOrDefault(),
                AbsentHalves = result.AbsentHalves,
            };

        /// <summary>Months whose attendance is settled.</summary>
        public IQueryable<Month> ClosedAttendanceMonths => db.Set<AttendanceMonth>().Select(month => month.Month);
    }
}
