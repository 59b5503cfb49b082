using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.WorkDays;

/// <summary>A day that is not what its weekday says, and why.</summary>
internal sealed record SpecialDayView
{
    public required DateOnly Day { get; init; }

    public required bool IsWorking { get; init; }

    public required CalendarEntryKind Kind { get; init; }

    public required string Name { get; init; }

    public required CalendarEntryId EntryId { get; init; }
}

internal sealed record MonthOfWork(Month Month, int WorkingDays);

/// <summary>GET /api/work-calendar?year=2026: a year as the house, or one of its units, works it.</summary>
internal static class ReadWorkCalendar
{
    public sealed class Query : IChecked
    {
        public int? Year { get; init; }

        public UnitId? Unit { get; init; }

        public void Check(Check check) => check.That(Year is null or (>= 1990 and <= 2100), "year", "field.range", ("min", 1990), ("max", 2100));
    }

    public sealed record View
    {
        public required int Year { get; init; }

        public required HouseCalendar Calendar { get; init; }

        public required int WorkingDays { get; init; }

        public required IReadOnlyList<MonthOfWork> Months { get; init; }

        public required IReadOnlyList<SpecialDayView> Days { get; init; }

        /// <summary>The house has no public holidays of that year yet, and the product brought some.</summary>
        public required bool CanTakeOver { get; init; }

        public IReadOnlyList<string> Can { get; init; } = [];
    }

    public static async Task<View> Handle(
        [AsParameters] Query query, HttpContext http, AppDb db, Caller caller, CompanyClock clock, WorkCalendars calendars, CancellationToken cancel)
    {
        var year = query.Year ?? clock.Today.Year;
        var span = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var ranks = await calendars.Ranks(query.Unit, cancel);
        var work = await calendars.Of(ranks, span, cancel);
        var units = ranks.Keys.ToList();
        var inYear = db.Set<CalendarEntry>().AsNoTracking().Where(entry => entry.First >= span.First && entry.First <= span.Last);
        var entries = await calendars.Kept(inYear).Where(entry => entry.UnitId == null || units.Contains(entry.UnitId.Value)).ToListAsync(cancel);
        var english = Languages.Of(http) == Languages.English;
        var mayEdit = caller.May(OrganizationPermissions.EditCalendar);
        return new View
        {
            Year = year,
            Calendar = await db.Set<Company>().Select(company => company.Calendar).SingleAsync(cancel),
            WorkingDays = work.WorkingDays(span),
            Months = [.. span.Months().Select(month => new MonthOfWork(month, work.WorkingDays(month.Period)))],
            // The one that holds is told last by its rank, and is the one shown.
            Days = [.. entries.OrderBy(entry => entry.IsPublic ? 0 : entry.UnitId is { } own ? ranks[own] : 1)
                .SelectMany(entry => new Period(entry.First, entry.Last).EachDay().Select(day => new SpecialDayView
                {
                    Day = day,
                    IsWorking = entry.IsWorking,
                    Kind = entry.Kind,
                    Name = english ? entry.NameEn ?? entry.Name : entry.Name,
                    EntryId = entry.Id,
                }))
                .GroupBy(day => day.Day).Select(group => group.Last()).OrderBy(day => day.Day)],
            CanTakeOver = mayEdit && ShippedHolidays.Of(year).Any() && !await inYear.AnyAsync(entry => entry.Kind == CalendarEntryKind.PublicHoliday, cancel),
            Can = mayEdit ? ["edit"] : [],
        };
    }
}

/// <summary>POST /api/work-calendar/{year}/take-over: the public days of a year that the product brought and the house does not have yet.</summary>
internal static class TakeOverYear
{
    public sealed record View(int Entries);

    public static async Task<View> Handle(int year, AppDb db, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var shipped = ShippedHolidays.Of(year).ToList();
        if (shipped.Count == 0)
        {
            throw Refusal.NotFound("organization.calendar-not-shipped", ("year", year));
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (await db.Set<CalendarEntry>().AnyAsync(entry => entry.First >= first && entry.First <= last
            && (entry.Kind == CalendarEntryKind.PublicHoliday || entry.Kind == CalendarEntryKind.MakeUpDay), cancel))
        {
            throw Refusal.Conflict("organization.calendar-year-there", ("year", year));
        }

        db.AddRange(shipped.Select(holiday => holiday.Entry(Id.New<CalendarEntryId>())));
        await db.SaveChangesAsync(cancel);
        return new View(shipped.Count);
    }
}
