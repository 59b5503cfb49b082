namespace Yingpan.Tests.Api.Notifications;

public sealed class KillTests
{
    /// <summary>
    /// The mail server has the mail, the process dies before it can write that down: the mail comes once more, and carries the same id, by which a
    /// receiver tells the second copy. What was never handed over is not lost either.
    /// </summary>
    [Theory, Databases]
    public async Task A_process_killed_between_sending_and_marking_sends_again_under_the_same_id(Database database)
    {
        var template = await Template.Of(database);
        await using var copy = await template.Copy();
        await copy.Execute("UPDATE platform_account SET email = user_name || '@touchstone.example'");
        await using var mail = new FakeMailServer { SlowToAccept = TimeSpan.FromMinutes(1) };
        string[] settings = ["Notifications:AllowPlainPasswords=true", "Notifications:LeaseSeconds=3"];
        await using (var server = await ServerProcess.Start(copy, settings))
        {
            using var admin = await server.SignIn("admin");
            await admin.Put("/api/mail-server", Telling.Server(mail), seen: 1, expect: 200);
            using var rep = await server.SignIn("rep-a");
            await rep.Post("/api/approvals", new { matterId = template.Seed.Record("approval-matters", "费用"), title = "杀不死", amount = "10.00" }, 201);
            await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 1));
            await server.Kill();
        }

        mail.SlowToAccept = TimeSpan.Zero;
        await using var next = await ServerProcess.Start(copy, settings);
        using var again = await next.SignIn("admin");
        await Eventually.Holds(async () => (await again.States()).SequenceEqual(["Sent"]), TimeSpan.FromMinutes(1));
        mail.Mails.Count.ShouldBe(2);
        mail.Mails.Select(one => one.Header("Message-Id")).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        mail.Mails.Count.ShouldBe(2);
    }
}
