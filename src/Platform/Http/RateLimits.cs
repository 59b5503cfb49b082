using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;

namespace Yingpan.Platform.Http;

/// <summary>Section <c>Limits</c> of the configuration.</summary>
public sealed class LimitOptions
{
    /// <summary>For each session or, before sign-in, each address.</summary>
    public int RequestsPerSecond { get; set; } = 200;

    public int Burst { get; set; } = 1_000;

    /// <summary>Attempts to sign in or to prove a password, for each address.</summary>
    public int SignInsPerMinute { get; set; } = 30;
}

/// <summary>
/// How many requests one session or address may send; beyond it 429 with <c>Retry-After</c>. The limiters are the framework's. Its middleware
/// is not used: that one makes a limiter which nobody can dispose, and whose timer keeps a server in memory after it was stopped.
/// </summary>
internal sealed class RateLimits(IOptions<LimitOptions> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> requests = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Value.Burst,
            TokensPerPeriod = limits.Value.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    private readonly PartitionedRateLimiter<HttpContext> signIns = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limits.Value.SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    public async Task Middleware(HttpContext http, RequestDelegate next)
    {
        using var request = requests.AttemptAcquire(http);
        using var signIn = request.IsAcquired && http.GetEndpoint()?.Metadata.GetMetadata<ProvesPassword>() is not null ? signIns.AttemptAcquire(http) : null;
        if ((signIn ?? request) is { IsAcquired: false } refused)
        {
            var seconds = refused.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 10;
            await Problems.Write(http, Refusal.TooMany("request.too-many", ("seconds", seconds)));
            return;
        }

        await next(http);
    }

    public void Dispose()
    {
        requests.Dispose();
        signIns.Dispose();
    }

    private static string Who(HttpContext http) =>
        http.Items[typeof(KnownSession)] is KnownSession known ? known.SessionId.ToString("N", CultureInfo.InvariantCulture) : Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "-";
}

/// <summary>Marks a route that tries a password or a code: by guessing, nobody gets further than a few a minute.</summary>
internal sealed class ProvesPassword
{
    public static readonly ProvesPassword Mark = new();
}

internal static class RateLimitedRoutes
{
    public static RouteHandlerBuilder LimitedAsSignIn(this RouteHandlerBuilder route) => route.WithMetadata(ProvesPassword.Mark);
}
