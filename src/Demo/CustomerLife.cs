using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications;
using Sale = Yingpan.Orders.Data.Order;
using SaleState = Yingpan.Orders.Data.OrderState;

namespace Yingpan.Demo;

/// <summary>
/// How the company graded its customers and saw to those who were leaving: the runs are the product's own, on the days of the last half year, over the
/// orders and receipts that are there; only what people did about it is made up.
/// </summary>
internal sealed class CustomerLife(AppDb db, GradeCustomers grading, FitRhythm rhythm, WatchCustomers watch, WarningDeeds deeds, CareLife care)
{
    private const int GradedEvery = 30;
    private const int GradedFor = 180;
    private const int WatchedEvery = 20;
    private const int WatchedFor = 100;

    /// <summary>Of ten warnings that are twenty days old, as many are done with.</summary>
    private const double Diligence = 0.8;

    private static readonly string[] Causes = ["price", "price", "competitor", "service", "product", "other"];
    private static readonly string[] Measures = ["discount", "service", "visit"];
    private static readonly string[] Said = ["电话联系,对方近期在比价。", "上门拜访,换了采购负责人。", "对方反映售后响应慢。", "对方库存较多,暂不下单。"];

    public async Task Live(ulong seed, Days days, People people, CancellationToken cancel)
    {
        var (dice, first) = (new Dice(seed, "customer life"), days.Today.AddDays(-GradedFor));
        await Marks(dice, days, first, cancel);
        for (var day = first; day <= days.Today; day = day.AddDays(GradedEvery))
        {
            await grading.Run(day, cancel);
        }

        await Overrides(dice, days, people, cancel);
        await KeyAccounts(dice, days, people, cancel);
        deeds.NewId = (customer, day) => new Dice(seed, $"warning {customer} {day:yyyyMMdd}").Id<WarningId>(days.At(day, 400));
        await rhythm.Run(days.Today.AddDays(-WatchedFor), cancel);
        for (var day = days.Today.AddDays(-WatchedFor); day <= days.Today; day = day.AddDays(WatchedEvery))
        {
            await watch.Run(day, cancel);
            await SeeTo(dice, day, cancel);
        }

        await rhythm.Run(days.Today, cancel);
        db.ChangeTracker.Clear();
        await care.Live(seed, days, cancel);
        // Half a year of it happened in one instant: nobody wants to hear of all of it now.
        await db.Set<Notification>().ExecuteDeleteAsync(cancel);
        // How long a run took is of the machine, and the demo is the same on each.
        await db.Set<GradingRun>().ExecuteUpdateAsync(set => set.SetProperty(run => run.Milliseconds, 0), cancel);
    }

    /// <summary>What reps know of some of theirs.</summary>
    private async Task Marks(Dice dice, Days days, DateOnly first, CancellationToken cancel)
    {
        var customers = await db.Set<Customer>().AsNoTracking().Where(customer => customer.OwnerId != null).OrderBy(customer => customer.Number)
            .Select(customer => new { customer.Id, customer.OwnerId }).ToListAsync(cancel);
        var rows = new List<GradeMark>();
        foreach (var customer in customers)
        {
            foreach (var criterion in new[] { "enquiry", "intention", "events", "supply", "strategy" })
            {
                if (dice.Chance(0.12))
                {
                    var on = first.AddDays(dice.Between(0, GradedFor));
                    var at = days.At(on, dice.Between(540, 1050));
                    rows.Add(new GradeMark { Id = dice.Id<GradeMarkId>(at), CustomerId = customer.Id, Criterion = criterion, Points = 10 * dice.Between(2, 11), On = on, ById = customer.OwnerId, At = at });
                }
            }
        }

        await db.Put(rows, replace: false, cancel);
    }

