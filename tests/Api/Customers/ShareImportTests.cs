using Microsoft.EntityFrameworkCore;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

/// <summary>Shares in customers as a file: brought in by the rules of the form, taken out in the same columns, taken back.</summary>
public sealed class ShareImportTests
{
    private const string Head = "客户,共有人,份额,开始日\n";

    [Theory, Databases]
    public async Task Shares_come_from_a_file_by_the_rules_of_the_form(Database database)
    {
        await using var house = await House.Open(database);
        var ids = new Dictionary<string, string>();
        foreach (var name in new[] { "甲样本", "乙样本", "丙样本", "丁样本", "戊样本", "己样本", "庚样本" })
        {
            ids[name] = await house.Enter(name, "rep-a");
        }

        await house.Enter("无主样本", null);
        house.Clock.Advance(TimeSpan.FromDays(10));
        using var director = await house.SignIn("director-e");
        await director.Put($"/api/customers/{ids["戊样本"]}/shares", new { shares = new[] { Part(house, "rep-a", "0.5"), Part(house, "rep-b", "0.5") } }, expect: 204);
        var file = Head
            + "甲样本,P-rep-a,60%,2026-07-20\n甲样本,员工rep-c,0.4,2026-07-20\n"
            + "乙样本,P-rep-a,0.5,\n乙样本,P-rep-b,0.4,\n"
            + "丙样本,P-rep-a,0.5,2026-07-14\n丙样本,P-rep-b,0.5,2026-07-14\n"
            + "丁样本,P-rep-b,0.5,\n丁样本,P-rep-c,0.5,\n"
            + "戊样本,P-rep-a,0.6,\n戊样本,P-rep-b,0.4,\n"
            + "己样本,P-rep-a,0.5,2026-07-20\n己样本,P-rep-b,0.5,2026-07-21\n"
            + "庚样本,P-rep-a,0.5,2026-07-26\n庚样本,没有这人,0.5,2026-07-26\n"
            + "甲样本,P-rep-a,1,\n"
            + "客户rep-c,P-rep-c,1,\n"
            + "丙样本,P-rep-a,x,\n";
        string[] faults =
        [
            "4 份额 customers.shares-sum", "6 开始日 field.range", "8 份额 customers.shares-owner", "10 客户 customers.shares-there", "12 开始日 customers.shares-days",
            "14 开始日 field.range", "15 共有人 import.not-found", "16 客户 customers.shares-apart", "17 客户 import.not-found", "18 份额 field.not-rate", "18 客户 customers.shares-apart",
        ];
        var refused = await director.Import("customer-shares", file, "AllOrNothing");
        (refused.State, refused.Written).ShouldBe(("Refused", 0));
        refused.Faults.ShouldBe(faults, ignoreOrder: true);

        using var partner = await house.SignIn("rep-c");
        await partner.Get($"/api/customers/{ids["甲样本"]}", 404);
        var applied = await director.Import("customer-shares", file);
        (applied.State, applied.Written).ShouldBe(("Applied", 2));
        applied.Faults.ShouldBe(faults, ignoreOrder: true);
        (await partner.Get($"/api/customers/{ids["甲样本"]}", 200)).Json.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ShouldContain("edit");
        (await partner.Get("/api/notifications?size=200", 200)).Column("kind").Count(kind => kind == "customer-shared").ShouldBe(1);
        using (var owner = await house.SignIn("rep-a"))
        {
            (await owner.Get("/api/notifications?size=200", 200)).Column("kind").ShouldNotContain("customer-shared", "he is his already");
        }

        var owned = await director.Get($"/api/customers/{ids["甲样本"]}/ownership", 200);
        owned.Of("shares", "name").ShouldBe(["员工rep-a", "员工rep-c"]);
        owned.Of("shares", "share").ShouldBe(["0.6", "0.4"]);

        // Who passes on within his team gives no part to anybody beyond it; who may pass on nothing brings no file.
        using var manager = await house.SignIn("manager-a");
        (await manager.Import("customer-shares", $"{Head}己样本,P-rep-a,0.5,\n己样本,P-rep-c,0.5,\n")).Faults.ShouldBe(["3 共有人 record.out-of-reach"]);
        (await manager.Import("customer-shares", $"{Head}己样本,P-rep-a,0.5,\n己样本,P-rep-a2,0.5,\n")).Written.ShouldBe(2);
        using var rep = await house.SignIn("rep-a");
        await rep.Upload("customer-shares", $"{Head}丁样本,P-rep-a,1,\n", 403);
        using var gm = await house.SignIn("gm");
        (await gm.Import("customer-shares", $"{Head}无主样本,P-rep-a,0.5,\n无主样本,P-rep-b,0.5,\n")).Faults.ShouldBe(["2 客户 customers.nobodys"]);
    }

