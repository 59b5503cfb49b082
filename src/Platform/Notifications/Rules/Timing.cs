namespace Yingpan.Platform.Notifications.Rules;

/// <summary>How somebody wants to hear of a kind of notification. The list keeps it in any case.</summary>
public enum NotificationChoice
{
    /// <summary>In the application: the bell counts it.</summary>
    InApp,

    /// <summary>In the application and by e-mail.</summary>
    Email,

    /// <summary>Kept in the list as read; nothing counts and nothing is sent.</summary>
    Off,
}

/// <summary>Whether mails are collected.</summary>
public enum Digest
{
    None,
    Hourly,
    Daily,
}

/// <summary>From one time of the day to another, past midnight where the end is the earlier one. The end itself is loud again.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Null, as no quiet hours at all, where both ends are the same.</summary>
    public static QuietHours? Of(TimeOnly? from, TimeOnly? to) => from is { } start && to is { } end && start != end ? new QuietHours(start, end) : null;

    public bool Holds(TimeOnly time) => time.IsBetween(From, To);

    /// <summary>When it ends, for a moment within.</summary>
    public DateTime EndAfter(DateTime within)
    {
        var end = within.Date + To.ToTimeSpan();
        return end > within ? end : end.AddDays(1);
    }
}

/// <param name="DailyAt">Of a daily digest.</param>
public sealed record MailWishes(QuietHours? Quiet, Digest Digest, TimeOnly DailyAt);

/// <param name="IsSilent">Kept in the list as read.</param>
/// <param name="MailLeaves">By the clock on the wall; null sends none.</param>
public sealed record Told(bool IsSilent, DateTime? MailLeaves);

/// <summary>What becomes of a notification, and when its mail leaves (docs/rules/notification-times.md).</summary>
public static class Timing
{
    /// <param name="own">What the person chose for this kind; null follows the house.</param>
    /// <param name="passes">The kind is urgent, and the house lets urgent ones pass quiet hours and digests.</param>
    /// <param name="now">By the clock on the wall of the house.</param>
    public static Told Of(NotificationChoice? own, NotificationChoice house, bool passes, DateTime now, MailWishes wishes) => (own ?? house) switch
    {
        NotificationChoice.Off => new Told(IsSilent: true, MailLeaves: null),
        NotificationChoice.InApp => new Told(IsSilent: false, MailLeaves: null),
        _ => new Told(IsSilent: false, passes ? now : MailLeaves(now, wishes)),
    };

    /// <summary>The digest says when, and quiet hours hold it until they end.</summary>
    private static DateTime MailLeaves(DateTime now, MailWishes wishes)
    {
        var leaves = wishes.Digest switch
        {
            Digest.Hourly => now.Date.AddHours(now.Hour + 1),
            Digest.Daily => NextAt(now, wishes.DailyAt),
            _ => now,
        };
        return wishes.Quiet is { } quiet && quiet.Holds(TimeOnly.FromDateTime(leaves)) ? quiet.EndAfter(leaves) : leaves;
    }

    private static DateTime NextAt(DateTime now, TimeOnly time)
    {
        var today = now.Date + time.ToTimeSpan();
        return today > now ? today : today.AddDays(1);
    }
}
