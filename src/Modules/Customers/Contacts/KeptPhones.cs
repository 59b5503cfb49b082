using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Contacts;

/// <summary>Whose numbers are shown in full: of customers one looks after.</summary>
internal static class KeptPhones
{
    public static IQueryable<Customer> Kept(this AppDb db, Reach reach) => db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit);

    /// <summary>Then nothing need be asked of each.</summary>
    public static bool KeepsAll(this Reach reach) => reach.Caller.ScopeOf(CustomersPermissions.Edit) == Scope.All;
}

/// <summary>POST /api/customers/{id}/reveal: the customer's own number in full, and a line in the trail of who asked for whose.</summary>
internal static class RevealPhone
{
    public sealed record View(string? Value);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, AuditNotes notes, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).VisibleTo(reach, CustomersPermissions.RevealContacts)
            .Where(customer => customer.Id == id).Select(customer => new { customer.Phone }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        notes.Add("customers_customer", id.ToString(), "revealed", "phone");
        await db.SaveChangesAsync(cancel);
        return new View(customer.Phone);
    }
}
