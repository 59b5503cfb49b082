using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class NotificationTimesBook
{
    public static TheoryData<int> Rows => RulePage.Rows("notification-times");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("notification-times")[row];
        var digest = example["digest"].Split(' ');
        var told = Timing.Of(
            example["own"].Length == 0 ? null : Enum.Parse<NotificationChoice>(example["own"]),
            Enum.Parse<NotificationChoice>(example["house"]),
            example["urgent passes"] == "yes",
            Wall(example["now"]),
            new MailWishes(Quiet(example["quiet hours"]), Enum.Parse<Digest>(digest[0]), digest.Length > 1 ? Time(digest[1]) : default));
        (told.IsSilent ? "read" : "counted").ShouldBe(example["list"]);
        (told.MailLeaves?.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "").ShouldBe(example["mail leaves"]);
    }

    [Fact]
    public void A_mail_leaves_neither_in_the_past_nor_in_quiet_hours_nor_later_than_two_days_on() =>
        Prop.ForAll((from now in Gen.Choose(0, 7 * 24 * 60)
                     from start in Gen.Choose(0, 1439)
                     from end in Gen.Choose(0, 1439)
                     from at in Gen.Choose(0, 1439)
                     from digest in Gen.Elements(Digest.None, Digest.Hourly, Digest.Daily)
                     select (now, start, end, at, digest)).ToArbitrary(), sample =>
        {
            var now = new DateTime(2026, 7, 13).AddMinutes(sample.now);
            var quiet = QuietHours.Of(Minute(sample.start), Minute(sample.end));
            var leaves = Timing.Of(null, NotificationChoice.Email, passes: false, now, new MailWishes(quiet, sample.digest, Minute(sample.at))).MailLeaves!.Value;
            return leaves >= now && leaves <= now.AddDays(2) && quiet?.Holds(TimeOnly.FromDateTime(leaves)) != true;
        }).Prove();

    private static TimeOnly Minute(int minute) => TimeOnly.MinValue.AddMinutes(minute);

    private static QuietHours? Quiet(string text) => text.Length == 0 ? null : QuietHours.Of(Time(text.Split('–')[0]), Time(text.Split('–')[1]));

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTime Wall(string text) => DateTime.ParseExact($"2026-{text}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

public sealed class NotificationRetriesBook
{
    public static TheoryData<int> Rows => RulePage.Rows("notification-retries");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("notification-retries")[row];
        var next = Retrying.After(
            Enum.Parse<SendResult>(example["answer"]),
            Number(example["attempts before"]),
            Time(example["waiting for"])!.Value,
            Time(example["asked to wait"]),
            new RetryPolicy(Number(example["most attempts"]), Time(example["first wait"])!.Value, Time(example["longest wait"])!.Value));
        next.Attempts.ShouldBe(Number(example["attempts"]));
        next.Wait.ShouldBe(example["next in"] == "gives up" ? null : Time(example["next in"]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan? Time(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var parts = text.Split(':').Select(Number).ToArray();
        return new TimeSpan(parts[0], parts[1], parts[2]);
    }
}
