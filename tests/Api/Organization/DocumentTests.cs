using Yingpan.Organization.Public;
using Yingpan.Tests.Api.Approvals;
using Yingpan.Tests.Api.Collaboration;
using Yingpan.Tests.Api.Imports;
using Yingpan.Tests.Api.Operations;

namespace Yingpan.Tests.Api.Organization;

public sealed class DocumentTests
{
    [Theory, Databases]
    public async Task A_rule_is_read_by_those_it_is_for_and_who_has_not_is_known(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var rule = await Publish(house, hr, "华东拜访规定", "east");
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/notifications?unread=true", 200)).Column("text").ShouldContain("请阅读并确认《华东拜访规定》第 1 版");
        var mine = await rep.Get("/api/my-documents", 200);
        mine.Column("title").ShouldBe(["华东拜访规定", "考勤制度", "销售代表岗位职责"], ignoreOrder: true);
        mine.Number("unread").ShouldBe(3);

        // Six in the east: the director, four of Shanghai and one of Hangzhou.
        (await hr.Get($"/api/documents/{rule}/readers?unread=true&size=50", 200)).Total.ShouldBe(6);
        (await rep.Post($"/api/documents/{rule}/acknowledge", new { edition = 1 }, 200))["readAt"].ShouldNotBeEmpty();
        await rep.Post($"/api/documents/{rule}/acknowledge", new { edition = 1 }, 200);
        (await rep.Get("/api/my-documents", 200)).Number("unread").ShouldBe(2);
        var seen = await hr.Get($"/api/documents/{rule}", 200);
        (seen.Number("readers"), seen.Number("haveRead")).ShouldBe((6, 1));
        (await hr.Get($"/api/documents/{rule}/readers/export?format=csv&unread=true", 200)).Text.ShouldNotContain("P-rep-a,");
        // A manager is told of his own people, a rep of himself.
        using var manager = await house.SignIn("manager-a");
        (await manager.Get($"/api/documents/{rule}/readers?unread=true", 200)).Column("number").ShouldBe(["P-assistant-a", "P-manager-a", "P-rep-a2"]);
        (await rep.Get($"/api/documents/{rule}/readers", 200)).Column("number").ShouldBe(["P-rep-a"]);
        (await hr.Post($"/api/documents/{rule}/remind", expect: 200)).Number("reminded").ShouldBe(5);
        using var other = await house.SignIn("rep-a2");
        (await other.Get("/api/notifications?unread=true&size=50", 200)).Column("text").Count(text => text.Contains("华东拜访规定", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Whom_it_is_not_for_does_not_see_it_and_who_leads_does(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var rule = await Publish(house, hr, "天津队规定", "team-d");
        foreach (var (login, status) in new[] { ("rep-c", 404), ("rep-a", 404), ("manager-c", 404), ("rep-d", 200), ("director-n", 200), ("gm", 200), ("guest", 404) })
        {
            using var client = await house.SignIn(login);
            (await client.Get($"/api/documents/{rule}")).Status.ShouldBe(status, login);
            (await client.Get("/api/documents?size=50", 200)).Column("title").Contains("天津队规定").ShouldBe(status == 200, login);
            (await client.Get($"/api/documents/{rule}/readers")).Status.ShouldBe(status, login);
            (await client.Post($"/api/documents/{rule}/acknowledge", new { edition = 1 })).Status.ShouldBe(status == 404 ? 404 : login == "rep-d" ? 200 : 409, login);
        }
    }

    [Theory, Databases]
    public async Task A_new_edition_asks_again_and_the_old_one_stays_as_it_was(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-a");
        var id = house.Seed.Record("documents", "考勤制度");
        await rep.Post($"/api/documents/{id}/acknowledge", new { edition = 1 }, 200);
        var seen = await hr.Get($"/api/documents/{id}", 200);
        await hr.Put($"/api/documents/{id}", new { title = "考勤制度", draft = new { text = "第一条 新", writtenOn = "2026-07-10" } }, seen.Version, 200);
        // A draft is the editors' own.
        (await rep.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions").GetArrayLength().ShouldBe(1);
        (await rep.Get("/api/my-documents", 200)).Number("unread").ShouldBe(1);
        await hr.Post($"/api/documents/{id}/publish", seen: 1, expect: 412);
        await hr.Post($"/api/documents/{id}/publish", seen: seen.Version + 1, expect: 200);
        (await hr.Post($"/api/documents/{id}/publish", seen: seen.Version + 2, expect: 409)).Code.ShouldBe("organization.document-no-draft");

        (await rep.Get("/api/my-documents", 200)).Number("unread").ShouldBe(2);
        (await rep.Post($"/api/documents/{id}/acknowledge", new { edition = 1 }, 409)).Code.ShouldBe("organization.document-newer");
        await rep.Post($"/api/documents/{id}/acknowledge", new { edition = 2 }, 200);
        var editions = (await rep.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions").EnumerateArray().Select(edition => edition.GetProperty("text").GetString());
        editions.ShouldBe(["第一条 新", "第一条"]);

        await hr.Post($"/api/documents/{id}/withdraw", seen: seen.Version + 2, expect: 200);
        await rep.Get($"/api/documents/{id}", 404);
        (await rep.Get("/api/my-documents", 200)).Column("title").ShouldBe(["销售代表岗位职责"]);
    }

    [Theory, Databases]
    public async Task Duties_of_a_position_are_acknowledged_by_whoever_holds_it_also_who_comes_later(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var id = house.Seed.Record("documents", "销售代表岗位职责");
        (await hr.Get($"/api/documents/{id}/readers?size=50", 200)).Column("number").ShouldBe(["P-rep-a", "P-rep-a2", "P-rep-b", "P-rep-c", "P-rep-d"]);
        using var assistant = await house.SignIn("assistant-a");
        (await assistant.Get("/api/my-documents", 200)).Column("title").ShouldBe(["考勤制度"]);
        var path = $"/api/people/{house.Seed.People["assistant-a"]}";
        await hr.Post($"{path}/placements", new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions["销售代表"], first = "2026-07-15" }, 200, seen: (await hr.Get(path, 200)).Version);
        (await assistant.Get("/api/my-documents", 200)).Number("unread").ShouldBe(2);
        (await hr.Get("/api/positions", 200)).Items.Single(position => position.GetProperty("name").GetString() == "销售代表").GetProperty("documentId").GetString().ShouldBe(id);
        (await hr.Post("/api/documents", new { kind = "Position", title = "又一份", positionId = house.Seed.Positions["销售代表"], draft = new { text = "x", writtenOn = "2026-07-01" } }, 400))
            .Faults.ShouldBe(["positionId: organization.document-of-position"]);
    }

    [Theory, Databases]
    public async Task Leadership_reviews_the_effect_of_a_rule(Database database)
    {
        await using var house = await House.Open(database);
        var id = house.Seed.Record("documents", "考勤制度");
        using var director = await house.SignIn("director-e");
        (await director.Post($"/api/documents/{id}/reviews", new { heldOn = "2026-07-16", verdict = "Keep", finding = "好" }, 400)).Faults.ShouldBe(["heldOn: organization.review-ahead"]);
        await director.Post($"/api/documents/{id}/reviews", new { heldOn = "2026-07-14", verdict = "Revise", finding = "迟到标准不清楚" }, 201);
        var review = (await director.Get($"/api/documents/{id}", 200)).Json.GetProperty("reviews")[0];
        (review.GetProperty("verdict").GetString(), review.GetProperty("personName").GetString(), review.GetProperty("edition").GetInt32()).ShouldBe(("Revise", "员工director-e", 1));
        (await director.Get("/api/documents?q=考勤", 200)).Column("reviewedOn").ShouldBe(["2026-07-14"]);
        using var rep = await house.SignIn("rep-a");
        await rep.Post($"/api/documents/{id}/reviews", new { heldOn = "2026-07-14", verdict = "Keep", finding = "好" }, 403);
    }

    [Theory, Databases]
    public async Task Where_the_house_names_who_agrees_a_draft_holds_once_they_have_and_its_head_names_them(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("director-e"), house.Node("gm") } }], "organization.document");
        using var hr = await house.SignIn("hr");
        var id = (await hr.Post("/api/documents", new { kind = "Rule", title = "报销制度", draft = new { text = "凭票报销。", writtenOn = "2026-07-01" } }, 201)).Id;
        var draft = await hr.Get($"/api/documents/{id}", 200);
        draft.Json.GetProperty("needsApproval").GetBoolean().ShouldBeTrue();
        Can(draft).ShouldBe(["edit", "publish"]);
        await hr.Post($"/api/documents/{id}/publish", seen: draft.Version, expect: 200);
        using var rep = await house.SignIn("rep-a");
        await rep.Get($"/api/documents/{id}", 404);
        await rep.Post($"/api/documents/{id}/recall", seen: 1, expect: 403);

        // As long as they have it nobody changes a word.
        var waiting = await hr.Get($"/api/documents/{id}", 200);
        Can(waiting).ShouldBe(["recall"]);
        object Text(string text) => new { title = "报销制度", draft = new { text, writtenOn = "2026-07-02" } };
        (await hr.Put($"/api/documents/{id}", Text("别的"), waiting.Version, 409)).Code.ShouldBe("organization.document-waits");
        (await hr.Post($"/api/documents/{id}/publish", seen: waiting.Version, expect: 409)).Code.ShouldBe("organization.document-waits");
        await hr.Post($"/api/documents/{id}/recall", seen: waiting.Version, expect: 200);
        var back = await hr.Get($"/api/documents/{id}", 200);
        (await hr.Post($"/api/documents/{id}/recall", seen: back.Version, expect: 409)).Code.ShouldBe("organization.document-not-asked");

        await hr.Post($"/api/documents/{id}/publish", seen: back.Version, expect: 200);
        await house.Act("director-e", await Request("director-e"), "return", new { round = 1, comment = "写清楚限额" });
        var returned = await hr.Get($"/api/documents/{id}", 200);
        Can(returned).ShouldBe(["edit", "publish", "recall"]);
        await hr.Put($"/api/documents/{id}", Text("凭票报销,每日不超过三百元。"), returned.Version, 200);
        await hr.Post($"/api/documents/{id}/publish", seen: returned.Version + 1, expect: 200);
        await house.Act("director-e", await Request("director-e"), "approve", new { round = 2 });
        await rep.Get($"/api/documents/{id}", 404);
        await house.Act("gm", await Request("gm"), "approve", new { round = 2 });

        var edition = (await rep.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions")[0];
        (edition.GetProperty("checkerName").GetString(), edition.GetProperty("approverName").GetString()).ShouldBe(("员工director-e", "员工gm"));
        (await rep.Get("/api/my-documents", 200)).Column("title").ShouldContain("报销制度");

        // A refused draft is asked about again once it says something else.
        var now = await hr.Get($"/api/documents/{id}", 200);
        await hr.Put($"/api/documents/{id}", Text("不报销。"), now.Version, 200);
        await hr.Post($"/api/documents/{id}/publish", seen: now.Version + 1, expect: 200);
        await house.Act("director-e", await Request("director-e"), "refuse", new { round = 1, comment = "不妥" });
        var refused = await hr.Get($"/api/documents/{id}", 200);
        Can(refused).ShouldBe(["acknowledge", "edit", "remind", "planReview", "withdraw"]);
        (await hr.Post($"/api/documents/{id}/publish", seen: refused.Version, expect: 409)).Code.ShouldBe("organization.document-refused");
        await hr.Put($"/api/documents/{id}", Text("凭票报销,每日不超过五百元。"), refused.Version, 200);
        await hr.Post($"/api/documents/{id}/publish", seen: refused.Version + 1, expect: 200);
        (await hr.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions")[0].GetProperty("decision").GetString().ShouldBe("Waiting");

        static IReadOnlyList<string?> Can(Answer view) => [.. view.Json.GetProperty("can").EnumerateArray().Select(can => can.GetString())];

        async Task<string> Request(string login)
        {
            using var client = await house.SignIn(login);
            return (await client.Get("/api/approvals?kind=organization.document", 200)).Items.Single().GetProperty("id").GetString()!;
        }
    }

    [Theory, Databases]
    public async Task Who_is_to_decide_reads_the_whole_draft_and_nobody_else(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-c") } }], "organization.document");
        using var hr = await house.SignIn("hr");
        var text = new string('条', 5000);
        var id = (await hr.Post("/api/documents", new { kind = "Rule", title = "长制度", draft = new { text, writtenOn = "2026-07-01" } }, 201)).Id;
        using var manager = await house.SignIn("manager-c");
        await manager.Get($"/api/documents/{id}", 404);
        await hr.Post($"/api/documents/{id}/publish", seen: 1, expect: 200);
        (await manager.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions")[0].GetProperty("text").GetString().ShouldBe(text);
        (await manager.Post($"/api/documents/{id}/acknowledge", new { edition = 1 }, 409)).Code.ShouldBe("organization.document-not-for-you");
        using var rep = await house.SignIn("rep-a");
        await rep.Get($"/api/documents/{id}", 404);
        await hr.Post($"/api/documents/{id}/recall", seen: (await hr.Get($"/api/documents/{id}", 200)).Version, expect: 200);
        using var again = await house.SignIn("manager-c");
        await again.Get($"/api/documents/{id}", 404);
    }

    [Theory, Databases]
    public async Task Title_and_units_of_what_is_published_change_with_its_next_edition_and_who_is_newly_covered_is_asked(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var id = await Publish(house, hr, "天津队规定", "team-d");
        using var other = await house.SignIn("rep-c");
        await other.Get($"/api/documents/{id}", 404);
        object Body(string title, object? draft = null) => new { title, units = new[] { house.Seed.Units["north"] }, draft };
        (await hr.Put($"/api/documents/{id}", Body("天津队规定"), 2, 409)).Code.ShouldBe("organization.document-needs-edition");
        await hr.Put($"/api/documents/{id}", Body("华北规定", new { text = "每周拜访三户。", writtenOn = "2026-07-10" }), 2, 200);
        // Until it is published it is called as it was, and for whom it was.
        await other.Get($"/api/documents/{id}", 404);
        var both = await hr.Get($"/api/documents/{id}", 200);
        both["title"].ShouldBe("天津队规定");
        both.Json.GetProperty("editions").EnumerateArray().Select(edition => $"{edition.GetProperty("title").GetString()} {edition.GetProperty("units")[0].GetProperty("name").GetString()}")
            .ShouldBe(["华北规定 华北", "天津队规定 天津队"]);
        await hr.Post($"/api/documents/{id}/publish", seen: both.Version, expect: 200);
        (await other.Get($"/api/documents/{id}", 200))["title"].ShouldBe("华北规定");
        (await other.Get("/api/notifications?unread=true", 200)).Column("text").ShouldContain("请阅读并确认《华北规定》第 2 版");
    }

    [Theory, Databases]
    public async Task Who_has_not_read_is_reminded_by_the_policy_and_who_comes_later_is_asked(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        using var hr = await house.SignIn("hr");
        var rule = await Publish(house, hr, "华东拜访规定", "east");
        using var rep = await house.SignIn("rep-a");
        using var reader = await house.SignIn("rep-a2");
        using var newcomer = await house.SignIn("rep-c");
        await reader.Post($"/api/documents/{rule}/acknowledge", new { edition = 1 }, 200);
        (await rep.Post("/api/document-policies", new { first = "2026-07-16", remindAfter = 1, remindEvery = 1, reviewAhead = 1 })).Status.ShouldBe(403);
        (await hr.Post("/api/document-policies", new { first = "2026-07-14", remindAfter = 2, remindEvery = 3, reviewAhead = 5 }, 400)).Faults.ShouldBe(["first: organization.document-policy-past"]);
        var later = (await hr.Post("/api/document-policies", new { first = "2026-09-01", remindAfter = 9, remindEvery = 9, reviewAhead = 9 }, 201)).Id;
        await hr.Post("/api/document-policies", new { first = "2026-07-15", remindAfter = 2, remindEvery = 3, reviewAhead = 5 }, 201);
        (await hr.Post("/api/document-policies", new { first = "2026-07-15", remindAfter = 2, remindEvery = 3, reviewAhead = 5 }, 400)).Faults.ShouldBe(["first: organization.document-policy-day-taken"]);
        await hr.Delete($"/api/document-policies/{later}", expect: 204);
        (await hr.Get("/api/document-policies", 200)).Items.Count.ShouldBe(1);

        async Task<(int Asked, int Reminded)> Heard(Client who)
        {
            var told = (await who.Get("/api/notifications?size=100", 200)).Column("text");
            return (told.Count(text => text.StartsWith("请阅读并确认《华东拜访规定》", StringComparison.Ordinal)), told.Count(text => text.StartsWith("提醒：请阅读并确认《华东拜访规定》", StringComparison.Ordinal)));
        }

        async Task Morning(int days)
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await house.Run("organization.documents");
            await house.Run("organization.documents");
        }

        await Morning(1);
        (await Heard(rep)).ShouldBe((1, 0));
        await Morning(1);
        (await Heard(rep), await Heard(reader), await Heard(newcomer)).ShouldBe(((1, 1), (1, 0), (0, 0)));
        // Somebody comes to the east: he is asked on the next morning, and reminded from then on.
        var path = $"/api/people/{house.Seed.People["rep-c"]}";
        await hr.Post($"{path}/placements", new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions["销售代表"], first = "2026-07-18" }, 200, seen: (await hr.Get(path, 200)).Version);
        await Morning(1);
        (await Heard(rep), await Heard(newcomer)).ShouldBe(((1, 1), (1, 0)));
        await Morning(2);
        (await Heard(rep), await Heard(newcomer)).ShouldBe(((1, 2), (1, 1)));
        // By hand it is a reminder too; the clock's comes so much later.
        await hr.Post($"/api/documents/{rule}/remind", expect: 200);
        await Morning(2);
        (await Heard(rep)).ShouldBe((1, 3));
        await rep.Post($"/api/documents/{rule}/acknowledge", new { edition = 1 }, 200);
        await Morning(30);
        (await Heard(rep), await Heard(reader)).ShouldBe(((1, 3), (1, 0)));
    }

    [Theory, Databases]
    public async Task Who_is_responsible_is_told_that_a_review_is_due_until_it_is_held(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=1000000", "SignIn:AbsoluteHours=10000");
        using var hr = await house.SignIn("hr");
        using var director = await house.SignIn("director-e");
        using var manager = await house.SignIn("manager-c");
        var rule = await Publish(house, hr, "天津队规定", "team-d");
        var plan = $"/api/documents/{rule}/review-plan";
        var seen = (await hr.Get($"/api/documents/{rule}", 200)).Version;
        (await hr.Put(plan, new { reviewOn = "2026-08-14" }, seen, 400)).Faults.ShouldBe(["responsibleId: field.required"]);
        (await hr.Put(plan, new { reviewOn = "2026-07-14", responsibleId = house.Person("manager-c") }, seen, 400)).Faults.ShouldBe(["reviewOn: organization.review-past"]);
        await director.Put(plan, new { reviewOn = "2026-08-14", responsibleId = house.Person("manager-c") }, seen, 403);
        await manager.Get($"/api/documents/{rule}", 404);
        await hr.Put(plan, new { reviewOn = "2026-08-14", responsibleId = house.Person("manager-c") }, seen, 200);
        // Who is responsible sees it, whomever it is for.
        var view = await manager.Get($"/api/documents/{rule}", 200);
        (view["reviewOn"], view["responsibleName"]).ShouldBe(("2026-08-14", "员工manager-c"));
        (await hr.Get("/api/documents?q=天津", 200)).Column("reviewOn").ShouldBe(["2026-08-14"]);

        async Task<int> Told(int days)
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await house.Run("organization.documents");
            await house.Run("organization.documents");
            return (await manager.Get("/api/notifications?size=100", 200)).Column("kind").Count(kind => kind == "organization.document-review-due");
        }

        (await Told(15), await Told(1), await Told(13), await Told(1), await Told(6), await Told(1)).ShouldBe((0, 1, 1, 2, 2, 3));
        using var gm = await house.SignIn("gm");
        (await gm.Post($"/api/documents/{rule}/reviews", new { heldOn = "2026-08-20", verdict = "Keep", finding = "有效", nextOn = "2026-08-20" }, 400)).Faults.ShouldBe(["nextOn: organization.review-next"]);
        await gm.Post($"/api/documents/{rule}/reviews", new { heldOn = "2026-08-20", verdict = "Keep", finding = "有效", nextOn = "2026-10-30" }, 201);
        (await Told(20)).ShouldBe(3);
        (await hr.Get($"/api/documents/{rule}", 200))["reviewOn"].ShouldBe("2026-10-30");
        // What he sees to is passed on with his other things.
        var version = (await hr.Get($"/api/people/{house.Person("manager-c")}", 200)).Version;
        await hr.Send(HttpMethod.Post, $"/api/people/{house.Person("manager-c")}/hand-over", new { lastDay = "2026-12-31", lines = new[] { new { kind = "document-reviews", toId = house.Person("rep-a2") } } }, 200, seen: version);
        (await hr.Get($"/api/documents/{rule}", 200))["responsibleName"].ShouldBe("员工rep-a2");
        await manager.Get($"/api/documents/{rule}", 404);

        // Who sees to it may say what he found. One entered late leaves what is planned; one held when it was told of is the one.
        using var next = await house.SignIn("rep-a2");
        (await next.Get($"/api/documents/{rule}", 200)).Json.GetProperty("can").EnumerateArray().Select(can => can.GetString()).ShouldBe(["review"]);
        await next.Post($"/api/documents/{rule}/reviews", new { heldOn = "2026-08-25", verdict = "Keep", finding = "补记" }, 201);
        (await hr.Get($"/api/documents/{rule}", 200))["reviewOn"].ShouldBe("2026-10-30");
        house.Clock.Advance(TimeSpan.FromDays(45));
        await next.Post($"/api/documents/{rule}/reviews", new { heldOn = "2026-10-25", verdict = "Keep", finding = "按计划评审" }, 201);
        (await hr.Get("/api/documents?q=天津", 200)).Column("reviewOn").ShouldBe([""]);

        // What is withdrawn is nobody's to review, and stands in nobody's way who leaves.
        await hr.Put(plan, new { reviewOn = "2026-12-01", responsibleId = house.Person("rep-a2") }, (await hr.Get($"/api/documents/{rule}", 200)).Version, 200);
        (await hr.Get($"/api/people/{house.Person("rep-a2")}/belongings/items?kind=document-reviews", 200)).Items.Count.ShouldBe(1);
        await hr.Post($"/api/documents/{rule}/withdraw", seen: (await hr.Get($"/api/documents/{rule}", 200)).Version, expect: 200);
        (await hr.Get($"/api/people/{house.Person("rep-a2")}/belongings/items?kind=document-reviews", 200)).Items.ShouldBeEmpty();
        await next.Get($"/api/documents/{rule}", 404);
    }

