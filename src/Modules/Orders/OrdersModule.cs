using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Approvals.Public;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Orders.Booking;
using Yingpan.Orders.Data;
using Yingpan.Orders.Market;
using Yingpan.Orders.OfCustomer;
using Yingpan.Orders.Public;
using Yingpan.Orders.Totals;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Platform.Timelines;
using Yingpan.Territories.Public;

namespace Yingpan.Orders;

public sealed class OrdersModule : IModule
{
    public string Name => "orders";

    public IReadOnlyList<Permission> Permissions => OrdersPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new OrderTable());
        model.ApplyConfiguration(new OrderLineTable());
        model.CustomValuesOf<Order, OrderId>(OrderFields.Code);
        model.ApplyConfiguration(new MonthlySalesTable());
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("orders", "O-");
        services.AddCustomFields(OrderFields.Subject);
        services.AddScoped<SalesTotals>();
        services.AddScoped<OrderTerms>();
        services.AddSingleton(new ApprovalKind(OrderTerms.Kind) { HasAmount = true, HasDiscount = true, HasGrade = true, IsOptional = true });
        services.AddScoped<IApprovalOutcome, OrderTermsDecided>();
        services.AddScoped<IImporter, ImportOrders>();
        services.AddScoped<ISearchSource, OrderSearch>();
        services.AddScoped<ICustomerActivity, OrderDeeds>();
        services.AddScoped<IBelongings, OpenDrafts>();
        services.AddScoped<IPlacedRecords, OpenDrafts>();
        services.AddScoped<ICustomerReferences, OrdersOfCustomer>();
        services.AddScoped<ICustomerFigures, OrderFigures>();
        services.AddScoped<ITimelineSource, OrderEvents>();
        services.AddScoped<ITimelineSource, OrderRequestEvents>();
        services.AddScoped<ITerritorySales, TellSales>();
        services.AddScoped<ICustomerSales, CustomerSales>();
        services.AddScoped<ICustomerMargins, CustomerMargins>();
        services.AddScoped<ICustomerContacts, OrderContacts>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", ListOrders.Handle).Require(OrdersPermissions.Read);
        api.MapGet("/orders/totals", ListOrders.Totals).Require(OrdersPermissions.Read);
        api.MapGet("/orders/export", ListOrders.Export).Require(OrdersPermissions.Read);
        api.MapGet("/customers/{id}/margin", ReadCustomerMargin.Handle).Require(CatalogPermissions.ReadCosts);
        api.MapGet("/orders/{id}", ReadOrder.Handle).Require(OrdersPermissions.Read);
        api.MapPost("/orders", AddOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapPut("/orders/{id}", EditOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapPost("/orders/{id}/submit", SubmitOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapPost("/orders/{id}/withdraw", WithdrawOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapPost("/orders/{id}/confirm", ConfirmOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapPost("/orders/{id}/cancel", CancelOrder.Handle).Require(OrdersPermissions.Edit);
        api.MapDelete("/orders/{id}", RemoveOrder.Handle).Require(OrdersPermissions.Edit);
    }
}
