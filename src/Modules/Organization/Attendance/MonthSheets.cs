using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.Attendance;

/// <summary>A month of one person, added up. Days are counted in halves: "1.5".</summary>
internal sealed record SheetRow
{
    /// <summary>The person's.</summary>
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? UnitName { get; init; }

    /// <summary>Days that had to be worked, as far as the month has gone.</summary>
    public required int Due { get; init; }

    /// <summary>Of them, days on which he came.</summary>
    public required int Attended { get; init; }

    public required int Late { get; init; }

    public required int LateMinutes { get; init; }

    public required int Early { get; init; }

    public required int OneSided { get; init; }

    public required Quantity AbsentDays { get; init; }

    public required Quantity LeaveDays { get; init; }

    public required int OvertimeMinutes { get; init; }

    public static SheetRow Of(Person person, string? unit, IReadOnlyList<JudgedDay> days) => new()
    {
        Id = person.Id,
        Number = person.Number,
        Name = person.Name,
        UnitName = unit,
        Due = days.Count(day => day.IsDue && day.State != DayState.Open),
        Attended = days.Count(day => day.State is DayState.OnTime or DayState.Late or DayState.Early or DayState.OneSided),
        Late = days.Count(day => day.LateMinutes > 0),
        LateMinutes = days.Sum(day => day.LateMinutes),
        Early = days.Count(day => day.EarlyMinutes > 0),
        OneSided = days.Count(day => day.State == DayState.OneSided),
        AbsentDays = Halves(days.Sum(day => day.AbsentHalves)),
        LeaveDays = Halves(days.Sum(day => day.LeaveHalves)),
        OvertimeMinutes = days.Sum(day => day.OvertimeMinutes),
    };

    public static Quantity Halves(int halves) => new(halves * 500L);
}

/// <summary>One person's month, day by day.</summary>
internal sealed record SheetView
{
    public required Month Month { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>Null for an account that belongs to nobody.</summary>
    public SheetRow? Sum { get; init; }

    public required IReadOnlyList<JudgedDay> Days { get; init; }

    /// <summary>Leave by kind, in days.</summary>
    public required IReadOnlyList<LeaveSum> Leaves { get; init; }
}

internal sealed record LeaveSum(LeaveKindId KindId, string Name, Quantity Days);

/// <summary>GET /api/attendance: the month of everybody the caller reaches; GET /api/attendance/export: the same as a file.</summary>
internal static class ListSheets
{
    public static readonly ListSpec<SheetRow> Spec = new ListSpec<SheetRow>("attendance", row => row.Id)
        .ExportColumn("number", row => row.Number)
        .ExportColumn("name", row => row.Name)
        .ExportColumn("unitName", row => row.UnitName)
        .ExportColumn("due", row => row.Due)
        .ExportColumn("attended", row => row.Attended)
        .ExportColumn("late", row => row.Late)
        .ExportColumn("lateMinutes", row => row.LateMinutes)
        .ExportColumn("early", row => row.Early)
        .ExportColumn("oneSided", row => row.OneSided)
        .ExportColumn("absentDays", row => row.AbsentDays)
        .ExportColumn("leaveDays", row => row.LeaveDays)
        .ExportColumn("overtimeMinutes", row => row.OvertimeMinutes);

    public sealed class Filter : IChecked
    {
        /// <summary>This one unless told.</summary>
        public Month? Month { get; init; }

        /// <summary>That unit and all below it.</summary>
        public UnitId? Unit { get; init; }

        public void Check(Check check) => check.That(Month is null or { Year: >= 1900 and <= 2999 }, "month", "field.year", ("min", 1900), ("max", 2999));
    }

    public static async Task<ListPage<SheetRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var month = filter.Month ?? Month.Of(clock.Today);
        var people = await People(query, filter, month, db, reach, cancel);
        var some = await query.Cut(people).ToListAsync(cancel);
        return await query.PageOf(await Rows(some, month, db, clock, judge, cancel), () => people.CountAsync(cancel));
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var month = filter.Month ?? Month.Of(clock.Today);
        var people = await (await People(query, filter, month, db, reach, cancel)).ToListAsync(cancel);
        var rows = new List<SheetRow>();
        foreach (var some in people.Chunk(ListQuery.LargestPage))
        {
            rows.AddRange(await Rows(some, month, db, clock, judge, cancel));
        }

