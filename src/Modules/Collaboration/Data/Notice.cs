using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

internal enum NoticeState
{
    /// <summary>Being written; nobody but its author sees it.</summary>
    Draft,

    Published,

    /// <summary>Holds no more; who got it sees why.</summary>
    Withdrawn,
}

/// <summary>Something said from above to units, positions or persons. Once published its wording never changes.</summary>
internal sealed class Notice : IVersioned
{
    public required NoticeId Id { get; init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public required PersonId AuthorId { get; init; }

    public required NoticeState State { get; set; }

    /// <summary>Stands on top of the list, and is said so.</summary>
    public bool IsImportant { get; set; }

    public bool MustConfirm { get; set; }

    /// <summary>The last day to confirm; null without one.</summary>
    public DateOnly? ConfirmBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawReason { get; set; }

    public int Version { get; set; } = 1;

    public List<NoticePart> Parts { get; init; } = [];
}

/// <summary>Whom it is for: a unit, a position or a person; exactly one of the three.</summary>
internal sealed class NoticePart
{
    public required NoticeId NoticeId { get; init; }

    /// <summary>From 0.</summary>
    public required int Place { get; init; }

    public UnitId? UnitId { get; init; }

    public bool WithSubunits { get; init; }

    public PositionId? PositionId { get; init; }

    public PersonId? PersonId { get; init; }
}

/// <summary>Who got it, fixed when it was published; and when he read and confirmed it. Its own trail.</summary>
[NotAudited]
internal sealed class NoticeReceipt
{
    public required NoticeId NoticeId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Where he stood on that day.</summary>
    public UnitId? UnitId { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last day on which he was reminded: never twice on one day.</summary>
    public DateOnly? RemindedOn { get; set; }

    public int Reminders { get; set; }
}

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("collaboration_notice");
        table.Property(notice => notice.Title).HasMaxLength(120);
        table.Property(notice => notice.Text).HasMaxLength(20_000);
        table.Property(notice => notice.WithdrawReason).HasMaxLength(500);
        table.Property(notice => notice.Version).IsConcurrencyToken();
        table.HasIndex(notice => new { notice.AuthorId, notice.CreatedAt });
        table.HasIndex(notice => new { notice.State, notice.ConfirmBy });
        table.RefersToPerson(notice => notice.AuthorId);
        table.HasMany(notice => notice.Parts).WithOne().HasForeignKey(part => part.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticePartMap : IEntityTypeConfiguration<NoticePart>
{
    public void Configure(EntityTypeBuilder<NoticePart> table)
    {
        table.ToTable("collaboration_notice_part");
        table.HasKey(part => new { part.NoticeId, part.Place });
        table.RefersToUnit(part => part.UnitId);
        table.RefersToPosition(part => part.PositionId);
        table.RefersToPerson(part => part.PersonId);
    }
}

internal sealed class NoticeReceiptMap : IEntityTypeConfiguration<NoticeReceipt>
{
    public void Configure(EntityTypeBuilder<NoticeReceipt> table)
    {
        table.ToTable("collaboration_notice_receipt");
        table.HasKey(receipt => new { receipt.NoticeId, receipt.PersonId });
        // What is new to me, and what I still have to confirm.
        table.HasIndex(receipt => new { receipt.PersonId, receipt.ReadAt });
        table.HasIndex(receipt => new { receipt.PersonId, receipt.ConfirmedAt });
        table.HasOne<Notice>().WithMany().HasForeignKey(receipt => receipt.NoticeId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(receipt => receipt.PersonId);
        table.RefersToUnit(receipt => receipt.UnitId);
    }
}
