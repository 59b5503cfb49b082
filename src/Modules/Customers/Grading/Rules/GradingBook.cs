using Yingpan.Kernel;

namespace Yingpan.Customers.Grading.Rules;

internal sealed record GradedCard(Scorecard Card, Standing Standing, CardScore Score);

internal sealed record Graded(Guid Customer, GradedCard[] Cards, RfmScore? Rfm, RfmSegment? Segment, Money Sales, DateOnly? LastOrderOn);

internal sealed record GradedHouse(Graded[] Customers, RfmCuts Cuts);

/// <summary>Grades a whole house on a day. Preview and run are this same function; only what is done with the answer differs.</summary>
internal static class GradingBook
{
    /// <param name="before">Where each stood, by customer and in the order of <see cref="Scorecard"/>.</param>
    public static GradedHouse Of(GradingSpec spec, IReadOnlyList<CustomerFigures> customers, Func<Guid, Scorecard, Standing> before, DateOnly day)
    {
        var cuts = spec.Rfm is { Method: RfmMethod.Fixed, Cuts: { } given } ? given : Rfm.Quantiles([.. customers.Where(customer => customer.HasBought)], day);
        var graded = new Graded[customers.Count];
        Parallel.For(0, customers.Count, i => graded[i] = One(spec, customers[i], cuts, before, day));
        return new GradedHouse(graded, cuts);
    }

    private static Graded One(GradingSpec spec, CustomerFigures figures, RfmCuts cuts, Func<Guid, Scorecard, Standing> before, DateOnly day)
    {
        RfmScore? rfm = figures.LastOn is { } last
            ? Rfm.ScoreOf(day.DayNumber - last.DayNumber, figures.Orders, (decimal)figures.Sales.Minor / 100, cuts)
            : null;
        var cards = new GradedCard[spec.Cards.Count];
        for (var i = 0; i < cards.Length; i++)
        {
            var card = spec.Cards[i];
            var score = Scoring.Of(card, figures, rfm, day);
            cards[i] = new GradedCard(card.Card, Steadying.Next(before(figures.Id, card.Card), score.Tenths, card, day), score);
        }

        return new Graded(figures.Id, cards, rfm, rfm is { } known ? Rfm.SegmentOf(known) : null, figures.Sales, figures.LastOn);
    }
}