    [Theory, Databases]
    public async Task The_files_of_an_edition_are_seen_with_its_wording_and_fixed_with_it(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-d");
        using var other = await house.SignIn("rep-a");
        var id = (await hr.Post("/api/documents", new { kind = "Rule", title = "天津队规定", units = new[] { house.Seed.Units["team-d"] }, draft = new { text = "附表见附件。", writtenOn = "2026-07-01" } }, 201)).Id;
        Task<Answer> Upload(Client who, int edition) => who.Upload("附表.pdf", Uploads.Pdf, 0, "organization_document_edition", $"{id}-{edition}");
        var file = (await Upload(hr, 1)).Id;
        (await Upload(rep, 1)).Status.ShouldBe(404);
        (await Upload(hr, 2)).Status.ShouldBe(404);
        await rep.Get($"/api/files/{file}", 404);
        await hr.Post($"/api/documents/{id}/publish", seen: 1, expect: 200);
        (await rep.Get($"/api/files?entity=organization_document_edition&entityId={id}-1", 200)).Column("name").ShouldBe(["附表.pdf"]);
        (await rep.Get($"/api/files/{file}", 200)).Bytes.ShouldBe(Uploads.Pdf);
        await other.Get($"/api/files/{file}", 404);
        await other.Get($"/api/files?entity=organization_document_edition&entityId={id}-1", 404);
        (await Upload(hr, 1)).Status.ShouldBe(404);
        (await hr.Delete($"/api/files/{file}")).Status.ShouldBeOneOf(403, 404);
        // The draft of the next edition has its own.
        await hr.Put($"/api/documents/{id}", new { title = "天津队规定", units = new[] { house.Seed.Units["team-d"] }, draft = new { text = "附表已换。", writtenOn = "2026-07-10" } }, (await hr.Get($"/api/documents/{id}", 200)).Version, 200);
        var next = (await Upload(hr, 2)).Id;
        await rep.Get($"/api/files/{next}", 404);
        await hr.Get($"/api/files/{next}", 200);
    }

