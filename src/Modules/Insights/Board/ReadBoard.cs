using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Insights.Board.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;
using Yingpan.Territories.Public;

namespace Yingpan.Insights.Board;

internal sealed record BoardView
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The business day up to which sales are in.</summary>
    public required DateOnly Today { get; init; }

    public required BoardSubject By { get; init; }

    public required Attained Total { get; init; }

    public required Pace Pace { get; init; }

    /// <summary>Depth first; those of level 0 add up to the total.</summary>
    public required IReadOnlyList<BoardLine> Lines { get; init; }
}

/// <summary>GET /api/board: goal, actual, attainment and gap of a period, by person, unit or territory.</summary>
internal static class ReadBoard
{
    public static async Task<BoardView> Handle(
        [AsParameters] BoardQuery query, HttpContext http, AppDb db, BoardFacts facts, WorkCalendars calendars, CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        var own = await facts.Figures(query, cancel);
        var by = query.By ?? BoardSubject.Person;
        var nodes = await Nodes(by, own.Keys, query.TreeDay(clock.Today), db, cancel);
        var lines = RollUp.Lines(nodes, own, texts.Say($"insights.nobody-{by.ToString().ToLowerInvariant()}", Languages.Of(http)));
        var sum = own.Values.Aggregate(OwnFigures.None, (total, figures) => total.Plus(figures));
        var attained = Attaining.Of(sum.Goal, sum.Actual, sum.Orders);
        return new BoardView
        {
            From = query.From,
            To = query.To,
            Today = clock.Today,
            By = by,
            Total = attained,
            Pace = Attaining.PaceOf(attained, query.Period, clock.Today, (await calendars.Of(query.Unit, query.Period, cancel)).IsWorkingDay),
            Lines = by == BoardSubject.Person ? [.. lines.OrderByDescending(line => line.Figures.Actual)] : lines,
        };
    }

    private static async Task<List<BoardNode>> Nodes(BoardSubject by, IEnumerable<Guid> subjects, DateOnly day, AppDb db, CancellationToken cancel)
    {
        switch (by)
        {
            case BoardSubject.Unit:
                return await db.UnitCardsOn(day).Select(unit => new BoardNode(unit.Id.Value, unit.ParentId == null ? null : unit.ParentId.Value.Value, unit.Name, unit.Order)).ToListAsync(cancel);
            case BoardSubject.Territory:
                return await db.TerritoryCards.Select(place => new BoardNode(place.Id.Value, place.ParentId == null ? null : place.ParentId.Value.Value, place.Name, place.Order)).ToListAsync(cancel);
            default:
                var people = subjects.Where(id => id != Guid.Empty).Select(id => new PersonId(id)).ToList();
                return await db.PersonCards.Where(person => people.Contains(person.Id))
                    .Select(person => new BoardNode(person.Id.Value, null, person.Name, 0)).ToListAsync(cancel);
        }
    }
}

/// <summary>GET /api/board/months: the same figures month by month.</summary>
internal static class ReadBoardMonths
{
    public sealed record View(IReadOnlyList<BoardMonth> Items);

    public static async Task<View> Handle([AsParameters] BoardQuery query, BoardFacts facts, CancellationToken cancel) =>
        new(await facts.Months(query, query.Period, cancel));
}
