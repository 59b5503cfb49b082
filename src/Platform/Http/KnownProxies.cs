using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace Yingpan.Platform.Http;

/// <summary>
/// Behind a reverse proxy the caller's address and https come in headers, which anybody could write himself. They are believed only from
/// the addresses and networks of <c>Proxy:Known</c> (<c>10.0.0.5, 10.1.0.0/16</c>); without it they are not read at all.
/// </summary>
internal static class KnownProxies
{
    public static void Use(WebApplication app)
    {
        var known = (app.Configuration["Proxy:Known"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (known.Length > 0)
        {
            app.UseForwardedHeaders(Options(known));
        }
    }

    internal static ForwardedHeadersOptions Options(IEnumerable<string> known)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many proxies in a row as there are, as long as each is known.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in known)
        {
            if (text.Contains('/', StringComparison.Ordinal))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(text));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(text));
            }
        }

        return options;
    }
}
