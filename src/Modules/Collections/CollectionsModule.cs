using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Collections.Receipts;
using Yingpan.Customers.Public;
using Yingpan.Orders.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Platform.Timelines;

namespace Yingpan.Collections;

public sealed class CollectionsModule : IModule
{
    public string Name => "collections";

    public IReadOnlyList<Permission> Permissions => CollectionsPermissions.All;

    public void Tables(ModelBuilder model) => model.ApplyConfiguration(new ReceiptTable());

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("receipts", "R-");
        services.AddScoped<IOrderUse, ReceiptsOnOrder>();
        services.AddScoped<IImporter, ImportReceipts>();
        services.AddScoped<ISearchSource, ReceiptSearch>();
        services.AddScoped<ICustomerFigures, ReceiptFigures>();
        services.AddScoped<ITimelineSource, ReceiptEvents>();
        services.AddScoped<ICustomerPayments, CustomerPayments>();
        services.AddScoped<ICustomerExposure, CustomerExposure>();
        services.AddScoped<ICustomerContacts, ReceiptContacts>();
        services.AddScoped<ICustomerReceipts, CustomerReceipts>();
        services.AddScoped<ICustomerActivity, ReceiptDeeds>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/receipts", ListReceipts.Handle).Require(CollectionsPermissions.Read);
        api.MapGet("/receipts/totals", ListReceipts.Totals).Require(CollectionsPermissions.Read);
        api.MapGet("/receipts/export", ListReceipts.Export).Require(CollectionsPermissions.Read);
        api.MapGet("/receipts/{id}", ReadReceipt.Handle).Require(CollectionsPermissions.Read);
        api.MapPost("/receipts", AddReceipt.Handle).Require(CollectionsPermissions.Edit);
        api.MapPut("/receipts/{id}", EditReceipt.Handle).Require(CollectionsPermissions.Edit);
        api.MapDelete("/receipts/{id}", RemoveReceipt.Handle).Require(CollectionsPermissions.Edit);
        api.MapGet("/orders/{id}/collected", ReadCollected.Handle).Require(CollectionsPermissions.Read);
    }
}
