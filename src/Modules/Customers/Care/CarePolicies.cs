using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

internal sealed record CarePolicyRow(CarePolicyId? Id, DateOnly? First, CareSpec Spec, bool Holds, int Version, IReadOnlyList<string> Can);

/// <summary>GET /api/care-policies: the newest first, last what held before the first of them; and the last runs.</summary>
internal static class CarePolicies
{
    private const int RunsShown = 10;

    public sealed record View(IReadOnlyList<CarePolicyRow> Items, IReadOnlyList<CareRun> Runs);

    public static async Task<CareSpec> CareOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        (await db.HoldingOn<CarePolicy>(day, cancel))?.Spec ?? UsualCare.Of((await db.GradingOn(day, cancel)).Spec.ValueGrades());

    public static async Task<View> List(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var policies = await db.Set<CarePolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        var now = policies.Find(policy => policy.First <= today);
        return new View(
            [
                .. policies.Select(policy => new CarePolicyRow(policy.Id, policy.First, policy.Spec, policy == now, policy.Version, policy.First > today ? ["edit", "delete"] : [])),
                new CarePolicyRow(null, null, UsualCare.Of((await db.GradingOn(today, cancel)).Spec.ValueGrades()), now is null, 0, []),
            ],
            await db.Set<CareRun>().AsNoTracking().OrderByDescending(run => run.Number).Take(RunsShown).ToListAsync(cancel));
    }

    /// <summary>POST /api/care-policies: another policy from a day on, today at the earliest.</summary>
    public static async Task<Created<Saved<CarePolicyId>>> Add(CarePolicyRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "customers.day-past", db.Set<CarePolicy>(), "customers.policy-day-taken", cancel);
        await Units(check, request.Spec, db, cancel);
        check.ThrowIfAny();
        var policy = new CarePolicy { Id = Id.New<CarePolicyId>(), First = request.First, Body = CarePolicy.Text(request.Spec) };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/care-policies/{policy.Id}", new Saved<CarePolicyId>(policy.Id, policy.Version));
    }

    /// <summary>PUT /api/care-policies/{id}: while its day is to come.</summary>
    public static async Task<Saved<CarePolicyId>> Edit(CarePolicyId id, CarePolicyRequest request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policy = await db.Set<CarePolicy>().Where(policy => policy.Id == id).ToCome(clock.Today, "customers.policy-holds", cancel);
        db.Expect(policy, seen);
        var check = new Check();
        await check.FirstDay(request.First, clock.Today.AddDays(1), "customers.day-past", db.Set<CarePolicy>().Where(other => other.Id != id), "customers.policy-day-taken", cancel);
        await Units(check, request.Spec, db, cancel);
        check.ThrowIfAny();
        (policy.First, policy.Body) = (request.First, CarePolicy.Text(request.Spec));
        await db.SaveChangesAsync(cancel);
        return new Saved<CarePolicyId>(policy.Id, policy.Version);
    }

    /// <summary>DELETE /api/care-policies/{id}: while its day is to come.</summary>
    public static Task<NoContent> Remove(CarePolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<CarePolicy>(policy => policy.Id == id, clock.Today, "customers.policy-holds", cancel);

    private static async Task Units(Check check, CareSpec spec, AppDb db, CancellationToken cancel)
    {
        var known = await db.UnitCards.Select(unit => unit.Id).ToHashSetAsync(cancel);
        for (var i = 0; i < spec.Lines.Count; i++)
        {
            check.That(spec.Lines[i].UnitId is not { } unit || known.Contains(unit), $"spec.lines[{i}].unitId", "record.not-found");
        }
    }
}

internal sealed record CarePolicyRequest : IChecked
{
    public required DateOnly First { get; init; }

    public required CareSpec Spec { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        CheckSpec(check, Spec);
    }

    public static void CheckSpec(Check check, CareSpec spec)
    {
        foreach (var (path, code) in CareFaults.Of(spec))
        {
            check.Add($"spec.{path}", code);
        }

        foreach (var kind in spec.Kinds)
        {
            check.OptionalText("spec.kinds", kind.Code, 40);
            check.OptionalText("spec.kinds", kind.Name, 40);
            check.OptionalText("spec.kinds", kind.NameEn, 60);
        }

        for (var i = 0; i < spec.Lines.Count; i++)
        {
            check.OptionalText($"spec.lines[{i}].code", spec.Lines[i].Code, 40);
            foreach (var text in spec.Lines[i].Holidays.Concat(spec.Lines[i].Grades))
            {
                check.OptionalText($"spec.lines[{i}].holidays", text, 60);
            }

            if (spec.Lines[i].Budget is { } budget)
            {
                check.InRange($"spec.lines[{i}].budget", budget);
            }
        }

        for (var i = 0; i < spec.Next.Count; i++)
        {
            check.OptionalText($"spec.next[{i}].script", spec.Next[i].Script, 500);
            check.OptionalText($"spec.next[{i}].scriptEn", spec.Next[i].ScriptEn, 500);
        }
    }
}

/// <summary>GET /api/care-words: the kinds one may choose from; those of earlier policies stay readable.</summary>
internal static class ReadCareWords
{
    /// <param name="Now">Codes that may be chosen today.</param>
    public sealed record View(IReadOnlyList<CareKind> Kinds, IReadOnlyList<string> Now);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var kinds = await All(db, clock.Today, cancel);
        return new View([.. kinds.SelectMany(some => some).DistinctBy(kind => kind.Code)], [.. kinds[0].Select(kind => kind.Code)]);
    }

    public static async Task<Dictionary<string, CareKind>> ByCode(AppDb db, DateOnly today, CancellationToken cancel) =>
        (await All(db, today, cancel)).SelectMany(some => some).DistinctBy(kind => kind.Code).ToDictionary(kind => kind.Code);

    /// <summary>The newest first.</summary>
    private static async Task<List<IReadOnlyList<CareKind>>> All(AppDb db, DateOnly today, CancellationToken cancel) =>
        [.. (await db.Set<CarePolicy>().AsNoTracking().Where(policy => policy.First <= today).OrderByDescending(policy => policy.First).ToListAsync(cancel)).Select(policy => policy.Spec.Kinds), UsualCare.Kinds];
}

/// <summary>POST /api/care-runs: the planning of the day, now.</summary>
internal static class PlanCareNow
{
    public static async Task<CareRun> Handle(PlanCare plan, CompanyClock clock, CancellationToken cancel) => await plan.Run(clock.Today, cancel);
}
