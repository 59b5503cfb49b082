namespace Yingpan.Tests.Api.Http;

public sealed class LimitTests
{
    [Theory, Databases("zh", "en")]
    public async Task Who_asks_too_much_is_told_when_to_ask_again_and_nobody_else_waits_for_it(Database database, string language)
    {
        await using var house = await House.Open(database, "Limits:Burst=30", "Limits:RequestsPerSecond=1");
        using var greedy = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-b");
        Answer? answer = null;
        for (var request = 0; request < 100 && answer?.Status != 429; request++)
        {
            answer = await greedy.Get("/api/session", language: language);
        }

        answer!.Status.ShouldBe(429);
        answer.Code.ShouldBe("request.too-many");
        int.Parse(answer.Headers["Retry-After"]).ShouldBeInRange(1, 60);
        answer["detail"].ShouldContain(language == "zh" ? "秒" : "second");
        await other.Get("/api/session", 200);

        // What was taken in an instant comes back with the seconds.
        await Eventually.Holds(async () => (await greedy.Get("/api/session", expect: 0)).Status == 200);
    }
}
