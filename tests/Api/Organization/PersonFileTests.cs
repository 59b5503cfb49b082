using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Organization;

public sealed class PersonFileTests
{
    private const string Identity = "11010519491231002X";

    [Theory, Databases]
    public async Task A_file_keeps_what_is_known_of_a_person_and_a_list_finds_by_it(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var senior = (await hr.Get("/api/grades", 200)).Items.Single(grade => grade.GetProperty("name").GetString() == "资深").GetProperty("id").GetString();
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2026-02-01", gradeId = senior, birthday = "1996-07-09", hobbies = "登山", strengths = "耐心", skills = "英语六级", careerGoal = "两年内做主管" });
        var file = (await hr.Get($"/api/people/{house.Seed.People["rep-a"]}", 200, language: "en")).Json;
        (file.GetProperty("gradeName").GetString(), file.GetProperty("stage").GetString(), file.GetProperty("careerGoal").GetString()).ShouldBe(("资深", "Survival", "两年内做主管"));

        (await hr.Get($"/api/people?grade={senior}", 200)).Column("number").ShouldBe(["P-rep-a"]);
        (await hr.Get("/api/people?stage=Survival", 200)).Column("number").ShouldBe(["P-rep-a"]);
        (await hr.Get("/api/people?stage=Maturity&size=100", 200)).Total.ShouldBe(12);
        (await hr.Get("/api/people?born=7", 200)).Column("birthday").ShouldBe(["****-07-09"]);
        (await hr.Get("/api/people/export?format=csv&columns=number,gradeName,stage,birthday,careerGoal&born=7", 200)).Text
            .ShouldContain("P-rep-a,资深,生存期,1996-07-09,两年内做主管");
        (await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2026-02-01", birthday = "2026-02-01" }, 400)).Faults.ShouldBe(["birthday: organization.born-after-hire"]);
        (await hr.Delete($"/api/grades/{senior}", expect: 409)).Code.ShouldBe("organization.grade-in-use");
    }

    [Theory, Databases]
    public async Task Boundaries_hold_from_their_day_on(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        using var hr = await house.SignIn("hr");
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2026-04-01" });
        (await hr.Post("/api/stage-rules", new { first = "2026-07-01", survivalMonths = 3, growthMonths = 12 }, 400)).Faults.ShouldBe(["first: organization.stage-past"]);
        (await hr.Post("/api/stage-rules", new { first = "2026-08-01", survivalMonths = 12, growthMonths = 12 }, 400)).Faults.ShouldBe(["growthMonths: organization.stage-order"]);
        await hr.Post("/api/stage-rules", new { first = "2026-08-01", survivalMonths = 3, growthMonths = 12 }, 201);
        (await Stage(house, hr)).ShouldBe("Survival");
        house.Clock.Advance(TimeSpan.FromDays(20));
        (await Stage(house, hr)).ShouldBe("Growth");
        (await hr.Get("/api/people?stage=Growth", 200)).Total.ShouldBe(1);
        var rules = (await hr.Get("/api/stage-rules", 200)).Items;
        (await hr.Delete($"/api/stage-rules/{rules[0].GetProperty("id").GetString()}", expect: 409)).Code.ShouldBe("organization.stage-holds");
    }

    [Theory, Databases]
    public async Task Private_data_is_seen_by_himself_and_by_those_who_may_and_nowhere_by_others(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var id = house.Seed.People["rep-a"];
        var seen = (await hr.Get($"/api/people/{id}/private", 200)).Version;
        await hr.Put($"/api/people/{id}/private", new { identityNumber = Identity, baseSalary = "6543.21", homeAddress = "和平路七号" }, seen, 200);
        foreach (var login in new[] { "manager-a", "director-e", "rep-a2", "gm" })
        {
            using var other = await house.SignIn(login);
            var may = login == "gm";
            (await other.Get($"/api/people/{id}/private")).Status.ShouldBe(may ? 200 : 404, login);
            var file = (await other.Get("/api/people/export?format=csv", 200)).Text;
            new[] { "和平路七号", "6543.21", Identity }.Count(secret => file.Contains(secret, StringComparison.Ordinal)).ShouldBe(may ? 3 : 0, login);
            foreach (var path in new[] { "/api/people?size=100", $"/api/people/{id}", $"/api/people/{id}/private", "/api/search?q=rep-a" })
            {
                var text = (await other.Get(path)).Text;
                new[] { "和平路七号", "6543.21", Identity }.Where(secret => text.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty($"{login} {path}");
            }

            foreach (var masked in new[] { "baseSalary", "email", "birthday", "phone" })
            {
                (await other.Get($"/api/people?sort={masked}")).Status.ShouldBe(400);
            }

            foreach (var field in new[] { "BaseSalary", "HomeAddress" })
            {
                var asked = await other.Post($"/api/people/{id}/reveal", new { field });
                (asked.Status, asked.Status == 200 ? asked["value"] : null).ShouldBe(may ? (200, field == "BaseSalary" ? "6543.21" : "和平路七号") : (login == "rep-a2" ? 404 : 403, null), $"{login} {field}");
            }
        }

        using var himself = await house.SignIn("rep-a");
        (await himself.Get($"/api/people/{id}/private", 200)).Text.ShouldContain("110****002X");
        var own = await himself.Get($"/api/people/{id}/private", 200);
        (own["baseSalary"], own["homeAddress"]).ShouldBe(("****", "****"));
        await himself.Put($"/api/people/{id}/private", new { baseSalary = "99999.00" }, seen + 1, 403);
        // What goes back as it was shown stays, what was not on file is not made of stars.
        seen = (await hr.Put($"/api/people/{id}/private", new { identityNumber = "110****002X", baseSalary = "****", homeAddress = "****" }, seen + 1, 200)).Version - 1;
        (await hr.Post($"/api/people/{id}/reveal", new { field = "BaseSalary" }, 200))["value"].ShouldBe("6543.21");
        (await hr.Post($"/api/people/{id}/reveal", new { field = "HomeAddress" }, 200))["value"].ShouldBe("和平路七号");
        var bare = $"/api/people/{house.Seed.People["rep-c"]}/private";
        await hr.Put(bare, new { homeAddress = (string?)null }, (await hr.Get(bare, 200)).Version, 200);
        (await hr.Put(bare, new { baseSalary = "****", homeAddress = "****" }, (await hr.Get(bare, 200)).Version, 400)).Faults.ShouldBe(["baseSalary: field.not-money", "homeAddress: field.not-valid"], ignoreOrder: true);
        (await hr.Put($"/api/people/{id}/private", new { identityNumber = "123" }, seen + 1, 400)).Faults.ShouldBe(["identityNumber: organization.identity-number"]);

        // The trail knows that it changed, and not to what.
        using var admin = await house.SignIn("admin");
        var trail = (await admin.Get($"/api/audit?entity=organization_person&entityId={id}&size=100", 200)).Text;
        trail.ShouldContain("baseSalary");
        foreach (var secret in new[] { Identity, "6543.21", "654321", "和平路七号" })
        {
            trail.ShouldNotContain(secret);
        }
    }

    [Theory, Databases]
    public async Task An_address_and_the_year_of_a_birth_are_his_own_and_others_see_them_by_a_recorded_unmasking(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var id = house.Seed.People["rep-a"];
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2024-01-01", email = "li@blue.example", birthday = "1996-07-09" });
        using var himself = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        foreach (var (who, email, birthday) in new[] { (himself, "li@blue.example", "1996-07-09"), (manager, "l****@blue.example", "****-07-09"), (hr, "l****@blue.example", "****-07-09") })
        {
            var file = await who.Get($"/api/people/{id}", 200);
            (file["email"], file["birthday"]).ShouldBe((email, birthday));
            var row = (await who.Get("/api/people?size=100", 200)).Items.Single(one => one.GetProperty("id").GetString() == $"{id}");
            (row.GetProperty("email").GetString(), row.GetProperty("birthday").GetString()).ShouldBe((email, birthday));
        }

        const string columns = "/api/people/export?format=csv&columns=number,email,birthday";
        (await manager.Get(columns, 200)).Text.ShouldContain("P-rep-a,l****@blue.example,****-07-09");
        (await hr.Get(columns, 200)).Text.ShouldContain("P-rep-a,li@blue.example,1996-07-09");
        (await manager.Get($"/api/search?q=li@blue", 200)).Text.ShouldNotContain("blue.example");

        // The form sends back what it was shown; other stars are no value.
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2024-01-01", email = "l****@blue.example", birthday = "****-07-09" });
        (await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2024-01-01", email = "x****@blue.example", birthday = "****-07-10" }, 400)).Faults
            .ShouldBe(["email: field.email", "birthday: field.not-date"], ignoreOrder: true);
        // Nor does a day of hire tried against it say in which year somebody was born.
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "1990-01-01", email = "l****@blue.example", birthday = "****-07-09" });
        (await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "1990-01-01", email = "l****@blue.example", birthday = "1991-07-09" }, 400)).Faults.ShouldBe(["birthday: organization.born-after-hire"]);
        (await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2024-01-01", birthday = "1996-7-9" }, 400)).Faults.ShouldBe(["birthday: field.not-date"]);
        (await manager.Post($"/api/people/{id}/reveal", new { field = "Email" }, 200))["value"].ShouldBe("li@blue.example");
        (await manager.Post($"/api/people/{id}/reveal", new { field = "Birthday" }, 200))["value"].ShouldBe("1996-07-09");
        using var stranger = await house.SignIn("rep-c");
        await stranger.Post($"/api/people/{id}/reveal", new { field = "Email" }, 404);

        using var admin = await house.SignIn("admin");
        var lines = (await admin.Get($"/api/audit?entity=organization_person&entityId={id}&action=Noted&sort=at", 200)).Items;
        lines.Select(line => $"{line.GetProperty("login")} {line.GetProperty("changes").GetProperty("revealed")[1]}").ShouldBe(["manager-a email", "manager-a birthday"]);
        var trail = (await admin.Get($"/api/audit?entityId={id}&size=100", 200)).Text;
        (trail.Contains("blue.example", StringComparison.Ordinal), trail.Contains("1996", StringComparison.Ordinal)).ShouldBe((false, false));
    }

