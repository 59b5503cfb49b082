using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yingpan.Host;
using Yingpan.Host.Samples;
using Yingpan.Organization.Public;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Tests.Api.Samples;

/// <summary>An empty house filled with a data set by the command's own code, then asked over HTTP.</summary>
internal sealed class SampleHouse : IAsyncDisposable
{
    private const string Password = "a password of the house";
    private readonly House house;

    private SampleHouse(House house, Client admin) => (this.house, Admin) = (house, admin);

    public Client Admin { get; }

    public static async Task<SampleHouse> With(Database database, Func<SampleImport, OrganizationSetup, Task> fill)
    {
        var copy = database == Database.Sqlite ? DatabaseCopy.Sqlite() : await DatabaseCopy.Postgres(null);
        string login, initial;
        await using (var app = Server.Build([$"--data={copy.Folder}", $"--ConnectionStrings:Default={copy.ConnectionString}", "--SignIn:HashIterations=1000"], builder => builder.Logging.ClearProviders()))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
            await start.Migrate(CancellationToken.None);
            await start.Load(CancellationToken.None);
            (login, initial) = await start.Open(CompanyFacts.Unnamed, CancellationToken.None);
            await start.Furnish(CancellationToken.None);
            await fill(new SampleImport(scope.ServiceProvider.GetRequiredService<ImportSession>(), scope.ServiceProvider.GetRequiredService<TextBook>()),
                scope.ServiceProvider.GetRequiredService<OrganizationSetup>());
        }

        var opened = await House.Start(copy, new Seed());
        var admin = opened.Nobody();
        await admin.Post("/api/session", new { login, password = initial }, 200);
        await admin.Post("/api/profile/password", new { current = initial, next = Password }, 204);
        return new SampleHouse(opened, admin);
    }

    public async Task<JsonElement> Get(string path) => (await Admin.Get(path, 200)).Json;

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await house.DisposeAsync();
    }
}
