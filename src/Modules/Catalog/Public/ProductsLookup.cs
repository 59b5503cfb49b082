using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Imports;

namespace Yingpan.Catalog.Public;

public static class ProductsLookup
{
    public static ImportLookup<ProductId> New() => new((db, words, cancel) => db.ProductCards
        .Where(product => words.Contains(product.Number) || words.Contains(product.Name))
        .Select(product => new ImportName<ProductId>(product.Id, product.Number, product.Name)).ToListAsync(cancel));
}
