using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Collections.Receipts;

/// <summary>How customers pay: receipts beside the orders they are for, added up by the database.</summary>
internal sealed class CustomerPayments(AppDb db) : ICustomerPayments
{
    public async Task<IReadOnlyList<CustomerPayment>> Payments(DateOnly until, int days, CancellationToken cancel)
    {
        var lastDue = until.AddDays(-days);
        var orders = db.OrderCards.Where(order => order.IsConfirmed && order.OrderedOn <= until);
        var received =
            from receipt in db.Set<Receipt>()
            where receipt.ReceivedOn <= until
            join order in orders on receipt.OrderId equals order.Id
            group new { receipt.Amount, IsInTime = receipt.ReceivedOn <= order.OrderedOn.AddDays(days) } by receipt.OrderId into paid
            select new
            {
                OrderId = paid.Key,
                Minor = paid.Sum(one => (long)(object)one.Amount),
                InTime = paid.Sum(one => one.IsInTime ? (long)(object)one.Amount : 0L),
            };
        var rows = await (
            from order in orders
            join paid in received on order.Id equals paid.OrderId into some
            from paid in some.DefaultIfEmpty()
            select new
            {
                order.CustomerId,
                order.OrderedOn,
                Minor = (long)(object)order.Amount,
                IsDue = order.OrderedOn <= lastDue,
                Received = (long?)paid.Minor ?? 0L,
                InTime = (long?)paid.InTime ?? 0L,
            }).GroupBy(order => order.CustomerId).Select(all => new
            {
                Customer = all.Key,
                Due = all.Sum(order => order.IsDue ? order.Minor : 0L),
                Received = all.Sum(order => order.IsDue ? order.Received : 0L),
                InTime = all.Sum(order => order.IsDue ? order.InTime : 0L),
                OverdueFrom = all.Min(order => order.IsDue && order.Minor > order.Received ? (DateOnly?)order.OrderedOn : null),
            }).ToListAsync(cancel);
        return rows.ConvertAll(row => new CustomerPayment
        {
            Customer = row.Customer,
            Due = new Money(row.Due),
            PaidInTime = new Money(row.InTime),
            // Of an order more is never taken than it comes to, so nobody's surplus hides what another order lacks.
            Overdue = new Money(row.Due - row.Received),
            OverdueSince = row.OverdueFrom?.AddDays(days),
        });
    }
}

/// <summary>What customers owe: of each confirmed order what has not come in. Asked of those named, by the index of their orders.</summary>
internal sealed class CustomerExposure(AppDb db) : ICustomerExposure
{
    private const int AtOnce = 500;

    public Permission Reading => CollectionsPermissions.Read;

    public Permission Selling => OrdersPermissions.Edit;

    /// <summary>Of an order more is never taken than it comes to, so what came in may be taken off in all.</summary>
    public async Task<IReadOnlyDictionary<CustomerId, Money>> Owed(IQueryable<CustomerId> among, CancellationToken cancel)
    {
        var orders = db.OrderCards.Where(order => order.IsConfirmed && among.Contains(order.CustomerId));
        var sold = await orders.GroupBy(order => order.CustomerId).Select(all => new { all.Key, Minor = all.Sum(order => (long)(object)order.Amount) }).ToDictionaryAsync(one => one.Key, one => one.Minor, cancel);
        var received = await db.Set<Receipt>().AsNoTracking().Join(orders, receipt => receipt.OrderId, order => order.Id, (receipt, order) => new { order.CustomerId, receipt.Amount })
            .GroupBy(one => one.CustomerId).Select(all => new { all.Key, Minor = all.Sum(one => (long)(object)one.Amount) }).ToDictionaryAsync(one => one.Key, one => one.Minor, cancel);
        return sold.Select(one => (one.Key, Minor: one.Value - received.GetValueOrDefault(one.Key))).Where(one => one.Minor > 0).ToDictionary(one => one.Key, one => new Money(one.Minor));
    }

    public async Task<IReadOnlyList<OpenAmount>> Open(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        var (open, receipts) = (new List<OpenAmount>(), db.Set<Receipt>().AsNoTracking());
        foreach (var some in customers.Chunk(AtOnce))
        {
            var ids = some.ToList();
            var rows = await db.OrderCards.Where(order => order.IsConfirmed && ids.Contains(order.CustomerId))
                .Select(order => new
                {
                    order.CustomerId,
                    order.OrderedOn,
                    Open = (long)(object)order.Amount - (receipts.Where(receipt => receipt.OrderId == order.Id).Sum(receipt => (long?)(object)receipt.Amount) ?? 0L),
                }).Where(order => order.Open > 0).ToListAsync(cancel);
            open.AddRange(rows.Select(row => new OpenAmount(row.CustomerId, row.OrderedOn, new Money(row.Open))));
        }

        return open;
    }
}

/// <summary>Who paid was in contact.</summary>
internal sealed class ReceiptContacts(AppDb db) : ICustomerContacts
{
    public async Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var orders = db.OrderCards;
        if (only is not null)
        {
            orders = orders.Where(order => only.Contains(order.CustomerId));
        }

        return await db.Set<Receipt>().AsNoTracking().Where(receipt => receipt.ReceivedOn <= until)
            .Join(orders, receipt => receipt.OrderId, order => order.Id, (receipt, order) => new { order.CustomerId, receipt.ReceivedOn })
            .GroupBy(one => one.CustomerId).Select(all => new CustomerContact(all.Key, all.Max(one => one.ReceivedOn))).ToListAsync(cancel);
    }
}

/// <summary>What came in from whom in a period.</summary>
internal sealed class CustomerReceipts(AppDb db) : ICustomerReceipts
{
    public async Task<IReadOnlyDictionary<CustomerId, Money>> Received(DateOnly from, DateOnly to, CancellationToken cancel) => (await db.Set<Receipt>().AsNoTracking()
            .Where(receipt => receipt.ReceivedOn >= from && receipt.ReceivedOn <= to)
            .Join(db.OrderCards, receipt => receipt.OrderId, order => order.Id, (receipt, order) => new { order.CustomerId, receipt.Amount })
            .GroupBy(one => one.CustomerId).Select(all => new { all.Key, Minor = all.Sum(one => (long)(object)one.Amount) }).ToListAsync(cancel))
        .ToDictionary(one => one.Key, one => new Money(one.Minor));
}
