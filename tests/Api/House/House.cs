using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Host;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Tests.Api;

/// <summary>
/// A running server with its own copy of the test company, thrown away at the end:
/// <c>await using var house = await House.Open(database);</c>
/// </summary>
public sealed class House : IAsyncDisposable
{
    // What is known of the JSON types is the same for every server, and much to work out.
    private static IOptions<JsonOptions>? json;

    private readonly WebApplication app;
    private readonly DatabaseCopy copy;
    private readonly ErrorLog log;

    private House(WebApplication app, DatabaseCopy copy, Seed seed, FakeClock clock, ErrorLog log)
    {
        (this.app, this.copy, Seed, Clock, this.log) = (app, copy, seed, clock, log);
    }

    public Seed Seed { get; }

    public FakeClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    public string DataFolder => copy.Folder;

    /// <param name="settings">Further configuration: <c>"SignIn:IdleMinutes=5"</c>.</param>
    public static async Task<House> Open(Database database, params string[] settings)
    {
        var template = await Template.Of(database);
        return await Start(await template.Copy(), template.Seed, settings);
    }

    internal static async Task<House> Start(DatabaseCopy copy, Seed seed, params string[] settings)
    {
        var (clock, log) = (new FakeClock(), new ErrorLog());
        string[] usual =
        [
            $"--data={copy.Folder}", $"--ConnectionStrings:Default={copy.ConnectionString}", "--urls=http://127.0.0.1:0",
            // The rounds protect stored passwords, not tests; the limits have their own tests.
            $"--Audit:Key={Convert.ToBase64String(new byte[32])}", "--SignIn:HashIterations=1000", "--Limits:SignInsPerMinute=1000000", "--Limits:RequestsPerSecond=1000000", "--Limits:Burst=1000000", "--Notifications:StreamsPerSession=1000000", "--Jobs:Recurring=false",
        ];
        var server = Server.Build([.. usual, .. settings.Select(setting => $"--{setting}")], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(HouseReads.Instance), ServiceLifetime.Singleton);
            if (json is not null)
            {
                builder.Services.AddSingleton(json);
            }

            Approvals.Probe.Add(builder.Services);
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Error);
        });
        json ??= Options.Create(server.Services.GetRequiredService<IOptions<JsonOptions>>().Value);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().Load(CancellationToken.None);
        }

        await server.StartAsync();
        return new House(server, copy, seed, clock, log);
    }

    /// <summary>A browser that has not signed in.</summary>
    public Client Nobody() => new(
        new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = Address },
        () => log.ToString());

    /// <summary>A browser in which that person of <see cref="Seed.Staff"/> has signed in.</summary>
    public async Task<Client> SignIn(string login, string password = Seed.Password, string? code = null)
    {
        var client = Nobody();
        await client.Post("/api/session", new { login, password, code }, 200);
        return client;
    }

    /// <summary>A program with a personal access token.</summary>
    public Client Program(string token)
    {
        var client = new Client(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address }, () => log.ToString());
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Something done behind the server's back or beside it, in a scope of its own, as the system.</summary>
    public async Task<T> Inside<T>(Func<AppDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(Caller.System("test"));
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider);
    }

    public Task<T> Inside<T>(Func<AppDb, Task<T>> work) => Inside((db, _) => work(db));

    /// <summary>What is in the tables, for "nothing was written".</summary>
    public Task<string> Snapshot() => copy.Snapshot();

    /// <summary>One statement straight to the database; the column names are the same on both.</summary>
    public Task<int> Sql(string statement) => copy.Execute(statement);

    public string Log => log.ToString();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await copy.DisposeAsync();
    }

    /// <summary>Ends the server and leaves its database.</summary>
    internal async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Keeps what the server logs as errors, so that a test that meets a 500 can show why.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && lines.Count < 20)
        {
            var trace = exception?.ToString() ?? "";
            lines.Enqueue($"{formatter(state, exception)}\n{(trace.Length > 3000 ? trace[..3000] : trace)}");
        }
    }

    public override string ToString() => string.Join("\n", lines);

    public void Dispose()
    {
    }
}
