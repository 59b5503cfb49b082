namespace Yingpan.Tests.Api;

/// <summary>The part of the test company that works together: notices, what is reported upward.</summary>
internal static class CollaborationSeed
{
    public static async Task Fill(Seed seed, Client admin, Func<string, Task<Client>> signIn)
    {
        // A line of superiors up to the general manager for team-a, none for the others.
        foreach (var (unit, head) in new[] { ("team-a", "manager-a"), ("company", "gm") })
        {
            var (parent, name, kind) = Seed.Tree[unit];
            await admin.Put($"/api/units/{seed.Units[unit]}", new { name, kind, parentId = parent is null ? null : seed.Units[parent], headId = seed.People[head] }, seen: 1, expect: 200);
        }

        await FillNotices(seed, signIn);
        await FillConcerns(seed, signIn);
        await FillTasks(seed, signIn);
        await FillIssues(seed, signIn);
        await FillMeetings(seed, signIn);
        await FillFeedback(seed, admin, signIn);
        var policy = await admin.Post("/api/collaboration-policies", new { first = "2027-01-01", remindBefore = 1, remindEvery = 1, escalateAfter = 3, meetingsAhead = 14 }, 201);
        seed.Keep(new SeededRecord("collaboration-policies", policy.Id, "明年规则", null, []));
    }

    /// <summary>One of a manager to his team, with a file; one of another that is a draft.</summary>
    private static async Task FillNotices(Seed seed, Func<string, Task<Client>> signIn)
    {
        foreach (var (login, unit, publish) in new[] { ("manager-a", "team-a", true), ("manager-c", "team-c", false) })
        {
            var (title, text, name, content) = (seed.Canary(), seed.Canary(), seed.Canary(), seed.Canary());
            using var author = await signIn(login);
            var notice = (await author.Post("/api/notices", new { title, text, mustConfirm = true, to = new[] { new { unitId = seed.Units[unit], withSubunits = true } } }, 201)).Id;
            var file = await author.Send(HttpMethod.Post, "/api/files", Seed.Form(("entity", "collaboration_notice"), ("entityId", notice), ("file", $"{name}.txt\n{content}")), 201, contentType: Seed.FormType);
            string[] participants = publish ? ["rep-a", "rep-a2", "assistant-a"] : [];
            if (publish)
            {
                await author.Post($"/api/notices/{notice}/publish", seen: 1, expect: 200);
            }

            var wider = publish ? "collaboration.notices-read-all" : null;
            // Whoever may read the audit trail finds the words of a draft there, and only there.
            seed.Keep(new SeededRecord("notices", notice, $"通知{login}", login, publish ? [title, text] : []) { IsPrivate = true, AlsoWith = wider, Participants = participants });
            seed.Keep(new SeededRecord("files", file.Id, $"通知文件{login}", login, publish ? [name, content] : [content]) { IsPrivate = true, AlsoWith = wider, Participants = participants });
        }
    }

    private static async Task FillConcerns(Seed seed, Func<string, Task<Client>> signIn)
    {
        var (title, text, answer) = (seed.Canary(), seed.Canary(), seed.Canary());
        using var rep = await signIn("rep-a");
        var concern = (await rep.Post("/api/concerns", new { kind = "Difficulty", title, text }, 201)).Id;
        using var manager = await signIn("manager-a");
        await manager.Post($"/api/concerns/{concern}/answer", new { text = answer }, 200);
        seed.Keep(new SeededRecord("concerns", concern, "反映rep-a", "rep-a", [title, text, answer]) { IsPrivate = true, AlsoWith = "collaboration.concerns-read-all", Participants = ["manager-a"] });
    }

