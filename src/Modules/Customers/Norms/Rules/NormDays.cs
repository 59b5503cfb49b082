using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Customers.Norms.Rules;

/// <summary>How many of each a working day asks for: at least, and at most where more is done at the cost of their worth.</summary>
/// <param name="WholeOnly">Only names count of which nothing is missing.</param>
public sealed record Norm(int NamesFrom, int NamesTo, int RecordsFrom, int RecordsTo, bool WholeOnly)
{
    /// <summary>30 to 50 names and 15 to 25 records.</summary>
    public static readonly Norm Usual = new(30, 50, 15, 25, true);

    /// <summary>跟进: customers followed up, at least; 0 asks for nothing, as with all below.</summary>
    public int FollowsFrom { get; init; }

    public int WeekNamesFrom { get; init; }

    public int WeekRecordsFrom { get; init; }

    public int WeekFollowsFrom { get; init; }

    /// <summary>Of half a day, rounded up; what the week asks for is of the week.</summary>
    public Norm Halved() => this with { FollowsFrom = (FollowsFrom + 1) / 2, NamesFrom = (NamesFrom + 1) / 2, NamesTo = (NamesTo + 1) / 2, RecordsFrom = (RecordsFrom + 1) / 2, RecordsTo = (RecordsTo + 1) / 2 };
}

/// <param name="Unit">Null is the whole house.</param>
/// <param name="Position">Null is every one.</param>
/// <param name="Norm">Null asks for nothing.</param>
public sealed record NormFrom(UnitId? Unit, PositionId? Position, DateOnly First, Norm? Norm);

/// <summary>Which norm holds for whom on which day (docs/rules/name-norms.md).</summary>
public sealed class NormBook(IEnumerable<NormFrom> norms)
{
    private readonly ILookup<(UnitId?, PositionId?), NormFrom> norms = norms.ToLookup(norm => (norm.Unit, norm.Position));

    /// <param name="path">His unit and those above it, the nearest first; without the house.</param>
    /// <param name="takesPart">In a campaign that runs on that day.</param>
    public Norm? Of(IEnumerable<UnitId> path, PositionId? position, DateOnly day, bool takesPart)
    {
        foreach (var unit in path.Select(unit => (UnitId?)unit).Append(null))
        {
            if ((On(unit, position, day) ?? On(unit, null, day)) is { } said)
            {
                return said.Norm;
            }
        }

        return takesPart ? Norm.Usual : null;
    }

    private NormFrom? On(UnitId? unit, PositionId? position, DateOnly day) => norms[(unit, position)].Where(norm => norm.First <= day).MaxBy(norm => norm.First);
}

public enum NormState
{
    /// <summary>Nothing is asked.</summary>
    None,

    /// <summary>Not a working day.</summary>
    Rest,

    /// <summary>On leave the whole day.</summary>
    Excused,

    /// <summary>Less than asked, and the day is not over.</summary>
    Open,

    /// <summary>Less than asked.</summary>
    Below,
    Met,

    /// <summary>More than the upper figure.</summary>
    Above,
}

/// <param name="Norm">What was asked that day; null for nothing.</param>
/// <param name="Counted">Names that count.</param>
public sealed record JudgedDay(Norm? Norm, int Counted, NormState Names, NormState Records, NormState Follows);

public static class NormDays
{
    /// <param name="norm">That holds for him.</param>
    /// <param name="leaveHalves">Half days of leave.</param>
    /// <param name="names">Prepared that day, whole or not.</param>
    /// <param name="whole">Of those, with nothing missing.</param>
    public static JudgedDay Judge(Norm? norm, bool isWorking, int leaveHalves, bool isOver, int names, int whole, int records, int follows = 0)
    {
        var counted = norm?.WholeOnly == true ? whole : names;
        NormState? free = norm is null ? NormState.None : !isWorking ? NormState.Rest : leaveHalves >= 2 ? NormState.Excused : null;
        if (free is { } nothing)
        {
            return new JudgedDay(null, counted, nothing, nothing, nothing);
        }

        var asked = leaveHalves == 1 ? norm!.Halved() : norm!;
        return new JudgedDay(asked, counted, Of(counted, asked.NamesFrom, asked.NamesTo, isOver), Of(records, asked.RecordsFrom, asked.RecordsTo, isOver), Least(follows, asked.FollowsFrom, isOver));
    }

    /// <summary>Of what has no upper figure.</summary>
    internal static NormState Least(int count, int from, bool isOver) => from == 0 ? NormState.None : count >= from ? NormState.Met : isOver ? NormState.Below : NormState.Open;

    private static NormState Of(int count, int from, int to, bool isOver) =>
        from == 0 && to == 0 ? NormState.None : count < from ? isOver ? NormState.Below : NormState.Open : count > to ? NormState.Above : NormState.Met;
}
