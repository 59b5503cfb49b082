namespace Yingpan.Customers.Grading.Rules;

/// <summary>What a customer is graded by, each by its own card.</summary>
internal enum Scorecard
{
    /// <summary>What he buys, how often, how he pays.</summary>
    Value,

    /// <summary>How near he is to buying.</summary>
    Intent,

    /// <summary>How safe he is: many points are little risk.</summary>
    Risk,

    /// <summary>How well he fits where we want to go.</summary>
    Partner,
}

/// <summary>Where the figure of a criterion comes from.</summary>
internal enum Measure
{
    /// <summary>Sales in the window, in major units.</summary>
    Sales,

    /// <summary>Orders in the window.</summary>
    Orders,

    DaysSinceOrder,

    /// <summary>Sales of the window against those of the one before, in percent of the latter: 120 is a fifth more.</summary>
    SalesTrend,

    /// <summary>Full months since the first order.</summary>
    Relation,

    /// <summary>Percent of what was due that came in time.</summary>
    OnTime,

    /// <summary>What is overdue, in major units.</summary>
    Overdue,

    /// <summary>Days since the oldest of it fell due.</summary>
    OverdueDays,

    /// <summary>1 to 5.</summary>
    Recency,

    /// <summary>1 to 5.</summary>
    Frequency,

    /// <summary>1 to 5.</summary>
    Monetary,

    /// <summary>Points from what a field of the customer says.</summary>
    Field,

    /// <summary>Points somebody entered, with a day.</summary>
    Entered,
}

/// <summary>From that figure on, to the next step: [from, next).</summary>
internal sealed record ScoreStep(decimal From, int Points);

internal sealed record FieldPoints(string Value, int Points);

/// <summary>From that many points on: [from, next better).</summary>
internal sealed record GradeBand(string Grade, int From);

internal sealed record Criterion
{
    /// <summary>Stays when the name changes: what was entered hangs on it.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required Measure Measure { get; init; }

    public required int Weight { get; init; }

    /// <summary>For <see cref="Measure.Field"/>: industry, city, territory, state, or the code of a field of the house's own.</summary>
    public string? Field { get; init; }

    /// <summary>For <see cref="Measure.Entered"/>: an entry older than that counts no more.</summary>
    public int? ValidDays { get; init; }

    public IReadOnlyList<ScoreStep> Steps { get; init; } = [];

    public IReadOnlyList<FieldPoints> Values { get; init; } = [];

    /// <summary>Points where nothing is known; null leaves the criterion out.</summary>
    public int? Otherwise { get; init; }
}

internal sealed record ScoreCard
{
    public required Scorecard Card { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>The best first.</summary>
    public required IReadOnlyList<GradeBand> Bands { get; init; }

    /// <summary>Points below his band within which a customer keeps his grade for <see cref="Days"/>.</summary>
    public required int Margin { get; init; }

    public required int Days { get; init; }

    /// <summary>Percent of the weights of which something must be known for a grade at all.</summary>
    public required int Known { get; init; }
}

internal enum RfmMethod
{
    /// <summary>Fifths of the house's own buyers.</summary>
    Quantile,

    /// <summary>The four bounds of the policy.</summary>
    Fixed,
}

/// <summary>Four bounds each, rising; above a bound is a score further.</summary>
internal sealed record RfmCuts(IReadOnlyList<decimal> Days, IReadOnlyList<decimal> Orders, IReadOnlyList<decimal> Sales);

internal sealed record RfmSpec(RfmMethod Method, RfmCuts? Cuts = null);

/// <summary>All that grades go by, from a day on.</summary>
internal sealed record GradingSpec
{
    /// <summary>The window of sales and orders, in months up to the day.</summary>
    public required int Months { get; init; }

    /// <summary>Days after the order by which it should be paid.</summary>
    public required int PaymentDays { get; init; }

    public required RfmSpec Rfm { get; init; }

    public required IReadOnlyList<ScoreCard> Cards { get; init; }

    /// <summary>What customers are called by value, the best first.</summary>
    public IReadOnlyList<string> ValueGrades() => [.. Cards.Where(card => card.Card == Scorecard.Value).SelectMany(card => card.Bands.Select(band => band.Grade))];
}
