using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Audit;

namespace Yingpan.Tests.Api.Audit;

public sealed class AuditTests
{
    [Theory, Databases]
    public async Task A_change_is_written_down_with_old_and_new_and_who_from_where_through_what(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var id = house.Seed.Record("customers", "客户rep-a");
        var before = await rep.Get($"/api/customers/{id}", 200);
        await rep.Put($"/api/customers/{id}", new { name = "改名", state = "Lost", ownerId = house.Seed.People["rep-a"] }, before.Version, 200);

        var line = (await Trail(house, "customers_customer", id)).Last();
        (line.Action, line.Login, line.From, line.Via).ShouldBe((AuditAction.Changed, "rep-a", "127.0.0.1", "PUT /api/customers/{id}"));
        line.PersonId.ToString().ShouldBe(house.Seed.People["rep-a"]);
        line.At.ShouldBe(FakeClock.Start);
        Changed(line, "name").ShouldBe([before["name"], "改名"]);
        Changed(line, "state").ShouldBe(["Active", "Lost"]);
        Changed(line, "remark").ShouldBe([before["remark"], null]);
        JsonDocument.Parse(line.Changes).RootElement.TryGetProperty("ownerId", out _).ShouldBeFalse("the owner did not change");
    }

    [Theory, Databases]
    public async Task Creating_and_deleting_are_written_down_whole(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = (await admin.Post("/api/customers", new { name = "来去", state = "Prospect" }, 201)).Id;
        await admin.Delete($"/api/customers/{id}", expect: 204);
        var trail = await Trail(house, "customers_customer", id);
        trail.Select(line => line.Action).ShouldBe([AuditAction.Created, AuditAction.Deleted]);
        Changed(trail[0], "name").ShouldBe([null, "来去"]);
        Changed(trail[1], "name").ShouldBe(["来去", null]);
    }

    [Theory, Databases]
    public async Task A_refused_request_writes_no_change_and_a_refused_sign_in_is_noted(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var count = await Count(house);
        await rep.Delete($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}", expect: 404);
        (await Count(house)).ShouldBe(count);
        using var nobody = house.Nobody();
        await nobody.Post("/api/session", new { login = "rep-a", password = "wrong" }, 401);
        var noted = (await Trail(house, "session", house.Seed.Accounts["rep-a"])).Last();
        (noted.Action, Changed(noted, "event")[1]).ShouldBe((AuditAction.Noted, "refused"));
    }

    [Theory, Databases]
    public async Task Secrets_are_written_down_as_changed_and_never_as_themselves(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/profile/password", new { current = Seed.Password, next = "a password of my own" }, 204);
        var secret = (await rep.Post("/api/profile/two-factor/setup", null, 200))["secret"];
        var token = (await rep.Post("/api/profile/tokens", new { name = "t", expiresOn = "2026-08-01" }, 201))["token"];
        var all = await house.Inside(db => db.Set<AuditEntry>().AsNoTracking().Select(entry => entry.Changes).ToListAsync());
        foreach (var text in new[] { "a password of my own", Seed.Password, secret, token, "AQAAAA" })
        {
            all.ShouldNotContain(changes => changes.Contains(text, StringComparison.Ordinal), text);
        }

        all.ShouldContain(changes => changes.Contains("\"passwordHash\":[\"***\",\"***\"]", StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task An_export_is_noted_with_its_rows(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Get("/api/customers/export?format=csv&columns=number,name", 200);
        var noted = (await Trail(house, "export", "customers")).Single();
        (noted.Login, noted.Action).ShouldBe(("admin", AuditAction.Noted));
        (Changed(noted, "rows")[1], Changed(noted, "columns")[1]).ShouldBe(("7", "number,name"));
    }

    [Theory, Databases]
    public async Task Entries_are_sealed_within_seconds_and_the_whole_chain_verifies(Database database)
    {
        await using var house = await House.Open(database);
        await Eventually.Holds(() => house.Inside(async db => !await db.Set<AuditEntry>().AnyAsync(entry => entry.Position == null)));
        (await Verify(house)).ShouldBeNull();
    }

    [Theory, Databases("UPDATE platform_audit_entry SET changes = '{}' WHERE position = 5",
        "UPDATE platform_audit_entry SET login = 'someone' WHERE position = 5",
        "UPDATE platform_audit_entry SET via = 'elsewhere' WHERE position = 5")]
    public async Task An_altered_entry_is_found(Database database, string tampering)
    {
        await using var house = await House.Open(database);
        await Sealed(house);
        (await house.Sql(tampering)).ShouldBe(1);
        (await Verify(house)).ShouldBe(new AuditBreak(5, "altered"));
    }

    [Theory, Databases]
    public async Task A_deleted_entry_is_found(Database database)
    {
        await using var house = await House.Open(database);
        await Sealed(house);
        await house.Sql("DELETE FROM platform_audit_entry WHERE position = 5");
        (await Verify(house)).ShouldBe(new AuditBreak(5, "missing"));
    }

    [Theory, Databases]
    public async Task A_deleted_entry_is_found_also_when_the_later_ones_move_up(Database database)
    {
        await using var house = await House.Open(database);
        await Sealed(house);
        await house.Sql("DELETE FROM platform_audit_entry WHERE position = 5");
        // In two steps, since the position is unique.
        await house.Sql("UPDATE platform_audit_entry SET position = -(position - 1) WHERE position > 5");
        await house.Sql("UPDATE platform_audit_entry SET position = -position WHERE position < 0");
        (await Verify(house)).ShouldBe(new AuditBreak(5, "altered"));
    }

    [Theory, Databases]
    public async Task A_truncated_trail_is_found(Database database)
    {
        await using var house = await House.Open(database);
        await Sealed(house);
        var last = await house.Inside(db => db.Set<AuditEntry>().MaxAsync(entry => entry.Position)) ?? 0;
        await house.Sql($"DELETE FROM platform_audit_entry WHERE position > {last - 3}");
        (await Verify(house)).ShouldBe(new AuditBreak(last - 2, "missing"));
    }

    [Theory, Databases]
    public async Task An_invented_entry_is_found(Database database)
    {
        await using var house = await House.Open(database);
        await Sealed(house);
        var last = await house.Inside(db => db.Set<AuditEntry>().MaxAsync(entry => entry.Position)) ?? 0;
        await house.Sql($"UPDATE platform_audit_entry SET position = {last + 1}, seal = '{new string('a', 64)}' WHERE position = 5");
        (await Verify(house)).ShouldNotBeNull();
    }

    private static async Task Sealed(House house) =>
        await house.Inside((db, services) => services.GetRequiredService<AuditChain>().Seal(db, CancellationToken.None));

    private static Task<AuditBreak?> Verify(House house) =>
        house.Inside((db, services) => services.GetRequiredService<AuditChain>().Verify(db, CancellationToken.None));

    private static Task<List<AuditEntry>> Trail(House house, string entity, string id) => house.Inside(db =>
        db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Entity == entity && entry.EntityId == id).OrderBy(entry => entry.Id).ToListAsync());

    private static Task<int> Count(House house) => house.Inside(db => db.Set<AuditEntry>().CountAsync());

    private static string?[] Changed(AuditEntry line, string field) =>
        [.. JsonDocument.Parse(line.Changes).RootElement.GetProperty(field).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? null : value.ToString())];
}
