using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

/// <summary>
/// An address of the API that is none, and one that takes another method or content type, in the one error shape. (A route that
/// catches everything would hide the second kind: routing prefers it to saying 405 or 415.)
/// </summary>
internal static class UnknownRoutes
{
    public static async Task Middleware(HttpContext http, RequestDelegate next)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (isApi && http.GetEndpoint() is null)
        {
            throw Refusal.NotFound("route.unknown");
        }

        await next(http);
        if (isApi && !http.Response.HasStarted && http.Response.StatusCode is StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType)
        {
            throw new BadHttpRequestException("", http.Response.StatusCode);
        }
    }
}
