using System.Net;
using System.Text;
using OpenTelemetry.Trace;
using Microsoft.Extensions.DependencyInjection;

namespace Yingpan.Tests.Api.Operations;

public sealed class HealthTests
{
    [Theory, Databases]
    public async Task A_process_with_its_database_is_ready(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        (await nobody.Get("/health/live", 200))["status"].ShouldBe("live");
        // Not before the scheduler runs, which it does a moment after the first request can be taken.
        await Eventually.Holds(async () => (await nobody.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        (await nobody.Get("/health/ready", 200))["status"].ShouldBe("ready");
        await house.Sql("DELETE FROM \"__EFMigrationsHistory\"");
        var not = await nobody.Get("/health/ready", 503);
        not.Json.GetProperty("checks").GetProperty("migrations").GetBoolean().ShouldBeFalse();
        not.Json.GetProperty("checks").GetProperty("database").GetBoolean().ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task A_header_of_a_proxy_is_believed_only_from_a_known_one(Database database)
    {
        foreach (var (setting, address) in new[] { ("Proxy:Known=127.0.0.1,::1", "203.0.113.9"), ("Proxy:Known=10.0.0.5", "127.0.0.1"), ("Proxy:Known=", "127.0.0.1") })
        {
            await using var house = await House.Open(database, setting);
            using var rep = await house.SignIn("rep-a");
            await rep.Send(HttpMethod.Put, "/api/profile", new { email = "x@y.example" }, 200, headers: ("X-Forwarded-For", "203.0.113.9"));
            using var admin = await house.SignIn("admin");
            var line = (await admin.Get("/api/audit?entity=platform_account&action=Changed&account=" + house.Seed.Accounts["rep-a"], 200)).Items[0];
            line.GetProperty("from").GetString().ShouldBe(address);
        }
    }

    [Theory, Databases]
    public async Task Spans_arrive_named_by_their_route_and_without_what_was_asked(Database database)
    {
        using var receiver = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        receiver.Prefixes.Add(address);
        receiver.Start();
        var received = new StringBuilder();
        var receiving = Task.Run(async () =>
        {
            while (receiver.IsListening)
            {
                var request = await receiver.GetContextAsync();
                using var body = new MemoryStream();
                await request.Request.InputStream.CopyToAsync(body);
                lock (received)
                {
                    received.Append(request.Request.Url!.AbsolutePath).Append(Encoding.Latin1.GetString(body.ToArray()));
                }

                request.Response.Close();
            }
        });

        await using (var house = await House.Open(database, $"Telemetry:Endpoint={address}"))
        {
            using var rep = await house.SignIn("rep-a");
            await rep.Get("/api/search?q=verysecretword", 200);
            house.Services.GetRequiredService<TracerProvider>().ForceFlush(5_000).ShouldBeTrue();
        }

        receiver.Stop();
        await receiving.ContinueWith(_ => { }, TaskScheduler.Default);
        var text = received.ToString();
        text.ShouldContain("/v1/traces");
        text.ShouldContain("GET /api/search");
        text.ShouldContain("/v1/metrics");
        text.ShouldNotContain("verysecretword");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
