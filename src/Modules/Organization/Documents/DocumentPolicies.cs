using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Documents;

internal sealed record DocumentPolicyRow(DocumentPolicyId Id, DateOnly First, int RemindAfter, int RemindEvery, int ReviewAhead, IReadOnlyList<string> Can);

/// <summary>GET /api/document-policies: the newest first, and what held before the first of them.</summary>
internal static class ListDocumentPolicies
{
    public sealed record View(IReadOnlyList<DocumentPolicyRow> Items, DocumentPolicyRow Usual);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policies = await db.Set<DocumentPolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        return new View([.. policies.Select(policy => Row(policy, clock.Today))], Row(DocumentPolicy.Usual, clock.Today));
    }

    private static DocumentPolicyRow Row(DocumentPolicy policy, DateOnly today) =>
        new(policy.Id, policy.First, policy.RemindAfter, policy.RemindEvery, policy.ReviewAhead, policy.First > today ? ["delete"] : []);
}

/// <summary>POST /api/document-policies: another policy from a day on, today at the earliest; what held before stays known.</summary>
internal static class AddDocumentPolicy
{
    public sealed record Request : IChecked
    {
        public required DateOnly First { get; init; }

        public required int RemindAfter { get; init; }

        public required int RemindEvery { get; init; }

        public required int ReviewAhead { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            check.That(RemindAfter is >= 1 and <= 60, "remindAfter", "field.range", ("min", 1), ("max", 60));
            check.That(RemindEvery is >= 1 and <= 60, "remindEvery", "field.range", ("min", 1), ("max", 60));
            check.That(ReviewAhead is >= 0 and <= 90, "reviewAhead", "field.range", ("min", 0), ("max", 90));
        }
    }

    public static async Task<Created<Saved<DocumentPolicyId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "organization.document-policy-past", db.Set<DocumentPolicy>(), "organization.document-policy-day-taken", cancel);
        check.ThrowIfAny();
        var policy = new DocumentPolicy
        {
            Id = Id.New<DocumentPolicyId>(),
            First = request.First,
            RemindAfter = request.RemindAfter,
            RemindEvery = request.RemindEvery,
            ReviewAhead = request.ReviewAhead,
        };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/document-policies/{policy.Id}", new Saved<DocumentPolicyId>(policy.Id, 1));
    }
}

/// <summary>DELETE /api/document-policies/{id}: only one that does not hold yet.</summary>
internal static class RemoveDocumentPolicy
{
    public static Task<NoContent> Handle(DocumentPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<DocumentPolicy>(policy => policy.Id == id, clock.Today, "organization.document-policy-holds", cancel);
}

internal static class DocumentPolicyOfToday
{
    public static async Task<DocumentPolicy> DocumentPolicyOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<DocumentPolicy>(day, cancel) ?? DocumentPolicy.Usual;
}
