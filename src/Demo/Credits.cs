using Yingpan.Collections.Data;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Organization.Public;

namespace Yingpan.Demo;

/// <summary>
/// How finance rated those who bought most: most within their limit, some near it, some over, one held, and one for whom a higher limit was asked.
/// Limits are set by what is owed today, so that each kind is there whatever the orders came to.
/// </summary>
internal sealed class Credits
{
    private const int Rated = 60;
    private const int Over = 3;
    private const int Near = 7;
    private const int HeldOne = 20;
    private const long Step = 1_000_000;

    private static readonly string[] Ratings = ["B", "A", "C", "B", "B"];

    public required IReadOnlyList<CustomerCredit> Rows { get; init; }

    public required IReadOnlyList<CreditRequest> Requests { get; init; }

    public static Credits Of(ulong seed, Days days, People people, IReadOnlyList<DemoOrder> orders, IReadOnlyList<Receipt> receipts, Approvals approvals)
    {
        var (dice, finance, rows, requests) = (new Dice(seed, "credit"), people["finance-head"].Id, new List<CustomerCredit>(), new List<CreditRequest>());
        var paid = receipts.GroupBy(receipt => receipt.OrderId).ToDictionary(all => all.Key, all => all.Sum(receipt => receipt.Amount.Minor));
        var bought = orders.Where(order => order.Row.State == OrderState.Confirmed && order.Customer.Row.OwnerId is not null).GroupBy(order => order.Customer.Row)
            .Select(all => (Customer: all.Key, Amount: all.Sum(order => order.Row.Amount.Minor), Used: all.Sum(order => order.Row.Amount.Minor - paid.GetValueOrDefault(order.Row.Id))))
            .Where(one => one.Used > 2 * Step).OrderByDescending(one => one.Amount).ThenBy(one => one.Customer.Number, StringComparer.Ordinal).Take(Rated);
        foreach (var (i, (customer, _, used)) in bought.Index())
        {
            // In tens of thousands, as limits are set; down for who is over, up for the others.
            var limit = new Money((i % 12) switch { Over => used * 8 / 10 / Step * Step, Near => ((used * 105 / 100 / Step) + 1) * Step, _ => ((used * 22 / 10 / Step) + 1) * Step });
            var at = days.At(days.Today.AddDays(i - 120), 600);
            var set = new CustomerCredit
            {
                Id = dice.Id<CustomerCreditId>(at), CustomerId = customer.Id, NowFor = customer.Id, At = at, ById = finance, Deed = CreditDeed.Set, Reason = "年度信用评定", Rating = Ratings[i % Ratings.Length], Limit = limit,
            };
            rows.Add(set);
            if (i == HeldOne)
            {
                rows.Add(Hold(dice, days, set, finance));
            }
            else if (requests.Count == 0 && i % 12 == Over && people.All.FirstOrDefault(person => person.Id == customer.OwnerId) is { } owner && owner.WorksOn(days.Today))
            {
                requests.Add(approvals.AskForCredit(dice, days, people, customer, set, new Money(limit.Minor * 2)));
            }
        }

        return new Credits { Rows = rows, Requests = requests };
    }

    private static CustomerCredit Hold(Dice dice, Days days, CustomerCredit set, PersonId finance)
    {
        const string why = "两笔货款逾期六十天以上";
        var at = days.At(days.Today.AddDays(-6), 640);
        set.NowFor = null;
        return new CustomerCredit
        {
            Id = dice.Id<CustomerCreditId>(at), CustomerId = set.CustomerId, NowFor = set.CustomerId, At = at, ById = finance, Deed = CreditDeed.Held, Reason = why, Rating = set.Rating, Limit = set.Limit, IsHeld = true, HeldReason = why,
        };
    }
}
