using Microsoft.Extensions.DependencyInjection;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Approvals;

public sealed class RuleTests
{
    [Theory, Databases]
    public async Task A_bad_table_is_refused_with_reason_and_place(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        object Rows(params object[] rows) => new { kind = "general", content = new { rows } };
        (await admin.Post("/api/approval-tables/try", Rows(), 400)).Faults.ShouldBe(["rows: approvals.table-rows"]);
        (await admin.Post("/api/approval-tables/try", Rows(
            new { route = Array.Empty<object>() },
            new { amountFrom = "5.00", amountTo = "5.00", grades = new[] { "A" }, route = new[] { new { name = "x", finder = "People", people = new[] { Guid.NewGuid() } } } },
            new { unitId = Guid.NewGuid(), route = new[] { new { name = "", finder = "Role", role = "nobody" } } }), 400)).Faults.ShouldBe(
        [
            "rows[0].route: approvals.route-empty", "rows[1].amountTo: approvals.range-empty", "rows[1].grades: approvals.unknown-field",
            "rows[1].route[0].people[0]: approvals.has-left", "rows[2].route[0].name: field.required", "rows[2].route[0].role: approvals.unknown-role", "rows[2].unitId: record.not-found",
        ]);
        (await admin.Post("/api/approval-tables/try", new { kind = "nothing", content = new { rows = Array.Empty<object>() } }, 400)).Faults.ShouldBe(["kind: approvals.unknown-kind"]);
        await admin.Post("/api/approval-tables/try", Rows(new { colour = "red", route = Array.Empty<object>() }), 400);
    }

    [Theory, Databases]
    public async Task A_table_is_tried_on_an_example_and_its_gaps_and_overlaps_are_named(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        var content = new { rows = new object[] { new { amountTo = "100.00", route = new[] { house.Node("^1") } }, new { amountFrom = "50.00", amountTo = "1000.00", route = new[] { house.Node("^1"), house.Node("^2") } } } };
        var tried = await admin.Post("/api/approval-tables/try", new { kind = "general", content, example = new { applicantId = house.Person("rep-a"), amount = "100.00" } }, 200);
        var coverage = tried.Json.GetProperty("coverage");
        coverage.GetProperty("gaps").EnumerateArray().Select(gap => $"{gap.GetProperty("noAmount")} {gap.GetProperty("amountFrom")}").ShouldBe(["True ", "False 1000.00"]);
        coverage.GetProperty("overlaps").EnumerateArray().Select(overlap => $"{overlap.GetProperty("first")} {overlap.GetProperty("second")}").ShouldBe(["0 1"]);
        tried.Json.GetProperty("route").GetProperty("row").GetInt32().ShouldBe(2);
        tried.Json.GetProperty("route").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("turns")[0].GetProperty("person").GetProperty("name").GetString()).ShouldBe(["员工manager-a", "员工director-e"]);
        tried.Json.GetProperty("passed").EnumerateArray().Select(row => $"{row.GetProperty("row")} {row.GetProperty("mismatch")}").ShouldBe(["1 Amount"]);
        var none = await admin.Post("/api/approval-tables/try", new { kind = "general", content, example = new { applicantId = house.Person("rep-a") } }, 200);
        none.Json.GetProperty("route").GetProperty("refused").GetString().ShouldBe("approvals.no-row");
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task A_draft_goes_live_and_what_is_live_stays_as_it_is(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var draft = house.Seed.Record("approval-tables", "草稿");
        (await admin.Post("/api/approval-tables", new { kind = "general" }, 409)).Code.ShouldBe("approvals.draft-exists");
        var content = new { rows = new[] { new { route = new[] { house.Node("gm") } } } };
        await admin.Put($"/api/approval-tables/{draft}", content, seen: 1, expect: 200);
        await admin.Put($"/api/approval-tables/{draft}", content, seen: 1, expect: 412);
        var running = house.Seed.Record("approvals", "申请rep-a");
        await admin.Post($"/api/approval-tables/{draft}/go-live", seen: 2, expect: 200);
        (await admin.Put($"/api/approval-tables/{draft}", content, seen: 3, expect: 409)).Code.ShouldBe("approvals.not-draft");
        (await admin.Get("/api/approval-tables?kind=general", 200)).Column("state").ShouldBe(["Live", "Retired"]);
        (await house.Read("rep-a", running)).Where().ShouldBe("Open: manager-a → ");
        (await house.Read("rep-a", await house.SendIn("rep-a", "500.00"))).Where().ShouldBe("Open: gm → ");
    }

