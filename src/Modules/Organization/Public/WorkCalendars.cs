using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>Which calendar the house keeps beneath the days of its own.</summary>
public enum HouseCalendar
{
    /// <summary>Public holidays of China and the working days that make up for them.</summary>
    China,

    /// <summary>Monday to Friday, every week of the year.</summary>
    Weekdays,
}

/// <summary>A public holiday as the house keeps it.</summary>
public sealed record HouseHoliday(string Name, DateOnly First);

/// <summary>The work calendar as other modules ask for it: time progress, due dates, attendance.</summary>
public sealed class WorkCalendars(AppDb db)
{
    /// <param name="unit">Null is the house as a whole; a unit keeps its own days and those of every unit above it, the nearest first.</param>
    public async Task<WorkCalendar> Of(UnitId? unit, CancellationToken cancel) => await Of(await Ranks(unit, cancel), null, cancel);

    /// <summary>The same for these days only: less to read for who asks often.</summary>
    public async Task<WorkCalendar> Of(UnitId? unit, Period span, CancellationToken cancel) => await Of(await Ranks(unit, cancel), span, cancel);

    /// <summary>Those that begin in these days, the next one first.</summary>
    public async Task<IReadOnlyList<HouseHoliday>> Holidays(Period span, CancellationToken cancel)
    {
        var (first, last) = (span.First, span.Last);
        return await Kept(db.Set<CalendarEntry>().AsNoTracking()).Where(entry => entry.Kind == CalendarEntryKind.PublicHoliday && entry.First >= first && entry.First <= last)
            .OrderBy(entry => entry.First).ThenBy(entry => entry.Name).Select(entry => new HouseHoliday(entry.Name, entry.First)).ToListAsync(cancel);
    }

    /// <summary>For who has looked up the units already.</summary>
    internal async Task<WorkCalendar> Of(IReadOnlyDictionary<UnitId, int> ranks, Period? span, CancellationToken cancel)
    {
        var entries = Kept(db.Set<CalendarEntry>().AsNoTracking());
        if (span is { First: var first, Last: var last })
        {
            entries = entries.Where(entry => entry.First <= last && entry.Last >= first);
        }

        var units = ranks.Keys.ToList();
        var days = await entries.Where(entry => entry.UnitId == null || units.Contains(entry.UnitId.Value)).ToListAsync(cancel);
        return new WorkCalendar(days.Select(entry => new SpecialDays(
            new Period(entry.First, entry.Last), entry.IsWorking, entry.IsPublic ? 0 : entry.UnitId is { } own ? ranks[own] : 1)));
    }

    /// <summary>Without the public ones where the house keeps none.</summary>
    internal IQueryable<CalendarEntry> Kept(IQueryable<CalendarEntry> entries) => entries.Where(entry =>
        entry.Kind == CalendarEntryKind.OwnDayOff || entry.Kind == CalendarEntryKind.OwnWorkingDay
        || db.Set<Company>().Any(company => company.Calendar == HouseCalendar.China));

    /// <summary>The units whose days count for this one, the nearer the higher.</summary>
    internal async Task<Dictionary<UnitId, int>> Ranks(UnitId? unit, CancellationToken cancel)
    {
        var path = new List<UnitId>();
        if (unit is not null)
        {
            var parents = await db.UnitCards.ToDictionaryAsync(node => node.Id, node => node.ParentId, cancel);
            path.AddRange(UnitTree.Above(unit.Value, parents).Distinct());
        }

        return path.Index().ToDictionary(node => node.Item, node => path.Count - node.Index + 1);
    }
}
