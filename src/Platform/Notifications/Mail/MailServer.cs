using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Notifications.Mail;

public enum MailSecurity
{
    /// <summary>Encrypted from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>Encrypted before anything is said, usually port 587; a server that can't is refused.</summary>
    StartTls,

    /// <summary>Not encrypted: a relay inside the house's own network.</summary>
    None,
}

/// <summary>The mail server of the house. One row; not there until somebody enters it.</summary>
[HouseData]
internal sealed class MailServer : IVersioned
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public bool IsOn { get; set; }

    public string Host { get; set; } = "";

    public int Port { get; set; } = 465;

    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    public string? UserName { get; set; }

    /// <summary>Protected with the keys of the house; no answer ever holds it.</summary>
    [Secret]
    public string? Password { get; set; }

    public string SenderAddress { get; set; } = "";

    public string? SenderName { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class MailServerTable : IEntityTypeConfiguration<MailServer>
{
    public void Configure(EntityTypeBuilder<MailServer> table)
    {
        table.ToTable("platform_mail_server");
        table.Property(server => server.Id).ValueGeneratedNever();
        table.Property(server => server.Host).HasMaxLength(200);
        table.Property(server => server.UserName).HasMaxLength(200);
        table.Property(server => server.SenderAddress).HasMaxLength(200);
        table.Property(server => server.SenderName).HasMaxLength(100);
        table.Property(server => server.Version).IsConcurrencyToken();
    }
}