    /// <summary>One of a manager to his rep, with a word of both, and one of a rep to himself; and what comes round each month.</summary>
    private static async Task FillTasks(Seed seed, Func<string, Task<Client>> signIn)
    {
        foreach (var (giver, owner) in new[] { ("manager-a", "rep-a"), ("rep-c", "rep-c") })
        {
            var (title, text, word, series) = (seed.Canary(), seed.Canary(), seed.Canary(), seed.Canary());
            using var client = await signIn(giver);
            var task = (await client.Post("/api/tasks", new { title, text, ownerId = seed.People[owner], dueOn = "2026-07-31" }, 201)).Id;
            await client.Post($"/api/tasks/{task}/comment", new { text = word }, 200);
            seed.Keep(new SeededRecord("tasks", task, $"任务{owner}", owner, [title, text, word]) { SeenBy = "collaboration.tasks-read" });
            var rhythm = new { kind = "Monthly", every = 1, dayOfMonth = 31, offDay = "Before", first = "2026-08-01" };
            var round = (await client.Post("/api/task-series", new { title = series, ownerId = seed.People[owner], rhythm }, 201)).Id;
            seed.Keep(new SeededRecord("task-series", round, $"定期{owner}", owner, [series]) { SeenBy = "collaboration.tasks-read" });
        }
    }

    /// <summary>Asked by team-a of team-c, which answers with another day: seen by the people of both, and who reaches them.</summary>
    private static async Task FillIssues(Seed seed, Func<string, Task<Client>> signIn)
    {
        var (title, text, word) = (seed.Canary(), seed.Canary(), seed.Canary());
        using var rep = await signIn("rep-a");
        var issue = (await rep.Post("/api/issues", new { title, text, toUnitId = seed.Units["team-c"], wantedBy = "2026-07-20" }, 201)).Id;
        using var other = await signIn("rep-c");
        await other.Post($"/api/issues/{issue}/propose", new { day = "2026-07-24", text = word }, 200);
        seed.Keep(new SeededRecord("issues", issue, "事项rep-a", "rep-a", [title, text, word])
        {
            IsPrivate = true,
            Participants = ["rep-a2", "manager-a", "assistant-a", "rep-c", "manager-c", "director-e", "director-n", "gm", "finance", "admin"],
        });
    }

    /// <summary>A meeting of team-a with something on its agenda and a decision, and one that will come round.</summary>
    private static async Task FillMeetings(Seed seed, Func<string, Task<Client>> signIn)
    {
        var (title, place, item, minutes, series) = (seed.Canary(), seed.Canary(), seed.Canary(), seed.Canary(), seed.Canary());
        using var host = await signIn("manager-a");
        var (chairId, invited) = (seed.People["manager-a"], new[] { new { unitId = seed.Units["team-a"] } });
        var meeting = (await host.Post("/api/meetings", new { title, place, day = "2026-07-15", from = "17:00", to = "18:00", chairId, needsMinutes = true, invited }, 201)).Id;
        await host.Post($"/api/meetings/{meeting}/agenda", new { title = item }, 200);
        await host.Put($"/api/meetings/{meeting}/minutes", new { text = minutes }, seen: 2, expect: 200);
        string[] above = ["assistant-a", "director-e", "gm", "finance", "hr", "admin"];
        seed.Keep(new SeededRecord("meetings", meeting, "例会manager-a", "manager-a", [title, place, item, minutes]) { IsPrivate = true, Participants = ["rep-a", "rep-a2", .. above] });
        var rhythm = new { kind = "Monthly", every = 1, dayOfMonth = 1, first = "2030-01-01" };
        var round = (await host.Post("/api/meeting-series", new { title = series, from = "09:00", to = "10:00", chairId, rhythm, invited }, 201)).Id;
        seed.Keep(new SeededRecord("meeting-series", round, "月会manager-a", "manager-a", []) { IsPrivate = true, Participants = above });
    }

    /// <summary>A category, and something said under a name.</summary>
    private static async Task FillFeedback(Seed seed, Client admin, Func<string, Task<Client>> signIn)
    {
        var category = await admin.Post("/api/feedback-categories", new { name = "制度", nameEn = "Rules", order = 1 }, 201);
        seed.Keep(new SeededRecord("feedback-categories", category.Id, "制度", null, []));
        var text = seed.Canary();
        using var rep = await signIn("rep-a");
        var feedback = await rep.Post("/api/feedback", new { categoryId = category.Id, text }, 201);
        seed.Keep(new SeededRecord("feedback", feedback.Id, "意见rep-a", "rep-a", [text]) { IsPrivate = true, AlsoWith = "collaboration.feedback-handle" });
    }
}
