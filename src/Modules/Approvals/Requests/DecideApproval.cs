using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Requests;

/// <summary>What an approver says with whatever he does.</summary>
internal abstract record ApproverRequest : IChecked
{
    /// <summary>The round he has read: a request that came back and went in again may say something else now.</summary>
    public required int Round { get; init; }

    public string? Comment { get; init; }

    /// <summary>In whose place, for a deputy; left out, he himself, or else the one he is deputy of.</summary>
    public PersonId? ForPersonId { get; init; }

    public virtual void Check(Check check) => check.OptionalText("comment", Comment, 1000, lines: true);
}

/// <summary>Finds the request and the turn, and moves it.</summary>
internal sealed class Deciding(Moving moving, Participation participation)
{
    public async Task<Saved<ApprovalId>> Decide(
        ApprovalId id, ApproverRequest request, Func<Progress, Flow, PersonId, PersonId, Moved> action, CancellationToken cancel)
    {
        var approval = await moving.Locked(id, cancel);
        if (!await participation.MaySee(approval, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        if (approval.Round != request.Round)
        {
            throw Refusal.Stale("version.stale");
        }

        if (participation.Me is not { } me)
        {
            throw Refusal.Conflict("approvals.no-person");
        }

        var mine = await participation.TurnsIn(approval, cancel);
        if (request.ForPersonId is { } wanted ? !mine.Contains(wanted) : mine.Count == 0)
        {
            throw Refusal.Conflict(approval.State != FlowState.Open ? "approvals.not-open" : me == approval.ApplicantId ? "approvals.own-request" : "approvals.not-yours");
        }

        var principal = request.ForPersonId ?? mine[0];
        await moving.Move(approval, (progress, flow) => action(progress, flow, me, principal), request.Comment.CleanOrNull(), cancel);
        return new Saved<ApprovalId>(approval.Id, approval.Version);
    }
}

/// <summary>POST /api/approvals/{id}/approve</summary>
internal static class Approve
{
    public sealed record Request : ApproverRequest;

    public static Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Deciding deciding, CancellationToken cancel) =>
        deciding.Decide(id, request, (progress, flow, me, principal) => progress.Approve(flow, me, principal), cancel);
}

/// <summary>POST /api/approvals/{id}/refuse: with the reason.</summary>
internal static class Refuse
{
    public sealed record Request : ApproverRequest
    {
        public override void Check(Check check)
        {
            check.That(!string.IsNullOrWhiteSpace(Comment), "comment", "field.required");
            base.Check(check);
        }
    }

    public static Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Deciding deciding, CancellationToken cancel) =>
        deciding.Decide(id, request, (progress, flow, me, principal) => progress.Refuse(flow, me, principal), cancel);
}

/// <summary>POST /api/approvals/{id}/return: with the reason, to an earlier step or to the applicant.</summary>
internal static class SendBack
{
    public sealed record Request : ApproverRequest
    {
        /// <summary>Key of the step; left out, to the applicant.</summary>
        public int? Step { get; init; }

        public override void Check(Check check)
        {
            check.That(!string.IsNullOrWhiteSpace(Comment), "comment", "field.required");
            base.Check(check);
        }
    }

    public static Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Deciding deciding, CancellationToken cancel) =>
        deciding.Decide(id, request, (progress, flow, me, principal) => progress.Return(flow, me, principal, request.Step), cancel);
}

/// <summary>POST /api/approvals/{id}/add: another approver, before, after or beside oneself.</summary>
internal static class AddApprover
{
    public sealed record Request : ApproverRequest
    {
        public required PersonId PersonId { get; init; }

        public required Where Where { get; init; }
    }

    public static Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Deciding deciding, CancellationToken cancel) =>
        deciding.Decide(id, request, (progress, flow, me, principal) => progress.Add(flow, me, principal, request.PersonId, request.Where), cancel);
}

/// <summary>POST /api/approvals/{id}/hand-on: another decides in one's place.</summary>
internal static class HandOn
{
    public sealed record Request : ApproverRequest
    {
        public required PersonId PersonId { get; init; }
    }

    public static Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Deciding deciding, CancellationToken cancel) =>
        deciding.Decide(id, request, (progress, flow, me, principal) => progress.HandOn(flow, me, principal, request.PersonId), cancel);
}

