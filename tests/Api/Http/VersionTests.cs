namespace Yingpan.Tests.Api.Http;

public sealed class VersionTests
{
    [Theory, Databases]
    public async Task The_version_is_the_ETag_and_an_edit_names_the_one_it_saw(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var path = $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}";
        var seen = await rep.Get(path, 200);
        seen.Headers["ETag"].ShouldBe($"\"{seen.Version}\"");
        object edit = new { name = "新名字", state = "Active", ownerId = house.Seed.People["rep-a"] };

        (await rep.Put(path, edit)).Status.ShouldBe(428);
        (await rep.Put(path, edit, seen.Version + 1)).Code.ShouldBe("version.stale");
        var saved = await rep.Put(path, edit, seen.Version, 200);
        saved.Version.ShouldBe(seen.Version + 1);
        saved.Headers["ETag"].ShouldBe($"\"{saved.Version}\"");
        await rep.Put(path, edit, seen.Version, 412);
        foreach (var nonsense in new[] { "*", "\"x\"", "-1", "99999999999999999999" })
        {
            (await rep.Send(HttpMethod.Put, path, edit, headers: ("If-Match", nonsense))).Status.ShouldBe(400, nonsense);
        }
    }

    [Theory, Databases]
    public async Task Of_many_editors_at_once_exactly_one_wins(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var path = $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}";
        var seen = (await rep.Get(path, 200)).Version;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            rep.Put(path, new { name = $"编辑{i}", state = "Active", ownerId = house.Seed.People["rep-a"] }, seen)));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412, 412, 412]);
        var winner = Array.FindIndex(answers, answer => answer.Status == 200);
        var after = await rep.Get(path, 200);
        (after["name"], after.Version).ShouldBe(($"编辑{winner}", seen + 1));
    }
}
