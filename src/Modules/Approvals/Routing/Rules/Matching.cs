using Yingpan.Organization.Public.Rules;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>Why a row does not fit: the first condition that says no.</summary>
internal enum Mismatch
{
    Matter,
    Amount,
    Discount,
    Days,
    Grade,
    Unit,
    Position,
}

internal static class Matching
{
    /// <summary>
    /// Null when the row fits. A condition on a fact the request does not have says no. Unit and position come last: a row that fails by one
    /// of them fits in all else.
    /// </summary>
    public static Mismatch? Of(RouteRow row, Facts facts, Chart chart)
    {
        if (row.Matters.Count > 0 && (facts.Matter is not { } matter || !row.Matters.Contains(matter)))
        {
            return Mismatch.Matter;
        }

        if ((row.AmountFrom is not null || row.AmountTo is not null)
            && (facts.Amount is not { } amount || amount < (row.AmountFrom ?? amount) || amount >= (row.AmountTo ?? new(long.MaxValue))))
        {
            return Mismatch.Amount;
        }

        if ((row.DiscountFrom is not null || row.DiscountTo is not null)
            && (facts.Discount is not { } discount || discount < (row.DiscountFrom ?? discount) || discount >= (row.DiscountTo ?? new(long.MaxValue))))
        {
            return Mismatch.Discount;
        }

        if ((row.DaysFrom is not null || row.DaysTo is not null)
            && (facts.Days is not { } days || days < (row.DaysFrom ?? days) || days >= (row.DaysTo ?? new(long.MaxValue))))
        {
            return Mismatch.Days;
        }

        if (row.Grades.Count > 0 && (facts.Grade is null || !row.Grades.Contains(facts.Grade, StringComparer.OrdinalIgnoreCase)))
        {
            return Mismatch.Grade;
        }

        if (row.UnitId is { } above && (facts.Unit is not { } unit || !chart.IsUnder(unit, above)))
        {
            return Mismatch.Unit;
        }

        return row.Positions.Count > 0 && (facts.Position is not { } position || !row.Positions.Contains(position)) ? Mismatch.Position : null;
    }

    /// <summary>Place of the first row that fits, from 0; null when none does.</summary>
    public static int? RowOf(RouteTable table, Facts facts, Chart chart)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (Of(table.Rows[i], facts, chart) is null)
            {
                return i;
            }
        }

        return null;
    }
}
