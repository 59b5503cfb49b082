using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

/// <summary>What feedback can be about; the list is the house's.</summary>
internal sealed class FeedbackCategory : IVersioned
{
    public required FeedbackCategoryId Id { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    public int Order { get; set; }

    /// <summary>No longer offered.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;
}

internal enum FeedbackState
{
    New,

    /// <summary>A handler has taken it up.</summary>
    InHand,
    Answered,
    Closed,
}

/// <summary>
/// Something put into the box. Of an anonymous one nothing is kept that leads to its author: no person, no account, no time but the day,
/// an id that tells no time, and of his code only a hash. So it is not in the audit trail either, which would name whoever was signed in; what
/// handlers do is (<see cref="FeedbackDeed"/>).
/// </summary>
[NotAudited]
internal sealed class Feedback
{
    public required FeedbackId Id { get; init; }

    public required FeedbackCategoryId CategoryId { get; set; }

    public required string Text { get; init; }

    /// <summary>Null is anonymous.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>SHA-256 of the code of an anonymous author.</summary>
    public string? CodeHash { get; init; }

    public required FeedbackState State { get; set; }

    public required DateOnly Day { get; init; }

    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Handlers have been told of what the author said last; by the clock, so that the time of it tells nothing.</summary>
    public bool IsTold { get; set; }

    /// <summary>Raised by hand: this record is in no trail that would show who saved it last.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A further word, of the author or of a handler.</summary>
[NotAudited]
internal sealed class FeedbackWord
{
    public required FeedbackId FeedbackId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>Null is the author's.</summary>
    public PersonId? HandlerId { get; init; }

    public required string Text { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>What a handler did: for the audit trail.</summary>
internal sealed class FeedbackDeed
{
    public required FeedbackId FeedbackId { get; init; }

    public required int Line { get; init; }

    public required PersonId HandlerId { get; init; }

    public required FeedbackState State { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class FeedbackCategoryMap : IEntityTypeConfiguration<FeedbackCategory>
{
    public void Configure(EntityTypeBuilder<FeedbackCategory> table)
    {
        table.ToTable("collaboration_feedback_category");
        table.Property(category => category.Name).HasMaxLength(40);
        table.Property(category => category.NameEn).HasMaxLength(60);
        table.Property(category => category.Version).IsConcurrencyToken();
        table.HasIndex(category => category.Name).IsUnique();
    }
}

internal sealed class FeedbackMap : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> table)
    {
        table.ToTable("collaboration_feedback");
        table.Property(feedback => feedback.Text).HasMaxLength(4000);
        table.Property(feedback => feedback.CodeHash).HasMaxLength(64);
        table.Property(feedback => feedback.Version).IsConcurrencyToken();
        table.HasIndex(feedback => feedback.CodeHash).IsUnique();
        table.HasIndex(feedback => new { feedback.State, feedback.Day });
        table.HasIndex(feedback => feedback.PersonId);
        table.HasOne<FeedbackCategory>().WithMany().HasForeignKey(feedback => feedback.CategoryId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(feedback => feedback.PersonId);
    }
}

internal sealed class FeedbackWordMap : IEntityTypeConfiguration<FeedbackWord>
{
    public void Configure(EntityTypeBuilder<FeedbackWord> table)
    {
        table.ToTable("collaboration_feedback_word");
        table.HasKey(word => new { word.FeedbackId, word.Line });
        table.Property(word => word.Text).HasMaxLength(4000);
        table.HasOne<Feedback>().WithMany().HasForeignKey(word => word.FeedbackId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(word => word.HandlerId);
    }
}

internal sealed class FeedbackDeedMap : IEntityTypeConfiguration<FeedbackDeed>
{
    public void Configure(EntityTypeBuilder<FeedbackDeed> table)
    {
        table.ToTable("collaboration_feedback_deed");
        table.HasKey(deed => new { deed.FeedbackId, deed.Line });
        table.HasOne<Feedback>().WithMany().HasForeignKey(deed => deed.FeedbackId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(deed => deed.HandlerId);
    }
}