    [Theory, Databases]
    public async Task A_new_house_gets_duties_and_rights_of_those_who_lead_as_drafts(Database database)
    {
        await using var house = await House.Open(database);
        for (var round = 0; round < 2; round++)
        {
            await house.Inside(async db =>
            {
                await PositionDuties.AddTo(db, CancellationToken.None);
                await db.SaveChangesAsync();
                return true;
            });
        }

        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/documents?kind=Position&size=50", 200)).Column("title").ShouldBe(["销售代表岗位职责"]);
        var drafts = (await hr.Get("/api/documents?kind=Position&state=Draft&size=50", 200)).Items;
        drafts.Select(draft => draft.GetProperty("title").GetString()).ShouldBe(["销售主管岗位职责与权利", "销售经理岗位职责与权利", "销售总监岗位职责与权利"], ignoreOrder: true);
        var id = drafts.Single(draft => draft.GetProperty("title").GetString()!.StartsWith("销售主管", StringComparison.Ordinal)).GetProperty("id").GetString();
        var edition = (await hr.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions")[0];
        (edition.GetProperty("text").GetString()!.Split('\n').Length, edition.GetProperty("rights").GetString()!.Split('\n').Length).ShouldBe((7, 6));
        await hr.Put($"/api/documents/{id}", new { title = "主管职责", draft = new { text = "一、自己改过的。", writtenOn = "2026-07-10" } }, 1, 200);
        await hr.Post($"/api/documents/{id}/publish", seen: 2, expect: 200);
        (await rep.Get($"/api/documents/{id}", 200)).Json.GetProperty("editions")[0].GetProperty("text").GetString().ShouldBe("一、自己改过的。");
    }

    private static async Task<string> Publish(House house, Client hr, string title, string unit)
    {
        var document = await hr.Post("/api/documents", new
        {
            kind = "Rule",
            title,
            units = new[] { house.Seed.Units[unit] },
            draft = new { text = "每周拜访两户。", writtenOn = "2026-07-01", authorId = house.Seed.People["hr"], approverId = house.Seed.People["gm"] },
        }, 201);
        await hr.Post($"/api/documents/{document.Id}/publish", seen: 1, expect: 200);
        return document.Id;
    }
}
