using System.Text.Json;
using Yingpan.Tests.Api.Approvals;

namespace Yingpan.Tests.Api.Organization;

/// <summary>Leave is asked for, decided by the house's rules, and then stands in the attendance.</summary>
public sealed class LeaveApplicationTests
{
    private const string Leave = "/api/leave-applications";

    [Theory, Databases]
    public async Task What_is_approved_stands_in_the_attendance_and_length_decides_the_way(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await Rules(house);
        using var rep = await house.SignIn("rep-a");
        var kind = await Kind(rep);
        // Friday to Monday, from Friday noon: a day and a half of work.
        // Its reason is longer than the note of an entry, and of signs that are two in the memory.
        var reason = "家中有事\n" + string.Concat(Enumerable.Repeat("𠮷", 300));
        var id = (await rep.Post(Leave, new { kindId = kind, first = "2026-08-07", startsAtNoon = true, last = "2026-08-10", reason }, 201)).Id;
        var row = (await rep.Get(Leave, 200)).Items.Single();
        (Text(row, "state"), Text(row, "days"), Text(row, "reason")).ShouldBe(("Waiting", "1.5", reason));
        var request = await Request(house, id);
        (await house.Read("rep-a", request)).Where().ShouldBe("Open: manager-a → ");
        await house.Act("manager-a", request, "approve");
        Text((await rep.Get(Leave, 200)).Items.Single(), "state").ShouldBe("Approved");
        using var hr = await house.SignIn("hr");
        (await hr.Get("/api/leave-entries?from=2026-08-01&to=2026-08-31", 200)).Column("note").ShouldContain(reason[..395]);
        var days = (await rep.Get("/api/attendance/mine?month=2026-08", 200)).Json.GetProperty("days").EnumerateArray().ToDictionary(day => Text(day, "day")!, day => day.GetProperty("leaveHalves").GetInt32());
        (days["2026-08-06"], days["2026-08-07"], days["2026-08-08"], days["2026-08-10"]).ShouldBe((0, 1, 0, 2));

        // A week goes one station further.
        var longer = (await rep.Post(Leave, new { kindId = kind, first = "2026-08-17", last = "2026-08-21", reason = "探亲" }, 201)).Id;
        (await house.Read("rep-a", await Request(house, longer))).Where().ShouldBe("Open: manager-a → director-e");
    }

