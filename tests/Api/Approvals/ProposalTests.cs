using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Approvals;

/// <summary>Somebody proposes that a process be changed, and hears what came of it.</summary>
public sealed class ProposalTests
{
    private const string Proposals = "/api/process-proposals";

    [Theory, Databases]
    public async Task A_proposal_on_a_process_is_decided_by_its_owner_and_the_proposer_is_told(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var owner = await house.SignIn("director-e");
        await admin.Put("/api/processes/general", new { ownerId = house.Person("director-e") }, 1, 412);
        await admin.Put("/api/processes/general", new { ownerId = house.Person("director-e") }, 0, 200);
        await admin.Put("/api/processes/general", new { ownerId = house.Person("rep-a") }, 0, 412);
        await admin.Put("/api/processes/unknown", new { ownerId = house.Person("director-e") }, 0, 404);
        await owner.Put("/api/processes/general", new { ownerId = house.Person("rep-a") }, 1, 403);
        (await rep.Get("/api/processes", 200)).Items.Where(process => process.GetProperty("kind").GetString() == "general").Select(process => process.GetProperty("ownerName").GetString()).ShouldBe(["员工director-e"]);
        (await rep.Post(Proposals, new { kind = "nothing", change = "改", reason = "因" }, 400)).Faults.ShouldBe(["kind: approvals.unknown-kind"]);
        (await rep.Post(Proposals, new { kind = "general", change = " ", reason = "" }, 400)).Faults.ShouldBe(["change: field.required", "reason: field.required"], ignoreOrder: true);
        var id = (await rep.Post(Proposals, new { kind = "general", change = "五百元以下由主管一人批", reason = "小额费用要等三天" }, 201)).Id;
        (await owner.Get("/api/notifications?size=50", 200)).Column("text").ShouldContain("有人建议修改“通用申请”流程：五百元以下由主管一人批");

        // Neither another rep nor a superior of his sees it, and who edits the rules sees it and leaves it to the owner.
        foreach (var login in new[] { "rep-c", "manager-a", "gm" })
        {
            using var other = await house.SignIn(login);
            (await other.Get($"{Proposals}/{id}")).Status.ShouldBe(404, login);
            (await other.Get(Proposals, 200)).Total.ShouldBe(0, login);
            (await other.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "好" }, seen: 1)).Status.ShouldBe(404, login);
        }

        (await admin.Get($"{Proposals}/{id}", 200)).Json.GetProperty("can").GetArrayLength().ShouldBe(0);
        (await rep.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "好" }, 409, seen: 1)).Code.ShouldBe("approvals.own-proposal");
        (await owner.Post($"{Proposals}/{id}/withdraw", expect: 409, seen: 1)).Code.ShouldBe("approvals.not-proposer");
        var seen = await owner.Get($"{Proposals}/{id}", 200);
        (seen["kindName"], seen["reason"], seen["ownerName"]).ShouldBe(("通用申请", "小额费用要等三天", "员工director-e"));
        (await owner.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "" }, 400, seen: 1)).Faults.ShouldBe(["answer: field.required"]);
        await owner.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "下月起改" }, 412, seen: 9);
        await owner.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "下月起改" }, 200, seen: 1);
        (await owner.Post($"{Proposals}/{id}/decide", new { accept = false, answer = "不改" }, 409, seen: 2)).Code.ShouldBe("approvals.proposal-decided");
        (await rep.Get("/api/notifications?size=50", 200)).Column("text").ShouldContain("您对“通用申请”流程的建议已采纳：下月起改");
        var after = await rep.Get($"{Proposals}/{id}", 200);
        (after["state"], after["answer"], after["decidedByName"]).ShouldBe(("Accepted", "下月起改", "员工director-e"));
        (await rep.Get($"{Proposals}?state=Accepted&kind=general&q=五百", 200)).Column("id").ShouldBe([id]);

        var second = (await rep.Post(Proposals, new { kind = "general", change = "再改", reason = "再因" }, 201)).Id;
        (await owner.Get("/api/processes", 200)).Items.First(process => process.GetProperty("kind").GetString() == "general").GetProperty("open").GetInt32().ShouldBe(1);
        await rep.Post($"{Proposals}/{second}/withdraw", expect: 200, seen: 1);
        (await owner.Post($"{Proposals}/{second}/decide", new { accept = true, answer = "好" }, 409, seen: 2)).Code.ShouldBe("approvals.proposal-decided");
    }

    [Theory, Databases]
    public async Task A_process_without_an_owner_is_decided_by_who_edits_the_rules_and_one_is_handed_over(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        async Task<int> Told(Client who) => (await who.Get("/api/notifications?size=100", 200)).Column("text").Count(text => text == "有人建议修改“请假”流程：一天以内不批");
        var first = (await rep.Post(Proposals, new { kind = "organization.leave", change = "一天以内不批", reason = "太慢" }, 201)).Id;
        // Who edits the rules is told and decides, also with an account that is nobody's.
        (await Told(admin), await Told(rep)).ShouldBe((1, 0));
        (await admin.Get($"{Proposals}/{first}", 200)).Json.GetProperty("can").EnumerateArray().Select(can => can.GetString()).ShouldBe(["decide"]);
        await admin.Post($"{Proposals}/{first}/decide", new { accept = true, answer = "好" }, 200, seen: 1);
        (await rep.Get("/api/notifications?size=50", 200)).Column("text").ShouldContain("您对“请假”流程的建议已采纳：好");

        // And where its owner proposes himself.
        await admin.Put("/api/processes/organization.leave", new { ownerId = house.Person("rep-a") }, 0, 200);
        var id = (await rep.Post(Proposals, new { kind = "organization.leave", change = "一天以内不批", reason = "太慢" }, 201)).Id;
        (await rep.Post($"{Proposals}/{id}/decide", new { accept = true, answer = "好" }, 409, seen: 1)).Code.ShouldBe("approvals.own-proposal");
        (await Told(admin), await Told(rep)).ShouldBe((2, 0));

        // Whoever comes to answer for it, by hand-over or by name, hears of what is open.
        using var hr = await house.SignIn("hr");
        var version = (await hr.Get($"/api/people/{house.Person("rep-a")}", 200)).Version;
        var passed = await hr.Send(HttpMethod.Post, $"/api/people/{house.Person("rep-a")}/hand-over", new { lastDay = "2026-07-31", lines = new[] { new { kind = "processes", toId = house.Person("rep-a2") } } }, 200, seen: version);
        passed.Number("passed").ShouldBe(1);
        using var next = await house.SignIn("rep-a2");
        using var last = await house.SignIn("rep-b");
        (await Told(next), await Told(last)).ShouldBe((1, 0));
        await admin.Put("/api/processes/organization.leave", new { ownerId = house.Person("rep-b") }, 2, 200);
        (await Told(next), await Told(last)).ShouldBe((1, 1));
        await next.Post($"{Proposals}/{id}/decide", new { accept = false, answer = "暂不改" }, 404, seen: 1);

        // Of one who has left nobody would hear.
        await house.Sql($"UPDATE organization_person SET left_on = '2026-07-01' WHERE number = 'P-rep-b'");
        (await admin.Get($"{Proposals}/{id}", 200)).Json.GetProperty("can").EnumerateArray().Select(can => can.GetString()).ShouldBe(["decide"]);
        await admin.Post($"{Proposals}/{id}/decide", new { accept = false, answer = "暂不改" }, 200, seen: 1);
        (await rep.Get("/api/notifications?size=50", 200)).Column("text").ShouldContain("您对“请假”流程的建议未采纳：暂不改");
    }
}
