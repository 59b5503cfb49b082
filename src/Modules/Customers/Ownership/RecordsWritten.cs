using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Ownership;

/// <summary>Who writes a customer record has spoken with him, on the day he writes it.</summary>
internal sealed class RecordsWritten(AppDb db) : ICustomerActivity, ICustomerContacts
{
    public string Kind => "records";

    public bool IsDeal => false;

    public IQueryable<CustomerId> Since(DateOnly day) => db.Set<CustomerRecord>().Where(record => record.Day >= day).Select(record => record.CustomerId);

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel) =>
        await db.Set<CustomerRecord>().Where(record => customers.Contains(record.CustomerId)).GroupBy(record => record.CustomerId)
            .Select(group => new { group.Key, On = group.Max(record => record.Day) }).ToDictionaryAsync(one => one.Key, one => one.On, cancel);

    public async Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel) =>
        await db.Set<CustomerRecord>().AsNoTracking().Where(record => record.CustomerId == customer).OrderByDescending(record => record.Day).Take(most)
            .Select(record => new CustomerDeed(record.Day, record.AuthorId, record.Text)).ToListAsync(cancel);

    public async Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var records = db.Set<CustomerRecord>().AsNoTracking().Where(record => record.Day <= until);
        if (only is not null)
        {
            records = records.Where(record => only.Contains(record.CustomerId));
        }

        return await records.GroupBy(record => record.CustomerId).Select(all => new CustomerContact(all.Key, all.Max(record => record.Day))).ToListAsync(cancel);
    }
}
