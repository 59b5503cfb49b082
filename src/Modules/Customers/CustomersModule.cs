using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Data;
using Yingpan.Customers.Files;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
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
        model.ApplyConfiguration(new CustomerIdentityTable());
        model.ApplyConfiguration(new CustomerKeyTable());
        model.ApplyConfiguration(new IdentityPolicyTable());
        model.ApplyConfiguration(new ContactTable());
        model.ApplyConfiguration(new ContactDayTable());
        OwnershipRoutes.Tables(model);
    }

    public void Services(IServiceCollection services)
    {
        services.AddCustomFields(CustomerFields.Subject);
        services.AddSingleton<IdentityPolicies>();
        services.AddScoped<Duplicates>();
        services.AddBackgroundJob<RebuildIdentities, RebuildIdentities.Order>("customers.rebuild-identities");
        services.AddRecurringJob<TurnContactDays>("customers.turn-contact-days", "0 10 0 * * ?");
        services.AddScoped<IImporter, ImportCustomers>();
        services.AddScoped<IImporter, ImportContacts>();
        services.AddScoped<ISearchSource, CustomerSearch>();
        services.AddScoped<IFileParent, CustomerFiles>();
        services.AddScoped<IBelongings, OwnedCustomers>();
        OwnershipRoutes.Services(services);
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", ListCustomers.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/export", ListCustomers.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customers/duplicates", CheckDuplicates.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-identity-policy", ReadIdentityPolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPut("/customer-identity-policy", EditIdentityPolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPost("/customer-identity-policy/rebuild", RebuildNow.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapGet("/customers/{id}/contacts", ReadContacts.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/contacts", AddContact.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-contacts", ListContacts.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-contacts/export", ListContacts.Export).Require(CustomersPermissions.Read);
        api.MapPut("/customer-contacts/{id}", EditContact.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customer-contacts/{id}", RemoveContact.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-contacts/{id}/reveal", RevealContact.Handle).Require(CustomersPermissions.RevealContacts);
        api.MapGet("/customers/{id}", ReadCustomer.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers", AddCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapPut("/customers/{id}", EditCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customers/{id}", RemoveCustomer.Handle).Require(CustomersPermissions.Edit);
        OwnershipRoutes.Routes(api);
    }
}
