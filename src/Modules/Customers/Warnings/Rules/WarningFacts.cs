using Yingpan.Kernel;

namespace Yingpan.Customers.Warnings.Rules;

/// <summary>What is known of one customer on a day.</summary>
internal sealed class WarningFacts
{
    public const int RecentDays = 90;
    public const int BeforeDays = 360;

    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Days with an order, rising, each once.</summary>
    public IReadOnlyList<DateOnly> OrderDays { get; set; } = [];

    /// <summary>Sales of the last <see cref="RecentDays"/> days, the day itself included.</summary>
    public Money Recent { get; set; }

    /// <summary>Sales of the <see cref="BeforeDays"/> days before those.</summary>
    public Money Before { get; set; }

    public Money Overdue { get; set; }

    public DateOnly? OverdueSince { get; set; }

    /// <summary>When we last had to do with him.</summary>
    public DateOnly? LastContact { get; set; }

    /// <summary>In the last <see cref="RecentDays"/> days; null where nobody counts them.</summary>
    public int? Complaints { get; set; }

    /// <summary>Null while the house has bought too little to tell.</summary>
    public RhythmParameters? Rhythm { get; set; }
}

/// <summary>What an indicator reads: the greater, the worse.</summary>
/// <param name="Inputs">What it was read from, by name.</param>
internal sealed record Reading(decimal Value, IReadOnlyDictionary<string, string> Inputs);

/// <summary>One sign that a customer is leaving. A file and a page in docs/rules for each; <see cref="IndicatorBook.All"/> lists them.</summary>
internal interface IIndicator
{
    /// <summary>Stays: policies, signals and the texts of the web name it.</summary>
    string Code { get; }

    /// <summary>Null where nothing can be said of this customer.</summary>
    Reading? Of(WarningFacts facts);
}

internal static class IndicatorBook
{
    public static IReadOnlyList<IIndicator> All { get; } =
    [
        new Indicators.BuyingInterval(), new Indicators.SpendingFall(), new Indicators.OverdueDays(), new Indicators.ContactGap(), new Indicators.Complaints(), new Indicators.ChanceGone(),
    ];

    public static decimal Rounded(double value) => decimal.Round((decimal)value, 3, MidpointRounding.AwayFromZero);
}
