using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Data;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Numbers;

namespace Yingpan.Catalog.Products;

internal abstract record ProductRequest : IChecked
{
    public required string Name { get; init; }

    public string? Line { get; init; }

    public required string Unit { get; init; }

    public required UnitPrice ListPrice { get; init; }

    /// <summary>Left out it isn't known; of who may not know costs nothing is heard, and the cost stays as it is.</summary>
    public UnitPrice? CostPrice { get; init; }

    public bool IsActive { get; init; } = true;

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 120);
        check.OptionalText("line", Line, 60);
        check.Text("unit", Unit, 20);
        check.NotNegative("listPrice", ListPrice);
        if (CostPrice is { } cost)
        {
            check.NotNegative("costPrice", cost);
        }
    }

    public void WriteTo(Product product, Caller caller)
    {
        if (caller.May(CatalogPermissions.ReadCosts))
        {
            product.CostPrice = CostPrice;
        }
        else if (CostPrice is not null)
        {
            throw CatalogPermissions.ReadCosts.Missing();
        }

        product.Name = Name.Clean();
        product.Line = Line.CleanOrNull();
        product.Unit = Unit.Clean();
        product.ListPrice = ListPrice;
        product.IsActive = IsActive;
    }
}

/// <summary>POST /api/products</summary>
internal static class AddProduct
{
    public sealed record Request : ProductRequest
    {
        /// <summary>Left out, the next product number is given.</summary>
        public string? Number { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
        }
    }

    public static async Task<Created<Saved<ProductId>>> Handle(Request request, AppDb db, Caller caller, NumberSequences numbers, CancellationToken cancel)
    {
        var number = request.Number.CleanOrNull();
        if (number is not null && await db.Set<Product>().AnyAsync(product => product.Number == number, cancel))
        {
            throw Refusal.Faulty([Fault.At("number", "record.number-taken", ("number", number))]);
        }

        var product = new Product
        {
            Id = Id.New<ProductId>(),
            Number = number ?? await numbers.Take("products", db.Set<Product>().Select(product => product.Number), cancel),
            Name = request.Name,
            Unit = request.Unit,
            ListPrice = request.ListPrice,
        };
        request.WriteTo(product, caller);
        db.Add(product);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/products/{product.Id}", new Saved<ProductId>(product.Id, product.Version));
    }
}

/// <summary>PUT /api/products/{id}</summary>
internal static class EditProduct
{
    public sealed record Request : ProductRequest;

    public static async Task<Saved<ProductId>> Handle(ProductId id, Request request, IfMatch seen, AppDb db, Caller caller, CancellationToken cancel)
    {
        var product = await db.Set<Product>().FirstOrDefaultAsync(product => product.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(product, seen);
        request.WriteTo(product, caller);
        await db.SaveChangesAsync(cancel);
        return new Saved<ProductId>(product.Id, product.Version);
    }
}

/// <summary>DELETE /api/products/{id}: for a mistaken entry; one that was ever ordered is taken out of sale instead.</summary>
internal static class RemoveProduct
{
    public static async Task<NoContent> Handle(ProductId id, AppDb db, CancellationToken cancel)
    {
        var product = await db.Set<Product>().FirstOrDefaultAsync(product => product.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Remove(product);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
