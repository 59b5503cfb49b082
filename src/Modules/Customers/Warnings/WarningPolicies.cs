using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

internal static class WarningPolicies
{
    public static async Task<WarningSpec> WarningsOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        (await db.HoldingOn<WarningPolicy>(day, cancel))?.Spec ?? UsualWarnings.Spec;

    public static async Task<RhythmFit?> RhythmOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.Set<RhythmFit>().AsNoTracking().Where(fit => fit.On <= day).OrderByDescending(fit => fit.On).FirstOrDefaultAsync(cancel);
}

internal sealed record WarningPolicyRow(WarningPolicyId? Id, DateOnly? First, WarningSpec Spec, bool Holds, int Version, IReadOnlyList<string> Can);

internal sealed record RhythmView(DateOnly On, double R, double Alpha, double A, double B, double Fit, int Customers);

/// <summary>GET /api/warning-policies: the newest first, last what held before the first of them; and the rhythm of the house.</summary>
internal static class ListWarningPolicies
{
    public sealed record View(IReadOnlyList<WarningPolicyRow> Items, RhythmView? Rhythm);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var policies = await db.Set<WarningPolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        var now = policies.Find(policy => policy.First <= today);
        var fit = await db.RhythmOn(today, cancel);
        return new View([
            .. policies.Select(policy => new WarningPolicyRow(policy.Id, policy.First, policy.Spec, policy == now, policy.Version, policy.First > today ? ["edit", "delete"] : [])),
            new WarningPolicyRow(null, null, UsualWarnings.Spec, now is null, 0, []),
        ], fit is null ? null : new RhythmView(fit.On, fit.R, fit.Alpha, fit.A, fit.B, fit.Fit, fit.Customers));
    }
}

internal sealed record WarningPolicyRequest : IChecked
{
    public required DateOnly First { get; init; }

    public required WarningSpec Spec { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        CheckSpec(check, Spec);
    }

    public static void CheckSpec(Check check, WarningSpec spec)
    {
        foreach (var (path, code) in WarningFaults.Of(spec))
        {
            check.Add($"spec.{path}", code);
        }

        foreach (var (words, path) in new[] { (spec.Causes, "causes"), (spec.Measures, "measures"), (spec.OwnSignals, "ownSignals") })
        {
            foreach (var word in words)
            {
                check.OptionalText($"spec.{path}", word.Name, 40);
                check.OptionalText($"spec.{path}", word.NameEn, 60);
                check.OptionalText($"spec.{path}", word.Code, 40);
            }
        }
    }
}

/// <summary>POST /api/warning-policies: another policy from a day on, today at the earliest.</summary>
internal static class AddWarningPolicy
{
    public static async Task<Created<Saved<WarningPolicyId>>> Handle(WarningPolicyRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "customers.day-past", db.Set<WarningPolicy>(), "customers.policy-day-taken", cancel);
        check.ThrowIfAny();
        var policy = new WarningPolicy { Id = Id.New<WarningPolicyId>(), First = request.First, Body = WarningPolicy.Text(request.Spec) };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/warning-policies/{policy.Id}", new Saved<WarningPolicyId>(policy.Id, policy.Version));
    }
}

/// <summary>PUT /api/warning-policies/{id}: while its day is to come.</summary>
internal static class EditWarningPolicy
{
    public static async Task<Saved<WarningPolicyId>> Handle(WarningPolicyId id, WarningPolicyRequest request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policy = await db.Set<WarningPolicy>().Where(policy => policy.Id == id).ToCome(clock.Today, "customers.policy-holds", cancel);
        db.Expect(policy, seen);
        var check = new Check();
        await check.FirstDay(request.First, clock.Today.AddDays(1), "customers.day-past", db.Set<WarningPolicy>().Where(other => other.Id != id), "customers.policy-day-taken", cancel);
        check.ThrowIfAny();
        (policy.First, policy.Body) = (request.First, WarningPolicy.Text(request.Spec));
        await db.SaveChangesAsync(cancel);
        return new Saved<WarningPolicyId>(policy.Id, policy.Version);
    }
}

/// <summary>DELETE /api/warning-policies/{id}: while its day is to come.</summary>
internal static class RemoveWarningPolicy
{
    public static Task<NoContent> Handle(WarningPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<WarningPolicy>(policy => policy.Id == id, clock.Today, "customers.policy-holds", cancel);
}
