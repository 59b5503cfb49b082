namespace Yingpan.Platform.Notifications;

/// <summary>Section <c>Notifications</c> of the configuration: what belongs to the machine, not to the house.</summary>
public sealed class NotificationOptions
{
    /// <summary>Where robots may be besides at their makers, as origins with commas between: <c>https://robots.example.com</c>.</summary>
    public string RobotOrigins { get; set; } = "";

    /// <summary>A password may go over a connection that is not encrypted.</summary>
    public bool AllowPlainPasswords { get; set; }

    /// <summary>So long one attempt to send may take.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>What a process was sending when it died is sent again after so long. Longer than any attempt takes.</summary>
    public int LeaseSeconds { get; set; } = 120;

    /// <summary>Open windows of one session that are told at once; further ones are refused until one closes.</summary>
    public int StreamsPerSession { get; set; } = 20;

    /// <summary>Between two messages to the same group: all three makers allow twenty a minute.</summary>
    public double RobotPauseSeconds { get; set; } = 3;

    public IReadOnlyCollection<string> Origins => RobotOrigins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
