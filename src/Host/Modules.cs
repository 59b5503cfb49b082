using Yingpan.Approvals;
using Yingpan.Catalog;
using Yingpan.Collaboration;
using Yingpan.Collections;
using Yingpan.Customers;
using Yingpan.Insights;
using Yingpan.Orders;
using Yingpan.Organization;
using Yingpan.Planning;
using Yingpan.Platform;
using Yingpan.Platform.Modules;
using Yingpan.Territories;

namespace Yingpan.Host;

/// <summary>The modules of the product, from the lowest to the highest. The only list of them on the server.</summary>
public static class Modules
{
    public static ModuleList All { get; } = new([
        new PlatformModule(),
        new OrganizationModule(),
        new CollaborationModule(),
        new ApprovalsModule(),
        new TerritoriesModule(),
        new CustomersModule(),
        new CatalogModule(),
        new OrdersModule(),
        new CollectionsModule(),
        new PlanningModule(),
        new InsightsModule(),
    ]);
}
