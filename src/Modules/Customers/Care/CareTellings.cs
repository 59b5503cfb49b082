using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Care;

/// <summary>
/// Who hears of what is due: whose duty it is once for each, his superiors once for each level. One message a person and morning, however many customers;
/// the list behind it tells which. Inside the transaction of the run.
/// </summary>
internal sealed class CareTellings(AppDb db, Notifier notifier)
{
    private const int AtOnce = 500;

    /// <summary>Of one planned by hand in a kind that no line speaks of.</summary>
    private static readonly int[] UsualEscalation = [3];

    /// <returns>How many went further up.</returns>
    public async Task<int> Tell(CareSpec spec, Chart chart, DateOnly day, CancellationToken cancel)
    {
        var due = await (
            from item in db.Set<CareItem>().AsNoTracking()
            where item.State == CareState.Open && item.DueOn <= day
            join customer in db.Set<Customer>() on item.CustomerId equals customer.Id
            where item.SponsorId != null || customer.OwnerId != null
            select new { item.Id, item.Kind, item.Line, item.DueOn, item.Level, item.ToldId, Person = item.SponsorId ?? customer.OwnerId!.Value }).ToListAsync(cancel);
        foreach (var told in due.Where(item => item.ToldId != item.Person).GroupBy(item => item.Person))
        {
            await Mark([.. told.Select(item => item.Id)], items => items.ExecuteUpdateAsync(set => set.SetProperty(item => item.ToldId, (PersonId?)told.Key), cancel));
            await notifier.Tell(told.Key, "care-due", Of(told.Count()), "/care?due=Now", cancel);
        }

        var late = due.Select(item => (Item: item, Level: CarePlan.Level(Escalation(spec, item.Kind, item.Line), item.DueOn, day))).Where(one => one.Level > one.Item.Level).ToList();
        foreach (var same in late.GroupBy(one => one.Level))
        {
            await Mark([.. same.Select(one => one.Item.Id)], items => items.ExecuteUpdateAsync(set => set.SetProperty(item => item.Level, same.Key), cancel));
        }

        foreach (var own in late.GroupBy(one => one.Item.Person))
        {
            await notifier.Tell(own.Key, "care-overdue", Of(own.Count()), "/care?due=Overdue", cancel);
        }

        var up = late.SelectMany(one => chart.SuperiorsOf(one.Item.Person).Take(one.Level).Skip(one.Item.Level).Select(superior => (Superior: superior, one.Item.Id, one.Item.Person)));
        foreach (var superior in up.GroupBy(one => one.Superior))
        {
            await notifier.Tell(superior.Key, "care-escalated", new Dictionary<string, object?> { ["count"] = superior.Count(), ["people"] = superior.DistinctBy(one => one.Person).Count() }, "/care?due=Overdue", cancel);
        }

        return late.Count;
    }

    private static IReadOnlyList<int> Escalation(CareSpec spec, string kind, string? line) =>
        (spec.Line(line) ?? spec.Lines.FirstOrDefault(one => one.Kind == kind))?.EscalateDays ?? UsualEscalation;

    private static Dictionary<string, object?> Of(int count) => new() { ["count"] = count };

    private async Task Mark(IReadOnlyList<CareItemId> ids, Func<IQueryable<CareItem>, Task> change)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await change(db.Set<CareItem>().Where(item => some.Contains(item.Id)));
        }
    }
}
