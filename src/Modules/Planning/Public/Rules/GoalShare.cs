using Yingpan.Kernel;

namespace Yingpan.Planning.Public.Rules;

/// <summary>
/// How much of a goal falls into a period (docs/rules/goal-share.md). A goal accrues evenly over its days, and what has accrued by the end
/// of a day is rounded half up; a period gets what has accrued by its end less what had accrued before it began. So neighbouring
/// periods always add up to the goal, to the cent, however it is cut.
/// </summary>
public static class GoalShare
{
    public static Money Of(Money goal, Period over, Period wanted)
    {
        if (wanted.Intersect(over) is not { } part)
        {
            return Money.Zero;
        }

        return Accrued(goal, over, part.Last.DayNumber - over.First.DayNumber + 1) - Accrued(goal, over, part.First.DayNumber - over.First.DayNumber);
    }

    private static Money Accrued(Money goal, Period over, int days) =>
        new((long)RoundingExtensions.Divide(Rounding.HalfUp, (Int128)goal.Minor * days, over.Days));
}
