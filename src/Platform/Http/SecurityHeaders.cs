using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

internal static class SecurityHeaders
{
    /// <summary>Scripts only from our own files. Styles may be inline: the component library computes them in the page.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Middleware(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (IsApi(http))
        {
            headers.CacheControl = "no-store";
        }

        return next(http);
    }

    /// <summary>
    /// Against forged requests: browsers say where a request comes from (Sec-Fetch-Site, else Origin), and a page of another
    /// origin can neither leave that out nor forge it. Programs send neither header and carry no ambient cookie.
    /// </summary>
    public static Task SameOriginMiddleware(HttpContext http, RequestDelegate next)
    {
        if (IsApi(http) && IsUnsafe(http.Request.Method))
        {
            var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
            var origin = http.Request.Headers.Origin.ToString();
            var foreign = site.Length > 0
                ? site is not ("same-origin" or "none")
                : origin.Length > 0 && !SameHost(origin, http.Request.Host);
            if (foreign)
            {
                throw Refusal.Forbidden("request.other-origin");
            }

            if (System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
                && type.CharSet is { } charset && !string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase))
            {
                throw new BadHttpRequestException("JSON is UTF-8.", StatusCodes.Status415UnsupportedMediaType);
            }

            // Read twice where it is faulty or carries an Idempotency-Key. Files are streamed to where they are kept instead.
            if (!http.Request.HasFormContentType)
            {
                http.Request.EnableBuffering();
            }
        }

        return next(http);
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static bool IsUnsafe(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool SameHost(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
