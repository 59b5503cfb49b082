using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.Attendance;

internal sealed record LeaveApplicationRow
{
    public required LeaveApplicationId Id { get; init; }

    public required LeaveKindId KindId { get; init; }

    public required string KindName { get; init; }

    public required DateOnly First { get; init; }

    public required bool StartsAtNoon { get; init; }

    public required DateOnly Last { get; init; }

    public required bool EndsAtNoon { get; init; }

    public required Quantity Days { get; init; }

    public required string Reason { get; init; }

    public PersonId? DeputyId { get; init; }

    public string? DeputyName { get; init; }

    /// <summary>His first day back, where he came before it was over.</summary>
    public DateOnly? BackOn { get; init; }

    public required LeaveApplicationState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>"edit", "withdraw", "end".</summary>
    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/leave-applications: one's own. Who decides has them in his inbox; what was agreed to is among the leave entries.</summary>
internal static class ListLeaveApplications
{
    private static readonly ListSpec<LeaveApplicationRow> Spec = new ListSpec<LeaveApplicationRow>("leave-applications", row => row.Id)
        .Column("kindName", row => row.KindName)
        .Column("first", row => row.First)
        .Column("days", row => row.Days)
        .Column("state", row => row.State)
        .Column("askedAt", row => row.AskedAt)
        .SortedBy("-askedAt");

    public static async Task<ListPage<LeaveApplicationRow>> Handle([AsParameters] ListQuery query, HttpContext http, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var english = Languages.Of(http) == Languages.English;
        var people = db.PersonCards;
        var rows =
            from application in db.Set<LeaveApplication>().AsNoTracking()
            where application.PersonId == caller.Person
            join kind in db.Set<LeaveKind>() on application.KindId equals kind.Id
            select new LeaveApplicationRow
            {
                Id = application.Id,
                KindId = application.KindId,
                KindName = english ? kind.NameEn : kind.Name,
                First = application.First,
                StartsAtNoon = application.StartsAtNoon,
                Last = application.Last,
                EndsAtNoon = application.EndsAtNoon,
                Days = application.Days,
                Reason = application.Reason,
                DeputyId = application.DeputyId,
                DeputyName = people.Where(person => person.Id == application.DeputyId).Select(person => person.Name).FirstOrDefault(),
                BackOn = application.BackOn,
                State = application.State,
                AskedAt = application.AskedAt,
                Version = application.Version,
            };
        var page = await Spec.Page(rows, query, db, cancel);
        var shown = page.Items.Select(row => (LeaveApplicationId?)row.Id).ToList();
        var going = await db.Set<LeaveEntry>().Where(entry => shown.Contains(entry.ApplicationId) && entry.Last >= today).Select(entry => entry.ApplicationId!.Value).ToListAsync(cancel);
        return page with
        {
            Items = [.. page.Items.Select(row => row with
            {
                Can = row.State switch
                {
                    LeaveApplicationState.Waiting => ["withdraw"],
                    LeaveApplicationState.Returned => ["edit", "withdraw"],
                    LeaveApplicationState.Approved when going.Contains(row.Id) => ["end"],
                    _ => [],
                },
            })],
        };
    }
}

internal sealed record LeaveApplicationRequest : IChecked
{
    public required LeaveKindId KindId { get; init; }

    public required DateOnly First { get; init; }

    public bool StartsAtNoon { get; init; }

    public required DateOnly Last { get; init; }

    public bool EndsAtNoon { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who is to act for him on those days; becomes a delegation when the leave is agreed to.</summary>
    public PersonId? DeputyId { get; init; }

    public void Check(Check check)
    {
        LeaveOf(default).Check(check);
        check.Text("reason", Reason, 500, lines: true);
    }

    public LeaveRequest LeaveOf(PersonId person) => new() { PersonId = person, KindId = KindId, First = First, StartsAtNoon = StartsAtNoon, Last = Last, EndsAtNoon = EndsAtNoon };
}

/// <summary>What asking and mending have in common.</summary>
internal sealed class AskingForLeave(AppDb db, Caller caller, LeaveSaving saving, JudgeDays judge, LeaveDeputies deputies, ILeaveDecisions decisions, CompanyClock clock)
{
    public PersonId Me => caller.Person ?? throw Refusal.Conflict("organization.no-person");

    public async Task<LeaveApplication> Mine(LeaveApplicationId id, CancellationToken cancel) =>
        await db.Set<LeaveApplication>().FirstOrDefaultAsync(application => application.Id == id && application.PersonId == caller.Person, cancel) ?? throw Refusal.NotFound("record.not-found");

