using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Territories.Guarding;

internal sealed record ReleaseRow
{
    public required ReleaseId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonName { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public required TerritoryAct Act { get; init; }

    public string? Subject { get; init; }

    public required string Reason { get; init; }

    public required ReleaseState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? DecidedByName { get; init; }

    public string? Comment { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/territory-releases: one's own, and those of the people one reaches; what waits comes first.</summary>
internal static class ListReleases
{
    public sealed class Filter : IChecked
    {
        public ReleaseState? State { get; init; }
    }

    public static async Task<ListPage<ReleaseRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var (me, today) = (reach.Caller.Person, clock.Today);
        var people = db.PersonCards;
        var territories = db.TerritoryCards;
        var rows = db.Set<Release>().AsNoTracking().VisibleTo(reach, TerritoriesPermissions.ReadOutside);
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        var reached = reach.Caller.May(TerritoriesPermissions.Release) ? await reach.Among(TerritoriesPermissions.Release, cancel) : new ReachedPeople([], []);
        var page = await query.Cut(rows.OrderByDescending(row => row.State == ReleaseState.Asked).ThenByDescending(row => row.AskedAt).ThenBy(row => row.Id).Select(row => new ReleaseRow
        {
            Id = row.Id,
            PersonId = row.PersonId,
            PersonName = people.Where(person => person.Id == row.PersonId).Select(person => person.Name).FirstOrDefault(),
            TerritoryId = row.TerritoryId,
            TerritoryName = territories.Where(territory => territory.Id == row.TerritoryId).Select(territory => territory.Name).FirstOrDefault(),
            Act = row.Act,
            Subject = row.Subject,
            Reason = row.Reason,
            State = row.State,
            AskedAt = row.AskedAt,
            DecidedByName = people.Where(person => person.Id == row.DecidedById).Select(person => person.Name).FirstOrDefault(),
            Comment = row.Comment,
            First = row.First,
            Last = row.Last,
        })).ToListAsync(cancel);
        return await query.PageOf([.. page.Select(row => row with { Can = Can(row) })], () => rows.CountAsync(cancel));

        IReadOnlyList<string> Can(ReleaseRow row) => row.State switch
        {
            ReleaseState.Asked when row.PersonId != me && reached.Contains(row.PersonId) => ["decide"],
            ReleaseState.Granted when row.PersonId != me && row.Last >= today && reached.Contains(row.PersonId) => ["end"],
            _ => [],
        };
    }
}

internal sealed record OutsideRow
{
    public required OutsideWorkId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonName { get; init; }

    public string? TerritoryName { get; init; }

    public required TerritoryAct Act { get; init; }

    public required Guid RecordId { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? SeenByName { get; init; }

    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>GET /api/territory-outside: what was done outside of territories, the newest first. GET /api/territory-outside/export</summary>
internal static class ListOutside
{
    private static readonly ListSpec<OutsideRow> Spec = new ListSpec<OutsideRow>("territory-outside", row => row.Id)
        .Column("at", row => row.At)
        .NameColumn("personName", row => row.PersonName)
        .Column("act", row => row.Act)
        .Column("title", row => row.Title)
        .NameColumn("territoryName", row => row.TerritoryName)
        .NameColumn("seenByName", row => row.SeenByName)
        .SortedBy("-at");

    public sealed class Filter : IChecked
    {
        public PersonId? Person { get; init; }

        /// <summary>True: what no superior has looked at.</summary>
        public bool? Open { get; init; }
    }

    public static async Task<ListPage<OutsideRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach), query.Sort, cancel);

    private static IQueryable<OutsideRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach)
    {
        var people = db.PersonCards;
        var territories = db.TerritoryCards;
        var rows = db.Set<OutsideWork>().AsNoTracking().VisibleTo(reach, TerritoriesPermissions.ReadOutside);
        rows = filter.Person is { } person ? rows.Where(row => row.PersonId == person) : rows;
        rows = filter.Open is { } open ? rows.Where(row => (row.SeenAt == null) == open) : rows;
        rows = query.Pattern is { } pattern ? rows.Where(row => EF.Functions.Like(row.Title.ToLower(), pattern, @"\")) : rows;
        return rows.Select(row => new OutsideRow
        {
            Id = row.Id,
            PersonId = row.PersonId,
            PersonName = people.Where(person => person.Id == row.PersonId).Select(person => person.Name).FirstOrDefault(),
            TerritoryName = territories.Where(territory => territory.Id == row.TerritoryId).Select(territory => territory.Name).FirstOrDefault(),
            Act = row.Act,
            RecordId = row.RecordId,
            Title = row.Title,
            At = row.At,
            SeenByName = people.Where(person => person.Id == row.SeenById).Select(person => person.Name).FirstOrDefault(),
            SeenAt = row.SeenAt,
        });
    }
}

/// <summary>POST /api/territory-outside/{id}/seen: a superior knows of it; the first who looked stays. Never of one's own.</summary>
internal static class SeeOutside
{
    public static async Task<NoContent> Handle(OutsideWorkId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var work = await db.Set<OutsideWork>().VisibleTo(reach, TerritoriesPermissions.Release).FirstOrDefaultAsync(work => work.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (work.PersonId == reach.Caller.Person)
        {
            throw Refusal.Conflict("territories.own-release");
        }

        if (work.SeenAt is null)
        {
            (work.SeenById, work.SeenAt) = (reach.Caller.Person, clock.Now);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.NoContent();
    }
}
