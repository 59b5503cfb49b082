using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Yingpan.Demo;
using Yingpan.Platform;
using Yingpan.Platform.Http;

namespace Yingpan.Host;

/// <summary>Puts the process together; every command of the command line works on the same one.</summary>
public static class Server
{
    /// <summary><c>--data DIR</c>, <c>--urls …</c> and any <c>--Section:Key value</c> of the configuration.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var app = Assemble(args, adjust);
        Map(app);
        return app;
    }

    /// <summary>Everything but its routes: enough to open the house with.</summary>
    internal static WebApplication Assemble(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = WebRoot(),
        });
        // Nothing watches files: a container of a big machine would run out of inotify handles for it.
        builder.Configuration.Sources.OfType<Microsoft.Extensions.Configuration.Json.JsonConfigurationSource>().ToList()
            .ForEach(source => source.ReloadOnChange = false);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 10_000;
        });
        if (builder.Configuration["urls"] is null && builder.Configuration["ASPNETCORE_URLS"] is null)
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        builder.Services.AddPlatform(builder.Configuration, Modules.All, DataFolderOf(builder.Configuration));
        builder.Services.AddOpenApi(OpenApiDocument.Configure);
        builder.Services.AddScoped<FirstStart>();
        DemoCompany.Services(builder.Services);
        adjust?.Invoke(builder);

        return builder.Build();
    }

    internal static void Map(WebApplication app)
    {
        app.UsePlatformEdge();
        app.UseWebFiles();
        app.UsePlatform();
        app.MapModules();
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(Platform.Access.Permission.Anyone);
        app.RefuseOpenRoutes();
    }

    /// <summary>Beside the program when it is published; in the source tree, where the web is built to, before that.</summary>
    private static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null && !Directory.Exists(published); folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "src", "Host", "wwwroot");
            if (Directory.Exists(built))
            {
                return built;
            }
        }

        return published;
    }

    public static string DataFolderOf(IConfiguration configuration) => Path.GetFullPath(configuration["data"] ?? "data");
}
