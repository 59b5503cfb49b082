using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Care;

/// <summary>Everybody who is somebody's, with what the policy asks of him.</summary>
internal sealed record CaredHouse(IReadOnlyList<CareFacts> Customers, CareToday Today, Chart Chart);

/// <summary>Loads what is asked of every customer, each kind of fact in one pass over the house, and only what the policy has lines for.</summary>
internal sealed class CareHouse(AppDb db, WorkCalendars calendars, IEnumerable<ICustomerSales> sales)
{
    private const int DaysAhead = 400;

    public async Task<CaredHouse> Load(CareSpec spec, DateOnly day, CancellationToken cancel)
    {
        var span = new Period(day.AddDays(-DaysAhead), day.AddDays(2 * DaysAhead));
        var today = new CareToday(day, await calendars.Of(null, span, cancel), await calendars.Holidays(new Period(day, day.AddDays(DaysAhead)), cancel));
        var chart = await db.LoadChart(day, cancel);
        var paths = new UnitPaths(chart.Units.ToDictionary(unit => unit.Id, unit => unit.ParentId));
        var customers = await db.Set<Customer>().AsNoTracking().Where(customer => customer.OwnerId != null).OrderBy(customer => customer.Id)
            .Select(customer => new { customer.Id, Owner = customer.OwnerId!.Value, customer.State }).ToListAsync(cancel);
        var grades = await db.ValueGradesOn(day, cancel);
        var firsts = new Dictionary<CustomerId, DateOnly>();
        foreach (var source in sales)
        {
            foreach (var (customer, first) in await source.FirstSales(day, cancel))
            {
                firsts[customer] = firsts.TryGetValue(customer, out var known) && known < first ? known : first;
            }
        }

        var days = await Days(spec, day, cancel);
        var accounts = await Accounts(spec, day, chart, cancel);
        var last = (await db.Set<CareItem>().AsNoTracking().Where(item => item.IsLatest && item.ClosedOn <= day).Select(item => new { item.CustomerId, item.Kind, item.Id, On = item.ClosedOn!.Value }).ToListAsync(cancel))
            .ToLookup(item => item.CustomerId, item => new LastCare(item.Kind, item.Id, item.On));
        return new CaredHouse([.. customers.Select(customer => new CareFacts
        {
            Id = customer.Id,
            Owner = customer.Owner,
            State = customer.State,
            Grade = grades.GetValueOrDefault(customer.Id),
            Units = chart.Person(customer.Owner)?.UnitId is { } unit ? paths.Of(unit) : [],
            FirstOrderOn = firsts.TryGetValue(customer.Id, out var first) ? first : null,
            Days = [.. days[customer.Id]],
            Account = accounts.GetValueOrDefault(customer.Id),
            // Of two who were merged, each may have had a last one.
            Last = [.. last[customer.Id].OrderByDescending(one => one.On)],
        })], today, chart);
    }

    private async Task<ILookup<CustomerId, CareDay>> Days(CareSpec spec, DateOnly day, CancellationToken cancel)
    {
        var kinds = spec.Lines.Where(line => line.Trigger == CareTrigger.ContactDay).Select(line => line.DayKind!.Value).Distinct().ToList();
        if (kinds.Count == 0)
        {
            return Enumerable.Empty<CareDay>().ToLookup(_ => default(CustomerId));
        }

        var rows = await db.Set<Contact>().AsNoTracking().Where(contact => !contact.HasLeft)
            .SelectMany(contact => contact.Days.Where(one => kinds.Contains(one.Kind)), (contact, one) => new { contact.CustomerId, Day = one }).ToListAsync(cancel);
        // Worked out anew: the day that is planned for need not be the one the stored days are of.
        return rows.Select(row => new { row.CustomerId, row.Day, On = row.Day.NextOn >= day && row.Day.NextOn < day.AddMonths(11) ? row.Day.NextOn : row.Day.Yearly.Next(day) })
            .Where(row => row.On is not null).ToLookup(row => row.CustomerId, row => new CareDay(row.Day.ContactId, row.Day.Line, row.Day.Kind, row.On!.Value));
    }

    private async Task<Dictionary<CustomerId, KeptAccount>> Accounts(CareSpec spec, DateOnly day, Chart chart, CancellationToken cancel) =>
        spec.Lines.All(line => line.Trigger != CareTrigger.KeyAccount) ? []
            : (await db.Set<KeyAccount>().AsNoTracking().Where(account => account.First <= day && (account.Last == null || account.Last >= day)).ToListAsync(cancel))
                .ToDictionary(account => account.CustomerId, account => new KeptAccount(account.CadenceDays, account.First, chart.Person(account.SponsorId) is null ? null : account.SponsorId));
}
