using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Collections.Receipts;

/// <summary>Receipts from a file, on orders by their number; never more on one than it comes to.</summary>
internal sealed class ImportReceipts(CompanyClock clock) : IImporter
{
    private static readonly (string, ReceiptMethod)[] Methods =
    [
        ("银行转账", ReceiptMethod.BankTransfer), ("BankTransfer", ReceiptMethod.BankTransfer), ("Bank transfer", ReceiptMethod.BankTransfer),
        ("现金", ReceiptMethod.Cash), ("Cash", ReceiptMethod.Cash),
        ("承兑汇票", ReceiptMethod.Bill), ("Bill", ReceiptMethod.Bill),
        ("其他", ReceiptMethod.Other), ("Other", ReceiptMethod.Other),
    ];

    private readonly Dictionary<OrderId, Money> inFile = [];

    public string Kind => "receipts";

    public Permission Permission => CollectionsPermissions.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "回款编号", "编号", "receipt number"),
        new("orderNumber", true, "订单号", "订单编号", "order", "order number"),
        new("receivedOn", true, "到账日期", "回款日期", "日期", "received on", "payment date"),
        new("amount", true, "金额", "回款金额", "amount"),
        new("method", false, "方式", "回款方式", "method"),
        new("reference", false, "凭证号", "reference", "check number"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var orders = OrdersLookup.New(new Reach(run.Db, run.Caller, clock), CollectionsPermissions.Import);
        await orders.Load(run, rows, "orderNumber", cancel);
        var found = rows.Select(row => orders.Find(row, "orderNumber", run)).OfType<OrderId>().Distinct().Order(ById).ToList();
        // Locked, so that what is open cannot change between the look and the write; all in one order, against waiting in a circle.
        foreach (var id in run.Writes ? found : [])
        {
            await run.Db.LockOrder(id, cancel);
        }

        var cards = await run.Db.OrderCards.Where(order => found.Contains(order.Id)).ToDictionaryAsync(order => order.Id, cancel);
        var collected = await run.Db.Set<Receipt>().Where(receipt => found.Contains(receipt.OrderId)).GroupBy(receipt => receipt.OrderId)
            .Select(group => new { group.Key, Minor = group.Sum(receipt => (long)(object)receipt.Amount) }).ToDictionaryAsync(row => row.Key, row => new Money(row.Minor), cancel);
        var numbers = await ImportNumbers.Load(run, rows, "receipts", run.Db.Set<Receipt>().Select(receipt => receipt.Number), cancel);
        // A check writes nothing, so what earlier lines of the file bring is remembered here; a real run finds it in the database.
        var before = run.Writes ? [] : inFile;
        foreach (var row in rows)
        {
            var order = row.Required("orderNumber", orders.Find(row, "orderNumber", run));
            var receipt = new Receipt
            {
                Id = Id.New<ReceiptId>(),
                Number = numbers.Of(row),
                OrderId = order,
                ReceivedOn = row.Required("receivedOn", row.Day("receivedOn")),
                Amount = row.Required("amount", row.Money("amount")),
                Method = row.OneOf("method", Methods) ?? ReceiptMethod.BankTransfer,
                Reference = row.Text("reference", 100),
                CreatedAt = clock.Now,
                ImportId = run.ImportId,
            };
            if (row.HasFaults)
            {
                continue;
            }

            var card = cards[order];
            var open = card.Amount - collected.GetValueOrDefault(order) - before.GetValueOrDefault(order);
            if (!card.IsConfirmed)
            {
                run.Fault(row, "orderNumber", "collections.not-confirmed", ("number", card.Number));
            }
            else if (receipt.Amount <= Money.Zero)
            {
                run.Fault(row, "amount", "field.not-positive");
            }
            else if (receipt.Amount > open)
            {
                run.Fault(row, "amount", "collections.over", ("open", open), ("number", card.Number));
            }
            else
            {
                var sums = run.Writes ? collected : inFile;
                sums[order] = sums.GetValueOrDefault(order) + receipt.Amount;
                run.Create(row, receipt, receipt.Id);
            }
        }
    }

    private static readonly Comparer<OrderId> ById = Comparer<OrderId>.Create((a, b) => a.Value.CompareTo(b.Value));
}
