using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Identity;

public enum SessionKind
{
    /// <summary>A browser, by an HttpOnly cookie.</summary>
    Browser,

    /// <summary>A program, by <c>Authorization: Bearer</c>: a personal access token.</summary>
    Token,
}

/// <summary>
/// A sign-in that is still good: a browser's session or a program's token. The secret itself is never stored, only its SHA-256,
/// and the row is asked (through a cache that is emptied on every change) at each request, so ending it takes effect at once.
/// </summary>
[NotAudited]
public sealed class Session
{
    public Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>A token's name, given by its owner.</summary>
    public string Name { get; init; } = "";

    public required string TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Absolute end, whatever the use.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public string From { get; init; } = "";

    public string UserAgent { get; init; } = "";
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("platform_session");
        table.Property(session => session.TokenHash).HasMaxLength(64);
        table.Property(session => session.Name).HasMaxLength(60);
        table.Property(session => session.From).HasMaxLength(64);
        table.Property(session => session.UserAgent).HasMaxLength(300);
        table.HasIndex(session => session.TokenHash).IsUnique();
        table.HasIndex(session => new { session.AccountId, session.Kind });
        table.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