    [Theory, Databases]
    public async Task What_comes_back_is_mended_and_what_was_withdrawn_leaves_no_trace_in_the_attendance(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await Rules(house);
        using var rep = await house.SignIn("rep-a");
        var kind = await Kind(rep);
        var id = (await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-10", reason = "体检" }, 201)).Id;
        var request = await Request(house, id);
        await rep.Put($"{Leave}/{id}", new { kindId = kind, first = "2026-08-11", last = "2026-08-11", reason = "体检" }, 1, 409);
        await house.Act("manager-a", request, "return", new { round = 1, comment = "请换一天" });
        var back = (await rep.Get(Leave, 200)).Items.Single();
        Text(back, "state").ShouldBe("Returned");
        await rep.Put($"{Leave}/{id}", new { kindId = kind, first = "2026-08-11", last = "2026-08-11", reason = "体检" }, 99, 412);
        var version = (await rep.Put($"{Leave}/{id}", new { kindId = kind, first = "2026-08-11", last = "2026-08-11", reason = "体检" }, back.GetProperty("version").GetInt32(), 200)).Version;
        (await house.Read("rep-a", request)).Where().ShouldBe("Open: manager-a → ");
        version.ShouldBeGreaterThan(back.GetProperty("version").GetInt32());

        await rep.Post($"{Leave}/{id}/withdraw", expect: 200);
        Text((await rep.Get(Leave, 200)).Items.Single(), "state").ShouldBe("Withdrawn");
        (await house.Read("rep-a", request))["state"].ShouldBe("Withdrawn");
        await rep.Post($"{Leave}/{id}/withdraw", expect: 409);
        (await rep.Get("/api/attendance/mine?month=2026-08", 200)).Json.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("leaveHalves").GetInt32()).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task All_faults_are_told_and_another_s_application_is_nobody_else_s(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var rep = await house.SignIn("rep-a");
        var kind = await Kind(rep);
        // Nobody has said yet who decides.
        (await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-10", reason = "体检" }, 409)).Code.ShouldBe("approvals.no-table");
        await Rules(house);
        (await rep.Post(Leave, new { kindId = kind, first = "2026-08-12", last = "2026-08-10", reason = "" }, 400)).Faults.Count.ShouldBe(2);
        (await rep.Post(Leave, new { kindId = kind, first = "2026-08-08", last = "2026-08-09", reason = "周末" }, 400)).Faults.ShouldBe(["first: organization.leave-no-work"]);
        (await rep.Post(Leave, new { kindId = Guid.NewGuid(), first = "2026-08-10", last = "2026-08-10", reason = "体检" }, 400)).Faults.ShouldBe(["kindId: record.not-found"]);
        var id = (await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-10", endsAtNoon = true, reason = "上午" }, 201)).Id;
        (await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-11", reason = "又一次" }, 400)).Faults.ShouldBe(["first: organization.leave-asked"]);
        await rep.Post(Leave, new { kindId = kind, first = "2026-08-10", startsAtNoon = true, last = "2026-08-10", reason = "下午" }, 201);

        foreach (var login in new[] { "rep-b", "manager-a", "admin" })
        {
            using var other = await house.SignIn(login);
            (await other.Get(Leave, 200)).Total.ShouldBe(0);
            await other.Post($"{Leave}/{id}/withdraw", expect: 404);
        }

        using var guest = await house.SignIn("guest");
        (await guest.Post(Leave, new { kindId = kind, first = "2026-08-10", last = "2026-08-10", reason = "体检" }, 409)).Code.ShouldBe("organization.no-person");
    }

    [Theory, Databases]
    public async Task Approved_and_withdrawn_at_the_same_instant_has_one_outcome(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await Rules(house);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var kind = await Kind(rep);
        foreach (var day in new[] { "2026-08-10", "2026-08-11", "2026-08-12" })
        {
            var id = (await rep.Post(Leave, new { kindId = kind, first = day, last = day, reason = "体检" }, 201)).Id;
            var request = await Request(house, id);
            var answers = await Task.WhenAll(manager.Post($"/api/approvals/{request}/approve", new { round = 1 }), rep.Post($"{Leave}/{id}/withdraw"));
            answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join('\n', answers.Select(answer => answer.Text)));
            var state = Text((await rep.Get(Leave, 200)).Items.Single(row => Text(row, "id") == id), "state");
            state.ShouldBe(answers[0].Status == 200 ? "Approved" : "Withdrawn");
            var halves = (await rep.Get("/api/attendance/mine?month=2026-08", 200)).Json.GetProperty("days").EnumerateArray().Single(one => Text(one, "day") == day).GetProperty("leaveHalves").GetInt32();
            halves.ShouldBe(state == "Approved" ? 2 : 0);
        }
    }

    internal static Task Rules(House house) => house.GoLive(
        [
            new { name = "三天以内", daysTo = "3.5", route = new[] { house.Node("^1") } },
            new { name = "更长", daysFrom = "3.5", route = new[] { house.Node("^1"), house.Node("^2") } },
        ],
        "organization.leave");

    internal static async Task<string> Kind(Client client) => (await client.Get("/api/leave-kinds", 200)).Items[0].GetProperty("id").GetString()!;

    internal static async Task<string> Request(House house, string application, string login = "rep-a")
    {
        using var rep = await house.SignIn(login);
        foreach (var item in (await rep.Get("/api/approvals?box=Mine&size=100", 200)).Items.Where(item => Text(item, "kind") == "organization.leave"))
        {
            var id = Text(item, "id")!;
            var first = (await rep.Get(Leave, 200)).Items.Single(row => Text(row, "id") == application);
            if (Text(item, "title")!.Contains(Text(first, "first")!, StringComparison.Ordinal))
            {
                return id;
            }
        }

        throw new InvalidOperationException("no request");
    }

    private static string? Text(JsonElement row, string member) => row.GetProperty(member).GetString();
}
