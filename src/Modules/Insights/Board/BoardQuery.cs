using Yingpan.Kernel;
using Yingpan.Platform.Http;
using Yingpan.Territories.Public;

namespace Yingpan.Insights.Board;

internal enum BoardSubject
{
    Person,
    Unit,
    Territory,
}

/// <summary>Which board: a period, what its rows are, and a part of the house to look at.</summary>
internal sealed class BoardQuery : IChecked
{
    /// <summary>First day, included.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly To { get; init; }

    public BoardSubject? By { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>That unit and all below it.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>That territory and all below it.</summary>
    public TerritoryId? Territory { get; init; }

    public Period Period => new(From, To);

    /// <summary>The day of the period nearest to today: the tree of the board is that of this day, so a later change of it moves no result.</summary>
    public DateOnly TreeDay(DateOnly today) => today < From ? From : today > To ? To : today;

    public void Check(Check check)
    {
        check.Period("from", From, To);
        check.Day("to", To);
        check.That(To.DayNumber - From.DayNumber < 3700, "to", "insights.too-long");
    }
}
