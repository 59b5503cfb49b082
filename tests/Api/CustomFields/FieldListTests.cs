using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yingpan.Tests.Api.CustomFields;

public sealed class FieldListTests
{
    private const string Customers = "/api/customers";

    private static async Task Fill(House house, Client admin)
    {
        await admin.MakeAll();
        (string Name, object Custom)[] rows =
        [
            ("一", new { motto = "Bravo", heads = "2", yearly = "100.00", tender = "2026-01-31", isKey = true, source = "web", channels = new[] { "web", "fair" } }),
            ("二", new { motto = "阿里", heads = "10", yearly = "20.00", tender = "2026-12-01", isKey = false, source = "fair", channels = new[] { "peer" } }),
            ("三", new { motto = "bravo 2", heads = "0.5", yearly = "3000.00", source = "peer" }),
            ("四", new { }),
        ];
        foreach (var (name, custom) in rows)
        {
            await admin.Post(Customers, house.Customer("rep-a", $"排序{name}", custom), 201);
        }
    }

    private static async Task<string> Names(Client client, string query) =>
        string.Concat((await client.Get($"{Customers}?q=排序&{query}", 200)).Column("name").Select(name => name[2..]));

    [Theory, Databases]
    public async Task A_list_is_narrowed_by_them(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await Fill(house, admin);
        foreach (var (query, found) in new[]
        {
            ("custom.motto=BRAVO", "一三"), ("custom.motto=里", "二"), ("custom.motto=%25", ""), ("custom.heads=2", "一"), ("custom.heads.from=2", "一二"), ("custom.heads.to=2", "一三"),
            ("custom.yearly.from=20&custom.yearly.to=100", "一二"), ("custom.tender.from=2026-02-01", "二"), ("custom.tender=2026-01-31", "一"), ("custom.isKey=true", "一"), ("custom.isKey=false", "二"),
            ("custom.source=web,peer", "一三"), ("custom.source=web&custom.source=fair", "一二"), ("custom.channels=fair,peer", "一二"), ("custom.source=web&custom.heads.from=5", ""), ("custom.source=", "一二三四"),
        })
        {
            (await Names(admin, $"sort=createdAt&{query}")).ShouldBe(found, query);
        }

        foreach (var (query, fault) in new[]
        {
            ("custom.nope=1", "custom.nope: field.unknown"), ("custom.story=x", "custom.story: field.unknown"), ("custom.source.from=web", "custom.source.from: field.unknown"),
            ("custom.heads=x", "custom.heads: field.not-number"), ("custom.yearly.to=1.005", "custom.yearly.to: field.not-money"), ("custom.tender.from=1.7.2026", "custom.tender.from: field.not-date"),
            ("custom.isKey=1", "custom.isKey: field.not-boolean"), ("custom.source=nowhere", "custom.source: field.not-valid"), ("custom.=x", "custom.: field.unknown"), ("sort=custom.story", "sort: field.not-one-of"),
            ("sort=custom.source'--", "sort: field.not-one-of"),
        })
        {
            (await admin.Get($"{Customers}?{query}", 400)).Faults.ShouldBe([fault], query);
        }
    }

    [Theory, Databases]
    public async Task A_list_is_sorted_by_them_with_the_empty_ones_last_on_both_databases(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await Fill(house, admin);
        foreach (var (field, ascending, descending) in new[]
        {
            ("heads", "三一二四", "二一三四"), ("yearly", "二一三四", "三一二四"), ("tender", "一二", "二一"), ("isKey", "二一", "一二"), ("source", "一二三四", "三二一四"), ("channels", "一二", "二一"),
        })
        {
            (await Names(admin, $"sort=custom.{field}")).ShouldStartWith(ascending, customMessage: field);
            (await Names(admin, $"sort=-custom.{field}")).ShouldStartWith(descending, customMessage: field);
        }

        (await Names(admin, "sort=custom.motto")).ShouldEndWith("四");
        (await Names(admin, "sort=-custom.motto")).ShouldEndWith("四");
        var pages = new[] { await Names(admin, "sort=custom.yearly&size=2"), await Names(admin, "sort=custom.yearly&size=2&page=2") };
        string.Concat(pages).ShouldBe("二一三四");
        var row = (await admin.Get($"{Customers}?q=排序一", 200)).Items.Single();
        Making.Text(row.GetProperty("custom")).ShouldBe("""channels=["web","fair"] heads=2 isKey=True motto=Bravo source=web tender=2026-01-31 yearly=100.00""");
    }