        await ExportList.Write(http, db, Spec, rows, cancel);
    }

    private static async Task<IOrderedQueryable<Person>> People(ListQuery query, Filter filter, Month month, AppDb db, Reach reach, CancellationToken cancel)
    {
        var (first, last) = (month.First, month.Last);
        var people = db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadAttendance)
            .Where(person => person.HiredOn <= last && (person.LeftOn == null || person.LeftOn >= first));
        if (query.Pattern is { } pattern)
        {
            people = people.Where(person => EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"));
        }

        if (filter.Unit is { } unit)
        {
            var units = await db.UnitsUnder(unit, cancel);
            people = people.Where(person => person.Memberships.Any(place => units.Contains(place.UnitId) && place.First <= last && (place.Last == null || place.Last >= first)));
        }

        return people.OrderBy(person => person.Number).ThenBy(person => person.Id);
    }

    private static async Task<IReadOnlyList<SheetRow>> Rows(IReadOnlyList<Person> people, Month month, AppDb db, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var days = await judge.Of(people, month.Period, cancel);
        var at = clock.Today < month.Last ? clock.Today : month.Last;
        var names = await UnitNames(people, at, db, cancel);
        return [.. people.Select(person => SheetRow.Of(person, names.GetValueOrDefault(person.Id), days[person.Id]))];
    }

    public static async Task<IReadOnlyDictionary<PersonId, string>> UnitNames(IReadOnlyList<Person> people, DateOnly day, AppDb db, CancellationToken cancel)
    {
        var ids = people.Select(person => person.Id).ToList();
        var places = await (
            from place in db.Set<Membership>()
            where ids.Contains(place.PersonId) && place.First <= day && (place.Last == null || place.Last >= day)
            join unit in db.UnitCardsOn(day) on place.UnitId equals unit.Id
            select new { place.PersonId, unit.Name }).ToListAsync(cancel);
        return places.DistinctBy(place => place.PersonId).ToDictionary(place => place.PersonId, place => place.Name);
    }
}

/// <summary>GET /api/attendance/{id}: the month of one person; GET /api/attendance/mine: one's own, whatever one may read of others.</summary>
internal static class ReadSheet
{
    public static async Task<SheetView> Handle(
        PersonId id, [AsParameters] ListSheets.Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadAttendance).FirstOrDefaultAsync(person => person.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        return await Of(person, filter, http, db, clock, judge, cancel);
    }

    public static async Task<SheetView> Mine(
        [AsParameters] ListSheets.Filter filter, HttpContext http, AppDb db, Caller caller, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == caller.Person, cancel);
        return person is null
            ? new SheetView { Month = filter.Month ?? Month.Of(clock.Today), IsClosed = false, Days = [], Leaves = [] }
            : await Of(person, filter, http, db, clock, judge, cancel);
    }

    private static async Task<SheetView> Of(Person person, ListSheets.Filter filter, HttpContext http, AppDb db, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var month = filter.Month ?? Month.Of(clock.Today);
        var days = (await judge.Of([person], month.Period, cancel))[person.Id];
        var kinds = await db.Set<LeaveKind>().AsNoTracking().ToDictionaryAsync(kind => kind.Id, cancel);
        var english = Languages.Of(http) == Languages.English;
        var names = await ListSheets.UnitNames([person], clock.Today < month.Last ? clock.Today : month.Last, db, cancel);
        return new SheetView
        {
            Month = month,
            IsClosed = !await MonthIsOpen.Is(db, month.First, cancel),
            Sum = SheetRow.Of(person, names.GetValueOrDefault(person.Id), days),
            Days = days,
            Leaves = [.. days.Where(day => day.LeaveKindId is not null).GroupBy(day => day.LeaveKindId!.Value).OrderBy(group => kinds[group.Key].Order)
                .Select(group => new LeaveSum(group.Key, english ? kinds[group.Key].NameEn : kinds[group.Key].Name, SheetRow.Halves(group.Sum(day => day.LeaveHalves))))],
        };
    }
}
