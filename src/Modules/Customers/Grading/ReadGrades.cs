using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Grading;

/// <summary>One criterion of a grade: which figure gave how many points, and how much it weighs.</summary>
internal sealed record WhyLine(string Code, string Name, string? NameEn, Measure Measure, decimal? Raw, int? Points, int Weight, string? Field);

internal sealed record OverrideView(GradeOverrideId Id, Scorecard Card, string Grade, string Reason, DateOnly First, DateOnly Until, string? ByName, bool Holds, int Version);

internal sealed record GradedCardView
{
    public required Scorecard Card { get; init; }

    /// <summary>What holds: set by hand, else computed.</summary>
    public string? Grade { get; init; }

    public string? Computed { get; init; }

    /// <summary>Points times ten.</summary>
    public int? Tenths { get; init; }

    /// <summary>Since when the points lie below the grade.</summary>
    public DateOnly? Below { get; init; }

    public required IReadOnlyList<GradeBand> Bands { get; init; }

    public required IReadOnlyList<WhyLine> Why { get; init; }
}

/// <summary>What of a customer's grades changed on a day.</summary>
internal sealed record GradeStep(DateOnly On, Scorecard Card, string? From, string? To, int? Tenths, IReadOnlyList<WhyLine> Why);

internal sealed record MarkView(string Criterion, int Points, DateOnly On, string? Note, string? ByName);

/// <summary>GET /api/customers/{id}/grades: how he stands on each card, why, and how it was.</summary>
internal static class ReadGrades
{
    private const int LinesShown = 40;

    public sealed record View
    {
        /// <summary>The day the figures are of; null before the first run.</summary>
        public DateOnly? AsOf { get; init; }

        public int? Rfm { get; init; }

        public RfmSegment? Segment { get; init; }

        public required IReadOnlyList<GradedCardView> Cards { get; init; }

        public required IReadOnlyList<OverrideView> Overrides { get; init; }

        public required IReadOnlyList<GradeStep> History { get; init; }

        public required IReadOnlyList<MarkView> Marks { get; init; }

        /// <summary><c>override</c>, <c>mark</c></summary>
        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var owner = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => customer.Id == id)
            .Select(customer => new { customer.OwnerId, customer.TerritoryId }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        var today = clock.Today;
        var grade = await db.Set<CustomerGrade>().AsNoTracking().FirstOrDefaultAsync(grade => grade.CustomerId == id, cancel);
        var overrides = await db.Set<GradeOverride>().AsNoTracking().Where(one => one.CustomerId == id).OrderByDescending(one => one.First).ThenByDescending(one => one.Until).ToListAsync(cancel);
        var lines = await db.Set<GradeLine>().AsNoTracking().Where(line => line.CustomerId == id).OrderByDescending(line => line.On).Take(LinesShown).ToListAsync(cancel);
        var marks = await db.Set<GradeMark>().AsNoTracking().Where(mark => mark.CustomerId == id).OrderByDescending(mark => mark.On).ThenByDescending(mark => mark.At).Take(LinesShown).ToListAsync(cancel);
        List<PersonId> people = [.. overrides.Select(one => one.ById).Concat(marks.Select(mark => mark.ById)).OfType<PersonId>().Distinct()];
        var names = await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var specs = new Dictionary<Guid, GradingSpec>();
        foreach (var policy in lines.Select(line => line.PolicyId).Append(grade?.PolicyId).Distinct())
        {
            specs[policy?.Value ?? Guid.Empty] = await db.GradingBy(policy, cancel);
        }

        var spec = grade is null ? (await db.GradingOn(today, cancel)).Spec : specs[grade.PolicyId?.Value ?? Guid.Empty];
        var cards = grade is null ? [] : StoredCards.Read(grade.Cards);
        var can = new List<string>();
        if (await reach.Covers(owner.OwnerId, owner.TerritoryId, CustomersPermissions.OverrideGrade, cancel))
        {
            can.Add("override");
        }

        if (await db.MayEditCustomer(id, reach, cancel))
        {
            can.Add("mark");
        }

        return new View
        {
            AsOf = grade?.ComputedOn,
            Rfm = grade?.Rfm,
            Segment = grade?.Segment,
            Cards = [.. spec.Cards.Select(card =>
            {
                var stored = StoredCards.Find(cards, card.Card);
                var byHand = overrides.Find(one => one.Card == card.Card && one.First <= today && one.Until >= today);
                return new GradedCardView
                {
                    Card = card.Card,
                    Grade = byHand?.Grade ?? stored?.Grade,
                    Computed = stored?.Grade,
                    Tenths = stored?.Tenths,
                    Below = stored?.Below,
                    Bands = card.Bands,
                    Why = Why(card, stored),
                };
            })],
            Overrides = [.. overrides.Select(one => new OverrideView(one.Id, one.Card, one.Grade, one.Reason, one.First, one.Until, Name(one.ById), one.First <= today && one.Until >= today, one.Version))],
            History = [.. Steps(lines, specs)],
            Marks = [.. marks.Select(mark => new MarkView(mark.Criterion, mark.Points, mark.On, mark.Note, Name(mark.ById)))],
            Can = can,
        };

        string? Name(PersonId? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static IEnumerable<GradeStep> Steps(List<GradeLine> lines, Dictionary<Guid, GradingSpec> specs)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var spec = specs[lines[i].PolicyId?.Value ?? Guid.Empty];
            var (now, before) = (StoredCards.Read(lines[i].Cards), i + 1 < lines.Count ? StoredCards.Read(lines[i + 1].Cards) : []);
            if (i + 1 == lines.Count && lines.Count == LinesShown)
            {
                // What came before it is not read, so it cannot be said what changed.
                break;
            }

            foreach (var card in now)
            {
                var was = GradeCustomers.GradeOf(before, card.Card);
                if (was != card.Grade)
                {
                    yield return new GradeStep(lines[i].On, card.Card, was, card.Grade, card.Tenths, Why(spec.Cards.First(one => one.Card == card.Card), card));
                }
            }
        }
    }

    private static IReadOnlyList<WhyLine> Why(ScoreCard card, StoredCard? stored) =>
        [.. card.Criteria.Select((criterion, i) => new WhyLine(criterion.Code, criterion.Name, criterion.NameEn, criterion.Measure, stored?.Raw.ElementAtOrDefault(i), stored?.Points.ElementAtOrDefault(i), criterion.Weight, criterion.Field))];
}

/// <summary>GET /api/customer-grades: what the house calls its grades by value, the best first.</summary>
internal static class ListGradeNames
{
    /// <param name="Items">Today.</param>
    /// <param name="Earlier">Names that held before and no longer do: a warning or a duty of that time still carries one.</param>
    public sealed record View(IReadOnlyList<string> Items, IReadOnlyList<string> Earlier);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var specs = (await db.Set<GradingPolicy>().AsNoTracking().Where(policy => policy.First <= today).OrderByDescending(policy => policy.First).ToListAsync(cancel))
            .ConvertAll(policy => policy.Spec);
        specs.Add(UsualGrading.Spec);
        var now = specs[0].ValueGrades();
        return new View(now, [.. specs.SelectMany(spec => spec.ValueGrades()).Distinct(StringComparer.Ordinal).Except(now, StringComparer.Ordinal)]);
    }
}
