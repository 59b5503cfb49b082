using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Grading;

/// <summary>A policy as it holds on a day.</summary>
internal sealed record PolicyOfDay(GradingPolicyId? Id, GradingSpec Spec);

internal static class GradingPolicies
{
    public static async Task<PolicyOfDay> GradingOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<GradingPolicy>(day, cancel) is { } policy
            ? new PolicyOfDay(policy.Id, policy.Spec)
            : new PolicyOfDay(null, UsualGrading.Spec);

    /// <summary>The policy a row was written by; null as id is the one of a house that has said nothing.</summary>
    public static async Task<GradingSpec> GradingBy(this AppDb db, GradingPolicyId? id, CancellationToken cancel) =>
        id is { } known ? (await db.Set<GradingPolicy>().AsNoTracking().FirstAsync(policy => policy.Id == known, cancel)).Spec : UsualGrading.Spec;
}

/// <summary>
/// Grades the whole house: facts and figures without a transaction, then only what changed in one short one. The number of the run is the only thing
/// two runs can fall out about: who comes second finds it taken, and begins anew from what the first has written.
/// </summary>
internal sealed class GradeCustomers(AppDb db, GradingFacts facts, CompanyClock clock) : IRecurringJob
{
    private const int Tries = 5;

    public Task Run(CancellationToken cancel) => Run(clock.Today, cancel);

    public async Task<GradingRun> Run(DateOnly day, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(day, cancel);
            }
            catch (Exception failure) when (tries < Tries && (failure is DbUpdateException taken ? taken.IsUniqueViolation(out _) : failure.IsReferenceViolation()))
            {
                // Another run came first, or a customer went between the reading and the writing.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What a run by that policy on that day would give, beside how each stands.</summary>
    public async Task<(GradedHouse House, Dictionary<CustomerId, Known> Before)> Compute(GradingSpec spec, DateOnly day, CancellationToken cancel)
    {
        var known = await db.Set<CustomerGrade>().AsNoTracking().Select(grade => new { grade.CustomerId, grade.Cards, grade.PolicyId, grade.Rfm, grade.Sales, grade.LastOrderOn }).ToListAsync(cancel);
        var read = new Known[known.Count];
        Parallel.For(0, read.Length, i => read[i] = new Known(StoredCards.Read(known[i].Cards), known[i].PolicyId, known[i].Rfm, known[i].Sales, known[i].LastOrderOn));
        var before = new Dictionary<CustomerId, Known>(known.Count);
        for (var i = 0; i < read.Length; i++)
        {
            before.Add(known[i].CustomerId, read[i]);
        }

        return (GradingBook.Of(spec, await facts.Load(spec, day, cancel), Standing, day), before);

        Standing Standing(Guid customer, Scorecard card) =>
            before.TryGetValue(new CustomerId(customer), out var stood) && StoredCards.Find(stood.Cards, card) is { } one ? new Standing(one.Grade, one.Below) : default;
    }

    internal sealed record Known(StoredCard[] Cards, GradingPolicyId? PolicyId, int? Rfm, Money Sales, DateOnly? LastOrderOn)
    {
        public string? this[Scorecard card] => GradeOf(Cards, card);
    }

    internal static string? GradeOf(StoredCard[] cards, Scorecard card) => StoredCards.Find(cards, card)?.Grade;

    private async Task<GradingRun> Once(DateOnly day, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var last = await db.Set<GradingRun>().MaxAsync(run => (int?)run.Number, cancel) ?? 0;
        var policy = await db.GradingOn(day, cancel);
        var (house, before) = await Compute(policy.Spec, day, cancel);
        var news = new News?[house.Customers.Length];
        Parallel.For(0, news.Length, i => news[i] = NewsOf(house.Customers[i]));
        // Who was never graded has no row to take the place of, and is simply added.
        List<CustomerGrade> added = [], rows = [];
        List<GradeLine> begun = [], lines = [];
        foreach (var (row, line, isFirst) in news.OfType<News>())
        {
            (isFirst ? added : rows).Add(row);
            if (line is not null)
            {
                (isFirst ? begun : lines).Add(line);
            }
        }

        return await db.InTransaction(async () =>
        {
            var run = new GradingRun
            {
                Number = last + 1,
                On = day,
                At = clock.Now,
                PolicyId = policy.Id,
                Customers = house.Customers.Length,
                Changed = begun.Count + lines.Count,
                Milliseconds = (int)watch.ElapsedMilliseconds,
                Cuts = JsonSerializer.Serialize(house.Cuts, JsonTypes.Options),
            };
            db.Add(run);
            await db.SaveChangesAsync(cancel);
            await db.Put(added, replace: false, cancel);
            await db.Put(begun, replace: false, cancel);
            await db.Put(rows, replace: true, cancel);
            await db.Put(lines, replace: true, cancel);
            return run;
        }, cancel);

        News? NewsOf(Graded graded)
        {
            var id = new CustomerId(graded.Customer);
            var cards = StoredCards.Of(graded);
            var was = before.GetValueOrDefault(id);
            if (was is not null && was.PolicyId == policy.Id && was.Rfm == graded.Rfm?.Code && was.Sales == graded.Sales && was.LastOrderOn == graded.LastOrderOn
                && StoredCards.SayTheSame(was.Cards, cards, policy.Spec))
            {
                return null;
            }

            var row = RowOf(id, graded, cards, policy.Id, day);
            var isOther = was is null ? cards.Any(card => card.Grade is not null) : Enum.GetValues<Scorecard>().Any(card => was[card] != GradeOf(cards, card));
            return new News(row, isOther ? LineOf(row) : null, was is null);
        }
    }

    /// <param name="Line">Null where every grade stayed as it was.</param>
    private sealed record News(CustomerGrade Row, GradeLine? Line, bool IsFirst);

    private static CustomerGrade RowOf(CustomerId id, Graded graded, StoredCard[] cards, GradingPolicyId? policy, DateOnly day) => new()
    {
        CustomerId = id,
        Value = GradeOf(cards, Scorecard.Value),
        Intent = GradeOf(cards, Scorecard.Intent),
        Risk = GradeOf(cards, Scorecard.Risk),
        Partner = GradeOf(cards, Scorecard.Partner),
        Rfm = graded.Rfm?.Code,
        Segment = graded.Segment,
        Sales = graded.Sales,
        LastOrderOn = graded.LastOrderOn,
        Cards = StoredCards.Text(cards),
        PolicyId = policy,
        ComputedOn = day,
    };

    private static GradeLine LineOf(CustomerGrade row) => new()
    {
        CustomerId = row.CustomerId,
        On = row.ComputedOn,
        Value = row.Value,
        Intent = row.Intent,
        Risk = row.Risk,
        Partner = row.Partner,
        Segment = row.Segment,
        Cards = row.Cards,
        PolicyId = row.PolicyId,
    };
}