    [Theory, Databases]
    public async Task Authority_is_asked_when_it_is_decided(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        var id = await house.SendIn("rep-a", "800.00");
        // Since it was sent in, the manager's authority was cut; the director's covers it.
        await admin.Post("/api/approval-limits", new { personId = house.Person("manager-a"), amount = "500.00" }, 201);
        await house.Act("manager-a", id, "approve");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
        await house.Act("director-e", id, "approve");
        (await house.Read("rep-a", id))["state"].ShouldBe("Approved");

        var second = await house.SendIn("rep-a", "800.00");
        foreach (var login in new[] { "director-e", "gm" })
        {
            await admin.Post("/api/approval-limits", new { personId = house.Person(login), amount = "100.00" }, 201);
        }

        (await house.Act("manager-a", second, "approve", expect: 409)).Code.ShouldBe("approvals.beyond-authority");
        (await house.Read("rep-a", second)).Where().ShouldBe("Open: manager-a → ");
        (await admin.Post("/api/approval-limits", new { personId = house.Person("gm"), amount = "100.00" }, 400)).Faults.ShouldBe(["personId: approvals.limit-exists"]);
        (await admin.Post("/api/approval-limits", new { amount = "100.00" }, 400)).Faults.ShouldBe(["positionId: approvals.person-or-position"]);
    }

    [Theory, Databases]
    public async Task A_faulty_request_holds_up_no_other(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        object[] rows = [new { route = new[] { house.Node("manager-a", hours: 24, late: "Escalate") } }];
        await house.GoLive(rows);
        var faulty = await house.SendIn("rep-a", "5.00");
        await house.GoLive(rows);
        var sound = await house.SendIn("rep-a", "5.00");
        await house.Sql("update approvals_table set content = '{}' where state = 'Retired' and kind = 'general'");
        house.Clock.Advance(TimeSpan.FromHours(25));
        await house.Tick();
        (await house.Read("rep-a", sound)).Where().ShouldBe("Open: director-e → ");
        faulty.ShouldNotBe(sound);
    }