    private async Task Overrides(Dice dice, Days days, People people, CancellationToken cancel)
    {
        var some = await db.Set<CustomerGrade>().AsNoTracking().Where(grade => grade.Value == "B").OrderBy(grade => grade.CustomerId).Take(3).Select(grade => grade.CustomerId).ToListAsync(cancel);
        db.AddRange(some.Select((customer, i) => new GradeOverride
        {
            Id = dice.Id<GradeOverrideId>(days.At(days.Today.AddDays(-10 * (i + 1)), 600)),
            CustomerId = customer,
            Card = Scorecard.Value,
            Grade = "A",
            Reason = "集团客户,明年有新项目",
            First = days.Today.AddDays(-10 * (i + 1)),
            Until = days.Today.AddDays(90),
            ById = people["gm"].Id,
        }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Those who buy most have a senior beside their rep; some big prospects are kept in sight.</summary>
    private async Task KeyAccounts(Dice dice, Days days, People people, CancellationToken cancel)
    {
        var best = await db.Set<CustomerGrade>().AsNoTracking().OrderByDescending(grade => grade.Sales).ThenBy(grade => grade.CustomerId).Take(14).Select(grade => grade.CustomerId).ToListAsync(cancel);
        var sponsors = new[] { "gm", "phone-head", "east-head" };
        var (first, changed) = (days.Today.AddDays(-200), days.Today.AddDays(-40));
        db.AddRange(best.SelectMany((customer, i) => i % 5 > 0
            ? new[] { Account(customer, sponsors[i % 3], 21, first, null) }
            : [Account(customer, sponsors[1], 30, first, changed.AddDays(-1)), Account(customer, sponsors[0], 14, changed, null)]));
        var prospects = await db.Set<Customer>().AsNoTracking().Where(customer => customer.State == CustomerState.Prospect && customer.OwnerId != null).OrderBy(customer => customer.Number).Take(400).ToListAsync(cancel);
        db.AddRange(prospects.Where((_, i) => i % 50 == 0).Select(customer => new WatchedCustomer
        {
            CustomerId = customer.Id,
            Since = days.Today.AddDays(-60),
            Reason = "行业里数一数二,尚未合作",
            ById = customer.OwnerId,
        }));
        await db.SaveChangesAsync(cancel);

        KeyAccount Account(CustomerId customer, string sponsor, int cadence, DateOnly from, DateOnly? last) => new()
        {
            Id = dice.Id<KeyAccountId>(days.At(from, 600)),
            CustomerId = customer,
            NowFor = last is null ? customer : null,
            SponsorId = people[sponsor].Id,
            CadenceDays = cadence,
            First = from,
            Last = last,
        };
    }

    /// <summary>Reps follow up, find out why, do something about it; who buys again is won back, who does not is given up after two months.</summary>
    private async Task SeeTo(Dice dice, DateOnly day, CancellationToken cancel)
    {
        var open = await db.Set<CustomerWarning>().Where(warning => warning.OpenFor != null && warning.OpenedOn < day).OrderBy(warning => warning.CustomerId).ToListAsync(cancel);
        var owners = await db.Set<Customer>().AsNoTracking().Where(customer => customer.OwnerId != null).ToDictionaryAsync(customer => customer.Id, customer => customer.OwnerId, cancel);
        // Once at the end: looking through all of them again with each line would be most of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var warning in open.Where(_ => dice.Chance(Diligence)))
        {
            var by = owners.GetValueOrDefault(warning.CustomerId);
            if (warning.State == WarningState.Open)
            {
                (warning.State, warning.FollowedOn) = (WarningState.Followed, day);
                await deeds.Say(warning, WarningLineKind.Followed, day, by, null, null, null, dice.Of(Said), cancel);
                if (dice.Chance(0.15))
                {
                    await Close(warning, WarningResult.FalseAlarm, day, by, "项目淡季,属正常波动。", cancel);
                    continue;
                }

                warning.Cause = dice.Of(Causes);
                await deeds.Say(warning, WarningLineKind.CauseNamed, day, by, null, warning.Cause, null, null, cancel);
                if (dice.Chance(0.7))
                {
                    await deeds.Say(warning, WarningLineKind.Measure, day, by, null, dice.Of(Measures), new Money(dice.Between(2, 30) * 10_000L), null, cancel);
                }
            }
            else if (warning.ResumedOn is { } resumed)
            {
                warning.WonSales = new Money((await db.Set<Sale>().AsNoTracking()
                    .Where(order => order.CustomerId == warning.CustomerId && order.State == SaleState.Confirmed && order.OrderedOn >= resumed && order.OrderedOn <= day)
                    .Select(order => order.Amount).ToListAsync(cancel)).Sum(amount => amount.Minor));
                await Close(warning, WarningResult.WonBack, day, by, null, cancel);
            }
            else if (day.DayNumber - warning.OpenedOn.DayNumber > 60)
            {
                await Close(warning, WarningResult.Lost, day, by, "已确认改用其他供应商。", cancel);
            }
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private Task Close(CustomerWarning warning, WarningResult result, DateOnly day, PersonId? by, string? words, CancellationToken cancel)
    {
        (warning.State, warning.Result, warning.ClosedOn, warning.OpenFor) = (WarningState.Closed, result, day, null);
        return deeds.Say(warning, WarningLineKind.Closed, day, by, null, result.ToString(), null, words, cancel);
    }
}
