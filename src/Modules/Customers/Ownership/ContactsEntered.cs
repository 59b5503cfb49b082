using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

/// <summary>Who enters a contact has been in touch.</summary>
internal sealed class ContactsEntered(AppDb db, CompanyClock clock) : ICustomerActivity
{
    public string Kind => "contacts";

    public bool IsDeal => false;

    public IQueryable<CustomerId> Since(DateOnly day)
    {
        var from = clock.StartOf(day);
        return db.Set<Contact>().Where(contact => contact.CreatedAt >= from).Select(contact => contact.CustomerId);
    }

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel) =>
        (await db.Set<Contact>().Where(contact => customers.Contains(contact.CustomerId)).GroupBy(contact => contact.CustomerId)
            .Select(group => new { group.Key, At = group.Max(contact => contact.CreatedAt) }).ToListAsync(cancel)).ToDictionary(one => one.Key, one => clock.DayOf(one.At));

    public async Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel) =>
        [.. (await db.Set<Contact>().AsNoTracking().Where(contact => contact.CustomerId == customer).OrderByDescending(contact => contact.CreatedAt).Take(most)
            .Select(contact => new { contact.CreatedAt, contact.Name }).ToListAsync(cancel)).Select(contact => new CustomerDeed(clock.DayOf(contact.CreatedAt), null, contact.Name))];
}
