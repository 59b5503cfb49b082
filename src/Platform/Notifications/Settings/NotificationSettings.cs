using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Platform.Notifications.Settings;

/// <summary>How the house tells its people. One row; until somebody changes it, it is not there, and this is what holds.</summary>
[HouseData]
internal sealed class NotificationSettings : IVersioned
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Where people reach the application, for links in mails and groups; null sends none.</summary>
    public string? Address { get; set; }

    /// <summary>Of a kind of which the house says nothing.</summary>
    public NotificationChoice UsualChoice { get; set; } = NotificationChoice.Email;

    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    /// <summary>Urgent kinds wait for neither quiet hours nor digest.</summary>
    public bool UrgentPasses { get; set; } = true;

    public Digest Digest { get; set; } = Digest.None;

    public TimeOnly DailyAt { get; set; } = new(8, 30);

    /// <summary>So often a message is sent before it has failed.</summary>
    public int Attempts { get; set; } = 6;

    public int FirstWaitSeconds { get; set; } = 60;

    public int LongestWaitMinutes { get; set; } = 120;

    /// <summary>So long the list of deliveries remembers those that are over.</summary>
    public int KeepDays { get; set; } = 90;

    public int Version { get; set; } = 1;

    public RetryPolicy Retries => new(Attempts, TimeSpan.FromSeconds(FirstWaitSeconds), TimeSpan.FromMinutes(LongestWaitMinutes));
}

/// <summary>What the house says of one kind of notification.</summary>
[HouseData]
internal sealed class NotificationKindRule
{
    public required string Kind { get; init; }

    /// <summary>Null takes the usual one.</summary>
    public NotificationChoice? Choice { get; set; }

    public bool IsUrgent { get; set; }
}

/// <summary>What somebody wants for himself. Null, or not there, follows the house.</summary>
[NotAudited]
internal sealed class NotificationWish
{
    public required Guid AccountId { get; init; }

    /// <summary>Of his own, which may also be none at all.</summary>
    public bool OwnQuietHours { get; set; }

    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    public Digest? Digest { get; set; }

    public TimeOnly? DailyAt { get; set; }

    /// <summary><c>approval-asked=Off,approval-late=Email</c></summary>
    public string Choices { get; set; } = "";

    public IReadOnlyDictionary<string, NotificationChoice> ChoiceOfKind => Choices.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(choice => choice.Split('=')).ToDictionary(pair => pair[0], pair => Enum.Parse<NotificationChoice>(pair[1]), StringComparer.Ordinal);
}

internal sealed class NotificationSettingsTable : IEntityTypeConfiguration<NotificationSettings>
{
    public void Configure(EntityTypeBuilder<NotificationSettings> table)
    {
        table.ToTable("platform_notification_settings");
        table.Property(settings => settings.Id).ValueGeneratedNever();
        table.Property(settings => settings.Address).HasMaxLength(200);
        table.Property(settings => settings.Version).IsConcurrencyToken();
        table.Ignore(settings => settings.Retries);
    }
}

internal sealed class NotificationKindRuleTable : IEntityTypeConfiguration<NotificationKindRule>
{
    public void Configure(EntityTypeBuilder<NotificationKindRule> table)
    {
        table.ToTable("platform_notification_kind");
        table.HasKey(rule => rule.Kind);
        table.Property(rule => rule.Kind).HasMaxLength(60);
    }
}

internal sealed class NotificationWishTable : IEntityTypeConfiguration<NotificationWish>
{
    public void Configure(EntityTypeBuilder<NotificationWish> table)
    {
        table.ToTable("platform_notification_wish");
        table.HasKey(wish => wish.AccountId);
        table.Ignore(wish => wish.ChoiceOfKind);
        table.HasOne<Identity.Account>().WithOne().HasForeignKey<NotificationWish>(wish => wish.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
