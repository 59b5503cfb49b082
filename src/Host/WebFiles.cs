using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Yingpan.Host;

/// <summary>
/// The built web: files already compressed at build time, hashed ones kept by the browser for a year, the page itself asked for anew.
/// Any other address that is not the API's is a page of the application.
/// </summary>
internal static class WebFiles
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void UseWebFiles(this WebApplication app) => app.Use((http, next) =>
    {
        var path = http.Request.Path.Value ?? "/";
        if ((!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            || path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal)
            || path.StartsWith("/openapi", StringComparison.Ordinal))
        {
            return next(http);
        }

        var files = app.Environment.WebRootFileProvider;
        var file = files.GetFileInfo(path);
        if (path != "/" && file.Exists && !file.IsDirectory)
        {
            return Send(http, files, path);
        }

        if (Path.HasExtension(path) || path.StartsWith("/assets/", StringComparison.Ordinal) || !files.GetFileInfo("/index.html").Exists)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return Send(http, files, "/index.html");
    });

    private static async Task Send(HttpContext http, IFileProvider files, string path)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (file, encoding) = (files.GetFileInfo(path), "");
        foreach (var (suffix, name) in new[] { (".br", "br"), (".gz", "gzip") })
        {
            if (accepted.Contains(name, StringComparison.OrdinalIgnoreCase) && files.GetFileInfo(path + suffix) is { Exists: true } compressed)
            {
                (file, encoding) = (compressed, name);
                break;
            }
        }

        var headers = http.Response.Headers;
        http.Response.ContentType = ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding.Length > 0)
        {
            headers.ContentEncoding = encoding;
        }

        var tag = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
        headers.ETag = tag.ToString();
        if (http.Request.Headers.IfNoneMatch.ToString() == tag.ToString())
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.SendFileAsync(file, http.RequestAborted);
        }
    }
}
