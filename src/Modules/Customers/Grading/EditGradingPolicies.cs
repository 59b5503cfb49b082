using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Grading;

internal sealed record GradingPolicyRow(GradingPolicyId? Id, DateOnly? First, GradingSpec Spec, bool Holds, int Version, IReadOnlyList<string> Can);

/// <summary>GET /api/grading-policies: the newest first, and last what held before the first of them.</summary>
internal static class ListGradingPolicies
{
    public sealed record View(IReadOnlyList<GradingPolicyRow> Items);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var policies = await db.Set<GradingPolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        var now = policies.Find(policy => policy.First <= today);
        return new View([
            .. policies.Select(policy => new GradingPolicyRow(policy.Id, policy.First, policy.Spec, policy == now, policy.Version, policy.First > today ? ["edit", "delete"] : [])),
            new GradingPolicyRow(null, null, UsualGrading.Spec, now is null, 0, []),
        ]);
    }
}

internal sealed record GradingPolicyRequest : IChecked
{
    public required DateOnly First { get; init; }

    public required GradingSpec Spec { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        CheckSpec(check, Spec);
    }

    private static readonly HashSet<string> States = new(Enum.GetNames<CustomerState>(), StringComparer.OrdinalIgnoreCase);

    public static void CheckSpec(Check check, GradingSpec spec)
    {
        foreach (var fault in GradingFaults.Of(spec))
        {
            check.Add($"spec.{fault.Path}", fault.Code);
        }

        foreach (var (criterion, path) in Criteria(spec))
        {
            check.OptionalText($"{path}.name", criterion.Name, 40);
            check.OptionalText($"{path}.nameEn", criterion.NameEn, 60);
            // A state is kept by its code, in whatever words the form shows it: any other would give no points to anybody.
            check.That(criterion.Measure != Measure.Field || criterion.Field != "state" || criterion.Values.All(value => States.Contains(value.Value)), $"{path}.values", "customers.grading-state");
            foreach (var value in criterion.Values)
            {
                check.OptionalText($"{path}.values", value.Value, 200);
            }
        }
    }

    /// <summary>What only the database can tell: the fields that are asked.</summary>
    public static async Task Known(Check check, GradingSpec spec, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        foreach (var (criterion, path) in Criteria(spec))
        {
            if (criterion.Measure == Measure.Field)
            {
                check.That(GradingFacts.BuiltIn.Contains(criterion.Field) || await fields.ForRules(criterion.Field!, cancel) is not null, $"{path}.field", "customers.grading-field");
            }
        }
    }

    private static IEnumerable<(Criterion Criterion, string Path)> Criteria(GradingSpec spec) =>
        spec.Cards.SelectMany((card, i) => card.Criteria.Select((criterion, k) => (criterion, $"spec.cards[{i}].criteria[{k}]")));
}

/// <summary>POST /api/grading-policies: another policy from a day on, today at the earliest; what held before stays known.</summary>
internal static class AddGradingPolicy
{
    public static async Task<Created<Saved<GradingPolicyId>>> Handle(GradingPolicyRequest request, AppDb db, CompanyClock clock, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "customers.day-past", db.Set<GradingPolicy>(), "customers.policy-day-taken", cancel);
        await GradingPolicyRequest.Known(check, request.Spec, fields, cancel);
        check.ThrowIfAny();
        var policy = new GradingPolicy { Id = Id.New<GradingPolicyId>(), First = request.First, Body = GradingPolicy.Text(request.Spec) };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/grading-policies/{policy.Id}", new Saved<GradingPolicyId>(policy.Id, policy.Version));
    }
}

/// <summary>PUT /api/grading-policies/{id}: while its day is to come.</summary>
internal static class EditGradingPolicy
{
    public static async Task<Saved<GradingPolicyId>> Handle(
        GradingPolicyId id, GradingPolicyRequest request, IfMatch seen, AppDb db, CompanyClock clock, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        var policy = await db.Set<GradingPolicy>().Where(policy => policy.Id == id).ToCome(clock.Today, "customers.policy-holds", cancel);
        db.Expect(policy, seen);
        var check = new Check();
        await check.FirstDay(request.First, clock.Today.AddDays(1), "customers.day-past", db.Set<GradingPolicy>().Where(other => other.Id != id), "customers.policy-day-taken", cancel);
        await GradingPolicyRequest.Known(check, request.Spec, fields, cancel);
        check.ThrowIfAny();
        (policy.First, policy.Body) = (request.First, GradingPolicy.Text(request.Spec));
        await db.SaveChangesAsync(cancel);
        return new Saved<GradingPolicyId>(policy.Id, policy.Version);
    }
}

/// <summary>DELETE /api/grading-policies/{id}: while its day is to come.</summary>
internal static class RemoveGradingPolicy
{
    public static Task<NoContent> Handle(GradingPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<GradingPolicy>(policy => policy.Id == id, clock.Today, "customers.policy-holds", cancel);
}
