using System.Globalization;
using System.Text;
using CsvHelper;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api;

/// <summary>What people of the test company do again and again, and how their answers are read.</summary>
internal static class Deeds
{
    /// <summary>A draft of 1,000.00 by that seller for his own customer; <see cref="With"/> changes what the test is about.</summary>
    public static Dictionary<string, object?> Order(this House house, string seller, string day = "2026-07-02", string amount = "1000") => new()
    {
        ["customerId"] = house.Seed.Record("customers", $"客户{seller}"),
        ["salespersonId"] = house.Seed.People[seller],
        ["orderedOn"] = day,
        ["lines"] = new[] { house.Line("水泵", "1", amount) },
    };

    public static Dictionary<string, object?> Line(this House house, string product, string quantity, string price, string discount = "0") => new()
    {
        ["productId"] = house.Seed.Record("products", product),
        ["quantity"] = quantity,
        ["price"] = price,
        ["discount"] = discount,
    };

    public static Dictionary<string, object?> Receipt(string order, string amount, string day = "2026-07-12") => new()
    {
        ["orderId"] = order,
        ["receivedOn"] = day,
        ["amount"] = amount,
        ["method"] = "BankTransfer",
    };

    /// <summary>It is there and says something.</summary>
    public static bool IsTold(this System.Text.Json.JsonElement answer, string member) => answer.TryGetProperty(member, out var value) && value.ValueKind != System.Text.Json.JsonValueKind.Null;

    /// <summary>The same body with some members other than they were; null takes one out.</summary>
    public static Dictionary<string, object?> With(this Dictionary<string, object?> body, params (string Name, object? Value)[] members)
    {
        var changed = new Dictionary<string, object?>(body);
        foreach (var (name, value) in members)
        {
            changed[name] = value;
        }

        return changed.Where(pair => pair.Value is not null).ToDictionary();
    }

    /// <summary>A confirmed order.</summary>
    public static Task<Answer> Sell(this House house, Client client, string seller, string day = "2026-07-02", string amount = "1000") =>
        client.Post("/api/orders", house.Order(seller, day, amount).With(("confirm", true)), 201);

    /// <summary>That account gets a new role with exactly these grants instead of what it had.</summary>
    public static async Task May(this House house, Client admin, string login, params (string Permission, string Scope)[] grants)
    {
        var role = await admin.Post(
            "/api/roles",
            new { code = $"only-{login}", name = $"只有{login}", nameEn = $"Only {login}", grants = grants.Select(grant => new { permission = grant.Permission, scope = grant.Scope }) },
            201);
        await admin.EditAccount(house.Seed.Accounts[login], new { roles = new[] { role.Id }, isDisabled = false });
    }

    /// <summary>From upload to end; the faults as <c>line heading code</c>.</summary>
    public static async Task<(string State, int Written, IReadOnlyList<string> Faults)> Import(this Client client, string kind, string csv, string mode = "ValidLines")
    {
        var import = (await client.Upload(kind, csv)).Id;
        var ended = await client.Step(import, "apply", new { mode });
        var faults = (await client.Get($"/api/imports/{import}/faults?size=200", 200)).Items
            .Select(fault => $"{fault.GetProperty("line")} {(fault.TryGetProperty("heading", out var heading) ? heading : "")} {fault.GetProperty("code")}");
        return (ended["state"], ended.Number("written"), [.. faults]);
    }

    /// <summary>Refused for the same faults in both languages, each with a sentence in that language.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this Client client, HttpMethod method, string path, object body, int? seen = null)
    {
        var chinese = await client.Send(method, path, body, 400, seen: seen, language: "zh");
        var english = await client.Send(method, path, body, 400, seen: seen, language: "en");
        english.Faults.ShouldBe(chinese.Faults);
        var (zh, en) = (Messages(chinese), Messages(english));
        zh.ShouldAllBe(message => message.Any(c => c >= '一' && c <= '鿿'));
        en.ShouldAllBe(message => !message.Any(c => c >= '一' && c <= '鿿'));
        zh.Concat(en).ShouldAllBe(message => !message.Contains('{') && !chinese.Faults.Any(fault => fault.EndsWith($": {message}", StringComparison.Ordinal)));
        return chinese.Faults;
    }

    /// <summary>The rows of an export, the headings first.</summary>
    public static async Task<List<string[]>> Export(this Client client, string path)
    {
        var file = await client.Get(path, 200, "zh");
        using var csv = new CsvParser(new StreamReader(new MemoryStream(file.Bytes), Encoding.UTF8), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. csv.Record!]);
        }

        return rows;
    }

    public static string Repeated(char c, int times) => new(c, times);

    private static List<string> Messages(Answer answer) =>
        [.. answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("message").GetString()!)];
}
