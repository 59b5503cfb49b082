using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>What customers are found by through their contacts stands beside their own keys: written after contacts were. Who has left tells nobody any more.</summary>
internal static class KeepContactKeys
{
    private const int AtOnce = 500;

    public static async Task Of(AppDb db, IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        foreach (var some in customers.Distinct().Chunk(AtOnce))
        {
            List<CustomerId> ids = [.. some];
            var there = (await OfContacts(db.Set<CustomerKey>().AsNoTracking().Where(key => ids.Contains(key.CustomerId))).ToListAsync(cancel)).Select(key => (key.CustomerId, key.Value)).ToHashSet();
            var contacts = await db.Set<Contact>().AsNoTracking().Where(contact => ids.Contains(contact.CustomerId) && !contact.HasLeft)
                .Select(contact => new { contact.CustomerId, contact.Mobile, contact.Phone, contact.Email }).ToListAsync(cancel);
            var wanted = contacts.SelectMany(contact => ContactKeys.Of(contact.Mobile, contact.Phone, contact.Email).Select(key => (contact.CustomerId, Value: key))).ToHashSet();
            foreach (var gone in there.Except(wanted).GroupBy(key => key.CustomerId))
            {
                var (of, values) = (gone.Key, gone.Select(key => key.Value).ToList());
                await db.Set<CustomerKey>().Where(key => key.CustomerId == of && values.Contains(key.Value)).ExecuteDeleteAsync(cancel);
            }

            await KeepIdentity.WriteKeys(db, wanted.Except(there), cancel);
        }
    }

    /// <summary>Those of these keys that are their contacts'.</summary>
    public static IQueryable<CustomerKey> OfContacts(IQueryable<CustomerKey> keys) => keys.Where(key => key.Value.StartsWith(ContactKeys.Phone) || key.Value.StartsWith(ContactKeys.Domain));

    /// <summary>Of these customers, by which of these keys their contacts are known.</summary>
    public static async Task<ILookup<CustomerId, string>> Known(AppDb db, IReadOnlyList<CustomerId> customers, IReadOnlyList<string> asked, CancellationToken cancel) =>
        (asked.Count == 0 ? [] : await db.Set<CustomerKey>().AsNoTracking().Where(key => customers.Contains(key.CustomerId) && asked.Contains(key.Value)).ToListAsync(cancel))
            .ToLookup(key => key.CustomerId, key => key.Value);
}
