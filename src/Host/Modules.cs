using Yingpan.Customers;
using Yingpan.Organization;
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
        new TerritoriesModule(),
        new CustomersModule(),
    ]);
}
