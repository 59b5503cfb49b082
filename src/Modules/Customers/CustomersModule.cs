using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Data;
using Yingpan.Customers.Files;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Search;

namespace Yingpan.Customers;

public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public IReadOnlyList<Permission> Permissions => CustomersPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CustomerTable());
        model.CustomValuesOf<Customer, CustomerId>(CustomerFields.Code);
    }

    public void Services(IServiceCollection services)
    {
        services.AddCustomFields(CustomerFields.Subject);
        services.AddScoped<IImporter, ImportCustomers>();
        services.AddScoped<ISearchSource, CustomerSearch>();
        services.AddScoped<IFileParent, CustomerFiles>();
        services.AddScoped<IBelongings, OwnedCustomers>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", ListCustomers.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/export", ListCustomers.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}", ReadCustomer.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers", AddCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapPut("/customers/{id}", EditCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customers/{id}", RemoveCustomer.Handle).Require(CustomersPermissions.Edit);
    }
}
