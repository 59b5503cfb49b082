using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Audit;
using Yingpan.Tests.Api.Collaboration;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

public sealed class ContactTests
{
    private static Dictionary<string, object?> Body(params (string, object?)[] more) => new Dictionary<string, object?>
    {
        ["name"] = "周敏",
        ["department"] = "采购部",
        ["position"] = "经理",
        ["role"] = "Buyer",
        ["mobile"] = "13800001234",
        ["email"] = "zhou@blue.example",
        ["days"] = new object[] { new { kind = "Birthday", calendar = "Lunar", year = 1985, month = 8, day = 15 }, new { kind = "Other", name = "开业", calendar = "Solar", month = 2, day = 29 } },
    }.With(more);

    private static string Of(House house, string owner) => $"/api/customers/{house.Seed.Record("customers", $"客户{owner}")}/contacts";

    [Theory, Databases]
    public async Task A_contact_is_entered_read_edited_and_removed_by_who_looks_after_the_customer(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var contacts = Of(house, "rep-a");
        var before = (await rep.Get(contacts, 200)).Total;
        var made = await rep.Post(contacts, Body(), 201);
        var read = (await rep.Get(contacts, 200)).Items.Single(item => item.GetProperty("id").GetString() == made.Id);
        (read.GetProperty("mobile").GetString(), read.GetProperty("email").GetString()).ShouldBe(("13800001234", "zhou@blue.example"));
        // The clock of the test house stands at 2026-07-15.
        read.GetProperty("days").EnumerateArray().Select(day => $"{day.GetProperty("nextOn")} {(day.TryGetProperty("years", out var years) ? years : "")}").ShouldBe(["2026-09-25 41", "2027-02-28 "]);
        await manager.Put($"/api/customer-contacts/{made.Id}", Body(("name", "周敏敏"), ("hasLeft", true), ("days", new[] { new { kind = "Birthday", calendar = "Solar", month = 7, day = 15 } })), 1, 200);
        var edited = (await rep.Get(contacts, 200)).Items[^1];
        (edited.GetProperty("name").GetString(), edited.GetProperty("version").GetInt32(), edited.GetProperty("days")[0].GetProperty("nextOn").GetString()).ShouldBe(("周敏敏", 2, "2026-07-15"));
        await rep.Put($"/api/customer-contacts/{made.Id}", Body(), 1, 412);
        foreach (var ahead in new object[] { new { kind = "Birthday", calendar = "Solar", year = 2026, month = 7, day = 16 }, new { kind = "Birthday", calendar = "Lunar", year = 2026, month = 8, day = 15 } })
        {
            (await rep.Post(contacts, Body(("days", new[] { ahead })), 400)).Faults.ShouldBe(["days[0].day: customers.birthday-ahead"]);
            (await rep.Put($"/api/customer-contacts/{made.Id}", Body(("days", new[] { ahead })), 2, 400)).Faults.ShouldBe(["days[0].day: customers.birthday-ahead"]);
        }

        await rep.Delete($"/api/customer-contacts/{made.Id}", expect: 204);
        (await rep.Get(contacts, 200)).Total.ShouldBe(before);
        (await rep.Post(contacts, Body(("name", " "), ("mobile", "x"), ("email", "x"), ("role", "Buyer"), ("days", new object[] { new { kind = "Other", calendar = "Lunar", month = 1, day = 31 } })), 400)).Faults
            .ShouldBe(["days[0].day: customers.no-such-day", "days[0].name: field.required", "email: field.email", "mobile: field.phone", "name: field.required"]);
    }

