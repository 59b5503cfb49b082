namespace Yingpan.Tests.Api;

/// <summary>Stands still at ten in the morning of Wednesday, 15 July 2026, in Shanghai, until a test moves it.</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 7, 15, 2, 0, 0, TimeSpan.Zero);

    private readonly Lock moving = new();
    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (moving)
        {
            return now;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (moving)
        {
            now += time;
        }
    }
}
