using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Notifications;

/// <summary>Something an account should know. It keeps what happened, not the sentence: that is said in the reader's language.</summary>
[NotAudited]
internal sealed class Notification
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Its sentence is the text <c>notification.{kind}</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON object: the values for the sentence.</summary>
    public required string Params { get; init; }

    /// <summary>The page of the application it leads to: <c>/approvals/…</c>; empty for none.</summary>
    public required string Link { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What <see cref="Params"/> holds, for its sentence.</summary>
    public static IReadOnlyDictionary<string, object?> ValuesOf(string json)
    {
        using var values = JsonDocument.Parse(json);
        return values.RootElement.EnumerateObject().ToDictionary(
            value => value.Name,
            value => value.Value.ValueKind is JsonValueKind.Null ? null : (object?)value.Value.ToString());
    }
}

internal sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public const string Name = "platform_notification";

    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable(Name);
        table.Property(notification => notification.Id).ValueGeneratedNever();
        table.Property(notification => notification.Kind).HasMaxLength(60);
        table.Property(notification => notification.Link).HasMaxLength(200);
        table.HasIndex(notification => new { notification.AccountId, notification.CreatedAt });
        table.HasIndex(notification => new { notification.AccountId, notification.ReadAt });
        table.HasOne<Account>().WithMany().HasForeignKey(notification => notification.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
