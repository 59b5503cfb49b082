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
    /// <summary>By which what is owed is read.</summary>
    Permission Reading { get; }

    /// <summary>By which something is sold: whoever sells must know what is still to be had.</summary>
    Permission Selling { get; }

    /// <summary>What each of these owes in all, in one question however many they are; who owes nothing is left out.</summary>
    Task<IReadOnlyDictionary<CustomerId, Money>> Owed(IQueryable<CustomerId> among, CancellationToken cancel);

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

    /// <summary>The same of many at once, as in an import. Whoever may give a customer credit himself is refused nothing.</summary>
    /// <param name="locks">False where nothing is written.</param>
    public Task<CreditRoom> Room(IReadOnlyCollection<CustomerId> customers, bool locks, CancellationToken cancel) => book.Room(customers, locks, cancel);
}

/// <param name="Refused">Null lets it through.</param>
/// <param name="Told">What the refusal is told with.</param>
/// <param name="IsOver">It goes beyond the limit.</param>
public readonly record struct CreditAnswer(string? Refused, IReadOnlyList<(string Name, object? Value)> Told, bool IsOver);

/// <summary>What may still be sold to some customers; each order that is let through leaves less to the next.</summary>
public sealed class CreditRoom
{
    private readonly Func<CustomerId, Money, CreditAnswer> ask;

    internal CreditRoom(Func<CustomerId, Money, CreditAnswer> ask) => this.ask = ask;

    public CreditAnswer Ask(CustomerId customer, Money amount) => ask(customer, amount);
}
