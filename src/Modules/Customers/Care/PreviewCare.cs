using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

/// <summary>POST /api/care-policies/preview: what such a policy would ask of whom, in the long run and in its first week. Nothing is written.</summary>
internal static class PreviewCare
{
    private const int PeopleShown = 100;
    private const int WeeksOfYear = 52;
    private const int FirstDays = 7;

    public sealed record Request : IChecked
    {
        public required CareSpec Spec { get; init; }

        public void Check(Check check) => CarePolicyRequest.CheckSpec(check, Spec);
    }

    /// <param name="Budget">Of a year, if each deed takes all of its budget.</param>
    public sealed record KindLine(string Kind, int Customers, decimal PerWeek, Money Budget);

    /// <param name="FirstWeek">Due in the first seven days.</param>
    public sealed record PersonLine(PersonId PersonId, string? Name, int Customers, decimal PerWeek, int FirstWeek);

    /// <param name="Customers">Those of whom any line speaks, of <paramref name="Of"/>.</param>
    /// <param name="People">Whoever would have most to do first.</param>
    public sealed record View(int Customers, int Of, decimal PerWeek, Money Budget, IReadOnlyList<KindLine> Kinds, IReadOnlyList<PersonLine> People);

    public static async Task<View> Handle(Request request, AppDb db, CareHouse house, CompanyClock clock, CancellationToken cancel)
    {
        var cared = await house.Load(request.Spec, clock.Today, cancel);
        var (kinds, people, touched, until) = (new Dictionary<string, Sum>(), new Dictionary<PersonId, Sum>(), 0, clock.Today.AddDays(FirstDays));
        foreach (var facts in cared.Customers)
        {
            var load = CareLoad.Of(request.Spec, facts, cared.Today);
            touched += load.Count > 0 ? 1 : 0;
            foreach (var (line, perWeek) in load)
            {
                Of(kinds, line.Kind).Add(facts.Id, perWeek, line.Budget is { } budget ? WeeksOfYear * perWeek * budget.ToDecimal() : 0);
                Of(people, Whose(line, facts)).Add(facts.Id, perWeek, 0);
            }

            foreach (var care in CarePlan.Of(request.Spec, facts, cared.Today).Where(care => care.DueOn < until))
            {
                Of(people, care.Sponsor ?? facts.Owner).FirstWeek++;
            }
        }

        var names = await db.PersonCards.Where(person => people.Keys.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new View(
            touched,
            cared.Customers.Count,
            Rounded(kinds.Values.Sum(sum => sum.PerWeek)),
            Year(kinds.Values.Sum(sum => sum.Budget)),
            [.. request.Spec.Kinds.Where(kind => kinds.ContainsKey(kind.Code)).Select(kind => (kind.Code, Sum: kinds[kind.Code])).Select(one => new KindLine(one.Code, one.Sum.Customers.Count, Rounded(one.Sum.PerWeek), Year(one.Sum.Budget)))],
            [.. people.OrderByDescending(one => one.Value.PerWeek).ThenBy(one => one.Key.Value).Take(PeopleShown)
                .Select(one => new PersonLine(one.Key, names.GetValueOrDefault(one.Key), one.Value.Customers.Count, Rounded(one.Value.PerWeek), one.Value.FirstWeek))]);
    }

    private static PersonId Whose(CareLine line, CareFacts facts) => line.Trigger == CareTrigger.KeyAccount && facts.Account?.Sponsor is { } sponsor ? sponsor : facts.Owner;

    private static decimal Rounded(decimal perWeek) => decimal.Round(perWeek, 1, MidpointRounding.AwayFromZero);

    private static Money Year(decimal budget) => Money.Of(budget, Rounding.HalfUp);

    private static Sum Of<T>(Dictionary<T, Sum> sums, T key) where T : notnull
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            sums[key] = sum = new Sum();
        }

        return sum;
    }

    private sealed class Sum
    {
        public HashSet<CustomerId> Customers { get; } = [];

        public decimal PerWeek { get; private set; }

        public decimal Budget { get; private set; }

        public int FirstWeek { get; set; }

        public void Add(CustomerId customer, decimal perWeek, decimal budget)
        {
            Customers.Add(customer);
            (PerWeek, Budget) = (PerWeek + perWeek, Budget + budget);
        }
    }
}
