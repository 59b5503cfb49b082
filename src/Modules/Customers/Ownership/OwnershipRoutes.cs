using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;

namespace Yingpan.Customers.Ownership;

/// <summary>Whose a customer is: its tables, services and routes.</summary>
internal static class OwnershipRoutes
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new OwnershipSpellTable());
        model.ApplyConfiguration(new CustomerShareTable());
        model.ApplyConfiguration(new OwnershipRuleSetTable());
        model.ApplyConfiguration(new PoolTable());
        model.ApplyConfiguration(new PoolAccessTable());
        model.ApplyConfiguration(new PoolLookTable());
        model.ApplyConfiguration(new RecyclingRunTable());
        model.ApplyConfiguration(new RecycledCustomerTable());
        model.ApplyConfiguration(new RecyclingReminderTable());
        model.ApplyConfiguration(new DisputeTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddScoped<PoolFinder>();
        services.AddScoped<Ownerships>();
        services.AddScoped<OwnedFactsOf>();
        services.AddScoped<DueCustomers>();
        services.AddScoped<DueSoon>();
        services.AddScoped<Claimant>();
        services.AddScoped<FillPools>();
        services.AddScoped<IImporter, ImportShares>();
        services.AddScoped<ICustomerActivity, ContactsEntered>();
        services.AddScoped<ICustomerActivity, RecordsWritten>();
        services.AddScoped<ICustomerContacts, RecordsWritten>();
        services.AddScoped<DisputeReaders>();
        services.AddScoped<DisputeRulers>();
        services.AddScoped<IFileParent, DisputeEvidence>();
        services.AddRecurringJob<WatchDisputes>("customers.watch-disputes", "0 10 7 * * ?");
        services.AddBackgroundJob<RecycleCustomers, RecycleCustomers.Order>("customers.recycle-now");
        services.AddRecurringJob<RecycleCustomers>("customers.recycle", "0 40 0 * * ?");
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers/{id}/ownership", ReadOwnership.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/release", ReleaseCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/customers/{id}/protection-request", AskForProtection.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-shares", ListShares.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-shares/export", ListShares.Export).Require(CustomersPermissions.Read);
        api.MapPut("/customers/{id}/shares", ShareCustomer.Handle).Require(OwnershipPermissions.Transfer);
        api.MapPost("/customers/{id}/protection", ProtectCustomer.Handle).Require(OwnershipPermissions.Transfer);
        api.MapPut("/customers/{id}/exempt", ExemptCustomer.Handle).Require(OwnershipPermissions.Transfer);
        api.MapPost("/customer-transfers", TransferCustomers.Handle).Require(OwnershipPermissions.Transfer);
        api.MapGet("/customer-pools", ListPools.Handle).Require(OwnershipPermissions.ReadPools);
        api.MapPost("/customer-pools", AddPool.Handle).Require(OwnershipPermissions.EditRules);
        api.MapPut("/customer-pools/{id}", EditPool.Handle).Require(OwnershipPermissions.EditRules);
        api.MapDelete("/customer-pools/{id}", RemovePool.Handle).Require(OwnershipPermissions.EditRules);
        api.MapGet("/pool-customers", ListPoolCustomers.Handle).Require(OwnershipPermissions.ReadPools);
        api.MapPost("/pool-customers/{id}/look", LookAtPoolCustomer.Handle).Require(OwnershipPermissions.ReadPools);
        api.MapPost("/pool-customers/{id}/claim", ClaimCustomer.Handle).Require(OwnershipPermissions.Claim);
        api.MapPost("/pool-customers/{id}/assign", AssignCustomer.Handle).Require(OwnershipPermissions.Transfer);
        api.MapGet("/ownership-rules", ListOwnershipRules.Handle).Require(OwnershipPermissions.EditRules);
        api.MapPost("/ownership-rules", AddOwnershipRules.Handle).Require(OwnershipPermissions.EditRules);
        api.MapPost("/ownership-rules/preview", PreviewRecycling.Handle).Require(OwnershipPermissions.EditRules).WithoutTransaction();
        api.MapDelete("/ownership-rules/{id}", RemoveOwnershipRules.Handle).Require(OwnershipPermissions.EditRules);
        api.MapGet("/recycling-runs", ListRuns.Handle).Require(OwnershipPermissions.EditRules);
        api.MapPost("/recycling-runs", RecycleNow.Handle).Require(OwnershipPermissions.EditRules);
        api.MapGet("/recycling-runs/{id}/customers", ListRecycled.Handle).Require(OwnershipPermissions.EditRules);
        api.MapGet("/customer-disputes", ListDisputes.Handle).Require(OwnershipPermissions.ReadDisputes);
        api.MapGet("/customer-disputes/export", ListDisputes.Export).Require(OwnershipPermissions.ReadDisputes);
        api.MapGet("/customer-disputes/{id}", ReadDispute.Handle).Require(OwnershipPermissions.ReadDisputes);
        api.MapPost("/customer-disputes", RaiseDispute.Handle).Require(OwnershipPermissions.ReadDisputes);
        api.MapPost("/customer-disputes/{id}/answer", ActOnDispute.Answer).Require(OwnershipPermissions.ReadDisputes);
        api.MapPost("/customer-disputes/{id}/withdraw", ActOnDispute.Withdraw).Require(OwnershipPermissions.ReadDisputes);
        api.MapPost("/customer-disputes/{id}/rule", ActOnDispute.Rule).Require(OwnershipPermissions.Rule);
        api.MapGet("/customer-dispute-figures", DisputeFigures.Handle).Require(OwnershipPermissions.ReadDisputes);
    }
}
