using System.Text;
using System.Text.RegularExpressions;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Operations;

public sealed partial class LogTests
{
    /// <summary>What the senders of these requests know.</summary>
    private static readonly string[] Secrets = ["贾宝玉", "jiabaoyu", "13812340987", "hongloumeng-1", "大观园", "怡红院路", "rep-a"];

    [Theory, Databases]
    public async Task Of_no_person_and_no_customer_is_there_a_word_in_the_log(Database database)
    {
        var template = await Template.Of(database);
        await using var copy = await template.Copy();
        // As a house connects: the tests' own connection asks PostgreSQL to name the values it refuses.
        var connection = copy.ConnectionString.Replace(";Include Error Detail=true", "", StringComparison.Ordinal);
        await using var server = await ServerProcess.Start(copy, "Logging:LogLevel:Default=Information", $"ConnectionStrings:Default={connection}");
        using var nobody = await server.Nobody();
        await nobody.Post("/api/session", new { login = "jiabaoyu", password = "hongloumeng-1" }, 401);
        await nobody.Get("/api/customers/大观园", 401);

        using var rep = await server.SignIn("rep-a");
        await rep.Post("/api/customers", new { name = "大观园(北京)有限公司", state = "Prospect", ownerId = template.Seed.People["rep-a"], phone = "13812340987", address = "怡红院路 1 号", contactName = "贾宝玉" }, 201);
        await rep.Post("/api/customers", new { name = "", state = "Prospect", phone = "13812340987x", address = new string('怡', 5000), contactName = "贾宝玉" }, 400);
        await rep.Post("/api/customers", "{\"name\":\"大观园\",\"phone\":13812340987,", 400);
        await rep.Post("/api/customers", new { name = "大观园", state = "Prospect", 贾宝玉 = 1 }, 400);
        await rep.Get("/api/customers?q=大观园&sort=name", 200);
        await rep.Get("/api/customers?sort=贾宝玉", 400);
        await rep.Get("/api/search?q=贾宝玉", 200);
        await rep.Get("/api/贾宝玉/13812340987", 404);
        await rep.Post("/api/profile/password", new { current = "hongloumeng-1", next = "hongloumeng-1" }, 400);

        using var admin = await server.SignIn("admin");
        await admin.Get("/api/people?q=贾宝玉", 200);
        var import = await admin.Upload("customers", Encoding.UTF8.GetBytes("编号,客户名称,负责人,电话\nH-1,大观园二号,没有的人贾宝玉,13812340987\n"), name: "贾宝玉.csv");
        (await admin.Step(import.Id, "check"))["faultyLines"].ShouldBe("1");
        // Of ten who bring one number nine fail in the database itself.
        var position = template.Seed.Positions["主管"];
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => admin.Post("/api/people", new
        {
            number = "jiabaoyu-1",
            name = "贾宝玉",
            hiredOn = "2024-01-01",
            placement = new { unitId = template.Seed.Units["team-a"], positionId = position, first = "2024-01-01" },
        })));
        all.Count(answer => answer.Status == 201).ShouldBe(1);
        all.Count(answer => answer.Status is 400 or 409).ShouldBe(9);

        await Eventually.Holds(() => Task.FromResult(server.Said.Any(line => line.Contains("GET /api/people 200", StringComparison.Ordinal))));
        var said = server.Said.Select(line => Escape().Replace(line, hex => ((char)Convert.ToInt32(hex.Groups["hex"].Value, 16)).ToString())).ToList();
        said.ShouldContain(line => line.Contains("POST /api/customers 201", StringComparison.Ordinal));
        said.ShouldContain(line => line.Contains("POST /api/customers 400", StringComparison.Ordinal));
        said.Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    /// <summary>The log is JSON, in which letters beyond ASCII are written as numbers.</summary>
    [GeneratedRegex(@"\\u(?<hex>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Escape();
}