    [Theory, Databases]
    public async Task Unmasking_a_number_leaves_a_line_of_who_saw_whose(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var id = house.Seed.People["rep-a"];
        await Change(house, hr, "rep-a", new { name = "员工rep-a", hiredOn = "2024-01-01", phone = "13812341234" });
        var masked = (await hr.Get($"/api/people/{id}", 200))["phone"];
        masked.ShouldBe("138****1234");
        // A form sends back what it was shown; that is no new number.
        await Change(house, hr, "rep-a", new { name = "新名字", hiredOn = "2024-01-01", phone = masked });
        (await Change(house, hr, "rep-a", new { name = "新名字", hiredOn = "2024-01-01", phone = "139****1234" }, 400)).Faults.ShouldBe(["phone: field.phone"]);

        using var rep = await house.SignIn("rep-a");
        (await rep.Post($"/api/people/{id}/reveal", new { field = "Phone" }, 200))["value"].ShouldBe("13812341234");
        using var manager = await house.SignIn("manager-a");
        await manager.Post($"/api/people/{id}/reveal", new { field = "Phone" }, 200);
        await manager.Post($"/api/people/{id}/reveal", new { field = "IdentityNumber" }, 403);
        await manager.Post($"/api/people/{house.Seed.People["rep-c"]}/reveal", new { field = "Phone" }, 404);

        using var admin = await house.SignIn("admin");
        var lines = (await admin.Get($"/api/audit?entity=organization_person&entityId={id}&action=Noted&sort=at", 200)).Items;
        lines.Select(line => $"{line.GetProperty("login")} {line.GetProperty("changes").GetProperty("revealed")[1]}").ShouldBe(["rep-a phone", "manager-a phone"]);
        (await admin.Get($"/api/audit?entityId={id}&size=100", 200)).Text.ShouldNotContain("13812341234");
    }

