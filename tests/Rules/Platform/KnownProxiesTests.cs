using System.Net;
using Yingpan.Platform.Http;

namespace Yingpan.Tests.Rules.Platform;

public sealed class KnownProxiesTests
{
    [Fact]
    public void Only_the_given_addresses_and_networks_are_believed()
    {
        var options = KnownProxies.Options(["10.0.0.5", "10.1.0.0/16", "::1"]);
        options.KnownProxies.ShouldBe([IPAddress.Parse("10.0.0.5"), IPAddress.IPv6Loopback]);
        options.KnownIPNetworks.Count.ShouldBe(1);
        Should.Throw<FormatException>(() => KnownProxies.Options(["proxy.example"]));
    }
}
