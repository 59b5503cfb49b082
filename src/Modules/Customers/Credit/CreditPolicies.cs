using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Credit;

/// <param name="Id">Null for what held before the house said anything.</param>
internal sealed record CreditPolicyRow(CreditPolicyId? Id, DateOnly? First, string? ByName, CreditSpec Spec, bool Holds, int Version, IReadOnlyList<string> Can);

internal sealed record CreditPolicyRequest : IChecked
{
    public required DateOnly First { get; init; }

    public required CreditSpec Spec { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        foreach (var (field, code) in CreditFaults.Of(Spec))
        {
            check.Add($"spec.{field}", code, ("max", code == "customers.credit-ratings" ? CreditFaults.MostRatings : CreditFaults.MostDays));
        }

        foreach (var (i, rating) in Spec.Ratings.Take(CreditFaults.MostRatings).Index())
        {
            check.Text($"spec.ratings[{i}].name", rating.Name, 40);
            check.OptionalText($"spec.ratings[{i}].nameEn", rating.NameEn, 60);
            check.That(Enum.IsDefined(rating.Over), $"spec.ratings[{i}].over", "field.not-valid");
            if (rating.Limit is { } limit)
            {
                check.InRange($"spec.ratings[{i}].limit", limit);
            }
        }
    }
}

/// <summary>GET /api/credit-policies: the newest first, last what held before the first of them.</summary>
internal static class CreditPolicies
{
    public sealed record View(IReadOnlyList<CreditPolicyRow> Items);

    public static async Task<View> List(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var (today, people) = (clock.Today, db.PersonCards);
        var all = await db.Set<CreditPolicy>().AsNoTracking().OrderByDescending(policy => policy.First)
            .Select(policy => new { Policy = policy, By = people.Where(person => person.Id == policy.ById).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var now = all.Find(one => one.Policy.First <= today);
        return new View([
            .. all.Select(one => new CreditPolicyRow(one.Policy.Id, one.Policy.First, one.By, one.Policy.Spec, one == now, one.Policy.Version, one.Policy.First > today ? ["edit", "delete"] : [])),
            new CreditPolicyRow(null, null, null, CreditSpec.Usual, now is null, 0, []),
        ]);
    }

    public sealed record Names(IReadOnlyList<RatingView> Items);

    /// <summary>GET /api/credit-ratings: what customers may be rated by today.</summary>
    public static async Task<Names> Ratings(HttpContext http, CreditBook book, CancellationToken cancel) => new(RatingView.Of(await book.Spec(cancel), Languages.Of(http)));

    /// <summary>POST /api/credit-policies: another policy from a day on, today at the earliest.</summary>
    public static async Task<Created<Saved<CreditPolicyId>>> Add(CreditPolicyRequest request, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "customers.day-past", db.Set<CreditPolicy>(), "customers.policy-day-taken", cancel);
        await NoneUnlimited(request.Spec, check, db, cancel);
        check.ThrowIfAny();
        var policy = new CreditPolicy { Id = Id.New<CreditPolicyId>(), First = request.First, Body = CreditPolicy.Text(request.Spec), ById = caller.Person };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/credit-policies/{policy.Id}", new Saved<CreditPolicyId>(policy.Id, policy.Version));
    }

    /// <summary>PUT /api/credit-policies/{id}: while its day is to come.</summary>
    public static async Task<Saved<CreditPolicyId>> Edit(CreditPolicyId id, CreditPolicyRequest request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policy = await db.Set<CreditPolicy>().Where(policy => policy.Id == id).ToCome(clock.Today, "customers.policy-holds", cancel);
        db.Expect(policy, seen);
        var check = new Check();
        await check.FirstDay(request.First, clock.Today.AddDays(1), "customers.day-past", db.Set<CreditPolicy>().Where(other => other.Id != id), "customers.policy-day-taken", cancel);
        await NoneUnlimited(request.Spec, check, db, cancel);
        check.ThrowIfAny();
        (policy.First, policy.Body) = (request.First, CreditPolicy.Text(request.Spec));
        await db.SaveChangesAsync(cancel);
        return new Saved<CreditPolicyId>(policy.Id, policy.Version);
    }

    /// <summary>Whom only his rating limits would be limited by nothing once the house no longer has it.</summary>
    private static async Task NoneUnlimited(CreditSpec spec, Check check, AppDb db, CancellationToken cancel)
    {
        var codes = spec.Ratings.Select(rating => rating.Code).ToList();
        var lost = await db.Set<CustomerCredit>().Where(credit => credit.NowFor != null && credit.Limit == null && credit.Rating != null && !codes.Contains(credit.Rating))
            .GroupBy(credit => credit.Rating!).Select(some => new { Rating = some.Key, Count = some.Count() }).OrderBy(some => some.Rating).FirstOrDefaultAsync(cancel);
        check.That(lost is null, "spec.ratings", "customers.credit-rating-used", ("rating", lost?.Rating), ("count", lost?.Count));
    }

    /// <summary>DELETE /api/credit-policies/{id}: while its day is to come.</summary>
    public static Task<NoContent> Remove(CreditPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<CreditPolicy>(policy => policy.Id == id, clock.Today, "customers.policy-holds", cancel);
}
