using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Search;

namespace Yingpan.Customers.Files;

/// <summary>Answers the search of the whole system for customers.</summary>
internal sealed class CustomerSearch(AppDb db, Reach reach) : ISearchSource
{
    private const int MostSorted = 500;

    public string Kind => "customer";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        // Words that half the house has in its name are not all sorted for the few that are shown.
        var found = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, Permission).Matching(db, asked.Words).Take(MostSorted)
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

    /// <summary>And holds him: nobody merges him while a file is hung on him.</summary>
    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<CustomerId>(id, out var customer) && await db.HoldCustomer(customer, cancel) && await Reaches(id, CustomersPermissions.Edit, cancel);

    private async Task<bool> Reaches(string id, Permission permission, CancellationToken cancel) =>
        Id.TryParse<CustomerId>(id, out var customerId)
        && await db.Set<Customer>().VisibleTo(reach, permission).AnyAsync(customer => customer.Id == customerId, cancel);
}
