using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Orders.Totals;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Rules;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Orders.Booking;

/// <summary>
/// Orders from a file: a line of the file is a line of an order, with the order's own columns repeated; the lines of an order stand
/// together. A file without products brings orders by their amount alone. What is imported is confirmed; the recent ones are asked about the customer's credit as if they were entered,
/// the older ones are history.
/// </summary>
internal sealed class ImportOrders(CompanyClock clock, CustomImport<OrderId> fields, CreditGate credit) : IImporter
{
    /// <summary>An order is recent for so many days.</summary>
    private const int RecentDays = 31;

    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private readonly ImportLookup<TerritoryId> territories = TerritoriesLookup.New();
    private readonly ImportLookup<ProductId> products = ProductsLookup.New();

    public string Kind => "orders";

    public Permission Permission => OrdersPermissions.Import;

    public string? GroupBy => "number";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", true, "订单号", "订单编号", "订单 ID", "order number", "order id", "sales order id"),
        new("orderedOn", true, "下单日期", "订单日期", "日期", "order date"),
        new("customerName", true, "客户", "客户名称", "客户编号", "客户 ID", "customer", "customer id"),
        new("salespersonName", false, "销售员", "业务员", "工号", "salesperson", "sales person id"),
        new("territoryName", false, "区域", "销售区域", "地区", "territory", "territory id"),
        new("productName", false, "产品", "产品编号", "产品 ID", "product", "product id"),
        new("quantity", false, "数量", "quantity", "order qty"),
        new("price", false, "单价", "price", "unit price"),
        new("discount", false, "折扣", "discount"),
        new("costPrice", false, "成本价", "成本", "cost price", "unit cost"),
        new("amount", false, "订单金额", "金额", "amount", "sub total"),
        new("remark", false, "备注", "remark"),
        .. fields.Columns,
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var reach = new Reach(run.Db, run.Caller, clock);
        var customers = CustomersLookup.New(reach);
        await customers.Load(run, rows, "customerName", cancel);
        await people.Load(run, rows, "salespersonName", cancel);
        await territories.Load(run, rows, "territoryName", cancel);
        await products.Load(run, rows, "productName", cancel);
        var reached = await reach.Among(OrdersPermissions.Import, cancel);
        var words = rows.Select(row => row["number"]).OfType<string>().Distinct().ToList();
        var taken = await run.Db.Set<Order>().Where(order => words.Contains(order.Number)).Select(order => order.Number).ToHashSetAsync(cancel);
        var places = await Places(run.Db, rows, run, cancel);
        var guard = await TerritoryGuard.Load(run.Db, clock.Today, cancel);
        var homes = await Homes(run.Db, rows, customers, run, cancel);
        var costs = await run.Db.CostPrices([.. rows.Select(row => products.Find(row, "productName", run)).OfType<ProductId>().Distinct()], cancel);
        var recent = clock.Today.AddDays(-RecentDays);
        var room = await credit.Room([.. rows.Select(row => customers.Find(row, "customerName", run)).OfType<CustomerId>()], run.Writes, cancel);
        // Only lines that stand together are one order, also within a batch: what comes later under the same number is told as a fault.
        foreach (var group in Batches<ImportRow>.Groups(rows, row => row["number"]))
        {
            var head = group[0];
            var number = head.RequiredText("number", 40);
            if (taken.Contains(number))
            {
                run.Fault(head, "number", "record.number-taken", ("number", number));
            }
            else if (run.SeenBefore("number", number))
            {
                run.Fault(head, "number", "orders.lines-apart", ("number", number));
            }

            var customer = head.Required("customerName", customers.Find(head, "customerName", run));
            var salesperson = people.Find(head, "salespersonName", run);
            var day = head.Required("orderedOn", head.Day("orderedOn"));
            if (!reached.Contains(salesperson))
            {
                run.Fault(head, "salespersonName", "record.out-of-reach");
            }

            var order = new Order
            {
                Id = Id.New<OrderId>(),
                Number = number,
                CustomerId = customer,
                SalespersonId = salesperson,
                UnitId = salesperson is { } who ? places.UnitOn(who, day) : null,
                TerritoryId = territories.Find(head, "territoryName", run) ?? homes.GetValueOrDefault(customer),
                OrderedOn = day,
                State = OrderState.Confirmed,
                Amount = head.Money("amount") ?? Money.Zero,
                Remark = head.Text("remark", 1000, lines: true),
                CreatedAt = clock.Now,
                ImportId = run.ImportId,
            };
            if (order.Amount < Money.Zero)
            {
                run.Fault(head, "amount", "field.negative");
            }

            if (TerritoryGuard.RefusalOf(guard.Judge(TerritoryAct.Order, salesperson, order.TerritoryId)) is { } refused)
            {
                run.Fault(head, head.Has("territoryName") ? "territoryName" : "customerName", refused, ("territory", guard.NameOf(order.TerritoryId!.Value)));
            }

            Lines([.. group], order, head, costs, run);
            var custom = fields.Read(head, OrderFields.Facts(order.SalespersonId, order.Remark), run);
            if (day >= recent && group.All(row => !row.HasFaults))
            {
                var answer = room.Ask(customer, order.Amount);
                order.IsOverCredit = answer.IsOver;
                if (answer.Refused is { } against)
                {
                    run.Fault(head, "customerName", against, [.. answer.Told]);
                }
            }

            if (group.All(row => !row.HasFaults))
            {
                fields.Create(head, order, order.Id, custom, run);
            }
        }
    }

    /// <summary>What was imported counts as sold from the moment it is written, and no more once it is taken back.</summary>
    public async Task Written(AppDb db, IReadOnlyList<object> records, CancellationToken cancel)
    {
        var orders = records.OfType<Order>().ToList();
        (await TerritoryGuard.Load(db, clock.Today, cancel)).AddNotes(
            db, orders.Select(order => (TerritoryAct.Order, order.SalespersonId, order.TerritoryId, order.Id.Value, order.Number)), clock.Now);
        await db.SaveChangesAsync(cancel);
        await new SalesTotals(db).Move(orders.Select(order => ((SalesMark?)null, SalesMark.Of(order))), cancel);
    }

    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel) => await new SalesTotals(db).Move(
        (await db.Set<Order>().AsNoTracking().Where(order => order.ImportId == import).ToListAsync(cancel))
            .Select(order => (SalesMark.Of(order), (SalesMark?)null)), cancel);

    private void Lines(List<ImportRow> rows, Order order, ImportRow head, Dictionary<ProductId, UnitPrice?> costs, ImportRun run)
    {
        if (rows.TrueForAll(row => !row.Has("productName")))
        {
            if (rows.Count > 1)
            {
                run.Fault(rows[1], "productName", "field.required");
            }
            else if (order.Amount <= Money.Zero)
            {
                head.Required("amount", head.Money("amount"));
            }

            return;
        }

        var lines = rows.ConvertAll(row => new
        {
            Row = row,
            Product = row.Required("productName", products.Find(row, "productName", run)),
            Priced = new PricedLine(
                row.Required("price", row.UnitPrice("price")), row.Required("quantity", row.Quantity("quantity")), row.Rate("discount") ?? Rate.Zero),
            CostPrice = row.UnitPrice("costPrice"),
        });
        foreach (var line in lines)
        {
            Check(line.Row, line.Priced, run);
            CheckCost(line.Row, line.CostPrice, run);
        }

        if (lines.Exists(line => line.Row.HasFaults))
        {
            return;
        }

        var priced = Pricing.Price(lines.ConvertAll(line => line.Priced), head.Has("amount") ? order.Amount : null);
        if (priced.Expected is { } expected)
        {
            run.Fault(head, "amount", "orders.amount-off", ("expected", expected));
            return;
        }

        order.Amount = priced.Amount;
        order.Lines.AddRange(lines.Select((line, i) => new OrderLine
        {
            OrderId = order.Id,
            Line = i + 1,
            ProductId = line.Product,
            Quantity = line.Priced.Quantity,
            Price = line.Priced.Price,
            Discount = line.Priced.Discount,
            Amount = priced.Lines[i],
        }));
        // What the file knows of that day holds before what the product costs now.
        foreach (var (line, of) in order.Lines.Zip(lines))
        {
            line.Keep(of.CostPrice ?? costs.GetValueOrDefault(of.Product));
        }
    }

    private static void CheckCost(ImportRow row, UnitPrice? cost, ImportRun run)
    {
        if (cost is not null && !run.Caller.May(CatalogPermissions.ReadCosts))
        {
            run.Fault(row, "costPrice", "catalog.cost-not-yours");
        }
        else if (cost < UnitPrice.Zero)
        {
            run.Fault(row, "costPrice", "field.negative");
        }
    }

    private static void Check(ImportRow row, PricedLine line, ImportRun run)
    {
        if (row.Has("quantity") && line.Quantity <= Quantity.Zero)
        {
            run.Fault(row, "quantity", "field.not-positive");
        }

        if (line.Price < UnitPrice.Zero)
        {
            run.Fault(row, "price", "field.negative");
        }

        if (!OrderRequest.IsInRange(line.Price, line.Quantity))
        {
            run.Fault(row, "price", "field.too-large", ("max", Platform.Http.Check.LargestAmount));
        }

        if (line.Discount < Rate.Zero || line.Discount > Rate.One)
        {
            run.Fault(row, "discount", "field.not-fraction");
        }
    }

    /// <summary>All stays of the salespeople of the batch: an order counts for the unit of its day.</summary>
    private async Task<ILookup<PersonId, Placement>> Places(AppDb db, IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var sellers = rows.Select(row => people.Find(row, "salespersonName", run)).OfType<PersonId>().Distinct().ToList();
        return await db.PlacementsOf(sellers, cancel);
    }

    private static async Task<Dictionary<CustomerId, TerritoryId?>> Homes(
        AppDb db, IReadOnlyList<ImportRow> rows, ImportLookup<CustomerId> customers, ImportRun run, CancellationToken cancel)
    {
        var buyers = rows.Select(row => customers.Find(row, "customerName", run)).OfType<CustomerId>().Distinct().ToList();
        return await db.CustomerCards.Where(customer => buyers.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.TerritoryId, cancel);
    }
}
