using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Organization.WorkDays;

internal sealed record CalendarEntryRow : IHasVersion
{
    public required CalendarEntryId Id { get; init; }

    public required CalendarEntryKind Kind { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/calendar-entries, GET /api/calendar-entries/export: the calendar as it is announced, name by name.</summary>
internal static class ListCalendarEntries
{
    public sealed class Filter : IChecked
    {
        public int? Year { get; init; }

        public CalendarEntryKind? Kind { get; init; }

        public UnitId? Unit { get; init; }

        public void Check(Check check)
        {
            check.That(Year is null or (>= 1990 and <= 2100), "year", "field.range", ("min", 1990), ("max", 2100));
        }
    }

    public static readonly ListSpec<CalendarEntryRow> Spec = new ListSpec<CalendarEntryRow>("calendar-entries", row => row.Id)
        .Column("name", row => row.Name)
        .Column("nameEn", row => row.NameEn)
        .Column("kind", row => row.Kind)
        .Column("first", row => row.First)
        .Column("last", row => row.Last)
        .Column("unitName", row => row.UnitName)
        .SortedBy("first");

    public static async Task<ListPage<CalendarEntryRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db), query.Sort, cancel);

    public static async Task<CalendarEntryRow> One(CalendarEntryId id, AppDb db, CancellationToken cancel) =>
        await Shown(db.Set<CalendarEntry>().Where(entry => entry.Id == id), db).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");

    private static IQueryable<CalendarEntryRow> Rows(ListQuery query, Filter filter, AppDb db)
    {
        var entries = db.Set<CalendarEntry>().AsNoTracking();
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            entries = entries.Where(entry => entry.First >= first && entry.First <= last);
        }

        entries = filter.Kind is { } kind ? entries.Where(entry => entry.Kind == kind) : entries;
        entries = filter.Unit is { } unit ? entries.Where(entry => entry.UnitId == unit) : entries;
        if (query.Pattern is { } pattern)
        {
            entries = entries.Where(entry => EF.Functions.Like(entry.Name.ToLower(), pattern, @"\") || EF.Functions.Like(entry.NameEn!.ToLower(), pattern, @"\"));
        }

        return Shown(entries, db);
    }

    private static IQueryable<CalendarEntryRow> Shown(IQueryable<CalendarEntry> entries, AppDb db)
    {
        var units = db.UnitCards;
        return entries.Select(entry => new CalendarEntryRow
        {
            Id = entry.Id,
            Kind = entry.Kind,
            First = entry.First,
            Last = entry.Last,
            Name = entry.Name,
            NameEn = entry.NameEn,
            UnitId = entry.UnitId,
            UnitName = units.Where(unit => unit.Id == entry.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            Version = entry.Version,
        });
    }
}
