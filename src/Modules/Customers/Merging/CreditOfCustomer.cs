using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Merging;

/// <summary>What was decided of his credit; what holds goes along where nothing was decided of the other one. Who is held is released before he is merged: see <c>MergeCustomers</c>.</summary>
internal sealed class CreditOfCustomer(AppDb db) : CustomerRows<CustomerCredit>(db)
{
    public override string Kind => "credit";

    protected override IQueryable<CustomerCredit> Of(IQueryable<CustomerCredit> rows, CustomerId customer) => rows.Where(credit => credit.CustomerId == customer);

    protected override IQueryable<CustomerCredit> Going(IQueryable<CustomerCredit> rows, IQueryable<CustomerCredit> others) =>
        rows.Where(credit => credit.NowFor == null || !others.Any(other => other.NowFor != null));

    protected override Guid IdOf(CustomerCredit row) => row.Id.Value;

    protected override void Give(CustomerCredit row, CustomerId customer) => (row.CustomerId, row.NowFor) = (customer, row.NowFor is null ? null : customer);
}

/// <summary>What was asked for; an open one goes along where the other has none open, and is decided for the one who is left anyway.</summary>
internal sealed class CreditRequestsOfCustomer(AppDb db) : CustomerRows<CreditRequest>(db)
{
    public override string Kind => "credit-requests";

    protected override IQueryable<CreditRequest> Of(IQueryable<CreditRequest> rows, CustomerId customer) => rows.Where(request => request.CustomerId == customer);

    protected override IQueryable<CreditRequest> Going(IQueryable<CreditRequest> rows, IQueryable<CreditRequest> others) =>
        rows.Where(request => request.OpenFor == null || !others.Any(other => other.OpenFor != null));

    protected override Guid IdOf(CreditRequest row) => row.Id.Value;

    protected override void Give(CreditRequest row, CustomerId customer) => (row.CustomerId, row.OpenFor) = (customer, row.OpenFor is null ? null : customer);
}
