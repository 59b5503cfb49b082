using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Requests;

/// <summary>
/// Who takes part in a request, and so sees it: who sent it in, whose turn it is or was, who decides for one of these, who was given a copy.
/// The one rule for list, detail, search, files and export.
/// </summary>
internal sealed class Participation(AppDb db, Caller caller, CompanyClock clock)
{
    public PersonId? Me => caller.Person;

    /// <summary>For whom the caller decides today.</summary>
    public async Task<IReadOnlyList<Deputy>> Principals(CancellationToken cancel) => caller.Person is { } me ? (await db.DeputiesOn(clock.Today, cancel)).Of(me) : [];

    public async Task<IQueryable<Approval>> Visible(CancellationToken cancel)
    {
        var all = db.Set<Approval>();
        if (caller.May(ApprovalsPermissions.ReadAll))
        {
            return all;
        }

        if (caller.Person is not { } me)
        {
            return all.Where(_ => false);
        }

        var turns = db.Set<ApprovalTurn>();
        var mine = turns.Where(turn => (turn.PersonId == me && turn.OpenedAt != null) || turn.ById == me).Select(turn => turn.ApprovalId);
        var copies = db.Set<Copy>().Where(copy => copy.PersonId == me).Select(copy => copy.ApprovalId);
        var visible = all.Where(approval => approval.ApplicantId == me || mine.Contains(approval.Id) || copies.Contains(approval.Id));
        return (await Principals(cancel)).Count == 0 ? visible : visible.Union(await Todo(cancel));
    }

    /// <summary>What waits for the caller: his own turns, and those of whom he is the deputy; never his own requests.</summary>
    public async Task<IQueryable<Approval>> Todo(CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            return db.Set<Approval>().Where(_ => false);
        }

        var open = OwnTurns(me).Select(turn => turn.ApprovalId);
        var todo = db.Set<Approval>().Where(approval => open.Contains(approval.Id));
        foreach (var principal in await Principals(cancel))
        {
            var theirs = OwnTurns(principal.PersonId).Select(turn => turn.ApprovalId);
            var kinds = KindsOf(principal);
            todo = todo.Union(kinds.Count == 0
                ? db.Set<Approval>().Where(approval => theirs.Contains(approval.Id) && approval.ApplicantId != me)
                : db.Set<Approval>().Where(approval => theirs.Contains(approval.Id) && approval.ApplicantId != me && kinds.Contains(approval.Kind)));
        }

        return todo;
    }

    /// <summary>What is open with that person.</summary>
    public IQueryable<ApprovalTurn> OwnTurns(PersonId person) => db.Set<ApprovalTurn>().Where(turn => turn.State == TurnState.Open && turn.PersonId == person);

    /// <summary>In whose place the caller may decide this now, himself first; empty when it is not with him.</summary>
    public async Task<IReadOnlyList<PersonId>> TurnsIn(Approval approval, CancellationToken cancel)
    {
        if (caller.Person is not { } me || me == approval.ApplicantId)
        {
            return [];
        }

        var open = approval.Turns.Where(turn => turn.State == TurnState.Open).Select(turn => turn.PersonId).ToHashSet();
        var theirs = (await Principals(cancel)).Where(principal => KindsOf(principal) is var kinds && (kinds.Count == 0 || kinds.Contains(approval.Kind)))
            .Select(principal => principal.PersonId);
        return [.. theirs.Prepend(me).Where(open.Contains).Distinct()];
    }

    public async Task<bool> MaySee(ApprovalId id, CancellationToken cancel) => await (await Visible(cancel)).AnyAsync(approval => approval.Id == id, cancel);

    /// <summary>The same of one that is loaded with its turns: whoever decides it is nearly always known by these.</summary>
    public async Task<bool> MaySee(Approval approval, CancellationToken cancel) =>
        caller.Person is { } me && (approval.ApplicantId == me || approval.Turns.Exists(turn => (turn.PersonId == me && turn.OpenedAt is not null) || turn.ById == me))
        || await MaySee(approval.Id, cancel);

    private static List<string> KindsOf(Deputy principal) => [.. principal.Kinds.Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
