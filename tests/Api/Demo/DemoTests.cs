using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yingpan.Demo;
using Yingpan.Host;
using Yingpan.Kernel;
using Yingpan.Orders.Public;

namespace Yingpan.Tests.Api.Demo;

// Each database beside the other: one after the other they would take longest of all.
public sealed class DemoOnSqliteTests() : DemoTests(Database.Sqlite);

public sealed class DemoOnPostgresTests() : DemoTests(Database.Postgres);

public abstract class DemoTests(Database database)
{
    private const string July = "from=2026-07-01&to=2026-07-31";

    // Two years of a company take their time: lived through once, and copied.
    private static readonly Lazy<Task<Template>> Sqlite = new(() => Kept(Database.Sqlite));
    private static readonly Lazy<Task<Template>> Postgres = new(() => Kept(Database.Postgres));

    [Fact]
    public async Task Filled_twice_it_is_the_same_to_the_last_row()
    {
        // Before a server runs on it: its jobs go on with what the demo left open.
        await using var one = await (await Once(database)).Copy();
        await using var other = await Filled(database);
        (await one.Snapshot()).ShouldBe(await other.Snapshot());
    }

    [Fact]
    public async Task Whoever_is_shown_on_the_sign_in_page_signs_in_and_sees_his_board()
    {
        await using var house = await Open(database);
        using var nobody = house.Nobody();
        var welcome = await nobody.Get("/api/welcome", 200, language: "en");
        var shown = welcome.Json.GetProperty("demoSignIns").EnumerateArray().ToList();
        shown.Select(signIn => signIn.GetProperty("login").GetString()).ShouldBe(["rep1", "rep2", "manager", "director", "gm", "assistant", "finance", "hr", "admin"]);
        shown[0].GetProperty("role").GetString().ShouldBe("Sales rep");
        foreach (var signIn in shown)
        {
            var login = signIn.GetProperty("login").GetString()!;
            using var client = await house.SignIn(login, signIn.GetProperty("password").GetString()!);
            (await client.Get("/api/session", 200)).Text.ShouldContain(signIn.GetProperty("name").GetString()!);
            var board = await client.Get($"/api/board?{July}", 200);
            // Who sells in July: 16 by telephone, the manager's; 8 to channels, 9 in stores, 8 abroad. Who had left by then has no line.
            board.Json.GetProperty("lines").GetArrayLength().ShouldBe(login is "rep1" or "rep2" ? 1 : login == "manager" ? 16 : 16 + 8 + 9 + 8, login);
        }
    }

    [Fact]
    public async Task The_figures_agree_and_the_numbers_go_on()
    {
        await using var house = await Open(database);
        var (sales, monthly) = await house.Inside(async db => (await db.Sales.ToListAsync(), await db.MonthlySales.ToListAsync()));
        monthly.ToDictionary(row => (row.Month, row.SalespersonId, row.UnitId, row.TerritoryId), row => (row.Orders, row.Amount)).ShouldBe(
            sales.GroupBy(sale => (Month.Of(sale.OrderedOn), sale.OwnerId!.Value, sale.UnitId!.Value, sale.TerritoryId!.Value))
                .ToDictionary(group => group.Key, group => (group.Count(), group.Select(sale => sale.Amount).Sum())), ignoreOrder: true);

        using var manager = await house.SignIn("manager", "yingpan-demo");
        var added = await manager.Post("/api/customers", new { name = "新来的客户", state = "Prospect", ownerId = (await Me(manager)) }, 201);
        (await manager.Get($"/api/customers/{added.Id}", 200))["number"].ShouldBe("C-003001");

        var goal = (await manager.Get("/api/goals?size=1&sort=-first", 200)).Items[0];
        var path = $"/api/goals/{goal.GetProperty("id").GetString()}";
        var seen = await manager.Get(path, 200);
        await manager.Put(path, new { first = seen["first"], last = seen["last"], amount = "123000.00" }, seen.Version, 200);
        using var rep = await house.SignIn("rep1", "yingpan-demo");
        await rep.Put(path, new { first = seen["first"], last = seen["last"], amount = "1.00" }, 2, 403);
    }

    [Fact]
    public async Task A_house_with_a_company_is_left_as_it_is()
    {
        await using var house = await House.Open(database);
        var before = await house.Snapshot();
        await Should.ThrowAsync<InvalidOperationException>(() => Fill(house.Services));
        (await house.Snapshot()).ShouldBe(before);
        using var nobody = house.Nobody();
        (await nobody.Get("/api/welcome", 200)).Json.GetProperty("demoSignIns").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Without the role of the last accounts the fill fails when everything else is already written.</summary>
    [Fact]
    public async Task A_fill_that_fails_leaves_nothing()
    {
        await using var house = await House.Start(await Filled(database, roles: 3), new Seed());
        var left = await house.Inside(async db => await db.OrderCards.CountAsync() + await db.Users.CountAsync());
        left.ShouldBe(0);
    }

    private static async Task<string> Me(Client client) =>
        (await client.Get("/api/session", 200)).Json.GetProperty("person").GetProperty("id").GetString()!;

    private static async Task<House> Open(Database database) => await House.Start(await (await Once(database)).Copy(), new Seed());

    private static Task<Template> Once(Database database) => (database == Database.Sqlite ? Sqlite : Postgres).Value;

    private static async Task<Template> Kept(Database database)
    {
        var copy = await Filled(database);
        copy.Close();
        return new Template(copy, new Seed());
    }

    private static async Task<DatabaseCopy> Filled(Database database, int? roles = null)
    {
        var copy = database == Database.Sqlite ? DatabaseCopy.Sqlite() : await DatabaseCopy.Postgres(null);
        await using (var app = Server.Build([$"--data={copy.Folder}", $"--ConnectionStrings:Default={copy.ConnectionString}", "--SignIn:HashIterations=1000"], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new FakeClock());
            builder.Logging.ClearProviders();
        }))
        {
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<FirstStart>().Migrate(CancellationToken.None);
            }

            if (roles is { } few)
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FirstStart>().Load(CancellationToken.None);
                await Should.ThrowAsync<KeyNotFoundException>(() => scope.ServiceProvider.GetRequiredService<DemoCompany>()
                    .Fill([.. DefaultRoles.All(Host.Modules.All, DemoCompany.RoleId).Take(few)], CancellationToken.None));
            }
            else
            {
                await Fill(app.Services);
            }
        }

        return copy;
    }

    private static async Task Fill(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
        await start.Load(CancellationToken.None);
        await start.FillDemo(CancellationToken.None);
    }
}
