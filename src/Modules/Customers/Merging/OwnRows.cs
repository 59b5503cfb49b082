using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Customers.Merging;

internal sealed class ContactsOfCustomer(AppDb db) : CustomerRows<Contact>(db)
{
    public override string Kind => "contacts";

    protected override IQueryable<Contact> Of(IQueryable<Contact> rows, CustomerId customer) => rows.Where(contact => contact.CustomerId == customer);

    protected override Guid IdOf(Contact row) => row.Id.Value;

    protected override void Give(Contact row, CustomerId customer) => row.CustomerId = customer;
}

internal sealed class RecordsOfCustomer(AppDb db) : CustomerRows<CustomerRecord>(db)
{
    public override string Kind => "records";

    protected override IQueryable<CustomerRecord> Of(IQueryable<CustomerRecord> rows, CustomerId customer) => rows.Where(record => record.CustomerId == customer);

    protected override Guid IdOf(CustomerRecord row) => row.Id.Value;

    protected override void Give(CustomerRecord row, CustomerId customer) => row.CustomerId = customer;
}

internal sealed class StrategyCardsOfCustomer(AppDb db) : CustomerRows<StrategyCard>(db)
{
    public override string Kind => "strategy-cards";

    protected override IQueryable<StrategyCard> Of(IQueryable<StrategyCard> rows, CustomerId customer) => rows.Where(card => card.CustomerId == customer);

    protected override Guid IdOf(StrategyCard row) => row.Id.Value;

    protected override void Give(StrategyCard row, CustomerId customer) => row.CustomerId = customer;
}

internal sealed class ReviewCardsOfCustomer(AppDb db) : CustomerRows<ReviewCard>(db)
{
    public override string Kind => "review-cards";

    protected override IQueryable<ReviewCard> Of(IQueryable<ReviewCard> rows, CustomerId customer) => rows.Where(card => card.CustomerId == customer);

    protected override Guid IdOf(ReviewCard row) => row.Id.Value;

    protected override void Give(ReviewCard row, CustomerId customer) => row.CustomerId = customer;
}

internal sealed class DisputesOfCustomer(AppDb db) : CustomerRows<Dispute>(db)
{
    public override string Kind => "disputes";

    protected override IQueryable<Dispute> Of(IQueryable<Dispute> rows, CustomerId customer) => rows.Where(dispute => dispute.CustomerId == customer);

    protected override Guid IdOf(Dispute row) => row.Id.Value;

    protected override void Give(Dispute row, CustomerId customer) => row.CustomerId = customer;
}

internal sealed class FilesOfCustomer(FileLinks files) : ICustomerReferences
{
    private const string Table = "customers_customer";

    public string Kind => "files";

    public Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel) => files.Count(Table, from.ToString(), cancel);

    public Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel) => files.PassOn(Table, from.ToString(), to.ToString(), null, cancel);

    public async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel) =>
        (await files.PassOn(Table, from.ToString(), to.ToString(), rows, cancel)).Count;
}
