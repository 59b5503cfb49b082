using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Catalog.Data;
using Yingpan.Catalog.Products;
using Yingpan.Catalog.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;

namespace Yingpan.Catalog;

public sealed class CatalogModule : IModule
{
    public string Name => "catalog";

    public IReadOnlyList<Permission> Permissions => CatalogPermissions.All;

    public void Tables(ModelBuilder model) => model.ApplyConfiguration(new ProductTable());

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("products", "G-");
        services.AddScoped<IImporter, ImportProducts>();
        services.AddScoped<ISearchSource, ProductSearch>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/products", ListProducts.Handle).Require(CatalogPermissions.Read);
        api.MapGet("/products/export", ListProducts.Export).Require(CatalogPermissions.Read);
        api.MapGet("/products/{id}", ReadProduct.Handle).Require(CatalogPermissions.Read);
        api.MapPost("/products", AddProduct.Handle).Require(CatalogPermissions.Edit);
        api.MapPut("/products/{id}", EditProduct.Handle).Require(CatalogPermissions.Edit);
        api.MapDelete("/products/{id}", RemoveProduct.Handle).Require(CatalogPermissions.Edit);
    }
}
