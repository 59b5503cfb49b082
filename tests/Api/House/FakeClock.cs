namespace Yingpan.Tests.Api;

/// <summary>Stands still at ten in the morning of Wednesday, 15 July 2026, in Shanghai, until a test moves it or lets it go; its timers with it.</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 7, 15, 2, 0, 0, TimeSpan.Zero);

    private readonly Lock moving = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = Start;

    /// <summary>By how much it moves each time somebody looks at it: no two looks of a real one are the same.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (moving)
        {
            now += Step;
            return now;
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Timer> due;
        lock (moving)
        {
            now += time;
            due = timers.FindAll(timer => timer.Due <= now);
            due.ForEach(timer => timer.Due = timer.Period > TimeSpan.Zero ? now + timer.Period : DateTimeOffset.MaxValue);
        }

        // However far the clock moves, a timer rings once: that is how PeriodicTimer sees it too.
        due.ForEach(timer => timer.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (moving)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(FakeClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.moving)
            {
                Due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock.now + dueTime;
                Period = period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.moving)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
