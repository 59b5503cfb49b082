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
}