    [Theory, Databases]
    public async Task Others_see_them_masked_reveal_them_only_by_right_and_each_look_is_in_the_trail(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var made = await rep.Post(Of(house, "rep-a"), Body(), 201);
        await house.May(admin, "rep-b", ("customers.read", "All"));
        await house.May(admin, "rep-c", ("customers.read", "All"), ("customers.contacts-reveal", "All"));
        using var reader = await house.SignIn("rep-b");
        using var trusted = await house.SignIn("rep-c");
        foreach (var client in new[] { reader, trusted })
        {
            var seen = (await client.Get(Of(house, "rep-a"), 200)).Items.Single(item => item.GetProperty("id").GetString() == made.Id);
            (seen.GetProperty("mobile").GetString(), seen.GetProperty("email").GetString()).ShouldBe(("138****1234", "z****@blue.example"));
        }

        await reader.Post($"/api/customer-contacts/{made.Id}/reveal", new { field = "Mobile" }, 403);
        (await trusted.Post($"/api/customer-contacts/{made.Id}/reveal", new { field = "Mobile" }, 200))["value"].ShouldBe("13800001234");
        (await trusted.Post($"/api/customer-contacts/{made.Id}/reveal", new { field = "Email" }, 200))["value"].ShouldBe("zhou@blue.example");
        var trail = await house.Inside(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Entity == "customers_contact" && entry.EntityId == made.Id).OrderBy(entry => entry.Id).ToListAsync());
        trail.Select(entry => (entry.Login, entry.Action)).ShouldBe([("rep-a", AuditAction.Created), ("rep-c", AuditAction.Noted), ("rep-c", AuditAction.Noted)]);
        trail.ShouldAllBe(entry => !entry.Changes.Contains("13800001234") && !entry.Changes.Contains("zhou@"));

        // Another's customer is another's.
        using var north = await house.SignIn("rep-d");
        await north.Get(Of(house, "rep-a"), 404);
        await north.Post(Of(house, "rep-a"), Body(), 404);
        await north.Put($"/api/customer-contacts/{made.Id}", Body(), 1, 404);
        await north.Delete($"/api/customer-contacts/{made.Id}", expect: 404);
        await north.Post($"/api/customer-contacts/{made.Id}/reveal", new { field = "Mobile" }, 403);
    }

    [Theory, Databases]
    public async Task Whose_day_is_near_is_listed_and_a_day_that_passed_comes_round_again(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post(Of(house, "rep-a"), Body(("name", "近日甲"), ("days", new[] { new { kind = "Birthday", calendar = "Solar", month = 7, day = 20 } })), 201);
        await rep.Post(Of(house, "rep-a"), Body(("name", "近日乙"), ("days", new[] { new { kind = "Wedding", calendar = "Solar", month = 12, day = 1 } })), 201);
        var near = await rep.Get("/api/customer-contacts?within=10&q=近日", 200);
        near.Column("name").ShouldBe(["近日甲"]);
        near.Column("nextOn").ShouldBe(["2026-07-20"]);
        (await rep.Get("/api/customer-contacts?q=近日&sort=nextOn", 200)).Column("name").ShouldBe(["近日甲", "近日乙"]);
        (await rep.Export("/api/customer-contacts/export?format=csv&q=近日&sort=nextOn")).Select(row => row[0]).ShouldBe(["姓名", "近日甲", "近日乙"]);
        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.Run("customers.turn-contact-days");
        using var later = await house.SignIn("rep-a");
        (await later.Get("/api/customer-contacts?q=近日甲", 200)).Column("nextOn").ShouldBe(["2027-07-20"]);
        (await later.Get("/api/customer-contacts?within=10&q=近日", 200)).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Contacts_come_from_a_file(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        string Number(string owner) => house.Seed.Records.First(record => record.Name == $"客户{owner}").Canaries[0];
        var (state, written, faults) = await rep.Import("contacts", "客户,姓名,决策角色,手机,生日\n"
            + $"{Number("rep-a")},甲某,决策人,13900001111,农历1985-8-15\n"
            + $"{Number("rep-a")},乙某,采购,,5月20日\n"
            + $"{Number("rep-a")},丙某,老板,x,农历1-31\n"
            + $"{Number("rep-c")},丁某,,,\n"
            + $"{Number("rep-a")},,,,\n");
        (state, written).ShouldBe(("Applied", 2));
        faults.ShouldBe(["4 决策角色 field.not-one-of", "4 手机 field.phone", "4 生日 customers.no-such-day", "5 客户 import.not-found", "6 姓名 field.required"], ignoreOrder: true);
        (await rep.Get("/api/customer-contacts?q=某&sort=nextOn", 200)).Column("nextOn").ShouldBe(["2026-09-25", "2027-05-20"]);
    }
}
