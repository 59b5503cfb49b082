using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Care;

/// <summary>Who sees a care: whoever sees its customer, and its sponsor.</summary>
internal static class SeenCare
{
    public static IQueryable<CareItem> CareSeen(this AppDb db, Reach reach) => db.CareOf(reach, CustomersPermissions.Read);

    /// <summary>Those of customers the permission reaches, and those one is the sponsor of.</summary>
    public static IQueryable<CareItem> CareOf(this AppDb db, Reach reach, Permission permission)
    {
        var me = reach.Caller.Person;
        if (reach.Caller.ScopeOf(permission) == Scope.All)
        {
            var all = db.Set<Customer>();
            return db.Set<CareItem>().Where(item => all.Any(customer => customer.Id == item.CustomerId));
        }

        var customers = db.Set<Customer>().VisibleTo(reach, permission);
        return db.Set<CareItem>().Where(item => customers.Any(customer => customer.Id == item.CustomerId) || (item.SponsorId != null && item.SponsorId == me));
    }

    /// <summary>Locked until the transaction ends, so that of two who close it one does.</summary>
    public static async Task<CareItem> OpenCare(this AppDb db, CareItemId id, Reach reach, CancellationToken cancel)
    {
        var item = await db.Locked<CareItem>(id.Value).FirstOrDefaultAsync(cancel);
        if (item is null || !await db.CareOf(reach, CustomersPermissions.Edit).AnyAsync(one => one.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return item.State == CareState.Open ? item : throw Refusal.Conflict("customers.care-closed");
    }
}
