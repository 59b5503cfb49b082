using Yingpan.Customers.Credit;
using Yingpan.Kernel;
using Yingpan.Platform.Access;

namespace Yingpan.Customers.Public;

public static class CreditPermissions
{
    /// <summary>To rate customers, give them limits and terms, hold and release them.</summary>
    public static readonly Permission Give = new("customers.credit", InTerritories: true);

    /// <summary>Ratings with their limits and terms, from which day on.</summary>
    public static readonly Permission EditPolicy = new("customers.credit-policy-edit", Scoped: false);

    public static IReadOnlyList<Permission> All => [Give, EditPolicy];
}

/// <param name="Open">What of it has not come in.</param>
public readonly record struct OpenAmount(CustomerId Customer, DateOnly OrderedOn, Money Open);

/// <summary>Asked for what customers owe; answered by whoever keeps receipts. Only sales of which something is open.</summary>
public interface ICustomerExposure
{
    Task<IReadOnlyList<OpenAmount>> Open(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel);
}

/// <summary>Asked before something is sold.</summary>
public sealed class CreditGate
{
    private readonly CreditBook book;

    internal CreditGate(CreditBook book) => this.book = book;

    /// <summary>
    /// Refuses (Refusal) what is sold to who is held, or goes beyond a limit that blocks. Who is limited is locked until the transaction ends,
    /// so that two orders at once do not both find room.
    /// </summary>
    /// <returns>True where it goes beyond the limit and is let through marked.</returns>
    public Task<bool> Require(CustomerId customer, Money amount, CancellationToken cancel) => book.Require(customer, amount, cancel);
}
