using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Notifications.Robots;

namespace Yingpan.Platform.Notifications.Deliveries;

public readonly record struct DeliveryId(Guid Value) : IId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DeliveryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public enum DeliveryChannel
{
    Email,
    Robot,
}

public enum DeliveryState
{
    /// <summary>To be sent, first or again.</summary>
    Waiting,

    Sent,
    Failed,

    /// <summary>No longer needed: read meanwhile, the account closed, the robot switched off.</summary>
    Dropped,
}

/// <summary>
/// One notification on its way to one mailbox or group. Written in the transaction of the notification, so neither is there without the
/// other; what is sent together shares a batch.
/// </summary>
[NotAudited]
internal sealed class Delivery
{
    public const string Table = "platform_delivery";

    public required DeliveryId Id { get; init; }

    public required Guid NotificationId { get; init; }

    /// <summary>Whose notification it is.</summary>
    public required Guid AccountId { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>Null sends a mail.</summary>
    public RobotId? RobotId { get; init; }

    public required DeliveryState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was to be sent first, after quiet hours and digest.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The mail or message it is part of; the same for each attempt, so a receiver can tell a second copy.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>Until then some process is at it. One that died loses it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Code of a text.</summary>
    public string? Reason { get; set; }

    /// <summary>What the other side said.</summary>
    public string? Detail { get; set; }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public const int LongestDetail = 300;

    public void Configure(EntityTypeBuilder<Delivery> table)
    {
        table.ToTable(Delivery.Table);
        table.Property(delivery => delivery.Reason).HasMaxLength(60);
        table.Property(delivery => delivery.Detail).HasMaxLength(LongestDetail);
        table.HasIndex(delivery => new { delivery.State, delivery.NextAt });
        table.HasIndex(delivery => delivery.CreatedAt);
        table.HasIndex(delivery => delivery.BatchId);
        table.HasOne<Notification>().WithMany().HasForeignKey(delivery => delivery.NotificationId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Account>().WithMany().HasForeignKey(delivery => delivery.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Robot>().WithMany().HasForeignKey(delivery => delivery.RobotId).OnDelete(DeleteBehavior.Cascade);
    }
}
