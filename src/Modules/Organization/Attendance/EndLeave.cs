using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Attendance;

/// <summary>
/// POST /api/leave-applications/{id}/end: he is back before his leave is over (销假), or does not go at all. Whoever stands in does so no longer;
/// his superior is told, and who keeps the attendance of everybody.
/// </summary>
internal static class EndLeave
{
    public sealed record Request : IChecked
    {
        /// <summary>His first day at work again; the first day of the leave takes all of it back.</summary>
        public required DateOnly BackOn { get; init; }

        public void Check(Check check) => check.Day("backOn", BackOn);
    }

    public static async Task<Saved<LeaveApplicationId>> Handle(
        LeaveApplicationId id, Request request, AppDb db, AskingForLeave asking, ILeaveDecisions decisions, LeaveDeputies deputies, CorrectionDeciders superiors,
        Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        await asking.Mine(id, cancel);
        await decisions.Lock(id, cancel);
        await db.LockCompany(cancel);
        await db.LockPerson(asking.Me, cancel);
        var application = await asking.Mine(id, cancel);
        await db.Entry(application).ReloadAsync(cancel);
        var today = clock.Today;
        if (await db.Set<LeaveEntry>().FirstOrDefaultAsync(entry => entry.ApplicationId == id, cancel) is not { } leave || leave.Last < today)
        {
            throw Refusal.Conflict("organization.leave-not-going");
        }

        var check = new Check();
        check.That(request.BackOn >= leave.First && request.BackOn <= leave.Last, "backOn", "organization.leave-back", ("first", leave.First), ("last", leave.Last));
        check.ThrowIfAny();
        await MonthIsOpen.Require(db, new Period(request.BackOn, leave.Last), cancel);
        if (request.BackOn == leave.First)
        {
            await deputies.Follow(leave.Id, null, cancel);
            db.Remove(leave);
        }
        else
        {
            (leave.Last, leave.EndsAtNoon) = (request.BackOn.AddDays(-1), false);
            await deputies.Follow(leave.Id, new Period(leave.First, leave.Last), cancel);
        }

        application.BackOn = request.BackOn;
        await db.SaveChangesAsync(cancel);
        var name = await db.Set<Person>().Where(person => person.Id == application.PersonId).Select(person => person.Name).FirstAsync(cancel);
        var told = (await Keepers(db, cancel)).Concat(await superiors.Asked(application.PersonId, cancel)).Where(person => person != application.PersonId);
        await notifier.Tell(told, "organization.leave-ended", new Dictionary<string, object?> { ["name"] = name, ["day"] = request.BackOn }, $"/attendance?open={application.PersonId}", cancel);
        return new Saved<LeaveApplicationId>(id, application.Version);
    }

    /// <summary>Who keeps the attendance of the whole house.</summary>
    private static async Task<IReadOnlyList<PersonId>> Keepers(AppDb db, CancellationToken cancel)
    {
        var permission = OrganizationPermissions.EditAttendance.Code;
        return await (
            from grant in db.Set<RoleGrant>()
            where grant.Permission == permission && grant.Scope == Scope.All
            join link in db.Set<AccountRole>() on grant.RoleId equals link.RoleId
            join account in db.Set<Account>() on link.AccountId equals account.Id
            where account.PersonId != null
            select account.PersonId!.Value).Distinct().ToListAsync(cancel);
    }
}
