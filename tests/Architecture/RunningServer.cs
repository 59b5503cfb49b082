global using PlatformMarker = Yingpan.Platform.PlatformModule;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yingpan.Platform.Data;

namespace Yingpan.Tests.Architecture;

/// <summary>The server put together and not started: its model, its routes, its texts.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly WebApplication app;
    private readonly IServiceScope scope;
    private readonly string folder = Directory.CreateTempSubdirectory("yingpan-architecture").FullName;

    public RunningServer(string connection)
    {
        app = Host.Server.Build([$"--data={folder}", $"--ConnectionStrings:Default={connection}"], builder => builder.Logging.ClearProviders());
        scope = app.Services.CreateScope();
    }

    public AppDb Db => scope.ServiceProvider.GetRequiredService<AppDb>();

    public IServiceProvider Services => app.Services;

    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public void Dispose()
    {
        scope.Dispose();
        ((IDisposable)app).Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
