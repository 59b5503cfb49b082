using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Care;

/// <summary>What is done for customers, and what to do next: its tables, services and routes.</summary>
internal static class CareRoutes
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CarePolicyTable());
        model.ApplyConfiguration(new CareItemTable());
        model.ApplyConfiguration(new CareRunTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddScoped<CareHouse>();
        services.AddScoped<CareTellings>();
        services.AddScoped<NextActions>();
        services.AddScoped<ICustomerContacts, CareContacts>();
        services.AddScoped<ICustomerActivity, CareDone>();
        services.AddScoped<ITimelineSource, CareEvents>();
        services.AddScoped<ICustomerReferences, CareOfCustomer>();
        services.AddScoped<IUnitMentions, UnitsOfCare>();
        // After grades and warnings, before anybody comes to work.
        services.AddRecurringJob<PlanCare>("customers.plan-care", "0 30 5 * * ?");
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/care-items", ListCare.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/care-items/export", ListCare.Export).Require(CustomersPermissions.Read);
        api.MapGet("/care-items/{id}", ReadCare.Handle).Require(CustomersPermissions.Read);
        // Sponsors close theirs without editing the customer.
        api.MapPost("/care-items/{id}/done", CloseCare.Done).Require(CustomersPermissions.Read);
        api.MapPost("/care-items/{id}/skip", CloseCare.Skip).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/care-items", AddCare.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/care-calendar", ReadCareCalendar.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/care-satisfaction", ReadSatisfaction.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/care-costs", ReadCareCosts.Handle).Require(CustomersPermissions.CareCosts);
        api.MapGet("/care-words", ReadCareWords.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/next-actions", ListNextActions.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/next-action", ReadNextAction.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/care-policies", CarePolicies.List).Require(CustomersPermissions.EditCarePolicy);
        api.MapPost("/care-policies", CarePolicies.Add).Require(CustomersPermissions.EditCarePolicy);
        api.MapPut("/care-policies/{id}", CarePolicies.Edit).Require(CustomersPermissions.EditCarePolicy);
        api.MapDelete("/care-policies/{id}", CarePolicies.Remove).Require(CustomersPermissions.EditCarePolicy);
        api.MapPost("/care-policies/preview", PreviewCare.Handle).Require(CustomersPermissions.EditCarePolicy);
        // The run opens its own short transaction; that of a request would hold up everybody while it reads.
        api.MapPost("/care-runs", PlanCareNow.Handle).Require(CustomersPermissions.EditCarePolicy).WithoutTransaction();
    }
}
