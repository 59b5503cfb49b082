using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Norms.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Norms;

internal sealed record NameNormRow
{
    public required NameNormId Id { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public PositionId? PositionId { get; init; }

    public string? PositionName { get; init; }

    public required DateOnly First { get; init; }

    public required bool IsOff { get; init; }

    public required int NamesFrom { get; init; }

    public required int NamesTo { get; init; }

    public required int RecordsFrom { get; init; }

    public required int RecordsTo { get; init; }

    public required int FollowsFrom { get; init; }

    public required int WeekNamesFrom { get; init; }

    public required int WeekRecordsFrom { get; init; }

    public required int WeekFollowsFrom { get; init; }

    public required bool WholeOnly { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/name-norms: of the house, its units and positions, the newest first; and what holds for who takes part in a campaign where nobody has said anything.</summary>
internal static class ListNameNorms
{
    public sealed record View(IReadOnlyList<NameNormRow> Items, Norm Usual);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var positions = await db.PositionCards.ToDictionaryAsync(position => position.Id, position => position.Name, cancel);
        var norms = await db.Set<NameNorm>().AsNoTracking().ToListAsync(cancel);
        return new View(
            [
                .. norms.OrderBy(norm => norm.UnitId is not null).ThenBy(norm => norm.UnitId?.Value).ThenBy(norm => norm.PositionId?.Value).ThenByDescending(norm => norm.First).Select(norm => new NameNormRow
                {
                    Id = norm.Id,
                    UnitId = norm.UnitId,
                    UnitName = norm.UnitId is { } unit ? units.GetValueOrDefault(unit) : null,
                    PositionId = norm.PositionId,
                    PositionName = norm.PositionId is { } position ? positions.GetValueOrDefault(position) : null,
                    First = norm.First,
                    IsOff = norm.IsOff,
                    NamesFrom = norm.NamesFrom,
                    NamesTo = norm.NamesTo,
                    RecordsFrom = norm.RecordsFrom,
                    RecordsTo = norm.RecordsTo,
                    FollowsFrom = norm.FollowsFrom,
                    WeekNamesFrom = norm.WeekNamesFrom,
                    WeekRecordsFrom = norm.WeekRecordsFrom,
                    WeekFollowsFrom = norm.WeekFollowsFrom,
                    WholeOnly = norm.WholeOnly,
                    Can = norm.First > clock.Today ? ["delete"] : [],
                }),
            ],
            Norm.Usual);
    }
}

/// <summary>POST /api/name-norms: another norm from a day on, today at the earliest; what was asked before stays known.</summary>
internal static class AddNameNorm
{
    private const int Most = 1000;

    public sealed record Request : IChecked
    {
        /// <summary>That unit and all below it; left out, the whole house.</summary>
        public UnitId? UnitId { get; init; }

        /// <summary>Left out, every position.</summary>
        public PositionId? PositionId { get; init; }

        public required DateOnly First { get; init; }

        /// <summary>Asks for nothing; the figures say nothing then.</summary>
        public bool IsOff { get; init; }

        public required int NamesFrom { get; init; }

        public required int NamesTo { get; init; }

        public required int RecordsFrom { get; init; }

        public required int RecordsTo { get; init; }

        /// <summary>Follow-ups a day, at least; 0 asks for nothing, as with those below.</summary>
        public int FollowsFrom { get; init; }

        public int WeekNamesFrom { get; init; }

        public int WeekRecordsFrom { get; init; }

        public int WeekFollowsFrom { get; init; }

        /// <summary>Only names count of which nothing is missing.</summary>
        public bool WholeOnly { get; init; } = true;

        public void Check(Check check)
        {
            check.Day("first", First);
            Range("namesFrom", NamesFrom, NamesTo);
            Range("recordsFrom", RecordsFrom, RecordsTo);
            Range("followsFrom", FollowsFrom, Most);
            Range("weekNamesFrom", WeekNamesFrom, Most);
            Range("weekRecordsFrom", WeekRecordsFrom, Most);
            Range("weekFollowsFrom", WeekFollowsFrom, Most);

            void Range(string field, int from, int to) => check.That(from >= 0 && from <= to && to <= Most, field, "customers.norm-range", ("max", Most));
        }
    }

    public static async Task<Created<Saved<NameNormId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        // An index can't hold it for the house: empty fields are never the same to a database.
        await db.LockCompany(cancel);
        var check = new Check();
        check.That(request.UnitId is null || await db.UnitCards.AnyAsync(unit => unit.Id == request.UnitId, cancel), "unitId", "record.not-found");
        check.That(request.PositionId is null || await db.PositionCards.AnyAsync(position => position.Id == request.PositionId, cancel), "positionId", "record.not-found");
        await check.FirstDay(
            request.First, clock.Today, "customers.day-past",
            db.Set<NameNorm>().Where(norm => norm.UnitId == request.UnitId && norm.PositionId == request.PositionId), "customers.policy-day-taken", cancel);
        check.ThrowIfAny();
        var norm = new NameNorm
        {
            Id = Id.New<NameNormId>(),
            UnitId = request.UnitId,
            PositionId = request.PositionId,
            First = request.First,
            IsOff = request.IsOff,
            NamesFrom = request.NamesFrom,
            NamesTo = request.NamesTo,
            RecordsFrom = request.RecordsFrom,
            RecordsTo = request.RecordsTo,
            FollowsFrom = request.FollowsFrom,
            WeekNamesFrom = request.WeekNamesFrom,
            WeekRecordsFrom = request.WeekRecordsFrom,
            WeekFollowsFrom = request.WeekFollowsFrom,
            WholeOnly = request.WholeOnly,
        };
        db.Add(norm);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/name-norms/{norm.Id}", new Saved<NameNormId>(norm.Id, 1));
    }
}

/// <summary>DELETE /api/name-norms/{id}: while its day is to come.</summary>
internal static class RemoveNameNorm
{
    public static Task<NoContent> Handle(NameNormId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<NameNorm>(norm => norm.Id == id, clock.Today, "customers.policy-holds", cancel);
}
