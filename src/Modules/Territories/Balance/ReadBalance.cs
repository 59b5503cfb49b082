using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Territories.Standards;

namespace Yingpan.Territories.Balance;

/// <summary>Territories that hold customers or are held by somebody, and the work in them.</summary>
internal sealed class BalanceFacts(AppDb db, ITerritoryMembers members, ITerritorySales sales, CompanyClock clock)
{
    public async Task<(IReadOnlyList<Workable> Members, IReadOnlyList<TerritoryId> Territories)> Load(CancellationToken cancel)
    {
        var today = clock.Today;
        var visiting = VisitingOf(await db.StandardOn(today, cancel));
        var lying = (await DivisionFacts.Load(db, members, sales, today, cancel)).Where(member => member.TerritoryId is not null && member.State != "Lost")
            .Select(member => new Workable(member.Id, member.TerritoryId!.Value, member.Region is { Length: >= 4 } region ? region[..4] : member.Region, visiting.Of(member.Sales), member.Sales)).ToList();
        var held = await db.Holdings.Where(holding => holding.IsResponsible && holding.First <= today && (holding.Last == null || holding.Last >= today))
            .Select(holding => holding.TerritoryId).ToListAsync(cancel);
        return (lying, [.. held.Concat(lying.Select(member => member.TerritoryId)).Distinct()]);
    }

    private static Visiting VisitingOf(TerritoryStandard standard) => new(
        standard.ClassA, standard.ClassB, standard.VisitsA * standard.MinutesA, standard.VisitsB * standard.MinutesB, standard.VisitsC * standard.MinutesC);
}

internal sealed record AreaLine(TerritoryId TerritoryId, string Area, string Name, int Customers, long Minutes);

internal sealed record BalanceView(IReadOnlyList<Load> Loads, Rate Spread, IReadOnlyList<AreaLine> Areas);

/// <summary>GET /api/territory-balance: workload and potential of each territory, and the areas that could move.</summary>
internal static class ReadBalance
{
    public static async Task<BalanceView> Handle(BalanceFacts facts, CancellationToken cancel)
    {
        var (members, territories) = await facts.Load(cancel);
        var loads = Balancing.Loads(members, territories);
        return new BalanceView(loads, Balancing.Spread(loads), [.. members.Where(member => member.Area is not null).GroupBy(member => (member.TerritoryId, Area: member.Area!))
            .Select(group => new AreaLine(group.Key.TerritoryId, group.Key.Area, ShippedTables.Regions.FullName(group.Key.Area), group.Count(), group.Sum(member => (long)member.Minutes)))
            .OrderByDescending(line => line.Minutes)]);
    }
}

/// <summary>POST /api/territory-balance/suggest: moves that would even the workload; writes nothing.</summary>
internal static class SuggestMoves
{
    private const int Most = 20;

    public sealed record View(IReadOnlyList<WhatIf> Moves, Rate Before, Rate After);

    public static async Task<View> Handle(BalanceFacts facts, CancellationToken cancel)
    {
        var (members, territories) = await facts.Load(cancel);
        var moves = Balancing.Suggest(members, territories, Most);
        return new View(moves, Balancing.Spread(Balancing.Loads(members, territories)), Balancing.Spread(Balancing.Loads(Balancing.After(members, moves), territories)));
    }
}
