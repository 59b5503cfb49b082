using Yingpan.Kernel;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Balance.Rules;

/// <param name="Area">City code; null is unknown.</param>
/// <param name="Minutes">Visits of a year with the way there.</param>
/// <param name="Potential">What he bought in twelve months.</param>
public sealed record Workable(Guid Id, TerritoryId TerritoryId, string? Area, int Minutes, Money Potential);

/// <param name="LoadIndex">Against the mean of all territories; 1.2 is a fifth more.</param>
public sealed record Load(TerritoryId TerritoryId, int Customers, long Minutes, Money Potential, Rate LoadIndex, Rate PotentialIndex);

/// <summary>What if: the customers of an area, or those named, go from one territory to another.</summary>
public sealed record WhatIf
{
    public required TerritoryId From { get; init; }

    public required TerritoryId To { get; init; }

    /// <summary>Code of an administrative division; null with customers named.</summary>
    public string? Area { get; init; }

    public IReadOnlyList<Guid> Customers { get; init; } = [];
}

/// <summary>Minutes by class of customer.</summary>
public sealed record Visiting(Money ClassA, Money ClassB, int MinutesA, int MinutesB, int MinutesC)
{
    public int Of(Money sales) => sales >= ClassA ? MinutesA : sales >= ClassB ? MinutesB : MinutesC;
}

/// <summary>Potential and workload of territories against each other, before and after moves.</summary>
public static class Balancing
{
    /// <param name="territories">Those that are to be compared, whether anybody lies in them or not.</param>
    public static IReadOnlyList<Load> Loads(IReadOnlyCollection<Workable> members, IReadOnlyCollection<TerritoryId> territories)
    {
        var lying = members.ToLookup(member => member.TerritoryId);
        var all = territories.Select(id => (Id: id, Count: lying[id].Count(), Minutes: lying[id].Sum(member => (long)member.Minutes), Potential: lying[id].Select(member => member.Potential).Sum())).ToList();
        var minutes = all.Sum(one => (decimal)one.Minutes);
        var potential = all.Sum(one => one.Potential.ToDecimal());
        return [.. all.Select(one => new Load(one.Id, one.Count, one.Minutes, one.Potential, Index(one.Minutes, minutes, all.Count), Index(one.Potential.ToDecimal(), potential, all.Count)))
            .OrderByDescending(load => load.Minutes)];
    }

    /// <summary>The customers as they would lie; nobody appears or disappears. A customer goes once: the first move that takes him.</summary>
    public static IReadOnlyList<Workable> After(IReadOnlyCollection<Workable> members, IReadOnlyList<WhatIf> moves)
    {
        var named = moves.Select(move => move.Customers.ToHashSet()).ToList();
        return [.. members.Select(member =>
        {
            for (var i = 0; i < moves.Count; i++)
            {
                if (moves[i].From == member.TerritoryId && (named[i].Contains(member.Id) || (moves[i].Area is { } area && member.Area?.StartsWith(area, StringComparison.Ordinal) == true)))
                {
                    return member with { TerritoryId = moves[i].To };
                }
            }

            return member;
        })];
    }

    /// <summary>How far the fullest is from the emptiest, in parts of the mean.</summary>
    public static Rate Spread(IReadOnlyCollection<Load> loads) => loads.Count == 0 ? Rate.Zero : loads.Max(load => load.LoadIndex) - loads.Min(load => load.LoadIndex);

    /// <summary>
    /// Moves whole areas, one at a time, each time the one that evens the workload most, from a fuller territory to an emptier one that has
    /// customers in the same province already, until nothing improves. A proposal, not the best of all.
    /// </summary>
    public static IReadOnlyList<WhatIf> Suggest(IReadOnlyCollection<Workable> members, IReadOnlyCollection<TerritoryId> territories, int most)
    {
        var now = members.Where(member => territories.Contains(member.TerritoryId)).ToList();
        var minutes = territories.ToDictionary(id => id, _ => 0m);
        foreach (var member in now)
        {
            minutes[member.TerritoryId] += member.Minutes;
        }

        var moved = new HashSet<(TerritoryId, string)>();
        var moves = new List<WhatIf>();
        while (moves.Count < most)
        {
            var neighbours = now.Where(member => member.Area is not null).GroupBy(member => member.Area![..2]).ToDictionary(group => group.Key, group => group.Select(member => member.TerritoryId).ToHashSet());
            var best = (
                from area in now.Where(member => member.Area is { Length: >= 4 }).GroupBy(member => (From: member.TerritoryId, Area: member.Area![..4]))
                let load = area.Sum(member => (decimal)member.Minutes)
                where load > 0 && !moved.Contains((area.Key.From, area.Key.Area))
                from to in neighbours[area.Key.Area[..2]]
                where to != area.Key.From
                // Of what is squared off the mean, this is what the move takes away.
                let gain = 2 * load * (minutes[area.Key.From] - minutes[to] - load)
                where gain > 0
                orderby gain descending, area.Key.Area, to.Value
                select (area.Key.From, area.Key.Area, To: to, Load: load)).FirstOrDefault();
            if (best.Area is null)
            {
                break;
            }

            var move = new WhatIf { From = best.From, To = best.To, Area = best.Area };
            moves.Add(move);
            // It does not come back.
            moved.Add((best.To, best.Area));
            moved.Add((best.From, best.Area));
            minutes[best.From] -= best.Load;
            minutes[best.To] += best.Load;
            now = [.. After(now, [move])];
        }

        return moves;
    }

    private static Rate Index(decimal value, decimal sum, int count) => sum == 0 ? Rate.One : Rate.Of(value * count / sum, Rounding.HalfUp);
}
