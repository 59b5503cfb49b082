using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>
/// Whose the customers were from when to when: with whom they came, who took them over, whom the rules took back and who took those up again; a few who are
/// shared, and the disputes of the last months. Fits what the rules say today, so that the first night takes back no one who should have gone before.
/// </summary>
internal sealed record Ownerships
{
    private const int RulesMonths = 6;

    public List<OwnershipRuleSet> Rules { get; } = [];

    public List<Pool> Pools { get; } = [];

    public List<OwnershipSpell> Spells { get; } = [];

    public List<CustomerShare> Shares { get; } = [];

    public List<RecyclingRun> Runs { get; } = [];

    public List<RecycledCustomer> Recycled { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    private static readonly OwnershipRules House = OwnershipRules.Usual with
    {
        Protection = [new(120, 120, CustomerState.Active, "A"), new(90, 90, CustomerState.Active), new(60, 30)],
        Recycling = [new(RecyclingCause.NoFollowUp, 720, 7, CustomerState.Prospect), new(RecyclingCause.OwnerLeft, 60, 0), new(RecyclingCause.ContractEnded, 900, 14, CustomerState.Lost, Field: OwnFields.Ended)],
        Claims = [new(5, 800, 30)],
    };

    public static Ownerships Of(ulong seed, Days days, People people, Territories territories, IReadOnlyList<DemoCustomer> customers)
    {
        var (all, dice) = (new Ownerships(), new Dice(seed, "ownership"));
        var first = days.MonthsAgo(RulesMonths);
        all.Rules.Add(new OwnershipRuleSet { Id = dice.Id<OwnershipRulesId>(days.At(first.AddDays(-5), 600)), First = first, Rules = OwnershipBooks.Write(House), ById = people["director"].Id });
        var book = all.Open(dice, days, people, territories);
        foreach (var customer in customers)
        {
            all.Live(customer, dice, days, people, first, book);
        }

        all.Share(dice, days, people, customers);
        all.Dispute(dice, days, people, customers);
        return all;
    }

    private PoolBook Open(Dice dice, Days days, People people, Territories territories)
    {
        var at = days.At(days.MonthsAgo(RulesMonths).AddDays(-5), 620);
        foreach (var (name, order) in new[] { "华东", "华南", "华北", "海外" }.Select((name, order) => (name, order)))
        {
            var pool = new Pool { Id = dice.Id<PoolId>(at), Name = $"{name}公海", TerritoryId = territories.Rows.Find(place => place.Name == name)!.Id, Order = order };
            Pools.Add(pool);
            if (name == "海外")
            {
                pool.Access.Add(new PoolAccess { PoolId = pool.Id, Line = 1, UnitId = people.Unit("export"), MayClaim = true });
            }
        }

        Pools.Add(new Pool { Id = dice.Id<PoolId>(at), Name = "公司公海", Order = 9 });
        return new PoolBook([.. Pools.Select(pool => new PoolPlace(pool.Id, pool.TerritoryId, pool.UnitId, pool.Order))],
            territories.Rows.ToDictionary(place => place.Id, place => place.ParentId), new Dictionary<UnitId, UnitId?>());
    }

    private void Live(DemoCustomer customer, Dice dice, Days days, People people, DateOnly rulesFrom, PoolBook book)
    {
        var line = 0;
        foreach (var (from, person) in customer.Owners)
        {
            Pass(person.Id, from, line == 0 ? OwnershipCause.Entered : OwnershipCause.HandedOver);
        }

        if (customer.Row.OwnerId is not { } owner)
        {
            return;
        }

        var on = customer.Owners[^1].From;
        customer.Row.BelongTo(owner, on, OwnershipDays.Given(customer.Row.State, null, on, House), null);
        var facts = new OwnedFacts { State = customer.Row.State, OwnedOn = on, ProtectedUntil = customer.Row.ProtectedUntil };
        if (customer.Row.State != CustomerState.Prospect || OwnershipDays.Due(facts, House) is not { } due || due.On > days.Today)
        {
            return;
        }

        // What was due when the rules began was gone through in the weeks after.
        var taken = Days.Earlier(due.On > rulesFrom ? due.On : rulesFrom.AddDays(dice.Between(0, 50)), days.Today);
        var pool = book.Of(customer.Row.TerritoryId, null);
        var run = Runs.Find(run => run.Day == taken) ?? Begin(taken);
        Recycled.Add(new RecycledCustomer { RunId = run.Id, CustomerId = customer.Row.Id, Batch = 1, Cause = due.Cause, OwnerId = owner, PoolId = pool });
        Pass(null, taken, OwnershipCause.Recycled);
        customer.Row.BelongTo(null, null, null, pool);
        var again = taken.AddDays(dice.Between(3, 90));
        if (again < days.Today && dice.Chance(0.3)
            && people.All.Where(person => person.Sells(again)?.Trade == customer.Trade && person.Id != owner && person.Row.LeftOn is null).ToList() is { Count: > 0 } takers)
        {
            var taker = dice.Of(takers);
            Pass(taker.Id, again, OwnershipCause.Claimed);
            customer.Row.BelongTo(taker.Id, again, OwnershipDays.Given(customer.Row.State, null, again, House), null);
        }

        RecyclingRun Begin(DateOnly day)
        {
            var at = days.At(day, 40);
            Runs.Add(new RecyclingRun { Id = dice.Id<RecyclingRunId>(at), Day = day, StartedAt = at, EndedAt = at.AddSeconds(2) });
            return Runs[^1];
        }

        void Pass(PersonId? to, DateOnly day, OwnershipCause cause)
        {
            var at = line == 0 ? customer.Row.CreatedAt : days.At(day, cause == OwnershipCause.Recycled ? 40 : 600);
            if (line > 0)
            {
                Spells[^1].Until = at;
            }

            Spells.Add(new OwnershipSpell { CustomerId = customer.Row.Id, Line = ++line, OwnerId = to, Since = at, On = day, Cause = cause, ById = cause == OwnershipCause.Claimed ? to : null });
        }
    }

    private void Share(Dice dice, Days days, People people, IReadOnlyList<DemoCustomer> customers)
    {
        foreach (var customer in customers.Where(customer => customer.Row is { State: CustomerState.Active, OwnerId: not null }).Take(12))
        {
            var day = Days.Later(customer.Row.OwnedOn!.Value, days.MonthsAgo(4));
            if (Rival(dice, people, customer, day) is { } partner)
            {
                Split(dice, customer, partner, new Rate(300_000), day, days.At(day, 700));
            }
        }
    }

    private void Split(Dice dice, DemoCustomer customer, PersonId partner, Rate part, DateOnly on, DateTimeOffset at)
    {
        foreach (var (person, share, line) in new[] { (customer.Row.OwnerId!.Value, part.OneMinus, 1), (partner, part, 2) })
        {
            Shares.Add(new CustomerShare { Id = dice.Id<CustomerShareId>(at), CustomerId = customer.Row.Id, Line = line, PersonId = person, Share = share, MayEdit = true, Since = at, On = on });
        }
    }

    private static PersonId? Rival(Dice dice, People people, DemoCustomer customer, DateOnly day) =>
        people.All.Where(person => person.Sells(day)?.Trade == customer.Trade && person.Id != customer.Row.OwnerId && person.Row.LeftOn is null).ToList() is { Count: > 0 } some ? dice.Of(some).Id : null;

    private void Dispute(Dice dice, Days days, People people, IReadOnlyList<DemoCustomer> customers)
    {
        (int Ago, DisputeRuling? Ruling, string Cause, string Text, string? Answer, string Words)[] cases =
        [
            (75, DisputeRuling.Keep, "mis-operation", "去年展会我先加的联系人,录入时提示已有。", "客户三月就由我跟进,有合同。", "跟进与合同俱在,客户不变。录入前请先查重。"),
            (52, DisputeRuling.Split, "no-rule", "总部在我区域,分店在他区域,两边都在谈。", "采购在我这边定。", "总部与分店分属两区,共同负责,三七开。"),
            (31, DisputeRuling.Keep, "deliberate", "客户说一直跟我联系。", "他从我的报价单上抄的电话。", "查明名单来自同事资料,维持原归属。"),
            (12, null, "", "我四月拜访过两次,公众号也是我加的。", "本月刚下单。", ""),
            (4, null, "", "名片是老板亲自给我的,对方没有再联系过。", null, ""),
            (1, null, "", "同一家公司换了名字,原来是我的客户。", null, ""),
        ];
        var chart = Notices.ChartOf(people, days);
        var bought = customers.Where(customer => customer.Row is { State: CustomerState.Active, OwnerId: not null } && Shares.TrueForAll(share => share.CustomerId != customer.Row.Id)).Skip(20);
        foreach (var ((ago, ruling, cause, text, answer, words), customer) in cases.Zip(bought))
        {
            var (on, holder) = (days.Today.AddDays(-ago), customer.Row.OwnerId!.Value);
            if (Rival(dice, people, customer, on) is not { } claimant)
            {
                continue;
            }

            var at = days.At(on, 640);
            var dispute = new Dispute
            {
                Id = dice.Id<DisputeId>(at),
                Number = $"D-{Disputes.Count + 1:000000}",
                CustomerId = customer.Row.Id,
                ClaimantId = claimant,
                HolderId = holder,
                State = ruling is not null ? DisputeState.Ruled : answer is not null ? DisputeState.Answered : DisputeState.Open,
                Text = text,
                OpenedAt = at,
                OpenedOn = on,
                RulesId = Rules[0].Id,
                AnswerBy = on.AddDays(House.AnswerDays),
                RuleBy = on.AddDays(House.RuleDays),
                Answer = answer,
                AnsweredAt = answer is null ? null : at.AddHours(20),
            };
            Disputes.Add(dispute);
            if (ruling is null)
            {
                dispute.Level = DisputeFlow.Level(on, dispute.RuleBy, days.Today);
                continue;
            }

            (dispute.ClosedOn, dispute.Ruling, dispute.RulingText, dispute.Cause) = (on.AddDays(4), ruling, words, cause);
            dispute.ClosedAt = days.At(dispute.ClosedOn.Value, 900);
            dispute.RuledById = chart.SuperiorsOf(holder).First(above => above != claimant);
            if (ruling == DisputeRuling.Split)
            {
                dispute.ClaimantShare = new Rate(300_000);
                Split(dice, customer, claimant, new Rate(300_000), dispute.ClosedOn.Value, dispute.ClosedAt.Value);
            }
        }
    }
}
