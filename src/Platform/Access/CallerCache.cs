using System.Collections.Concurrent;

namespace Yingpan.Platform.Access;

/// <summary>A caller as he was when his session was last looked up, and when that look-up must be repeated.</summary>
public sealed class KnownSession(Guid sessionId, Guid accountId, Caller caller, bool mustChangePassword, DateTimeOffset goodUntil, DateTimeOffset lastSeenAt)
{
    public Guid SessionId { get; } = sessionId;

    public Guid AccountId { get; } = accountId;

    public Caller Caller { get; } = caller;

    public bool MustChangePassword { get; } = mustChangePassword;

    public DateTimeOffset GoodUntil { get; } = goodUntil;

    public DateTimeOffset LastSeenAt { get; set; } = lastSeenAt;

    /// <summary>Set when <see cref="LastSeenAt"/> has moved since it was last written.</summary>
    public bool IsTouched { get; set; }
}

/// <summary>
/// Saves the look-up of session, roles and units on every request. Emptied whole whenever anything is saved that decides access:
/// such changes are rare, and an empty cache is always right. Entries also end by themselves after half a minute, which bounds
/// what a second process of the same database may not have heard of.
/// </summary>
public sealed class CallerCache
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, KnownSession> sessions = new(StringComparer.Ordinal);

    public KnownSession? Find(string tokenHash, DateTimeOffset now) =>
        sessions.TryGetValue(tokenHash, out var known) && known.GoodUntil > now ? known : null;

    public void Remember(string tokenHash, KnownSession known) => sessions[tokenHash] = known;

    /// <summary>Told after everything was forgotten: something that decides access has changed.</summary>
    public event EventHandler? Forgotten;

    public void Forget()
    {
        sessions.Clear();
        Forgotten?.Invoke(this, EventArgs.Empty);
    }

    public IReadOnlyList<KnownSession> Touched() => [.. sessions.Values.Where(known => known.IsTouched)];
}
