using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Policies;

internal sealed record PolicyRow(CollaborationPolicyId Id, DateOnly First, int RemindBefore, int RemindEvery, int EscalateAfter, int MeetingsAhead, IReadOnlyList<string> Can);

/// <summary>GET /api/collaboration-policies: the newest first, and what held before the first of them.</summary>
internal static class ListPolicies
{
    public sealed record View(IReadOnlyList<PolicyRow> Items, PolicyRow Usual);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policies = await db.Set<Policy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        return new View([.. policies.Select(policy => Row(policy, clock.Today))], Row(Policy.Usual, clock.Today));
    }

    private static PolicyRow Row(Policy policy, DateOnly today) =>
        new(policy.Id, policy.First, policy.RemindBefore, policy.RemindEvery, policy.EscalateAfter, policy.MeetingsAhead, policy.First > today ? ["delete"] : []);
}

/// <summary>POST /api/collaboration-policies: another policy from a day on, today at the earliest; what held before stays known.</summary>
internal static class AddPolicy
{
    public sealed record Request : IChecked
    {
        public required DateOnly First { get; init; }

        public required int RemindBefore { get; init; }

        public required int RemindEvery { get; init; }

        public required int EscalateAfter { get; init; }

        public required int MeetingsAhead { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            check.That(RemindBefore is >= 0 and <= 30, "remindBefore", "field.range", ("min", 0), ("max", 30));
            check.That(RemindEvery is >= 1 and <= 30, "remindEvery", "field.range", ("min", 1), ("max", 30));
            check.That(EscalateAfter is >= 1 and <= 60, "escalateAfter", "field.range", ("min", 1), ("max", 60));
            check.That(MeetingsAhead is >= 1 and <= 90, "meetingsAhead", "field.range", ("min", 1), ("max", 90));
        }
    }

    public static async Task<Created<Saved<CollaborationPolicyId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "collaboration.day-past", db.Set<Policy>(), "collaboration.policy-day-taken", cancel);
        check.ThrowIfAny();
        var policy = new Policy
        {
            Id = Id.New<CollaborationPolicyId>(),
            First = request.First,
            RemindBefore = request.RemindBefore,
            RemindEvery = request.RemindEvery,
            EscalateAfter = request.EscalateAfter,
            MeetingsAhead = request.MeetingsAhead,
        };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/collaboration-policies/{policy.Id}", new Saved<CollaborationPolicyId>(policy.Id, 1));
    }
}

/// <summary>DELETE /api/collaboration-policies/{id}: only one that does not hold yet.</summary>
internal static class RemovePolicy
{
    public static Task<NoContent> Handle(CollaborationPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<Policy>(policy => policy.Id == id, clock.Today, "collaboration.policy-holds", cancel);
}

internal static class PolicyOfToday
{
    public static async Task<Policy> PolicyOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<Policy>(day, cancel) ?? Policy.Usual;
}
