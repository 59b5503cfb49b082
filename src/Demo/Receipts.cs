using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;

namespace Yingpan.Demo;

/// <summary>What came in on the orders, as each trade pays: at once, after weeks, in parts, late, or not at all.</summary>
internal static class Receipts
{
    private static readonly (ReceiptMethod, int)[] AtTheCounter = [(ReceiptMethod.Cash, 3), (ReceiptMethod.BankTransfer, 4), (ReceiptMethod.Other, 3)];
    private static readonly (ReceiptMethod, int)[] ByBank = [(ReceiptMethod.BankTransfer, 8), (ReceiptMethod.Bill, 1), (ReceiptMethod.Other, 1)];

    public static IReadOnlyList<Receipt> Of(ulong seed, Days days, IReadOnlyList<DemoOrder> orders)
    {
        var dice = new Dice(seed, "receipts");
        var due = orders.Where(order => order.Row.State == OrderState.Confirmed && order.Row.Amount > Money.Zero)
            .SelectMany(order => Payments(dice, order).Select(payment => (order.Customer.Trade, Order: order.Row, payment.On, payment.Amount)))
            .Where(payment => payment.On <= days.Today && payment.Amount > Money.Zero).ToList();
        return [.. due.OrderBy(payment => payment.On).ThenBy(payment => payment.Order.Number, StringComparer.Ordinal).Select((payment, i) =>
        {
            var at = days.At(payment.On, dice.Between(560, 1080));
            var method = dice.Weighted(payment.Trade == Trade.Store ? AtTheCounter : ByBank);
            return new Receipt
            {
                Id = dice.Id<ReceiptId>(at),
                Number = $"R-{i + 1:000000}",
                OrderId = payment.Order.Id,
                ReceivedOn = payment.On,
                Amount = payment.Amount,
                Method = method,
                Reference = method == ReceiptMethod.Cash ? null : $"DEMO{dice.Digits(10)}",
                CreatedAt = at,
            };
        })];
    }

    /// <summary>The payments of an order: shares of its amount that never come to more than it, each on its day.</summary>
    private static List<(DateOnly On, Money Amount)> Payments(Dice dice, DemoOrder order)
    {
        // One order in fifty is disputed and stays open.
        if (dice.Chance(0.02))
        {
            return [];
        }

        (int[] Shares, int Days)[] ways = order.Customer.Trade switch
        {
            Trade.Store => [([100], 0), ([100], 0), ([100], 3)],
            Trade.Phone => [([100], 2), ([100], 7), ([100], 20), ([50, 50], 15)],
            Trade.Channel => [([100], 30), ([100], 45), ([30, 70], 30), ([30, 60, 10], 40)],
            _ => [([30, 70], 45), ([30, 70], 60), ([20, 70, 10], 50)],
        };
        var (shares, wait) = dice.Of(ways);
        // A slow payer is slow with every order.
        var slowness = order.Customer.Row.Id.Value.ToByteArray()[15] switch { < 30 => 2.5, < 80 => 1.5, _ => 1.0 };
        var amounts = order.Row.Amount.Split([.. shares.Select(share => (long)share)]);
        // The deposit is quick, each later part takes the agreed time again; now and then the last part does not come.
        var kept = shares.Length > 1 && dice.Chance(0.06) ? shares.Length - 1 : shares.Length;
        var on = order.Row.OrderedOn;
        var payments = new List<(DateOnly, Money)>();
        for (var i = 0; i < kept; i++)
        {
            var agreed = shares.Length > 1 && i == 0 ? 4 : wait;
            on = on.AddDays(dice.Count(agreed * slowness * dice.Between(0.6, 1.5)));
            payments.Add((on, amounts[i]));
        }

        return payments;
    }
}