    [Theory, Databases]
    public async Task An_import_takes_the_file_along_and_private_data_only_from_those_who_may(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var import = await hr.Upload("people", $"工号,姓名,部门,岗位,入职日期,职级,生日,技能,身份证号,底薪\nI1,新人甲,上海队,销售代表,2026-05-01,初级,1999-01-02,日语,{Identity},5000\nI2,新人乙,上海队,销售代表,2026-05-01,大师,,,123,\n");
        (await hr.Step(import.Id, "check")).Number("faultCount").ShouldBe(2);
        (await hr.Get($"/api/imports/{import.Id}/faults", 200)).Column("code").Order().ShouldBe(["import.not-found", "organization.identity-number"]);
        await hr.Step(import.Id, "apply", new { mode = "ValidLines" });
        var row = (await hr.Get("/api/people?q=新人甲", 200)).Items.Single();
        (row.GetProperty("gradeName").GetString(), row.GetProperty("stage").GetString(), row.GetProperty("identityNumber").GetString(), row.GetProperty("birthday").GetString())
            .ShouldBe(("初级", "Survival", "110****002X", "****-01-02"));
        (await hr.Post($"/api/people/{row.GetProperty("id").GetString()}/reveal", new { field = "BaseSalary" }, 200))["value"].ShouldBe("5000.00");

        // A file that shows something covered brings nothing for it, and who came so is saved as anybody.
        var covered = await hr.Upload("people", "工号,姓名,部门,岗位,入职日期,邮箱,电话,生日,身份证号,底薪,家庭住址\nI4,新人丁,上海队,销售代表,2026-05-01,l****@blue.example,138****1234,****-07-09,110****002X,****,****\n");
        (await hr.Step(covered.Id, "check")).Number("faultCount").ShouldBe(0);
        await hr.Step(covered.Id, "apply", new { mode = "ValidLines" });
        var brought = (await hr.Get("/api/people?q=新人丁", 200)).Items.Single();
        new[] { "email", "phone", "birthday", "identityNumber" }.Where(field => brought.TryGetProperty(field, out var value) && value.ValueKind != System.Text.Json.JsonValueKind.Null).ShouldBeEmpty();
        // Also with what an earlier file left so.
        await house.Sql("UPDATE organization_person SET email = 'l****@blue.example', home_address = '****' WHERE number = 'I4'");
        var path = $"/api/people/{brought.GetProperty("id").GetString()}";
        await hr.Put(path, new { name = "新人丁", hiredOn = "2026-05-01", email = "l****@blue.example" }, (await hr.Get(path, 200)).Version, 200);
        await hr.Put($"{path}/private", new { homeAddress = "****" }, (await hr.Get(path, 200)).Version, 200);

        var role = await hr.Get("/api/session", 200);
        role.Json.GetProperty("permissions").TryGetProperty("organization.people-private", out _).ShouldBeTrue();
        await house.Sql("DELETE FROM platform_role_grant WHERE permission = 'organization.people-private'");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var refused = await hr.Upload("people", "姓名,部门,岗位,入职日期,底薪\n新人丙,上海队,销售代表,2026-05-01,1\n");
        (await hr.Step(refused.Id, "check")).Number("faultCount").ShouldBe(1);
        (await hr.Get($"/api/imports/{refused.Id}/faults", 200)).Column("code").ShouldBe(["organization.private-not-yours"]);
    }

    private static async Task<string?> Stage(House house, Client hr) => (await hr.Get($"/api/people/{house.Seed.People["rep-a"]}", 200))["stage"];

    private static async Task<Answer> Change(House house, Client hr, string login, object file, int expect = 200)
    {
        var path = $"/api/people/{house.Seed.People[login]}";
        return await hr.Put(path, file, (await hr.Get(path, 200)).Version, expect);
    }
}
