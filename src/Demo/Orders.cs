using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Orders.Totals;
using Yingpan.Organization.Public;
using Yingpan.Territories.Public;

namespace Yingpan.Demo;

internal sealed record DemoOrder(Order Row, DemoPerson Seller, DemoCustomer Customer);

/// <summary>Two years of orders, in the order of their days, and the monthly sales they add up to.</summary>
internal static class Orders
{
    /// <summary>A draft is not left lying for longer.</summary>
    private const int DraftDays = 6;

    private static readonly (string Reason, int Weight)[] CancelReasons =
        [("客户资金未到位", 4), ("客户改选其他型号", 3), ("交期不能满足", 3), ("价格未谈妥", 2), ("项目延期", 3), ("重复下单", 1)];

    private static readonly (int Percent, int Weight)[] Discounts = [(0, 55), (2, 12), (3, 8), (5, 12), (8, 6), (10, 5), (15, 2)];

    private static readonly string[] Remarks = ["加急", "分批发货", "送货上楼", "开专用发票", "含安装", "月结"];

    private sealed record Sale(DateOnly Day, int Minute, DemoPerson Seller, DemoCustomer Customer);

    public static IReadOnlyList<DemoOrder> Of(ulong seed, Days days, People people, IReadOnlyList<DemoProduct> products, IReadOnlyList<DemoCustomer> customers)
    {
        var dice = new Dice(seed, "orders");
        var sales = Sales(new Dice(seed, "sales"), days, people, customers);
        var onOffer = Enum.GetValues<Trade>().ToDictionary(trade => trade, trade => products.Where(product => product.Trades.Contains(trade)).ToList());
        return [.. sales.OrderBy(sale => sale.Day).ThenBy(sale => sale.Minute).Select((sale, i) =>
            new DemoOrder(Write(sale, i + 1), sale.Seller, sale.Customer))];

        Order Write(Sale sale, int number)
        {
            var at = days.At(sale.Day, sale.Minute);
            var order = new Order
            {
                Id = dice.Id<OrderId>(at),
                Number = $"O-{number:000000}",
                CustomerId = sale.Customer.Row.Id,
                SalespersonId = sale.Seller.Id,
                UnitId = people.UnitOf(sale.Seller, sale.Day),
                TerritoryId = sale.Customer.Row.TerritoryId,
                OrderedOn = sale.Day,
                State = days.Today.DayNumber - sale.Day.DayNumber <= DraftDays && dice.Chance(0.3) ? OrderState.Draft
                    : dice.Chance(0.03) ? OrderState.Cancelled : OrderState.Confirmed,
                Amount = Money.Zero,
                Remark = dice.Chance(0.08) ? dice.Of(Remarks) : null,
                CreatedAt = at,
            };
            order.CancelReason = order.State == OrderState.Cancelled ? dice.Weighted(CancelReasons) : null;
            AddLines(order, sale, onOffer[sale.Customer.Trade].FindAll(product => product.IsSoldOn(sale.Day)));
            return order;
        }

        void AddLines(Order order, Sale sale, List<DemoProduct> offer)
        {
            var count = dice.Weighted((1, 30), (2, 34), (3, 21), (4, 10), (5, 5));
            var chosen = new HashSet<DemoProduct>();
            while (chosen.Count < count)
            {
                chosen.Add(dice.Of(offer));
            }

            var discount = Rate.Of(dice.Weighted(Discounts) / 100m, Rounding.HalfUp);
            List<PricedLine> lines = [.. chosen.Select(product => new PricedLine(
                product.Row.ListPrice, Quantity.Of(Pieces(sale.Customer, product), Rounding.HalfUp), discount))];
            var priced = Pricing.Price(lines);
            order.Amount = priced.Amount;
            order.Lines.AddRange(chosen.Select((product, i) => new OrderLine
            {
                OrderId = order.Id,
                Line = i + 1,
                ProductId = product.Row.Id,
                Quantity = lines[i].Quantity,
                Price = lines[i].Price,
                Discount = lines[i].Discount,
                Amount = priced.Lines[i],
            }));
            if (order.State != OrderState.Draft)
            {
                foreach (var (line, product) in order.Lines.Zip(chosen))
                {
                    // The house began to keep costs a year and a half ago; who sells from before has none.
                    line.Book(sale.Day < days.MonthsAgo(18) ? null : product.Row.CostPrice);
                }
            }
        }

        // A large customer orders more often, and more at a time; of what is dear one buys less.
        int Pieces(DemoCustomer customer, DemoProduct product)
        {
            var size = 0.6 + Math.Min(2.4, customer.Pull / 10);
            var isDear = product.Row.ListPrice.TenThousandths > 90_000_000;
            return Math.Max(1, dice.Count(size * customer.Trade switch
            {
                Trade.Phone => isDear ? 1 : dice.Between(1, 4),
                Trade.Channel => isDear ? dice.Between(1, 2) : dice.Between(2, 8),
                Trade.Store => dice.Between(1, 2),
                _ => dice.Between(8, 60),
            }));
        }
    }

    /// <summary>What was sold by month, person, unit and territory: what the product keeps up to date order by order.</summary>
    public static IReadOnlyList<MonthlySales> Monthly(IEnumerable<Order> orders) => [.. orders
        .Select(order => SalesMark.Of(order)).OfType<SalesMark>()
        .GroupBy(mark => (mark.Month, mark.Person, mark.Unit, mark.Territory))
        .OrderBy(group => group.Key)
        .Select(group => new MonthlySales
        {
            Month = group.Key.Month,
            SalespersonId = new PersonId(group.Key.Person),
            UnitId = new UnitId(group.Key.Unit),
            TerritoryId = new TerritoryId(group.Key.Territory),
            Orders = group.Count(),
            Amount = group.Select(mark => mark.Amount).Sum(),
        })];

    /// <summary>Who sold to whom on which day. A good month and a bad one are luck; a large customer comes more often.</summary>
    private static List<Sale> Sales(Dice dice, Days days, People people, IReadOnlyList<DemoCustomer> customers)
    {
        var sales = new List<Sale>();
        foreach (var month in days.Months)
        {
            var last = Days.Earlier(month.Last, days.Today);
            var buyers = customers.Where(customer => customer.Pull > 0 && customer.BuysFrom <= last).ToLookup(customer => customer.OwnerOn(last));
            foreach (var seller in people.All)
            {
                var pool = buyers[seller].ToList();
                var luck = dice.Near(1, 0.35);
                for (var day = month.First; day <= last && pool.Count > 0; day = day.AddDays(1))
                {
                    var count = dice.Count(luck * Seasons.Expected(seller, day, days));
                    for (var i = 0; i < count; i++)
                    {
                        if (Draw(dice, pool, day, seller) is { } customer)
                        {
                            sales.Add(new Sale(day, dice.Between(510, 1110), seller, customer));
                        }
                    }
                }
            }
        }

        return sales;
    }

    /// <summary>Null when nobody of them buys that day in the seller's present trade.</summary>
    private static DemoCustomer? Draw(Dice dice, List<DemoCustomer> pool, DateOnly day, DemoPerson seller)
    {
        var trade = seller.Sells(day)!.Value.Trade;
        var open = pool.FindAll(customer => customer.Trade == trade && customer.BuysOn(day));
        var left = dice.Between(0, open.Sum(customer => customer.Pull));
        return open.Find(customer => (left -= customer.Pull) < 0);
    }
}
