using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Data;
using Yingpan.Catalog.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;

namespace Yingpan.Catalog.Products;

/// <summary>Answers the search of the whole system for products; what is sold no more comes last.</summary>
internal sealed class ProductSearch(AppDb db) : ISearchSource
{
    public string Kind => "product";

    public Permission Permission => CatalogPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await db.Set<Product>().AsNoTracking()
            .Where(product => EF.Functions.Like(product.Name.ToLower(), pattern, @"\") || EF.Functions.Like(product.Number.ToLower(), pattern, @"\"))
            .OrderByDescending(product => product.IsActive).ThenBy(product => product.Number).Take(most)
            .Select(product => new { product.Id, product.Name, product.Number }).ToListAsync(cancel);
        return [.. found.Select(product => new SearchHit
        {
            Kind = Kind,
            Id = product.Id.ToString(),
            Title = product.Name,
            Subtitle = product.Number,
            Link = $"/products?open={product.Id}",
        })];
    }
}
