using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

/// <summary>GET /api/care-calendar?from=&amp;to=: how many a day, by what became of them.</summary>
internal static class ReadCareCalendar
{
    private const int MostDays = 62;

    public sealed record DayLine(DateOnly On, int Open, int Done, int Skipped);

    /// <param name="Overdue">In all, also of days before.</param>
    public sealed record View(IReadOnlyList<DayLine> Days, int Overdue);

    public static async Task<View> Handle([AsParameters] CareFilter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        check.That(filter.From is not null, "from", "field.required");
        check.That(filter.To is not null, "to", "field.required");
        check.That(filter.From is not { } first || filter.To is not { } last || (first <= last && last.DayNumber - first.DayNumber <= MostDays), "to", "field.period-backwards");
        check.ThrowIfAny();
        var today = clock.Today;
        var items = await db.CareSeen(reach).AsNoTracking().Narrowed(filter, db, reach, today, cancel);
        var counts = await items.Select(item => new { On = item.ClosedOn ?? item.DueOn, item.State }).GroupBy(item => new { item.On, item.State })
            .Select(all => new DayCount(all.Key.On, all.Key.State, all.Count())).ToListAsync(cancel);
        var late = await db.CareSeen(reach).AsNoTracking().Narrowed(new CareFilter { Customer = filter.Customer, Person = filter.Person, Mine = filter.Mine, Unit = filter.Unit, Kind = filter.Kind, Due = CareDue.Overdue }, db, reach, today, cancel);
        return new View(
            [.. counts.GroupBy(count => count.On).OrderBy(day => day.Key).Select(day => new DayLine(day.Key, Of(day, CareState.Open), Of(day, CareState.Done), Of(day, CareState.Skipped)))],
            await late.CountAsync(cancel));

        static int Of(IEnumerable<DayCount> day, CareState state) => day.Where(count => count.State == state).Sum(count => count.Count);
    }

    private sealed record DayCount(DateOnly On, CareState State, int Count);
}
