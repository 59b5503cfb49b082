using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;

namespace Yingpan.Tests.Api.Approvals;

/// <summary>What the tests of approvals do again and again.</summary>
internal static class Desk
{
    public static string Person(this House house, string login) => house.Seed.People[login];

    public static async Task<string> SendIn(this House house, string login, string? amount, string title = "申请")
    {
        using var client = await house.SignIn(login);
        return (await client.Post("/api/approvals", new { matterId = house.Seed.Record("approval-matters", "费用"), title, amount }, 201)).Id;
    }

    public static async Task<Answer> Act(this House house, string login, string id, string action, object? body = null, int expect = 200)
    {
        using var client = await house.SignIn(login);
        return await client.Post($"/api/approvals/{id}/{action}", body ?? new { round = 1 }, expect);
    }

    public static async Task<Answer> Read(this House house, string login, string id, int expect = 200)
    {
        using var client = await house.SignIn(login);
        return await client.Get($"/api/approvals/{id}", expect);
    }

    public static async Task<IReadOnlyList<string>> Told(this House house, string login)
    {
        using var client = await house.SignIn(login);
        return [.. (await client.Get("/api/notifications?size=200", 200)).Column("kind").Where(kind => kind.StartsWith("approval", StringComparison.Ordinal))];
    }

    /// <summary>With whom it is, and the names of the steps still to come.</summary>
    public static string Where(this Answer view)
    {
        var steps = view.Json.GetProperty("steps").EnumerateArray().ToList();
        var with = steps.Where(step => step.GetProperty("state").GetString() == "Running").SelectMany(step => step.GetProperty("turns").EnumerateArray())
            .Where(turn => turn.GetProperty("state").GetString() == "Open").Select(turn => turn.GetProperty("person").GetProperty("name").GetString()![2..]);
        var ahead = steps.Where(step => step.GetProperty("state").GetString() == "Ahead").SelectMany(step => step.GetProperty("turns").EnumerateArray())
            .Where(turn => turn.GetProperty("state").GetString() == "Waiting").Select(turn => turn.GetProperty("person").GetProperty("name").GetString()![2..]);
        return $"{view["state"]}: {string.Join("+", with)} → {string.Join("+", ahead)}";
    }

    /// <summary>A table of one row, live from now on.</summary>
    public static async Task<string> GoLive(this House house, object[] rows, string kind = "general", bool twice = false)
    {
        using var admin = await house.SignIn("admin");
        foreach (var draft in (await admin.Get($"/api/approval-tables?kind={kind}&size=200", 200)).Items.Where(table => table.GetProperty("state").GetString() == "Draft"))
        {
            await admin.Delete($"/api/approval-tables/{draft.GetProperty("id")}", expect: 204);
        }

        var table = (await admin.Post("/api/approval-tables", new { kind, content = new { rows, twiceAllowed = twice } }, 201)).Id;
        await admin.Post($"/api/approval-tables/{table}/go-live", expect: 200, seen: 1);
        return table;
    }

    public static object Node(this House house, string who, string mode = "InSequence", int? hours = null, string late = "Remind", string substitute = "Superior") =>
        who.StartsWith('^')
            ? new { name = "上级", finder = "Superior", levels = int.Parse(who[1..], null), mode, hours, late, substitute }
            : new { name = "指定", finder = "People", people = who.Split('+').Select(house.Person), mode, hours, late, substitute };

    /// <summary>Heads for the units of the test company, so that there are superiors: manager-a, director-e, gm.</summary>
    public static async Task GiveHeads(this House house)
    {
        using var admin = await house.SignIn("admin");
        foreach (var (unit, head) in new[] { ("team-a", "manager-a"), ("east", "director-e"), ("company", "gm") })
        {
            var (parent, name, kind) = Seed.Tree[unit];
            var version = (await admin.Get("/api/units", 200)).Items.First(one => one.GetProperty("id").GetString() == house.Seed.Units[unit]).GetProperty("version").GetInt32();
            await admin.Put($"/api/units/{house.Seed.Units[unit]}", new { name, kind, parentId = parent is null ? null : house.Seed.Units[parent], headId = house.Person(head) }, seen: version, expect: 200);
        }
    }

    public static Task Tick(this House house) => house.Inside(async (AppDb _, IServiceProvider services) =>
    {
        await services.GetServices<JobKind>().First(kind => kind.Name == "approvals.time-limits").Run(services, "null", CancellationToken.None);
        return true;
    });
}
