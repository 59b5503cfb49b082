namespace Yingpan.Platform.Identity;

/// <summary>Section <c>SignIn</c> of the configuration.</summary>
public sealed class SignInPolicy
{
    /// <summary>A browser session unused for so long is over.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>A browser session is over after so long in any case.</summary>
    public int AbsoluteHours { get; set; } = 12;

    public int PasswordLength { get; set; } = 12;

    public int AttemptsBeforeLockout { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 5;

    /// <summary>PBKDF2-HMAC-SHA-512 rounds; OWASP ASVS 5.0 appendix C asks for at least 210,000.</summary>
    public int HashIterations { get; set; } = 210_000;

    /// <summary>Longest life a personal access token may be given, in days.</summary>
    public int TokenDays { get; set; } = 366;
}
