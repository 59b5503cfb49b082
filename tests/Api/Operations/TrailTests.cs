using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Health;

namespace Yingpan.Tests.Api.Operations;

public sealed class TrailTests
{
    [Theory, Databases]
    public async Task The_trail_says_who_changed_what_from_what_to_what(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var person = house.Seed.People["rep-a"];
        await hr.Put($"/api/people/{person}", new { name = "改名", hiredOn = "2024-01-01" }, 1, 200);
        using var admin = await house.SignIn("admin");
        var lines = await admin.Get($"/api/audit?entity=organization_person&entityId={person}&action=Changed", 200);
        lines.Items.ShouldAllBe(item => item.GetProperty("entityName").GetString() == "人员");
        (await admin.Get($"/api/audit?q=人员&entityId={person}", 200)).Total.ShouldBeGreaterThanOrEqualTo(lines.Total);
        (await admin.Get("/api/audit/subjects", 200)).Items.Count(item => item.GetProperty("entity").GetString() == "customers_customer" && item.GetProperty("name").GetString() == "客户").ShouldBe(1);
        var line = lines.Items.Single();
        line.GetProperty("login").GetString().ShouldBe("hr");
        line.GetProperty("personName").GetString().ShouldBe("员工hr");
        line.GetProperty("via").GetString().ShouldBe("PUT /api/people/{id}");
        line.GetProperty("changes").GetProperty("name").EnumerateArray().Select(value => value.GetString()).ShouldBe(["员工rep-a", "改名"]);

        (await admin.Get($"/api/audit?person={house.Seed.People["hr"]}", 200)).Items.ShouldAllBe(item => item.GetProperty("login").GetString() == "hr");
        (await admin.Get("/api/audit?from=2026-07-15&to=2026-07-15&account=" + house.Seed.Accounts["hr"], 200)).Total.ShouldBeGreaterThan(0);
        (await admin.Get("/api/audit?from=2026-07-16&account=" + house.Seed.Accounts["hr"], 200)).Total.ShouldBe(0);
        (await admin.Get("/api/audit?to=2026-07-14&account=" + house.Seed.Accounts["hr"], 200)).Total.ShouldBe(0);
        (await admin.Get("/api/audit?from=2026-07-16&to=2026-07-15", 400)).Faults.ShouldBe(["from: field.period-backwards"]);
        (await admin.Get("/api/audit/export?format=csv&entity=organization_person", 200)).Text.ShouldContain("改名");
    }

    [Theory, Databases]
    public async Task Only_who_may_read_the_trail_reads_it(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var login in new[] { "rep-a", "gm", "hr", "guest" })
        {
            using var other = await house.SignIn(login);
            await other.Get("/api/audit", 403);
            await other.Get("/api/audit/export", 403);
        }
    }

    [Theory, Databases]
    public async Task A_check_finds_an_altered_and_a_missing_entry(Database database)
    {
        await using var house = await House.Open(database);
        await house.SealAnew();
        (await house.Check()).ShouldBeEmpty();
        var last = await house.Inside(db => db.Set<AuditEntry>().MaxAsync(entry => entry.Position));

        await house.Sql("UPDATE platform_audit_entry SET login = 'somebody' WHERE position = 3");
        (await house.Check()).ShouldBe(["check.audit-altered 3"]);
        await house.SealAnew();
        await house.Sql("DELETE FROM platform_audit_entry WHERE position = 5");
        (await house.Check()).ShouldBe(["check.audit-missing 5"]);
        await house.SealAnew();
        await house.Sql($"DELETE FROM platform_audit_entry WHERE position = {last - 1}");
        (await house.Check()).ShouldBe([$"check.audit-missing {last - 1}"]);
    }
}

internal static class HouseChecks
{
    /// <summary>The template was sealed with the key of its own folder; this house begins its chain anew with its own.</summary>
    public static async Task SealAnew(this House house)
    {
        // The head first, which the server's own sealing then waits for.
        await house.Sql($"BEGIN; UPDATE platform_audit_head SET position = 0, seal = '{AuditChain.Genesis}'; UPDATE platform_audit_entry SET position = NULL, seal = NULL; COMMIT");
        await house.Inside(async (db, services) => await services.GetRequiredService<AuditChain>().Seal(db, CancellationToken.None));
    }

    public static async Task<IReadOnlyList<string>> Check(this House house) => await house.Inside(async (_, services) =>
        (IReadOnlyList<string>)[.. (await services.GetRequiredService<CheckHouse>().Run(CancellationToken.None))
            .Select(finding => $"{finding.Code} {string.Join(' ', finding.Params.Values)}")]);
}
