using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

/// <summary>One confirmed sale to a customer.</summary>
public readonly record struct CustomerSale(CustomerId Customer, DateOnly On, Money Amount);

/// <summary>Asked for what customers bought; answered by whoever keeps sales. In one pass over all of them.</summary>
public interface ICustomerSales
{
    /// <summary>Every sale up to that day, it included.</summary>
    /// <param name="only">Null is everybody.</param>
    /// <param name="from">The first day, included; null is from the beginning.</param>
    IAsyncEnumerable<CustomerSale> Sales(DateOnly until, IReadOnlyCollection<CustomerId>? only, DateOnly? from = null);

    /// <summary>The day of the first one of each, up to that day; who bought nothing is left out.</summary>
    Task<IReadOnlyDictionary<CustomerId, DateOnly>> FirstSales(DateOnly until, CancellationToken cancel);
}

/// <summary>How a customer stands with what he owes.</summary>
public sealed record CustomerPayment
{
    public required CustomerId Customer { get; init; }

    /// <summary>Of sales that have fallen due.</summary>
    public required Money Due { get; init; }

    /// <summary>Of that, what came by the day it was due.</summary>
    public required Money PaidInTime { get; init; }

    /// <summary>Of that, what is missing.</summary>
    public required Money Overdue { get; init; }

    /// <summary>The day on which the oldest of what is missing was due.</summary>
    public DateOnly? OverdueSince { get; init; }
}

/// <summary>Asked for how customers pay; answered by whoever keeps receipts. In one pass over all who bought.</summary>
public interface ICustomerPayments
{
    /// <param name="days">After the sale by which it is due.</param>
    Task<IReadOnlyList<CustomerPayment>> Payments(DateOnly until, int days, CancellationToken cancel);
}

/// <summary>The last day on which anybody of us had to do with a customer.</summary>
public readonly record struct CustomerContact(CustomerId Customer, DateOnly On);

/// <summary>Asked for the last contact with customers; answered by whoever keeps something that was one. Each tells his own; the newest counts.</summary>
public interface ICustomerContacts
{
    /// <param name="only">Null is everybody.</param>
    Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel);
}

/// <summary>
/// Asked for how often customers complained in a period, both days included. Whoever keeps complaints answers; where nobody does, the indicator
/// of complaints says nothing.
/// </summary>
public interface ICustomerComplaints
{
    Task<IReadOnlyDictionary<CustomerId, int>> Complaints(DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>Asked for what came in from customers in a period, both days included; answered by whoever keeps receipts.</summary>
public interface ICustomerReceipts
{
    Task<IReadOnlyDictionary<CustomerId, Money>> Received(DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>What was earned with a customer.</summary>
/// <param name="Sales">All that was sold to him.</param>
/// <param name="Known">Of that, what has a known cost; of the rest nobody knows what was earned.</param>
/// <param name="Cost">Of what is known.</param>
public readonly record struct CustomerMargin(Money Sales, Money Known, Money Cost);

/// <summary>Asked for what was earned with customers in a period, both days included; answered by whoever keeps sales with their costs.</summary>
public interface ICustomerMargins
{
    /// <summary>May the caller know it?</summary>
    bool MayTell { get; }

    Task<Dictionary<CustomerId, CustomerMargin>> Margins(DateOnly from, DateOnly to, CancellationToken cancel);
}
