using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Data;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Catalog.Products;

internal sealed record ProductView : IHasVersion
{
    public required ProductId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? Line { get; init; }

    public required string Unit { get; init; }

    public required UnitPrice ListPrice { get; init; }

    /// <summary>Null where it isn't known, or not for the caller to know.</summary>
    public UnitPrice? CostPrice { get; init; }

    public required bool IsActive { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];

    /// <param name="seesCosts">May the reader know what things cost?</param>
    public static IQueryable<ProductView> Of(IQueryable<Product> products, bool seesCosts) => products.Select(product => new ProductView
    {
        Id = product.Id,
        Number = product.Number,
        Name = product.Name,
        Line = product.Line,
        Unit = product.Unit,
        ListPrice = product.ListPrice,
        CostPrice = seesCosts ? product.CostPrice : null,
        IsActive = product.IsActive,
        Version = product.Version,
    });
}

/// <summary>GET /api/products, GET /api/products/export</summary>
internal static class ListProducts
{
    public sealed class Filter : IChecked
    {
        /// <summary>True leaves out what is sold no more.</summary>
        public bool? Active { get; init; }

        public string? Line { get; init; }
    }

    private static readonly ListSpec<ProductView> Spec = new ListSpec<ProductView>("products", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .NameColumn("line", row => row.Line)
        .Column("unit", row => row.Unit)
        .Column("listPrice", row => row.ListPrice)
        // No column to sort by: the order would tell who may not know it.
        .ExportColumn("costPrice", row => row.CostPrice)
        .Column("isActive", row => row.IsActive)
        .SortedBy("number");

    public static async Task<ListPage<ProductView>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Caller caller, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, caller), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Caller caller, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, caller), query.Sort, cancel);

    private static IQueryable<ProductView> Rows(ListQuery query, Filter filter, AppDb db, Caller caller)
    {
        var products = db.Set<Product>().AsNoTracking();
        if (query.Pattern is { } pattern)
        {
            products = products.Where(product => EF.Functions.Like(product.Name.ToLower(), pattern, @"\")
                || EF.Functions.Like(product.Number.ToLower(), pattern, @"\"));
        }

        if (filter.Active is { } active)
        {
            products = products.Where(product => product.IsActive == active);
        }

        if (filter.Line is { } line)
        {
            products = products.Where(product => product.Line == line);
        }

        return ProductView.Of(products, caller.May(CatalogPermissions.ReadCosts));
    }
}

/// <summary>GET /api/products/{id}</summary>
internal static class ReadProduct
{
    public static async Task<ProductView> Handle(ProductId id, AppDb db, Caller caller, CancellationToken cancel)
    {
        var view = await ProductView.Of(db.Set<Product>().AsNoTracking().Where(product => product.Id == id), caller.May(CatalogPermissions.ReadCosts)).FirstOrDefaultAsync(cancel)
            ?? throw Refusal.NotFound("record.not-found");
        return caller.May(CatalogPermissions.Edit) ? view with { Can = ["edit", "delete"] } : view;
    }
}
