using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Yingpan.Platform.Telemetry;

/// <summary>
/// One line for each request: method, route, status, milliseconds, trace. The route as it is written in the code, so no id, search word or
/// login is ever in it; never a body, a query or a header. Also names the span of the request, which the framework leaves unnamed.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            // Health checks come every few seconds from every side and say nothing about anybody.
            if (!http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                Tell(http, Stopwatch.GetElapsedTime(start));
            }
        }
    }

    private void Tell(HttpContext http, TimeSpan elapsed)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        var method = KnownMethod(http.Request.Method);
        var activity = Activity.Current;
        if (activity is not null)
        {
            activity.DisplayName = $"{method} {route}";
            activity.SetTag("http.route", route);
        }

        if (log.IsEnabled(LogLevel.Information))
        {
            Requested(log, method, route, http.Response.StatusCode, Math.Round(elapsed.TotalMilliseconds, 1), activity?.TraceId.ToString() ?? http.TraceIdentifier);
        }
    }

    /// <summary>The method is the caller's text; an invented one would be his line in our log.</summary>
    private static string KnownMethod(string method) =>
        method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" ? method : "OTHER";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms {Trace}")]
    private static partial void Requested(ILogger log, string method, string route, int status, double milliseconds, string trace);
}
