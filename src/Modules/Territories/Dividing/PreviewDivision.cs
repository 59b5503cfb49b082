using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing;

/// <summary>What a version of the rules would do if it were applied now; the function that tells it is the one that does it.</summary>
internal sealed class Redividing(AppDb db, ITerritoryMembers members, ITerritorySales sales, CompanyClock clock)
{
    public async Task<Redivided> Of(Division division, CancellationToken cancel) =>
        new Rules.Dividing(division, ShippedTables.Industries).All(await DivisionFacts.Load(db, members, sales, clock.Today, cancel));
}

/// <summary>GET /api/territory-divisions/{id}/preview: how many customers and how much money would move, from where to where.</summary>
internal static class PreviewDivision
{
    public sealed record RuleLine(int Rule, string Name, int Customers, int Shadowed);

    public sealed record ClashLine(string Upper, string Lower, int Customers);

    public sealed record View
    {
        public required int Customers { get; init; }

        public required int Moved { get; init; }

        /// <summary>Of twelve months' orders of those who move.</summary>
        public required Money Amount { get; init; }

        public required int ByDefault { get; init; }

        /// <summary>Whose place is not known.</summary>
        public required int NoRegion { get; init; }

        public required IReadOnlyList<Flow> Flows { get; init; }

        public required IReadOnlyList<RuleLine> Rules { get; init; }

        /// <summary>Rules that take nobody.</summary>
        public required IReadOnlyList<RuleLine> Dead { get; init; }

        /// <summary>Rules of equal priority that would have the same customers.</summary>
        public required IReadOnlyList<ClashLine> Clashes { get; init; }
    }

    public static async Task<View> Handle(DivisionId id, AppDb db, Redividing redividing, CancellationToken cancel)
    {
        var division = (await db.FindDivision(id, cancel)).Division;
        var told = await redividing.Of(division, cancel);
        var lines = told.Rules.Select(taken => new RuleLine(taken.Rule, division.Rules[taken.Rule].Name, taken.Customers, taken.Shadowed)).ToList();
        return new View
        {
            Customers = told.Customers,
            Moved = told.Moves.Count,
            Amount = told.Flows.Select(flow => flow.Amount).Sum(),
            ByDefault = told.ByDefault,
            NoRegion = told.NoRegion,
            Flows = told.Flows,
            Rules = lines,
            Dead = lines.FindAll(line => line.Customers == 0),
            Clashes = [.. told.Clashes.Select(clash => new ClashLine(division.Rules[clash.Upper].Name, division.Rules[clash.Lower].Name, clash.Customers))],
        };
    }
}

/// <summary>GET /api/territory-divisions/{id}/moves: the customers of one of those flows, as far as the caller may see them.</summary>
internal static class ListDivisionMoves
{
    private const int Most = 500;

    public sealed class Filter : IChecked
    {
        /// <summary>Left out are those who lay in none.</summary>
        public TerritoryId? From { get; init; }

        public TerritoryId? To { get; init; }
    }

    public sealed record Line(Guid Id, string Number, string Name, Money Sales, string? Rule);

    /// <param name="Total">With those the caller may not see, and those beyond what is shown.</param>
    public sealed record View(IReadOnlyList<Line> Items, int Total);

    public static async Task<View> Handle(DivisionId id, [AsParameters] Filter filter, AppDb db, Redividing redividing, ITerritoryMembers members, CancellationToken cancel)
    {
        var division = (await db.FindDivision(id, cancel)).Division;
        var moves = (await redividing.Of(division, cancel)).Moves
            .Where(move => filter.To is null || (move.Where.TerritoryId == filter.To && move.Who.TerritoryId == filter.From)).OrderByDescending(move => move.Who.Sales).ToList();
        var names = (await members.Named([.. moves.Take(Most).Select(move => move.Who.Id)], cancel)).ToDictionary(one => one.Id);
        return new View(
            [.. moves.Take(Most).Where(move => names.ContainsKey(move.Who.Id)).Select(move => new Line(
                move.Who.Id, names[move.Who.Id].Number, names[move.Who.Id].Name, move.Who.Sales, move.Where.Rule is { } rule ? division.Rules[rule].Name : null))],
            moves.Count);
    }
}
