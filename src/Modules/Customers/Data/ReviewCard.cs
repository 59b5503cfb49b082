using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>Where it goes with a customer.</summary>
internal enum ReviewTrend
{
    Better,
    Steady,
    Worse,
}

/// <summary>月评卡: what somebody makes of a month with a customer. The figures of the month are the system's and stand nowhere here.</summary>
internal sealed class ReviewCard : IVersioned
{
    public required ReviewCardId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>For whom it was written; another one than <see cref="CustomerId"/> once he was merged.</summary>
    public required CustomerId OfId { get; init; }

    public required Month Month { get; init; }

    /// <summary>Who wrote it last.</summary>
    public PersonId? AuthorId { get; set; }

    public required DateTimeOffset At { get; set; }

    public required ReviewTrend Trend { get; set; }

    public required string Judgement { get; set; }

    /// <summary>What is done next month.</summary>
    public string? Next { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class ReviewCardTable : IEntityTypeConfiguration<ReviewCard>
{
    public void Configure(EntityTypeBuilder<ReviewCard> table)
    {
        table.ToTable("customers_review_card");
        table.Property(card => card.Judgement).HasMaxLength(2000);
        table.Property(card => card.Next).HasMaxLength(2000);
        table.Property(card => card.Version).IsConcurrencyToken();
        table.HasIndex(card => new { card.OfId, card.Month }).IsUnique();
        table.HasIndex(card => new { card.CustomerId, card.Month });
        table.HasIndex(card => card.Month);
        table.RefersToCustomer(card => card.CustomerId);
        table.RefersToCustomer(card => card.OfId);
        table.RefersToPerson(card => card.AuthorId);
    }
}
