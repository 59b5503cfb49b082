using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Search;

namespace Yingpan.Customers.Files;

/// <summary>Answers the search of the whole system for customers.</summary>
internal sealed class CustomerSearch(AppDb db, Reach reach) : ISearchSource
{
    public string Kind => "customer";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(string pattern, int most, CancellationToken cancel)
    {
        var found = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, Permission)
            .Where(customer => EF.Functions.Like(customer.Name.ToLower(), pattern, @"\") || EF.Functions.Like(customer.Number.ToLower(), pattern, @"\"))
            .OrderBy(customer => customer.Number).Take(most)
            .Select(customer => new { customer.Id, customer.Name, customer.Number, customer.City }).ToListAsync(cancel);
        return [.. found.Select(customer => new SearchHit
        {
            Kind = Kind,
            Id = customer.Id.ToString(),
            Title = customer.Name,
            Subtitle = customer.City is null ? customer.Number : $"{customer.Number} · {customer.City}",
            Link = $"/customers/{customer.Id}",
        })];
    }
}

/// <summary>The files of a customer are seen by who sees the customer, and kept by who may edit him.</summary>
internal sealed class CustomerFiles(AppDb db, Reach reach) : IFileParent
{
    public string Entity => "customers_customer";

    public Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) => Reaches(id, CustomersPermissions.Read, cancel);

    public Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel) => Reaches(id, CustomersPermissions.Edit, cancel);

    private async Task<bool> Reaches(string id, Permission permission, CancellationToken cancel) =>
        Id.TryParse<CustomerId>(id, out var customerId)
        && await db.Set<Customer>().VisibleTo(reach, permission).AnyAsync(customer => customer.Id == customerId, cancel);
}
