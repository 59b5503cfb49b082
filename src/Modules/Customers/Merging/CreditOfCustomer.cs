using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Merging;

/// <summary>
/// What was decided of his credit; what holds goes along where nothing was decided of the other one, and otherwise stays behind: the preview says so. Who is held is released
/// before he is merged: see <c>MergeCustomers</c>. After an undoing each of them has something that holds, if anything was ever decided of him.
/// </summary>
internal sealed class CreditOfCustomer(AppDb db) : CustomerRows<CustomerCredit>(db)
{
    private readonly AppDb db = db;

    public override string Kind => "credit";

    /// <summary>A decision that leaves him without rating, limit and hold is as none.</summary>
    public static readonly Expression<Func<CustomerCredit, bool>> Decides = credit => credit.NowFor != null && (credit.Rating != null || credit.Limit != null || credit.IsHeld);

    public override async Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var goes = await db.Set<CustomerCredit>().AnyAsync(credit => credit.NowFor == from, cancel) && !await db.Set<CustomerCredit>().Where(credit => credit.CustomerId == to).AnyAsync(Decides, cancel);
        if (goes)
        {
            // What says nothing makes room.
            await db.Set<CustomerCredit>().Where(credit => credit.NowFor == to).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.NowFor, (CustomerId?)null), cancel);
        }

        return await base.Move(from, to, cancel);
    }

    public override async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var count = await base.MoveBack(rows, from, to, cancel);
        foreach (var customer in new[] { from, to })
        {
            var decided = db.Set<CustomerCredit>().Where(credit => credit.CustomerId == customer);
            if (!await decided.AnyAsync(credit => credit.NowFor != null, cancel)
                && await decided.OrderByDescending(credit => credit.At).ThenByDescending(credit => credit.Id).FirstOrDefaultAsync(cancel) is { } newest)
            {
                newest.NowFor = customer;
                await db.SaveChangesAsync(cancel);
            }
        }

        return count;
    }

    protected override IQueryable<CustomerCredit> Of(IQueryable<CustomerCredit> rows, CustomerId customer) => rows.Where(credit => credit.CustomerId == customer);

    protected override IQueryable<CustomerCredit> Going(IQueryable<CustomerCredit> rows, IQueryable<CustomerCredit> others)
    {
        var deciding = others.Where(Decides);
        return rows.Where(credit => credit.NowFor == null || !deciding.Any());
    }

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
