using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Http;

namespace Yingpan.Tests.Api.Http;

public sealed class IdempotencyTests
{
    [Theory, Databases]
    public async Task The_same_request_with_the_same_key_gets_the_same_answer_and_is_done_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var body = new { name = "一次就好", state = "Prospect" };
        var first = await admin.Post("/api/customers", body, 201, key: "k-1");
        var again = await admin.Post("/api/customers", body, 201, key: "k-1");
        again.Id.ShouldBe(first.Id);
        again.Headers["Idempotent-Replay"].ShouldBe("true");
        again.Headers["ETag"].ShouldBe(first.Headers["ETag"]);
        (await admin.Get("/api/customers?q=一次就好", 200)).Total.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task The_key_with_another_body_is_refused(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/customers", new { name = "甲", state = "Prospect" }, 201, key: "k-1");
        (await admin.Post("/api/customers", new { name = "乙", state = "Prospect" }, 409, key: "k-1")).Code.ShouldBe("request.key-reused");
        (await admin.Post("/api/positions", new { name = "甲" }, 409, key: "k-1")).Code.ShouldBe("request.key-reused");
    }

    [Theory, Databases]
    public async Task Another_person_s_key_is_another_key(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var colleague = await house.SignIn("rep-b");
        var mine = await rep.Post("/api/customers", new { name = "甲", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201, key: "k-1");
        var his = await colleague.Post("/api/customers", new { name = "乙", state = "Prospect", ownerId = house.Seed.People["rep-b"] }, 201, key: "k-1");
        his.Id.ShouldNotBe(mine.Id);
    }

    [Theory, Databases]
    public async Task An_answer_that_is_a_secret_is_not_kept_and_not_told_again(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var body = new { name = "月报", expiresOn = "2026-08-01" };
        var first = await admin.Post("/api/profile/tokens", body, key: "k-1");
        var again = await admin.Post("/api/profile/tokens", body, key: "k-1");
        (first.Status, again.Status).ShouldBe((again.Status, 201));
        again["token"].ShouldNotBe(first["token"]);
        (await house.Inside(db => db.Set<IdempotentRequest>().AnyAsync(row => row.Key == "k-1"))).ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task A_refused_request_leaves_its_key_free(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/customers", new { name = "甲", state = "Prospect", ownerId = Guid.NewGuid() }, 400, key: "k-1");
        await admin.Post("/api/customers", new { name = "甲", state = "Prospect" }, 201, key: "k-1");
        (await admin.Post("/api/customers", new { name = "甲", state = "Prospect" }, key: new string('k', 101))).Status.ShouldBe(400);
    }

    [Theory, Databases]
    public async Task The_same_key_many_times_at_once_makes_one_record(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            admin.Post("/api/customers", new { name = "并发", state = "Prospect" }, key: "k-1")));
        answers.ShouldAllBe(answer => answer.Status == 201 || (answer.Status == 409 && answer.Code == "request.in-progress"));
        answers.Where(answer => answer.Status == 201).Select(answer => answer.Id).Distinct().Count().ShouldBe(1);
        (await admin.Get("/api/customers?q=并发", 200)).Total.ShouldBe(1);
    }
}
