using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Data;
using Yingpan.Customers.Merging;
using Yingpan.Customers.Public;
using Yingpan.Customers.Timeline;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Credit;

/// <summary>信用: ratings, limits, terms and holds: its tables, services and routes.</summary>
internal static class CreditRoutes
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CreditPolicyTable());
        model.ApplyConfiguration(new CustomerCreditTable());
        model.ApplyConfiguration(new CreditRequestTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddScoped<CreditBook>();
        services.AddScoped<CreditAnswers>();
        services.AddScoped(services => new CreditGate(services.GetRequiredService<CreditBook>()));
        services.AddSingleton(new ApprovalKind(AskForCredit.Kind) { HasAmount = true, HasGrade = true });
        services.AddScoped<IApprovalOutcome, CreditDecided>();
        services.AddScoped<IImporter, ImportCredits>();
        services.AddScoped<ITimelineSource, CreditEvents>();
        services.AddScoped<ICustomerReferences, CreditOfCustomer>();
        services.AddScoped<ICustomerReferences, CreditRequestsOfCustomer>();
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customer-credits", ListCredits.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-credits/export", ListCredits.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/credit", ReadCredit.Handle).Require(CustomersPermissions.Read);
        api.MapPut("/customers/{id}/credit", SetCredit.Handle).Require(CreditPermissions.Give);
        api.MapPost("/customers/{id}/credit-hold", HoldCredit.Handle).Require(CreditPermissions.Give);
        api.MapPost("/customers/{id}/credit-release", ReleaseCredit.Handle).Require(CreditPermissions.Give);
        api.MapPost("/customers/{id}/credit-requests", AskForCredit.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/credit-requests/{id}/withdraw", WithdrawCreditRequest.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/credit-ratings", CreditPolicies.Ratings).Require(CustomersPermissions.Read);
        api.MapGet("/credit-policies", CreditPolicies.List).Require(CreditPermissions.EditPolicy);
        api.MapPost("/credit-policies", CreditPolicies.Add).Require(CreditPermissions.EditPolicy);
        api.MapPut("/credit-policies/{id}", CreditPolicies.Edit).Require(CreditPermissions.EditPolicy);
        api.MapDelete("/credit-policies/{id}", CreditPolicies.Remove).Require(CreditPermissions.EditPolicy);
    }
}
