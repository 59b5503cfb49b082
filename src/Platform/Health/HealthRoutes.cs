using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Health;

/// <summary>Something this process needs to do its work. Parts of the platform and modules that can stand still answer for themselves.</summary>
public interface IReadiness
{
    /// <summary>In the answer of /health/ready: <c>jobs</c>.</summary>
    string Name { get; }

    Task<bool> IsReady(CancellationToken cancel);
}

/// <summary>
/// For whoever starts, watches and routes to processes. /health/live: the process answers (else restart it). /health/ready: it can do its
/// work (else send requests elsewhere). Open, so it says yes or no to each name and nothing more.
/// </summary>
internal static class HealthRoutes
{
    public sealed record View(string Status, IReadOnlyDictionary<string, bool> Checks);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => new View("live", new Dictionary<string, bool>())).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(HttpContext http, AppDb db, IEnumerable<IReadiness> parts, HealthCheckService others)
    {
        http.Response.Headers.CacheControl = "no-store";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var checks = new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["database"] = await Holds(() => db.Database.CanConnectAsync(patience.Token)),
        };
        checks["migrations"] = checks["database"] && await Holds(async () => !(await db.Database.GetPendingMigrationsAsync(patience.Token)).Any());
        foreach (var part in parts)
        {
            checks[part.Name] = await Holds(() => part.IsReady(patience.Token));
        }

        // Checks that libraries bring along, the scheduler's among them. Degraded still works.
        var report = await others.CheckHealthAsync(patience.Token);
        foreach (var (name, entry) in report.Entries)
        {
            checks[name] = entry.Status != HealthStatus.Unhealthy;
        }

        var ready = checks.Values.All(holds => holds);
        return Results.Json(new View(ready ? "ready" : "not-ready", checks), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Whatever goes wrong while asking is the answer no.</summary>
    private static async Task<bool> Holds(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception)
        {
            return false;
        }
    }
}
