namespace Yingpan.Tests.Api.Operations;

public sealed class RolesTests
{
    private static object Role(string code, params (string Permission, string Scope)[] grants) =>
        new { code, name = "角色" + code, nameEn = "Role " + code, grants = Grants(grants) };

    private static object Edit(params (string Permission, string Scope)[] grants) => new { name = "角色", nameEn = "Role", grants = Grants(grants) };

    private static object[] Grants((string Permission, string Scope)[] grants) => [.. grants.Select(grant => new { permission = grant.Permission, scope = grant.Scope })];

    [Theory, Databases]
    public async Task A_role_is_made_edited_given_and_removed(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var made = await admin.Post("/api/roles", Role("clerk", ("customers.read", "Own")), 201);
        var edited = await admin.Put($"/api/roles/{made.Id}", Edit(("customers.read", "All"), ("organization.people-read", "All")), made.Version, 200);
        await admin.Put($"/api/roles/{made.Id}", Edit(), made.Version, 412);
        edited.Version.ShouldBe(made.Version + 1);

        var guest = house.Seed.Accounts["guest"];
        await admin.EditAccount(guest, new { roles = new[] { made.Id }, isDisabled = false });
        using var clerk = await house.SignIn("guest");
        (await clerk.Get("/api/customers", 200)).Total.ShouldBeGreaterThan(5);
        (await admin.Delete($"/api/roles/{made.Id}", expect: 409)).Code.ShouldBe("role.in-use");

        // Taken away, it is gone at the next request.
        await admin.Put($"/api/roles/{made.Id}", Edit(), edited.Version, 200);
        await clerk.Get("/api/customers", 403);
        await admin.EditAccount(guest, new { roles = Array.Empty<string>(), isDisabled = false });
        await admin.Delete($"/api/roles/{made.Id}", expect: 204);
        await admin.Delete($"/api/roles/{made.Id}", expect: 404);
    }

    [Theory, Databases]
    public async Task All_faults_of_a_role_are_told_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        (await admin.Post("/api/roles", Role("rep", ("no.such", "All"), ("customers.read", "Own"), ("customers.read", "All"), ("platform.audit-read", "Own")), 400)).Faults.ShouldBe([
            "code: role.code-taken", "grants[0].permission: role.unknown-permission", "grants[2].permission: field.repeated", "grants[3].scope: role.not-scoped"]);
        (await admin.Post("/api/roles", Role("Bad Code"), 400)).Faults.ShouldBe(["code: role.code-form"]);
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task Nobody_raises_a_role_he_holds_but_may_lower_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var keeper = await admin.Post("/api/roles", Role("keeper", ("platform.accounts-edit", "All"), ("platform.accounts-read", "All"), ("customers.read", "Team")), 201);
        await admin.EditAccount(house.Seed.Accounts["hr"], new { roles = new[] { keeper.Id }, isDisabled = false });
        using var hr = await house.SignIn("hr");
        var before = await house.Snapshot();
        foreach (var more in new[] { ("customers.read", "All"), ("customers.edit", "Own"), ("platform.audit-read", "All") })
        {
            var refused = await hr.Put($"/api/roles/{keeper.Id}", Edit(("platform.accounts-edit", "All"), more), keeper.Version, 409);
            refused.Code.ShouldBe("role.raises-oneself");
        }

        await hr.Put($"/api/accounts/{house.Seed.Accounts["hr"]}", new { roles = new[] { house.Seed.Roles["admin"] }, isDisabled = false }, seen: 1, expect: 409);
        (await house.Snapshot()).ShouldBe(before);
        await hr.Put($"/api/roles/{keeper.Id}", Edit(("platform.accounts-edit", "All"), ("customers.read", "Own")), keeper.Version, 200);
    }

    [Theory, Databases]
    public async Task Somebody_must_be_left_who_manages_accounts(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var role = (await admin.Get("/api/roles", 200)).Items.Single(role => role.GetProperty("code").GetString() == "admin");
        (await admin.Put($"/api/roles/{role.GetProperty("id")}", Edit(("customers.read", "All")), role.GetProperty("version").GetInt32(), 409)).Code.ShouldBe("role.last-administrator");
        await admin.Get("/api/roles", 200);
    }

    [Theory, Databases]
    public async Task Others_neither_see_nor_edit_roles(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var login in new[] { "rep-a", "gm", "hr", "guest" })
        {
            using var other = await house.SignIn(login);
            await other.Get("/api/roles", 403);
            await other.Get("/api/permissions", 403);
            await other.Post("/api/roles", Role("mine", ("customers.read", "All")), 403);
            await other.Put($"/api/roles/{house.Seed.Roles["rep"]}", Edit(("customers.read", "All")), 1, 403);
            await other.Delete($"/api/roles/{house.Seed.Roles["rep"]}", expect: 403);
        }
    }

    [Theory, Databases]
    public async Task The_catalogue_of_permissions_is_in_words_of_the_reader(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var english = await admin.Get("/api/permissions", 200, "en");
        english.Items.Count.ShouldBeGreaterThan(10);
        english.Column("text").ShouldAllBe(text => !text.StartsWith("permission.", StringComparison.Ordinal));
        (await admin.Get("/api/permissions", 200, "zh")).Column("text").ShouldContain("查看审计");
    }
}
