using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Attendance;

internal sealed record WorkHoursRow
{
    public required WorkHoursId Id { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public required DateOnly First { get; init; }

    public required bool FollowsHouse { get; init; }

    public required TimeOnly Start { get; init; }

    public required TimeOnly NoonFrom { get; init; }

    public required TimeOnly NoonTo { get; init; }

    public required TimeOnly End { get; init; }

    public required int GraceMinutes { get; init; }

    public int? OvertimeAfter { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/work-hours: of the house and its units, the newest first.</summary>
internal static class ListWorkHours
{
    public sealed record View(IReadOnlyList<WorkHoursRow> Items, int Total);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var names = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var hours = await db.Set<WorkHours>().AsNoTracking().ToListAsync(cancel);
        return new View([.. hours.OrderBy(one => one.UnitId is not null).ThenBy(one => one.UnitId?.Value).ThenByDescending(one => one.First).Select(one => new WorkHoursRow
        {
            Id = one.Id,
            UnitId = one.UnitId,
            UnitName = one.UnitId is { } unit ? names.GetValueOrDefault(unit) : null,
            First = one.First,
            FollowsHouse = one.FollowsHouse,
            Start = one.Start,
            NoonFrom = one.NoonFrom,
            NoonTo = one.NoonTo,
            End = one.End,
            GraceMinutes = one.GraceMinutes,
            OvertimeAfter = one.OvertimeAfter,
            Can = one.First > clock.Today ? ["delete"] : [],
        })], hours.Count);
    }
}

/// <summary>POST /api/work-hours: other hours from a day on, today at the earliest; what was judged before stays.</summary>
internal static class AddWorkHours
{
    public sealed record Request : IChecked
    {
        /// <summary>Left out is the whole house.</summary>
        public UnitId? UnitId { get; init; }

        public required DateOnly First { get; init; }

        public bool FollowsHouse { get; init; }

        public required TimeOnly Start { get; init; }

        public required TimeOnly NoonFrom { get; init; }

        public required TimeOnly NoonTo { get; init; }

        public required TimeOnly End { get; init; }

        public int GraceMinutes { get; init; }

        public int? OvertimeAfter { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            check.That(Start < NoonFrom && NoonFrom <= NoonTo && NoonTo < End, "end", "organization.hours-order");
            check.That(GraceMinutes is >= 0 and <= 120, "graceMinutes", "field.range", ("min", 0), ("max", 120));
            check.That(OvertimeAfter is null or (>= 1 and <= 720), "overtimeAfter", "field.range", ("min", 1), ("max", 720));
            check.That(!FollowsHouse || UnitId is not null, "followsHouse", "organization.hours-house");
        }
    }

    public static async Task<Created<Saved<WorkHoursId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        // An index can't hold it for the house: empty fields are never the same to a database.
        await db.LockCompany(cancel);
        var check = new Check();
        await check.FirstDay(
            request.First, clock.Today, "organization.hours-past", db.Set<WorkHours>().Where(hours => hours.UnitId == request.UnitId), "organization.hours-day-taken", cancel);
        check.That(request.UnitId is null || await db.UnitCards.AnyAsync(unit => unit.Id == request.UnitId, cancel), "unitId", "record.not-found");
        check.ThrowIfAny();
        var hours = new WorkHours
        {
            Id = Id.New<WorkHoursId>(),
            UnitId = request.UnitId,
            First = request.First,
            FollowsHouse = request.FollowsHouse,
            Start = request.Start,
            NoonFrom = request.NoonFrom,
            NoonTo = request.NoonTo,
            End = request.End,
            GraceMinutes = request.GraceMinutes,
            OvertimeAfter = request.OvertimeAfter,
        };
        db.Add(hours);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/work-hours/{hours.Id}", new Saved<WorkHoursId>(hours.Id, 1));
    }
}

/// <summary>DELETE /api/work-hours/{id}: only those that do not hold yet.</summary>
internal static class RemoveWorkHours
{
    public static Task<NoContent> Handle(WorkHoursId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<WorkHours>(hours => hours.Id == id, clock.Today, "organization.hours-hold", cancel);
}
