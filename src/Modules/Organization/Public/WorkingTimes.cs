using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Public;

/// <summary>When the house as a whole works, by its calendar and its hours, for who counts hours of work.</summary>
public sealed class WorkingTimes(AppDb db, WorkCalendars calendars, CompanyClock clock)
{
    /// <summary>From the memory of the house.</summary>
    public ValueTask<WorkingTime> Load(CancellationToken cancel) => db.FromHouse(() => Read(cancel));

    private async Task<WorkingTime> Read(CancellationToken cancel)
    {
        var book = new HoursBook((await db.Set<WorkHours>().AsNoTracking().Where(hours => hours.UnitId == null).ToListAsync(cancel)).Select(hours => hours.From));
        return new WorkingTime(await calendars.Of(null, cancel), day => Spans(book.On(day, [])), clock.WallOf, clock.InstantOf);
    }

    internal static IReadOnlyList<WorkSpan> Spans(Hours hours) => [new(hours.Start, hours.NoonFrom), new(hours.NoonTo, hours.End)];
}
