using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Public;

/// <summary>
/// A question of Customers, answered by every module for each kind of row that names a customer: two customers turn out to be one, and its
/// rows go along; and back, where it was a mistake. A row that is of another row (a receipt of its order) needs no answer of its own. A kind
/// that nobody answers for stays where it is, at a customer who is no longer to be seen.
/// </summary>
public interface ICustomerReferences
{
    /// <summary>Its name is the text <c>customer-references.{kind}</c>.</summary>
    string Kind { get; }

    /// <summary>How many would go from one to the other.</summary>
    Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel);

    /// <summary>
    /// All of them go from one to the other, in the transaction of the caller; the ids of those that went. Of what a customer may have only one the
    /// other keeps his own, and this one's stays where it is: there for an undoing, seen by nobody.
    /// </summary>
    Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel);

    /// <summary>Those of these rows that are still with the one go to the other; how many it was.</summary>
    Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel);
}

/// <param name="What">Its name is the text <c>customer-figures.{what}</c>.</param>
public sealed record CustomerFigure(CustomerId CustomerId, string What, int Count, Money Amount);

/// <summary>A question of Customers: what a month came to with each of these customers, as far as the caller may see it.</summary>
public interface ICustomerFigures
{
    Task<IReadOnlyList<CustomerFigure>> Of(IReadOnlyCollection<CustomerId> customers, Month month, CancellationToken cancel);
}

public static class HoldingCustomers
{
    /// <summary>
    /// True while the customer is there, and then he stays so until the transaction ends: nobody merges him meanwhile. Asked before a row
    /// that names him is written.
    /// </summary>
    public static async Task<bool> HoldCustomer(this AppDb db, CustomerId customer, CancellationToken cancel) =>
        await db.Held<Customer>(customer.Value).IgnoreQueryFilters([CustomerTable.Merged]).Select(row => new { row.MergedIntoId }).FirstOrDefaultAsync(cancel) is { MergedIntoId: null };
}

/// <summary>An answer to <see cref="ICustomerReferences"/> for rows that name their customer in one column.</summary>
public abstract class CustomerRows<T>(AppDb db) : ICustomerReferences
    where T : class
{
    public abstract string Kind { get; }

    public async Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel) => await Going(Of(db.Set<T>(), from), Of(db.Set<T>(), to)).CountAsync(cancel);

    public virtual async Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var rows = await Going(Of(db.Set<T>(), from), Of(db.Set<T>(), to)).ToListAsync(cancel);
        rows.ForEach(row => Give(row, to));
        await db.SaveChangesAsync(cancel);
        return rows.ConvertAll(IdOf);
    }

    public virtual async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var asked = rows.ToHashSet();
        var there = (await Of(db.Set<T>(), from).ToListAsync(cancel)).Where(row => asked.Contains(IdOf(row))).ToList();
        there.ForEach(row => Give(row, to));
        await db.SaveChangesAsync(cancel);
        return there.Count;
    }

    protected DateOnly Today => db.Today;

    /// <summary>Those that go along, by what the other one has.</summary>
    protected virtual IQueryable<T> Going(IQueryable<T> rows, IQueryable<T> others) => rows;

    protected abstract IQueryable<T> Of(IQueryable<T> rows, CustomerId customer);

    protected abstract Guid IdOf(T row);

    protected abstract void Give(T row, CustomerId customer);
}
