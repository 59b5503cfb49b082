using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Audit;

namespace Yingpan.Tests.Api.Customers;

/// <summary>A customer's own telephone: in full to who looks after him, masked to others wherever it stands.</summary>
public sealed class PhoneTests
{
    [Theory, Databases]
    public async Task Others_see_it_masked_in_list_file_care_and_export_and_each_look_is_in_the_trail(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (id, phone) = (house.Seed.Record("customers", "客户rep-a"), house.Seed.Records.First(record => record.Kind == "customers" && record.Owner == "rep-a").Canaries.First(text => text.StartsWith("1399", StringComparison.Ordinal)));
        var masked = $"139****{phone[^4..]}";
        await house.May(admin, "rep-b", ("customers.read", "All"), ("customers.edit", "Own"), ("platform.export", "All"));
        await house.May(admin, "rep-d", ("customers.read", "All"), ("customers.contacts-reveal", "All"), ("platform.export", "All"));
        using var owner = await house.SignIn("rep-a");
        using var reader = await house.SignIn("rep-b");
        using var trusted = await house.SignIn("rep-d");
        (await Shown(owner)).ShouldBe((phone, phone, phone));
        (await Shown(reader)).ShouldBe((masked, masked, masked));
        (await Shown(trusted)).ShouldBe((masked, masked, masked));
        (await reader.Get("/api/customers?size=200", 200)).Text.ShouldNotContain(phone);
        // His own stay whole beside them.
        var own = house.Seed.Records.First(record => record.Kind == "customers" && record.Owner == "rep-b").Canaries.First(text => text.StartsWith("1399", StringComparison.Ordinal));
        (await reader.Get("/api/customers?size=200", 200)).Text.ShouldContain(own);
        // Nor is it found by trying numbers.
        (await reader.Get($"/api/customers?q={phone}", 200)).Total.ShouldBe(0);
        (await reader.Get($"/api/customers/duplicates?phone={phone}", 200)).Text.ShouldNotContain(phone);
        await reader.Get("/api/customers?sort=phone", 400);

        (await reader.Get($"/api/customers/{id}", 200)).Json.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ShouldNotContain("reveal");
        await reader.Post($"/api/customers/{id}/reveal", expect: 403);
        (await trusted.Get($"/api/customers/{id}", 200)).Json.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ShouldBe(["reveal"]);
        (await trusted.Post($"/api/customers/{id}/reveal", expect: 200))["value"].ShouldBe(phone);
        await trusted.Post($"/api/customers/{Guid.NewGuid()}/reveal", expect: 404);
        var noted = await house.Inside(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Entity == "customers_customer" && entry.EntityId == id && entry.Action == AuditAction.Noted).ToListAsync());
        var line = noted.ShouldHaveSingleItem();
        (line.Login, line.Changes.Contains("phone", StringComparison.Ordinal), line.Changes.Contains(phone, StringComparison.Ordinal)).ShouldBe(("rep-d", true, false));

        async Task<(string List, string File, string Export)> Shown(Client client)
        {
            var row = (await client.Get("/api/customers?size=200", 200)).Items.Single(item => item.GetProperty("id").GetString() == id);
            var file = await client.Get($"/api/customers/{id}", 200);
            var export = await client.Export($"/api/customers/export?format=csv&columns=number,phone");
            return (row.GetProperty("phone").GetString()!, file["phone"], export.Single(line => line[0] == file["number"])[1]);
        }
    }

    [Theory, Databases]
    public async Task Who_reaches_fewer_to_reveal_than_to_read_is_not_told_of_the_others(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "rep-a2", ("customers.read", "All"), ("customers.contacts-reveal", "Team"));
        using var client = await house.SignIn("rep-a2");
        await client.Post($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}/reveal", expect: 200);
        await client.Post($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}/reveal", expect: 404);
        (await client.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}", 200)).Json.GetProperty("can").GetArrayLength().ShouldBe(0);
    }
}