    [Theory, Databases]
    public async Task Whose_time_is_over_is_reminded_once_or_it_goes_up_or_passes(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await house.GoLive([new { amountTo = "10.00", route = new[] { house.Node("manager-a", hours: 24) } }, new { amountTo = "20.00", route = new[] { house.Node("manager-a", hours: 24, late: "Escalate") } }, new { route = new[] { house.Node("manager-a", hours: 24, late: "Pass") } }]);
        var (remind, escalate, pass) = (await house.SendIn("rep-a", "5.00"), await house.SendIn("rep-a", "15.00"), await house.SendIn("rep-a", "25.00"));
        house.Clock.Advance(TimeSpan.FromHours(23));
        await house.Tick();
        (await house.Told("manager-a")).Count(kind => kind == "approval-late").ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.Tick();
        var (after, told) = (await house.Snapshot(), await house.Told("manager-a"));
        told.Count(kind => kind == "approval-late").ShouldBe(1);
        (await house.Read("rep-a", remind)).Where().ShouldBe("Open: manager-a → ");
        (await house.Read("rep-a", escalate)).Where().ShouldBe("Open: director-e → ");
        (await house.Read("rep-a", pass))["state"].ShouldBe("Approved");
        (await house.Act("manager-a", escalate, "approve", expect: 409)).Code.ShouldBe("approvals.not-yours");
        await house.Tick();
        (await house.Told("manager-a")).ShouldBe(told);
        after.ShouldNotBeEmpty();
        using var manager = await house.SignIn("manager-a");
        (await manager.Get("/api/approvals?late=true", 200)).Column("id").ShouldBe([remind]);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await house.AgendaOf("manager-a", "rep-a")).ShouldContain("超时未决的审批: 员工manager-a · 1");
    }

    [Theory, Databases]
    public async Task Several_limits_come_one_after_the_other_and_hours_of_work_leave_out_nights_and_holidays(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        await house.GiveHeads();
        object Station(bool working) => new
        {
            name = "主管",
            finder = "People",
            people = new[] { house.Person("manager-a") },
            hours = 8,
            late = "Remind",
            later = new[] { new { hours = 16, late = "Remind" }, new { hours = 24, late = "Escalate" }, new { hours = 48, late = "Pass" } },
            workingHours = working,
        };
        await house.GoLive([new { amountTo = "10.00", route = new[] { Station(false) } }, new { route = new[] { Station(true) } }]);
        var (clock, work) = (await house.SendIn("rep-a", "5.00"), await house.SendIn("rep-a", "50.00"));

        // Wednesday ten o'clock; the house works eight hours a day.
        async Task<(int Late, string Clock, string Work)> After(int hours)
        {
            house.Clock.Advance(TimeSpan.FromHours(hours));
            await house.Tick();
            await house.Tick();
            return ((await house.Told("manager-a")).Count(kind => kind == "approval-late"), (await house.Read("rep-a", clock)).Where(), (await house.Read("rep-a", work)).Where());
        }

        // Who has it, and who waits for it, sees what comes next and when.
        async Task<string> Next(string id)
        {
            var turn = (await house.Read("rep-a", id)).Json.GetProperty("steps")[0].GetProperty("turns").EnumerateArray().Last();
            return turn.TryGetProperty("nextAt", out var at) && at.ValueKind == System.Text.Json.JsonValueKind.String
                ? $"{at.GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm} {turn.GetProperty("nextLate")} {turn.GetProperty("workingHours")}" : "";
        }

        (await Next(clock), await Next(work)).ShouldBe(("07-15 18:00 Remind False", "07-16 10:00 Remind True"));
        (await After(8)).ShouldBe((1, "Open: manager-a → ", "Open: manager-a → "));
        (await Next(clock)).ShouldBe("07-16 02:00 Remind False");
        (await After(8)).ShouldBe((2, "Open: manager-a → ", "Open: manager-a → "));
        (await After(8)).ShouldBe((3, "Open: director-e → ", "Open: manager-a → "));
        (await house.Told("director-e")).Count(kind => kind == "approval-asked").ShouldBe(1);
        (await Next(clock)).ShouldBe("07-17 10:00 Pass False");
        (await After(23)).Clock.ShouldBe("Open: director-e → ");
        (await After(1)).Clock.ShouldBe("Approved:  → ");
        (await Next(clock)).ShouldBe("");
        // The other is with the superior on Monday at ten, and passes on Thursday.
        (await After(71)).Work.ShouldBe("Open: manager-a → ");
        (await After(1)).Work.ShouldBe("Open: director-e → ");
        (await After(71)).Work.ShouldBe("Open: director-e → ");
        (await After(1)).Work.ShouldBe("Approved:  → ");

        using var admin = await house.SignIn("admin");
        object Content(object node) => new { kind = "organization.document", content = new { rows = new[] { new { route = new[] { node } } } } };
        (await admin.Post("/api/approval-tables", Content(new { name = "一", finder = "Superior", levels = 1, hours = 8, late = "Pass", later = new[] { new { hours = 16, late = "Remind" } } }), 400)).Faults
            .ShouldBe(["rows[0].route[0].later[0].late: approvals.after-passing"]);
        (await admin.Post("/api/approval-tables", Content(new { name = "一", finder = "Superior", levels = 1, hours = 8, late = "Remind", later = new[] { new { hours = 8, late = "Escalate" } } }), 400)).Faults
            .ShouldBe(["rows[0].route[0].later[0].hours: approvals.limits-ascend"]);
    }

    [Theory, Databases]
    public async Task What_waits_for_somebody_who_has_left_goes_to_a_superior(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        var id = await house.SendIn("rep-a", "500.00");
        using var admin = await house.SignIn("admin");
        await admin.Put($"/api/people/{house.Person("manager-a")}", new { name = "员工manager-a", hiredOn = "2024-01-01", leftOn = "2026-07-14" }, seen: 1, expect: 200);
        await house.Tick();
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
        // And what is sent in from now on finds the next one up at once.
        (await house.Read("rep-a", await house.SendIn("rep-a", "500.00"))).Where().ShouldBe("Open: gm → ");
    }

    [Theory, Databases]
    public async Task A_module_hands_in_and_hears_the_outcome_in_the_same_transaction(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { discountFrom = "0.1", grades = new[] { "A" }, route = new[] { house.Node("director-e") } }, new { route = new[] { house.Node("manager-a") } }], Probe.Code);
        var deep = await Submit("D-1", "0.15", "a");
        (await house.Read("director-e", deep)).Where().ShouldBe("Open: director-e → ");
        var flat = await Submit("D-2", "0.05", "A");
        await house.Act("manager-a", flat, "refuse", new { round = 1, comment = "不同意" });
        await house.Act("director-e", deep, "approve");
        house.Services.GetRequiredService<Probe>().Heard.ShouldBe(["D-2 Refused", "D-1 Approved"]);

        // What the module refuses is not decided.
        var stubborn = await Submit(Probe.Stubborn, "0.05", "A");
        await house.Act("manager-a", stubborn, "approve", expect: 409);
        (await house.Read("rep-a", stubborn)).Where().ShouldBe("Open: manager-a → ");
        await house.Act("rep-a", stubborn, "withdraw");
        house.Services.GetRequiredService<Probe>().Heard[^1].ShouldBe($"{Probe.Stubborn} Withdrawn");
        (await house.Act("rep-a", deep, "resubmit", new { matterId = house.Seed.Record("approval-matters", "费用"), title = "x" }, 409)).Code.ShouldBe("approvals.not-general");

        Task<string> Submit(string subject, string discount, string grade) => house.Inside(async (db, services) => (await db.InTransaction(() => services.GetRequiredService<ApprovalDesk>().Submit(new ApprovalSubmission
        {
            Kind = Probe.Code,
            Title = subject,
            Subject = subject,
            Applicant = new PersonId(Guid.Parse(house.Person("rep-a"))),
            Discount = Rate.Parse(discount),
            Grade = grade,
        }, CancellationToken.None), CancellationToken.None)).ToString());
    }

    [Theory, Databases]
    public async Task Process_times_show_where_it_waits_and_only_of_whom_one_reaches(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.SendIn("rep-a", "2000.00");
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.Act("manager-a", id, "seen", expect: 204);
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        await house.Act("manager-a", id, "approve");
        house.Clock.Advance(TimeSpan.FromHours(5));
        await house.Act("director-e", id, "approve");
        using var gm = await house.SignIn("gm");
        var all = await gm.Get("/api/approval-times?from=2026-06-01&to=2026-07-31", 200);
        all.Json.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("name")} {step.GetProperty("waited")} {step.GetProperty("handled")} {step.GetProperty("share")}")
            .ShouldBe(["总监 300 0 0.769231", "直接上级 60 30 0.230769"]);
        await house.SendIn("rep-a", "10.00");
        int.Parse((await gm.Get("/api/approval-times?from=2026-07-01&to=2026-07-31&kind=general", 200))["open"], null).ShouldBeGreaterThan(0);
        (await gm.Get("/api/approval-times?from=2026-07-01&to=2026-07-31&kind=organization.leave", 200))["open"].ShouldBe("0");
        all.Json.GetProperty("bottleneck").GetProperty("name").GetString().ShouldBe("总监");
        all.Json.GetProperty("months").EnumerateArray().Select(month => $"{month.GetProperty("month")} {month.GetProperty("turns")}").ShouldBe(["2026-06 0", "2026-07 2"]);
        using var manager = await house.SignIn("manager-a");
        (await manager.Get("/api/approval-times?from=2026-07-01&to=2026-07-31", 200)).Json.GetProperty("people").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["员工manager-a"]);
    }

    [Theory, Databases]
    public async Task The_applicant_chooses_where_the_table_says_so(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { new { name = "自选", finder = "Choice", mode = "AllOf" } } }]);
        using var rep = await house.SignIn("rep-a");
        var matterId = house.Seed.Record("approval-matters", "费用");
        (await rep.Post("/api/approvals", new { matterId, title = "x" }, 400)).Faults.ShouldBe(["chosen[0]: approvals.choose"]);
        var id = (await rep.Post("/api/approvals", new { matterId, title = "x", chosen = new[] { new { node = 0, people = new[] { house.Person("manager-a"), house.Person("finance") } } } }, 201)).Id;
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: manager-a+finance → ");
    }

    [Theory, Databases]
    public async Task The_houses_own_list_of_matters_is_kept_as_long_as_it_is_used(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var used = house.Seed.Record("approval-matters", "费用");
        (await admin.Delete($"/api/approval-matters/{used}", expect: 409)).Code.ShouldBe("approvals.matter-in-use");
        (await admin.Post("/api/approval-matters", new { name = "费用", nameEn = "x", needsAmount = false, isClosed = false, order = 1 }, 400)).Faults.ShouldBe(["name: approvals.matter-taken"]);
        await admin.Put($"/api/approval-matters/{used}", new { name = "费用", nameEn = "Expense", needsAmount = true, isClosed = false, order = 1 }, seen: 1, expect: 200);
        using var rep = await house.SignIn("rep-a");
        (await rep.Post("/api/approvals", new { matterId = used, title = "x" }, 400)).Faults.ShouldBe(["amount: field.required"]);
        await admin.Put($"/api/approval-matters/{used}", new { name = "费用", nameEn = "Expense", needsAmount = false, isClosed = true, order = 1 }, seen: 2, expect: 200);
        (await rep.Post("/api/approvals", new { matterId = used, title = "x" }, 400)).Faults.ShouldBe(["matterId: record.not-found"]);
    }
}
