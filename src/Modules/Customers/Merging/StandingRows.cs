using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Merging;

// What is said of a customer by hand, and what stands for him: of what there may be only one, that of the customer who is left stays.

/// <summary>Warnings; an open one goes along where the other has none open.</summary>
internal sealed class WarningsOfCustomer(AppDb db) : CustomerRows<CustomerWarning>(db)
{
    public override string Kind => "warnings";

    protected override IQueryable<CustomerWarning> Of(IQueryable<CustomerWarning> rows, CustomerId customer) => rows.Where(warning => warning.CustomerId == customer);

    protected override IQueryable<CustomerWarning> Going(IQueryable<CustomerWarning> rows, IQueryable<CustomerWarning> others) =>
        rows.Where(warning => warning.OpenFor == null || !others.Any(other => other.OpenFor != null));

    protected override Guid IdOf(CustomerWarning row) => row.Id.Value;

    protected override void Give(CustomerWarning row, CustomerId customer) => (row.CustomerId, row.OpenFor) = (customer, row.OpenFor is null ? null : customer);
}

internal sealed class GradeMarksOfCustomer(AppDb db) : CustomerRows<GradeMark>(db)
{
    public override string Kind => "grade-marks";

    protected override IQueryable<GradeMark> Of(IQueryable<GradeMark> rows, CustomerId customer) => rows.Where(mark => mark.CustomerId == customer);

    protected override Guid IdOf(GradeMark row) => row.Id.Value;

    protected override void Give(GradeMark row, CustomerId customer) => row.CustomerId = customer;
}

/// <summary>Grades set by hand; one that holds goes along where none of the same card holds for the other.</summary>
internal sealed class OverridesOfCustomer(AppDb db) : CustomerRows<GradeOverride>(db)
{
    public override string Kind => "grade-overrides";

    protected override IQueryable<GradeOverride> Of(IQueryable<GradeOverride> rows, CustomerId customer) => rows.Where(one => one.CustomerId == customer);

    protected override IQueryable<GradeOverride> Going(IQueryable<GradeOverride> rows, IQueryable<GradeOverride> others)
    {
        var today = Today;
        return rows.Where(one => one.Until < today || !others.Any(other => other.Card == one.Card && other.Until >= today));
    }

    protected override Guid IdOf(GradeOverride row) => row.Id.Value;

    protected override void Give(GradeOverride row, CustomerId customer) => row.CustomerId = customer;
}

/// <summary>His times as a key account; what he is now goes along where the other is none.</summary>
internal sealed class KeyAccountsOfCustomer(AppDb db) : CustomerRows<KeyAccount>(db)
{
    public override string Kind => "key-accounts";

    protected override IQueryable<KeyAccount> Of(IQueryable<KeyAccount> rows, CustomerId customer) => rows.Where(account => account.CustomerId == customer);

    protected override IQueryable<KeyAccount> Going(IQueryable<KeyAccount> rows, IQueryable<KeyAccount> others) =>
        rows.Where(account => account.NowFor == null || !others.Any(other => other.NowFor != null));

    protected override Guid IdOf(KeyAccount row) => row.Id.Value;

    protected override void Give(KeyAccount row, CustomerId customer) => (row.CustomerId, row.NowFor) = (customer, row.NowFor is null ? null : customer);
}

/// <summary>His place on the watch list. The row is known by its customer: it is written anew, and remembered by whose it was.</summary>
internal sealed class WatchOfCustomer(AppDb db) : ICustomerReferences
{
    public string Kind => "watched";

    public async Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel) =>
        await db.Set<WatchedCustomer>().AnyAsync(watched => watched.CustomerId == from, cancel) && !await db.Set<WatchedCustomer>().AnyAsync(watched => watched.CustomerId == to, cancel) ? 1 : 0;

    public async Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel) => await Give(from, to, cancel) ? [from.Value] : [];

    public async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel) => await Give(from, to, cancel) ? 1 : 0;

    private async Task<bool> Give(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        if (await Count(from, to, cancel) == 0)
        {
            return false;
        }

        var watched = await db.Set<WatchedCustomer>().FirstAsync(one => one.CustomerId == from, cancel);
        db.Remove(watched);
        db.Add(new WatchedCustomer { CustomerId = to, Since = watched.Since, Reason = watched.Reason, ById = watched.ById });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
