using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
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

public static class RateLimits
{
    public const string SignIn = "sign-in";

    public static void Configure(IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.Value.Burst,
                    TokensPerPeriod = limits.Value.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
            limiter.AddPolicy(SignIn, http => RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limits.Value.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));
            limiter.OnRejected = async (rejected, _) =>
            {
                var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 10;
                await Problems.Write(rejected.HttpContext, Refusal.TooMany("request.too-many", ("seconds", seconds)));
            };
        });
    }

    private static string Who(HttpContext http) =>
        http.Items[typeof(KnownSession)] is KnownSession known ? known.SessionId.ToString("N", CultureInfo.InvariantCulture) : Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "-";
}