    /// <summary>Writes what is asked for into the application and sends it in.</summary>
    public async Task Send(LeaveApplication application, LeaveApplicationRequest request, bool again, CancellationToken cancel)
    {
        var leave = request.LeaveOf(Me);
        await saving.CheckDays(leave, null, cancel);
        var others = await db.Set<LeaveApplication>().AsNoTracking()
            .Where(one => one.PersonId == Me && one.Id != application.Id && (one.State == LeaveApplicationState.Waiting || one.State == LeaveApplicationState.Returned))
            .Where(one => one.First <= leave.Last && one.Last >= leave.First).ToListAsync(cancel);
        var days = await WorkingDays(leave, cancel);
        var check = new Check();
        check.That(!others.Exists(other => LeaveSaving.Meets(LeaveRequest.Of(other).Entry(), leave)), "first", "organization.leave-asked");
        check.That(days > Quantity.Zero, "first", "organization.leave-no-work");
        await deputies.Check(Me, request.DeputyId, new Period(leave.First, leave.Last), check, cancel);
        check.ThrowIfAny();

        (application.KindId, application.First, application.StartsAtNoon, application.Last, application.EndsAtNoon) =
            (request.KindId, request.First, request.StartsAtNoon, request.Last, request.EndsAtNoon);
        (application.Days, application.Reason, application.DeputyId, application.State, application.AskedAt) =
            (days, request.Reason.Clean(), request.DeputyId, LeaveApplicationState.Waiting, clock.Now);
        await db.SaveChangesAsync(cancel);
        var kind = await db.Set<LeaveKind>().Where(kind => kind.Id == request.KindId).Select(kind => kind.Name).FirstAsync(cancel);
        var title = leave.First == leave.Last ? $"{kind} {leave.First:yyyy-MM-dd}" : $"{kind} {leave.First:yyyy-MM-dd} – {leave.Last:yyyy-MM-dd}";
        await decisions.Submit(new LeaveAsked(application.Id, Me, title, application.Reason, days, "/my-attendance"), again, cancel);
    }

    private async Task<Quantity> WorkingDays(LeaveRequest leave, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstAsync(person => person.Id == leave.PersonId, cancel);
        var due = (await judge.Of([person], new Period(leave.First, leave.Last), cancel))[person.Id].Where(day => day.IsDue);
        var halves = due.Sum(day => Judging.PartOf(day.Day, leave.First, leave.StartsAtNoon, leave.Last, leave.EndsAtNoon) == DayPart.Whole ? 2 : 1);
        return new Quantity(halves * 500L);
    }
}

/// <summary>POST /api/leave-applications: for oneself.</summary>
internal static class AskForLeave
{
    public static async Task<Created<Saved<LeaveApplicationId>>> Handle(LeaveApplicationRequest request, AppDb db, AskingForLeave asking, CancellationToken cancel)
    {
        var application = new LeaveApplication
        {
            Id = Id.New<LeaveApplicationId>(),
            PersonId = asking.Me,
            KindId = request.KindId,
            First = request.First,
            Last = request.Last,
            Days = Quantity.Zero,
            Reason = "",
            State = LeaveApplicationState.Waiting,
            AskedAt = default,
        };
        db.Add(application);
        await asking.Send(application, request, again: false, cancel);
        return TypedResults.Created($"/api/leave-applications/{application.Id}", new Saved<LeaveApplicationId>(application.Id, application.Version));
    }
}

/// <summary>PUT /api/leave-applications/{id}: one that came back is mended and goes in again.</summary>
internal static class MendLeaveApplication
{
    public static async Task<Saved<LeaveApplicationId>> Handle(
        LeaveApplicationId id, LeaveApplicationRequest request, IfMatch seen, AppDb db, AskingForLeave asking, ILeaveDecisions decisions, CancellationToken cancel)
    {
        await decisions.Lock(id, cancel);
        var application = await asking.Mine(id, cancel);
        db.Expect(application, seen);
        if (application.State != LeaveApplicationState.Returned)
        {
            throw Refusal.Conflict("organization.leave-not-returned");
        }

        await asking.Send(application, request, again: true, cancel);
        return new Saved<LeaveApplicationId>(application.Id, application.Version);
    }
}

/// <summary>POST /api/leave-applications/{id}/withdraw: as long as nobody has decided.</summary>
internal static class WithdrawLeaveApplication
{
    public static async Task<Saved<LeaveApplicationId>> Handle(LeaveApplicationId id, AppDb db, AskingForLeave asking, ILeaveDecisions decisions, CancellationToken cancel)
    {
        await decisions.Lock(id, cancel);
        var application = await asking.Mine(id, cancel);
        if (application.State is not (LeaveApplicationState.Waiting or LeaveApplicationState.Returned))
        {
            throw Refusal.Conflict("organization.leave-decided");
        }

        await decisions.Withdraw(id, application.PersonId, cancel);
        await db.Entry(application).ReloadAsync(cancel);
        return new Saved<LeaveApplicationId>(application.Id, application.Version);
    }
}
