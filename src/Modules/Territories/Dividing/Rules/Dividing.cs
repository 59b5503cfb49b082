using Yingpan.Kernel;
using Yingpan.Territories.Places.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing.Rules;

/// <param name="Moves">Rule by index; null is the default.</param>
public sealed record Redivided(
    IReadOnlyList<(Placeable Who, Placed Where)> Moves, IReadOnlyList<Flow> Flows, IReadOnlyList<Taken> Rules, IReadOnlyList<Clash> Clashes, int Customers, int ByDefault, int NoRegion);

/// <summary>How many customers, with how much of twelve months' sales, go from where to where.</summary>
public sealed record Flow(TerritoryId? From, TerritoryId To, int Customers, Money Amount);

/// <param name="Customers">Whom it takes. None: it is dead.</param>
/// <param name="Shadowed">Whom it would take if no rule went before it.</param>
public sealed record Taken(int Rule, int Customers, int Shadowed);

/// <summary>Two rules of equal priority that would have the same customers in different territories; the upper one has them.</summary>
public sealed record Clash(int Upper, int Lower, int Customers);

/// <summary>Who belongs where: the rule of lowest priority number that fits takes him, of equal ones the upper; whom none takes has the default.</summary>
public sealed class Dividing
{
    private readonly Division division;
    private readonly IndustryBook industries;
    private readonly int[] order;
    private readonly HashSet<Guid>[] accounts;

    public Dividing(Division division, IndustryBook industries)
    {
        (this.division, this.industries) = (division, industries);
        order = [.. Enumerable.Range(0, division.Rules.Count).OrderBy(i => division.Rules[i].Priority)];
        accounts = [.. division.Rules.Select(rule => rule.Customers.ToHashSet())];
    }

    public Placed Place(Placeable who)
    {
        int? taken = null;
        var rivals = new List<int>();
        foreach (var i in order)
        {
            if (taken is { } first && division.Rules[i].Priority != division.Rules[first].Priority)
            {
                break;
            }

            if (!Fits(i, who))
            {
                continue;
            }

            if (taken is null)
            {
                taken = i;
            }
            else if (division.Rules[i].TerritoryId != division.Rules[taken.Value].TerritoryId)
            {
                rivals.Add(i);
            }
        }

        return new Placed(taken is { } rule ? division.Rules[rule].TerritoryId : division.DefaultId, taken, rivals);
    }

    /// <summary>Everybody anew; the same function tells what would come and what is then done.</summary>
    public Redivided All(IReadOnlyCollection<Placeable> members)
    {
        var taken = new int[division.Rules.Count];
        var fitting = new int[division.Rules.Count];
        var clashes = new Dictionary<(int, int), int>();
        var moves = new List<(Placeable, Placed)>();
        var byDefault = 0;
        foreach (var who in members)
        {
            var where = Place(who);
            byDefault += where.Rule is null ? 1 : 0;
            for (var i = 0; i < fitting.Length; i++)
            {
                fitting[i] += Fits(i, who) ? 1 : 0;
            }

            if (where.Rule is { } rule)
            {
                taken[rule]++;
                foreach (var rival in where.Rivals)
                {
                    clashes[(rule, rival)] = clashes.GetValueOrDefault((rule, rival)) + 1;
                }
            }

            if (who.TerritoryId != where.TerritoryId)
            {
                moves.Add((who, where));
            }
        }

        return new Redivided(
            moves,
            [.. moves.GroupBy(move => (move.Item1.TerritoryId, To: move.Item2.TerritoryId))
                .Select(group => new Flow(group.Key.TerritoryId, group.Key.To, group.Count(), group.Select(move => move.Item1.Sales).Sum()))
                .OrderByDescending(flow => flow.Customers)],
            [.. taken.Select((count, i) => new Taken(i, count, fitting[i] - count))],
            [.. clashes.Select(clash => new Clash(clash.Key.Item1, clash.Key.Item2, clash.Value)).OrderByDescending(clash => clash.Customers)],
            members.Count,
            byDefault,
            members.Count(who => who.Region is null));
    }

    private bool Fits(int i, Placeable who)
    {
        var rule = division.Rules[i];
        return rule.AsksForSomething
            && (rule.Customers.Count == 0 || accounts[i].Contains(who.Id))
            && (rule.States.Count == 0 || rule.States.Contains(who.State))
            && (rule.Regions.Count == 0 || (who.Region is { } region && rule.Regions.Any(code => region.StartsWith(code, StringComparison.Ordinal))))
            && (rule.Cities.Count == 0 || (who.City is { } city && rule.Cities.Any(one => string.Equals(one, city, StringComparison.OrdinalIgnoreCase))))
            && (rule.Industries.Count == 0 || rule.Industries.Any(asked => industries.Falls(who.Industry, asked)))
            && (rule.Units.Count == 0 || rule.Units.Any(who.Units.Contains))
            && (rule.From is not { } from || who.Sales >= from)
            && (rule.Below is not { } below || who.Sales < below);
    }
}
