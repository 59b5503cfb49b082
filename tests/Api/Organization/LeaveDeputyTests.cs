using Yingpan.Tests.Api.Approvals;

namespace Yingpan.Tests.Api.Organization;

/// <summary>Who is away for more than a day and has work that would lie names a deputy with his leave.</summary>
public sealed class LeaveDeputyTests
{
    private const string Leave = "/api/leave-applications";

    [Theory, Databases]
    public async Task Who_has_reports_or_decisions_waiting_is_asked_and_his_approver_sees_whether_one_is_named(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await LeaveApplicationTests.Rules(house);
        using var rep = await house.SignIn("rep-a2");
        using var manager = await house.SignIn("manager-a");
        var kind = await LeaveApplicationTests.Kind(manager);
        (await Need(rep, "2026-08-10", "2026-08-12")).ShouldBe((0, 0, null, false));
        // A request of rep-a waits for him, and three report to him.
        (await Need(manager, "2026-08-10", "2026-08-12")).ShouldBe((1, 3, null, true));
        (await Need(manager, "2026-08-10", "2026-08-10")).ShouldBe((0, 0, null, false));
        (await manager.Get($"{Leave}/deputy?first=2026-08-12&last=2026-08-10", 400)).Faults.ShouldBe(["first: field.period-backwards"]);
        using var guest = await house.SignIn("guest");
        (await Need(guest, "2026-08-10", "2026-08-12")).ShouldBe((0, 0, null, false));

        // Nobody need: but who decides is told.
        var without = (await manager.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-12", reason = "探亲" }, 201)).Id;
        (await house.Read("director-e", await LeaveApplicationTests.Request(house, without, "manager-a")))["lacksDeputy"].ShouldBe("True");
        await manager.Post($"{Leave}/{without}/withdraw", expect: 200);
        // Whose work would not lie lacks nobody.
        var free = (await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-12", reason = "探亲" }, 201)).Id;
        (await house.Read("manager-a", await LeaveApplicationTests.Request(house, free, "rep-a2")))["lacksDeputy"].ShouldBe("False");
    }

    [Theory, Databases]
    public async Task The_deputy_stands_in_from_the_moment_the_leave_is_agreed_to_and_a_refused_leave_leaves_none(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await LeaveApplicationTests.Rules(house);
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        var kind = await LeaveApplicationTests.Kind(manager);
        object Body(string first, string last, string deputy) => new { kindId = kind, first, last, reason = "探亲", deputyId = house.Person(deputy) };
        (await manager.Post(Leave, Body("2026-08-10", "2026-08-12", "manager-a"), 400)).Faults.ShouldBe(["deputyId: organization.own-deputy"]);
        await admin.Put($"/api/people/{house.Person("rep-b")}", new { name = "员工rep-b", hiredOn = "2024-01-01", leftOn = "2026-08-11" }, seen: 1, expect: 200);
        (await manager.Post(Leave, Body("2026-08-10", "2026-08-12", "rep-b"), 400)).Faults.ShouldBe(["deputyId: organization.deputy-gone"]);

        var id = (await manager.Post(Leave, Body("2026-08-10", "2026-08-12", "finance"), 201)).Id;
        var request = await LeaveApplicationTests.Request(house, id, "manager-a");
        var seen = await house.Read("director-e", request);
        (seen["deputyName"], seen["lacksDeputy"]).ShouldBe(("员工finance", "False"));
        (await manager.Get(Leave, 200)).Column("deputyName").ShouldBe(["员工finance"]);
        (await manager.Get("/api/delegations", 200)).Total.ShouldBe(0);
        await house.Act("director-e", request, "approve");
        var row = (await manager.Get("/api/delegations", 200)).Items.ShouldHaveSingleItem();
        (row.GetProperty("deputyName").GetString(), row.GetProperty("first").GetString(), row.GetProperty("last").GetString(), row.GetProperty("kinds").GetArrayLength()).ShouldBe(("员工finance", "2026-08-10", "2026-08-12", 0));
        using var finance = await house.SignIn("finance");
        (await finance.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("deputy-named");

        // For days on which one stands in already nobody else is named.
        (await manager.Post(Leave, Body("2026-08-13", "2026-08-14", "finance"), 201)).Status.ShouldBe(201);
        (await manager.Post("/api/delegations", new { deputyId = house.Person("rep-a2"), first = "2026-08-14", last = "2026-08-20" }, 201)).Status.ShouldBe(201);
        (await manager.Post(Leave, Body("2026-08-17", "2026-08-18", "finance"), 400)).Faults.ShouldBe(["deputyId: organization.delegation-overlap"]);
        (await Need(manager, "2026-08-17", "2026-08-18")).ShouldBe((1, 3, "员工rep-a2", false));

        var refused = (await manager.Post(Leave, Body("2026-09-07", "2026-09-08", "finance"), 201)).Id;
        await house.Act("director-e", await LeaveApplicationTests.Request(house, refused, "manager-a"), "refuse", new { round = 1, comment = "改期" });
        (await manager.Get("/api/delegations", 200)).Column("first").Order(StringComparer.Ordinal).ShouldBe(["2026-08-10", "2026-08-14"]);

        // On those days he decides what waits for the one who is away.
        house.Clock.Advance(TimeSpan.FromDays(26));
        await house.Act("finance", house.Seed.Record("approvals", "申请rep-a"), "approve");
    }

    [Theory, Databases]
    public async Task Who_comes_back_early_or_whose_leave_is_taken_away_needs_his_deputy_no_longer(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        await house.GiveHeads();
        await LeaveApplicationTests.Rules(house);
        using var manager = await house.SignIn("manager-a");
        using var hr = await house.SignIn("hr");
        using var finance = await house.SignIn("finance");
        var kind = await LeaveApplicationTests.Kind(manager);
        var (going, coming) = (await Agreed("2026-08-10", "2026-08-14"), await Agreed("2026-08-24", "2026-08-28"));
        house.Clock.Advance(TimeSpan.FromDays(27));
        (await manager.Post($"{Leave}/{going}/end", new { backOn = "2026-08-15" }, 400)).Faults.ShouldBe(["backOn: organization.leave-back"]);
        await hr.Post($"{Leave}/{going}/end", new { backOn = "2026-08-12" }, 404);
        (await manager.Get(Leave, 200)).Items.Single(row => row.GetProperty("id").GetString() == going).GetProperty("can").EnumerateArray().Select(can => can.GetString()).ShouldBe(["end"]);
        await manager.Post($"{Leave}/{going}/end", new { backOn = "2026-08-12" }, 200);
        (await Standing()).ShouldBe(["2026-08-10 2026-08-11", "2026-08-24 2026-08-28"]);
        (await hr.Get("/api/leave-entries?from=2026-08-10&to=2026-08-14", 200)).Items.Select(row => row.GetProperty("last").GetString()).ShouldBe(["2026-08-11"]);
        (await hr.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("organization.leave-ended");
        using var boss = await house.SignIn("director-e");
        (await boss.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("organization.leave-ended");
        (await manager.Post($"{Leave}/{going}/end", new { backOn = "2026-08-12" }, 400)).Faults.ShouldBe(["backOn: organization.leave-back"]);

        // Shortened by who keeps the attendance, then taken away.
        var entry = (await hr.Get("/api/leave-entries?from=2026-08-24&to=2026-08-28", 200)).Items.Single();
        var (id, version) = (entry.GetProperty("id").GetString(), entry.GetProperty("version").GetInt32());
        await hr.Put($"/api/leave-entries/{id}", new { personId = house.Person("manager-a"), kindId = kind, first = "2026-08-25", last = "2026-08-26" }, version, 200);
        (await Standing()).ShouldBe(["2026-08-10 2026-08-11", "2026-08-25 2026-08-26"]);
        await hr.Delete($"/api/leave-entries/{id}", expect: 204);
        (await Standing()).ShouldBe(["2026-08-10 2026-08-11"]);
        (await finance.Get("/api/notifications?size=200", 200)).Column("kind").Count(told => told == "deputy-released").ShouldBe(1);
        (await manager.Post($"{Leave}/{coming}/end", new { backOn = "2026-08-24" }, 409)).Code.ShouldBe("organization.leave-not-going");

        async Task<string> Agreed(string first, string last)
        {
            var asked = (await manager.Post(Leave, new { kindId = kind, first, last, reason = "探亲", deputyId = house.Person("finance") }, 201)).Id;
            var request = await LeaveApplicationTests.Request(house, asked, "manager-a");
            await house.Act("director-e", request, "approve");
            using var gm = await house.SignIn("gm");
            await gm.Post($"/api/approvals/{request}/approve", new { round = 1 });
            return asked;
        }

        async Task<IReadOnlyList<string>> Standing() => [.. (await manager.Get("/api/delegations", 200)).Items
            .Select(row => $"{row.GetProperty("first").GetString()} {row.GetProperty("last").GetString()}").Order(StringComparer.Ordinal)];
    }

    private static async Task<(int Waiting, int Reports, string? Deputy, bool Wanted)> Need(Client client, string first, string last)
    {
        var need = await client.Get($"{Leave}/deputy?first={first}&last={last}", 200);
        return (need.Json.GetProperty("waiting").GetInt32(), need.Json.GetProperty("reports").GetInt32(),
            need.Json.TryGetProperty("deputyName", out var name) ? name.GetString() : null, need.Json.GetProperty("isWanted").GetBoolean());
    }
}
