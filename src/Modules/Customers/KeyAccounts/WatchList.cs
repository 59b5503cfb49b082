using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.KeyAccounts;

/// <summary>GET /api/watched-customers: big ones of the industry who have never bought, as far as one sees them. Who has bought since stands on it no more.</summary>
internal static class ListWatched
{
    public sealed record Row(CustomerId CustomerId, string Name, string? Industry, string? City, string? OwnerName, DateOnly Since, string Reason, DateOnly? LastContact);

    public sealed record View(IReadOnlyList<Row> Items);

    public static async Task<View> Handle(AppDb db, Reach reach, IEnumerable<ICustomerSales> sales, Warnings.WatchFacts facts, CompanyClock clock, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var rows = await db.Set<WatchedCustomer>().AsNoTracking()
            .Join(db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read), watched => watched.CustomerId, customer => customer.Id, (watched, customer) => new
            {
                customer.Id,
                customer.Name,
                customer.Industry,
                customer.City,
                watched.Since,
                watched.Reason,
                Owner = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            }).OrderBy(row => row.Since).ToListAsync(cancel);
        List<CustomerId> ids = [.. rows.Select(row => row.Id)];
        var bought = new HashSet<CustomerId>();
        foreach (var source in sales)
        {
            await foreach (var sale in source.Sales(clock.Today, ids).WithCancellation(cancel))
            {
                bought.Add(sale.Customer);
            }
        }

        var contacts = await facts.LastContacts(clock.Today, ids, cancel);
        return new View([.. rows.Where(row => !bought.Contains(row.Id)).Select(row =>
            new Row(row.Id, row.Name, row.Industry, row.City, row.Owner, row.Since, row.Reason, contacts.TryGetValue(row.Id, out var day) ? day : null))]);
    }
}

/// <summary>POST /api/customers/{id}/watch</summary>
internal static class WatchCustomer
{
    public sealed record Request : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 200, lines: true);
    }

    public static async Task<NoContent> Handle(CustomerId id, Request request, AppDb db, Reach reach, IEnumerable<ICustomerSales> sales, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        foreach (var source in sales)
        {
            await foreach (var _ in source.Sales(clock.Today, [id]).WithCancellation(cancel))
            {
                throw Refusal.Conflict("customers.has-bought");
            }
        }

        if (await db.Set<WatchedCustomer>().AnyAsync(watched => watched.CustomerId == id, cancel))
        {
            throw Refusal.Conflict("customers.watched");
        }

        db.Add(new WatchedCustomer { CustomerId = id, Since = clock.Today, Reason = request.Reason.Clean(), ById = reach.Caller.Person });
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>DELETE /api/customers/{id}/watch</summary>
internal static class UnwatchCustomer
{
    public static async Task<NoContent> Handle(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        db.Remove(await db.Set<WatchedCustomer>().FirstOrDefaultAsync(watched => watched.CustomerId == id, cancel) ?? throw Refusal.NotFound("record.not-found"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
