namespace Yingpan.Platform.Notifications.Rules;

/// <summary>What came of an attempt to send.</summary>
public enum SendResult
{
    Sent,

    /// <summary>Not now: no connection, a busy server. Counts as an attempt.</summary>
    Later,

    /// <summary>The other side asks us to slow down. No fault of the message, so it does not count.</summary>
    Limited,

    /// <summary>No again tomorrow either: a wrong signature, an address nobody has. Trying again would change nothing.</summary>
    Refused,
}

/// <param name="Attempts">The last one that is made.</param>
/// <param name="FirstWait">After the first; each next wait is twice the one before.</param>
/// <param name="LongestWait">No wait is longer.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan FirstWait, TimeSpan LongestWait);

/// <param name="Attempts">Counted so far.</param>
/// <param name="Wait">Until the next attempt; null gives up.</param>
public sealed record NextAttempt(int Attempts, TimeSpan? Wait);

/// <summary>What follows an attempt that did not succeed (docs/rules/notification-retries.md).</summary>
public static class Retrying
{
    /// <summary>Whoever is told to slow down for longer than this has no use for the message any more.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromHours(24);

    /// <param name="before">Attempts counted before this one.</param>
    /// <param name="age">Since the message was to be sent first.</param>
    /// <param name="asked">How long the other side asked to wait, where it did.</param>
    public static NextAttempt After(SendResult result, int before, TimeSpan age, TimeSpan? asked, RetryPolicy policy)
    {
        switch (result)
        {
            case SendResult.Limited:
                var wait = asked is { } said && said > policy.FirstWait ? said : policy.FirstWait;
                return new NextAttempt(before, age >= Stale ? null : wait);
            case SendResult.Later when before + 1 < policy.Attempts:
                return new NextAttempt(before + 1, Growing(before, policy));
            default:
                return new NextAttempt(before + 1, null);
        }
    }

    private static TimeSpan Growing(int before, RetryPolicy policy)
    {
        // Twice as long each time, and no overflow however many attempts a house allows.
        var wait = policy.FirstWait * Math.Pow(2, Math.Min(before, 20));
        return wait < policy.LongestWait ? wait : policy.LongestWait;
    }
}
