using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Yingpan.Platform.Notifications.Live;

/// <summary>What an open window hears.</summary>
internal enum LiveWord
{
    /// <summary>There is something new: look.</summary>
    Told,

    /// <summary>Nothing; the line is still there.</summary>
    Still,

    /// <summary>The session is over, or this process is about to end.</summary>
    Ended,
}

/// <summary>
/// The open windows of this process. Telling one costs no query, and an open one costs none: it hears that there is something new, and its
/// page asks for it as for anything else.
/// </summary>
internal sealed class LiveNotifications : IDisposable
{
    /// <summary>Shorter than the minute after which proxies take a silent line for a dead one.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<Guid, LiveStream> streams = new();
    private readonly IOptions<NotificationOptions> options;
    private readonly CancellationTokenRegistration stopping;
    private volatile bool isClosing;

    public LiveNotifications(IHostApplicationLifetime life, IOptions<NotificationOptions> options)
    {
        this.options = options;
        // Before the server waits for its requests to end: these end by themselves only when their windows close.
        stopping = life.ApplicationStopping.Register(Close);
    }

    /// <summary>Tells this process's own words from those of others.</summary>
    public Guid Node { get; } = Guid.CreateVersion7();

    public int Count => streams.Count;

    public IReadOnlyList<Guid> Sessions => [.. streams.Values.Select(stream => stream.Session).Distinct()];

    /// <summary>Null when the session has as many as it may.</summary>
    public LiveStream? Open(Guid account, Guid session)
    {
        if (streams.Values.Count(stream => stream.Session == session) >= options.Value.StreamsPerSession)
        {
            return null;
        }

        var stream = new LiveStream(account, session, gone => streams.TryRemove(gone.Id, out _));
        streams[stream.Id] = stream;
        if (isClosing)
        {
            stream.End();
        }

        return stream;
    }

    public void Told(Guid account)
    {
        foreach (var stream in streams.Values.Where(stream => stream.Account == account))
        {
            stream.Tell();
        }
    }

    /// <summary>Something may have been missed: everybody looks.</summary>
    public void ToldAll()
    {
        foreach (var stream in streams.Values)
        {
            stream.Tell();
        }
    }

    /// <summary>Ends the windows of every session that is not among these.</summary>
    public void EndAllBut(IReadOnlySet<Guid> good, IReadOnlyList<Guid> asked)
    {
        foreach (var stream in streams.Values.Where(stream => asked.Contains(stream.Session) && !good.Contains(stream.Session)))
        {
            stream.End();
        }
    }

    /// <summary>What this process says to the others of an account that was told something.</summary>
    public string Words(Guid account) => $"{Node:N}/{account:N}";

    public void Dispose() => stopping.Dispose();

    private void Close()
    {
        isClosing = true;
        foreach (var stream in streams.Values)
        {
            stream.End();
        }
    }
}

/// <summary>One open window.</summary>
internal sealed class LiveStream(Guid account, Guid session, Action<LiveStream> gone) : IDisposable
{
    // One word waits at most: looking once shows whatever came meanwhile.
    private readonly Channel<bool> words = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid Account { get; } = account;

    public Guid Session { get; } = session;

    public void Tell() => words.Writer.TryWrite(true);

    public void End() => words.Writer.TryComplete();

    public async Task<LiveWord> Next(TimeSpan breath, TimeProvider clock, CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var word = words.Reader.WaitToReadAsync(both.Token).AsTask();
        var silence = Task.Delay(breath, clock, both.Token);
        var first = await Task.WhenAny(word, silence);
        await both.CancelAsync();
        if (first != word)
        {
            cancel.ThrowIfCancellationRequested();
            return LiveWord.Still;
        }

        return await word && words.Reader.TryRead(out _) ? LiveWord.Told : LiveWord.Ended;
    }

    public void Dispose()
    {
        End();
        gone(this);
    }
}