    [Theory, Databases("csv", "xlsx")]
    public async Task A_file_has_them_in_words_as_its_reader_speaks(Database database, string format)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await Fill(house, admin);
        var columns = "name,custom.heads,custom.yearly,custom.tender,custom.isKey,custom.source,custom.channels";
        var chinese = Lists.ExportTests.Read((await admin.Get($"{Customers}/export?q=排序&sort=createdAt&format={format}&columns={columns}", 200, "zh")).Bytes, format);
        chinese[0].ShouldBe(["客户名称", "人数", "年采购额", "招标日", "重点", "来源", "渠道"]);
        chinese[1][..2].ShouldBe(["排序一", "2"]);
        chinese[1][4..].ShouldBe(["是", "网上", "网上、展会"]);
        chinese[4].Skip(1).ShouldAllBe(cell => cell.Length == 0);
        var english = Lists.ExportTests.Read((await admin.Get($"{Customers}/export?q=排序&sort=createdAt&format={format}&columns={columns}", 200, "en")).Bytes, format);
        english[0][1..].ShouldBe(["En heads", "En yearly", "En tender", "En isKey", "En source", "En channels"]);
        english[1][4..].ShouldBe(["Yes", "Web", "Web, Trade fair"]);
        if (format == "csv")
        {
            chinese[1][2..4].ShouldBe(["100.00", "2026-01-31"]);
        }

        (await admin.Get($"{Customers}/export?columns=name,custom.nope", 400)).Faults.ShouldBe(["columns: field.not-one-of"]);
    }

    /// <summary>More rows than get their values together.</summary>
    [Theory, Databases]
    public async Task A_long_file_has_the_values_of_every_row(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Make("motto", "Text", "口号");
        const int Many = 1_203;
        (await admin.Import("customers", "客户名称,口号\n" + string.Concat(Enumerable.Range(0, Many).Select(i => $"长表{i},第{i}句\n")))).Written.ShouldBe(Many);
        var rows = await admin.Export($"{Customers}/export?q=长表&format=csv&columns=name,custom.motto&sort=-custom.motto");
        rows.Count.ShouldBe(Many + 1);
        rows.Skip(1).ShouldAllBe(row => row[1] == "第" + row[0].Substring(2) + "句");
    }

    [Theory, Databases]
    public async Task Fields_cost_a_page_one_query_and_a_list_without_them_none(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Get("/api/orders?size=5", 200);
        (await Queries(house, () => admin.Get("/api/orders?size=5", 200))).ShouldBe(0);
        await admin.Make("terms", "Text", "条款", "order");
        await admin.Get("/api/orders?size=5", 200);
        (await Queries(house, () => admin.Get("/api/orders?size=5", 200))).ShouldBe(1);
        (await Queries(house, () => admin.Get("/api/territories?size=5", 200))).ShouldBe(0);
    }

    /// <summary>How often the tables of fields and their values are asked while that is done; of this house only, for others run beside it.</summary>
    private static async Task<int> Queries(House house, Func<Task<Answer>> work)
    {
        var count = 0;
        var mine = await house.Inside(db => Task.FromResult(NameOf(db.Database.GetDbConnection())));
        using var heard = DiagnosticListener.AllListeners.Subscribe(new Listeners(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore")
            {
                listener.Subscribe(new Events(command =>
                {
                    if (command.Connection is { } connection && NameOf(connection) == mine && Tables.Any(table => command.CommandText.Contains(table, StringComparison.Ordinal)))
                    {
                        Interlocked.Increment(ref count);
                    }
                }));
            }
        }));
        await work();
        return count;
    }

    private sealed class Listeners(Action<DiagnosticListener> found) : IObserver<DiagnosticListener>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(DiagnosticListener value) => found(value);
    }

    /// <summary>Every SQLite file calls its database main.</summary>
    private static string NameOf(DbConnection connection) => connection.Database == "main" ? connection.DataSource : connection.Database;

    private static readonly string[] Tables = ["platform_custom", "platform_option", "platform_field_rule"];

    private sealed class Events(Action<DbCommand> happened) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name)
            {
                happened(command);
            }
        }
    }
}
