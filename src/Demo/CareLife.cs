using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Demo;

/// <summary>
/// How the company cared for its customers: a policy of its own, and the product's own plan on days of the last half year; only what people did about it
/// is made up. Some of it is left undone.
/// </summary>
internal sealed class CareLife(AppDb db, PlanCare plan)
{
    private const int PlannedFor = 160;
    private const int PlannedEvery = 20;

    /// <summary>So few are never seen to, and go further up.</summary>
    private const double Forgotten = 0.02;

    /// <summary>The last days before today, closer to each other, so that something is due today.</summary>
    private static readonly int[] LastDays = [6, 3, 1, 0];

    private static readonly string[] Said = ["设备运行正常,近期有追加采购的打算。", "反映上次到货有延迟,已说明原因。", "介绍了新品,对方要了样册。", "对服务表示满意。", "采购负责人休假,约下周再谈。"];
    private static readonly string[] Passed = ["对方出差,改为下次一并拜访。", "客户近期停产检修,不便接待。", "对方单位有规定,不收礼品。"];
    private static readonly string[] Wishes = ["发货再快一些。", "希望增加培训。", "对账单格式请改进。", "很满意,继续保持。"];

    public async Task Live(ulong seed, Days days, CancellationToken cancel)
    {
        var (dice, first) = (new Dice(seed, "care"), days.Today.AddDays(-PlannedFor));
        var policy = new CarePolicy { Id = dice.Id<CarePolicyId>(days.At(first, 600)), First = first, Body = CarePolicy.Text(UsualCare.Of(UsualGrading.Spec.ValueGrades())) };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        plan.NewId = (customer, kind, occasion, day) => new Dice(seed, $"care {customer} {kind} {occasion}").Id<CareItemId>(days.At(day, 330));
        var last = days.Today.AddDays(-LastDays[0]);
        var planned = new List<DateOnly>();
        for (var day = first; day < last; day = day.AddDays(PlannedEvery))
        {
            planned.Add(day);
        }

        planned.AddRange(LastDays.Select(ago => days.Today.AddDays(-ago)));
        foreach (var day in planned)
        {
            await plan.Run(day, cancel);
            db.ChangeTracker.Clear();
            if (day < days.Today)
            {
                await SeeTo(seed, dice, days, day, cancel);
            }
        }

        // How long a run took is of the machine.
        await db.Set<CareRun>().ExecuteUpdateAsync(set => set.SetProperty(run => run.Milliseconds, 0), cancel);
    }

    /// <summary>Most of what was due by that day, or will be within days, is done; some is passed over, some left.</summary>
    private async Task SeeTo(ulong seed, Dice dice, Days days, DateOnly day, CancellationToken cancel)
    {
        // Of the last week more is still open: nobody is as quick as that.
        var isRecent = day.DayNumber > days.Today.DayNumber - 7;
        var (until, diligence) = (isRecent ? day : day.AddDays(2), isRecent ? 0.6 : 0.9);
        var owners = await db.Set<Customer>().AsNoTracking().Where(customer => customer.OwnerId != null).ToDictionaryAsync(customer => customer.Id, customer => customer.OwnerId, cancel);
        var open = (await db.Set<CareItem>().Where(item => item.State == CareState.Open && item.DueOn <= until).ToListAsync(cancel)).OrderBy(item => item.Id.Value).ToList();
        var latest = await db.Set<CareItem>().AsNoTracking().Where(item => item.IsLatest).Select(item => new { item.CustomerId, item.Kind, item.Id }).ToDictionaryAsync(item => (item.CustomerId, item.Kind), item => item.Id, cancel);
        var past = new List<CareItemId>();
        foreach (var item in open.Where(item => dice.Chance(diligence) && !new Dice(seed, $"forgotten {item.Id}").Chance(Forgotten)))
        {
            var on = item.DueOn < day ? item.DueOn.AddDays(dice.Below(day.DayNumber - item.DueOn.DayNumber + 1)) : day;
            on = on < item.MadeOn ? item.MadeOn : on;
            (item.ClosedOn, item.ClosedById, item.ClosedAt, item.IsLatest) = (on, item.SponsorId ?? owners.GetValueOrDefault(item.CustomerId), days.At(on, dice.Between(550, 1050)), true);
            if (dice.Chance(0.06))
            {
                (item.State, item.Result) = (CareState.Skipped, dice.Of(Passed));
            }
            else
            {
                Do(dice, item);
            }

            if (latest.TryGetValue((item.CustomerId, item.Kind), out var before))
            {
                past.Add(before);
            }

            latest[(item.CustomerId, item.Kind)] = item.Id;
        }

        foreach (var some in past.Chunk(500))
        {
            await db.Set<CareItem>().Where(item => some.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.IsLatest, false), cancel);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        // Of two birthdays at one customer on one day the second is the last.
        var both = (await db.Set<CareItem>().AsNoTracking().Where(item => item.IsLatest).Select(item => new { item.CustomerId, item.Kind, item.Id }).ToListAsync(cancel))
            .Where(item => latest[(item.CustomerId, item.Kind)] != item.Id).Select(item => item.Id).ToList();
        await db.Set<CareItem>().Where(item => both.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.IsLatest, false), cancel);
    }

    private static void Do(Dice dice, CareItem item)
    {
        (item.State, item.Result) = (CareState.Done, dice.Chance(0.8) ? dice.Of(Said) : null);
        if (item.Kind == "survey")
        {
            // Who buys most is served best, and says so.
            item.Score = Math.Min(Satisfaction.Best, (item.Grade switch { "A" => 7, "B" => 6, _ => 5 }) + dice.Between(0, 4));
            item.Remark = dice.Chance(0.4) ? dice.Of(Wishes) : null;
        }

        if (item.Budget is not { } budget)
        {
            return;
        }

        var cost = new Money(budget.Minor / 1_000 * dice.Between(40, 105) * 10);
        if (item.Kind == "banquet")
        {
            (item.BanquetCost, item.TravelCost) = (cost, dice.Chance(0.3) ? new Money(100L * dice.Between(30, 120)) : Money.Zero);
        }
        else
        {
            item.GiftCost = cost;
        }

        item.OverBudgetReason = item.Cost > budget ? "同行人数较多,经主管同意。" : null;
    }
}