    [Theory, Databases]
    public async Task The_list_and_its_file_hold_what_one_sees_and_the_file_comes_back(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.Enter("往返样本", "rep-a");
        house.Clock.Advance(TimeSpan.FromDays(10));
        using var director = await house.SignIn("director-e");
        var import = (await director.Upload("customer-shares", $"{Head}往返样本,P-rep-a,70%,2026-07-18\n往返样本,P-rep-c,30%,2026-07-18\n")).Id;
        (await director.Step(import, "apply", new { mode = "AllOrNothing" }))["state"].ShouldBe("Applied");

        var rows = await director.Export("/api/customer-shares/export?format=csv");
        string.Join(',', rows[0]).ShouldBe("客户,共有人,份额,开始日");
        rows.Skip(1).Select(row => string.Join(',', row)).ShouldBe(["往返样本,员工rep-a,0.7,2026-07-18", "往返样本,员工rep-c,0.3,2026-07-18"], ignoreOrder: true);
        foreach (var (login, total) in new[] { ("rep-a", 2), ("rep-c", 2), ("manager-a", 2), ("rep-b", 0), ("rep-d", 0) })
        {
            using var client = await house.SignIn(login);
            (await client.Get("/api/customer-shares", 200)).Total.ShouldBe(total, login);
        }

        var partner = house.Seed.People["rep-c"];
        (await director.Get($"/api/customer-shares?person={partner}&sort=-share", 200)).Column("share").ShouldBe(["0.7", "0.3"]);
        (await director.Get($"/api/customer-shares?person={house.Seed.People["rep-b"]}", 200)).Total.ShouldBe(0);
        (await director.Get("/api/customer-shares?q=往返&sort=-share", 200)).Column("isOwner").ShouldBe(["True", "False"]);

        (await director.Step(import, "undo"))["state"].ShouldBe("Undone");
        (await director.Get($"/api/customers/{id}/ownership", 200)).Of("shares", "name").ShouldBeEmpty();
        using var former = await house.SignIn("rep-c");
        await former.Get($"/api/customers/{id}", 404);
        (await house.Inside(db => db.Set<Platform.Audit.AuditEntry>().Where(entry => entry.Entity == "customers_share")
            .GroupBy(entry => entry.Action).Select(group => group.Count()).ToListAsync())).ShouldBe([2, 2]);

        // The file as it was taken out goes in again.
        var again = (await director.Upload("customer-shares", string.Concat(rows.Select(row => $"{string.Join(',', row)}\n")))).Id;
        (await director.Step(again, "apply", new { mode = "AllOrNothing" }))["state"].ShouldBe("Applied");
        (await director.Get("/api/customer-shares", 200)).Column("first").ShouldBe(["2026-07-18", "2026-07-18"]);

        // What was shared anew since is not taken from anybody.
        await director.Put($"/api/customers/{id}/shares", new { shares = new[] { Part(house, "rep-a", "0.5"), Part(house, "rep-c", "0.5") } }, expect: 204);
        var refused = await director.Step(again, "undo");
        (refused["state"], refused.Json.GetProperty("failure").GetProperty("code").GetString()).ShouldBe(("Applied", "customers.shares-changed"));
        (await director.Get("/api/customer-shares", 200)).Column("share").ShouldBe(["0.5", "0.5"]);
    }

    private static object Part(House house, string login, string share) => new { personId = house.Seed.People[login], share };
}