/// <summary>POST /api/approvals/{id}/comment: by anybody who takes part, at any time.</summary>
internal static class Comment
{
    public sealed record Request : IChecked
    {
        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 1000, lines: true);
        }
    }

    public static async Task<Saved<ApprovalId>> Handle(ApprovalId id, Request request, Moving moving, Participation participation, CancellationToken cancel)
    {
        if (!await participation.MaySee(id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var approval = await moving.Locked(id, cancel);
        var me = participation.Me ?? throw Refusal.Conflict("approvals.no-person");
        await moving.Comment(approval, me, request.Text.Clean(), cancel);
        return new Saved<ApprovalId>(approval.Id, approval.Version);
    }
}

/// <summary>POST /api/approvals/{id}/withdraw: by the applicant, while it is not decided.</summary>
internal static class Withdraw
{
    public static async Task<Saved<ApprovalId>> Handle(ApprovalId id, Moving moving, Participation participation, CancellationToken cancel)
    {
        if (!await participation.MaySee(id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var me = participation.Me ?? throw Refusal.Conflict("approvals.no-person");
        var approval = await moving.Move(id, (progress, flow) => progress.Withdraw(flow, me), null, cancel);
        return new Saved<ApprovalId>(approval.Id, approval.Version);
    }
}

/// <summary>POST /api/approvals/{id}/seen: opened by somebody whose turn it is, or who has a copy. Written once.</summary>
internal static class MarkSeen
{
    public static async Task<NoContent> Handle(ApprovalId id, AppDb db, Participation participation, CompanyClock clock, CancellationToken cancel)
    {
        var approval = await (await participation.Visible(cancel)).AsNoTracking().Include(one => one.Turns).FirstOrDefaultAsync(one => one.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var (mine, me) = (await participation.TurnsIn(approval, cancel), participation.Me);
        DateTimeOffset? now = clock.Now;
        if (mine.Count > 0)
        {
            await db.Set<ApprovalTurn>().Where(turn => turn.ApprovalId == id && turn.State == TurnState.Open && turn.SeenAt == null && mine.Contains(turn.PersonId))
                .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.SeenAt, now), cancel);
        }

        await db.Set<Copy>().Where(copy => copy.ApprovalId == id && copy.PersonId == me && copy.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(copy => copy.SeenAt, now), cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/approvals/decide: many at once, each for itself; what can't be decided says why and holds nothing up.</summary>
internal static class DecideMany
{
    public sealed record One(ApprovalId Id, int Round);

    public sealed record Request : IChecked
    {
        public required IReadOnlyList<One> Items { get; init; }

        /// <summary>False refuses them; then with the reason.</summary>
        public required bool Approve { get; init; }

        public string? Comment { get; init; }

        public void Check(Check check)
        {
            check.That(Items.Count is >= 1 and <= 100, "items", "field.range", ("min", 1), ("max", 100));
            check.That(Approve || !string.IsNullOrWhiteSpace(Comment), "comment", "field.required");
            check.OptionalText("comment", Comment, 1000, lines: true);
        }
    }

    /// <param name="Code">Null when it was decided.</param>
    public sealed record Result(ApprovalId Id, string? Code);

    public sealed record View(IReadOnlyList<Result> Items, int Decided);

    public static async Task<View> Handle(Request request, AppDb db, Deciding deciding, CancellationToken cancel)
    {
        var results = new List<Result>();
        // In the order of their ids, so that two such requests never wait for each other.
        foreach (var one in request.Items.DistinctBy(item => item.Id).OrderBy(item => item.Id.Value))
        {
            await db.Database.CurrentTransaction!.CreateSavepointAsync("one", cancel);
            try
            {
                if (request.Approve)
                {
                    await Approve.Handle(one.Id, new Approve.Request { Round = one.Round, Comment = request.Comment }, deciding, cancel);
                }
                else
                {
                    await Refuse.Handle(one.Id, new Refuse.Request { Round = one.Round, Comment = request.Comment }, deciding, cancel);
                }

                results.Add(new Result(one.Id, null));
            }
            catch (Refusal refusal)
            {
                // Also what the module of the subject refused: nothing of this one stays.
                await db.Database.CurrentTransaction!.RollbackToSavepointAsync("one", cancel);
                db.ChangeTracker.Clear();
                results.Add(new Result(one.Id, refusal.Code));
            }
        }

        return new View(results, results.Count(result => result.Code is null));
    }
}
