using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

internal enum DocumentKind
{
    /// <summary>规章制度: for the house, or for some units and those below them.</summary>
    Rule,

    /// <summary>岗位职责与权利: for whoever holds the position.</summary>
    Position,
}

/// <summary>Something the house has laid down in writing, edition by edition, and that those it is for acknowledge.</summary>
internal sealed class HouseDocument : IVersioned
{
    public required HouseDocumentId Id { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Of the edition that holds, as <see cref="Units"/>; before the first is published, of its draft.</summary>
    public required string Title { get; set; }

    /// <summary>Whose duties and rights; null for a rule. A position has one document.</summary>
    public PositionId? PositionId { get; init; }

    /// <summary>Number of the edition that holds; null before the first is published.</summary>
    public int? Current { get; set; }

    /// <summary>From then on it binds nobody; null while it does.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>By when its effect is to be looked at; null where nobody has said.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Who sees to that.</summary>
    public PersonId? ResponsibleId { get; set; }

    /// <summary>The last day on which he was told that it is due.</summary>
    [NotAudited]
    public DateOnly? ReviewToldOn { get; set; }

    public int Version { get; set; } = 1;

    public List<DocumentEdition> Editions { get; init; } = [];

    /// <summary>For these units and those below; none is the whole house.</summary>
    public List<DocumentUnit> Units { get; init; } = [];

    public List<DocumentReview> Reviews { get; init; } = [];
}

/// <summary>One wording. A published one never changes: what somebody acknowledged stays what he acknowledged.</summary>
internal sealed class DocumentEdition
{
    public required HouseDocumentId DocumentId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Becomes that of the document when it is published.</summary>
    public required string Title { get; set; }

    /// <summary>Ids of the units it is for, one beside the other; these too hold from then on. Empty is the whole house.</summary>
    public required string ForUnits { get; set; }

    public required string Text { get; set; }

    /// <summary>Of a position: what its holder may decide and demand; the text then says what he has to do.</summary>
    public string? Rights { get; set; }

    /// <summary>编制人</summary>
    public PersonId? AuthorId { get; set; }

    /// <summary>审核人</summary>
    public PersonId? CheckerId { get; set; }

    /// <summary>审批人</summary>
    public PersonId? ApproverId { get; set; }

    /// <summary>编制单位</summary>
    public UnitId? UnitId { get; set; }

    /// <summary>编制时间</summary>
    public required DateOnly WrittenOn { get; set; }

    /// <summary>How far a draft is with those who have to agree; null where nobody was asked.</summary>
    public DocumentDecision? Decision { get; set; }

    /// <summary>Null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public IReadOnlyList<UnitId> Units => [.. ForUnits.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(unit => new UnitId(Guid.Parse(unit)))];

    public static string Listed(IEnumerable<UnitId> units) => string.Join(',', units.Distinct().OrderBy(unit => unit.Value));
}

internal sealed class DocumentUnit
{
    public required HouseDocumentId DocumentId { get; init; }

    public required UnitId UnitId { get; init; }
}

/// <summary>Somebody has read an edition and says so.</summary>
internal sealed class DocumentReceipt
{
    public required HouseDocumentId DocumentId { get; init; }

    public required int Edition { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody was asked to read an edition; kept so that the clock knows whom it has not asked yet, and when to remind.</summary>
[NotAudited]
internal sealed class DocumentAsking
{
    public required HouseDocumentId DocumentId { get; init; }

    public required int Edition { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The last day on which he was reminded.</summary>
    public DateOnly? RemindedOn { get; set; }
}

/// <summary>When readers are reminded, and how early a review is told of, from a day until the next policy's day. Never changed once it holds.</summary>
[HouseData]
internal sealed class DocumentPolicy : IHoldsFromDay
{
    public required DocumentPolicyId Id { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Days after somebody was asked at which he is reminded first.</summary>
    public required int RemindAfter { get; init; }

    /// <summary>Days between reminders after that, and of a review that is overdue.</summary>
    public required int RemindEvery { get; init; }

    /// <summary>Days before a review is due at which its responsible person is told.</summary>
    public required int ReviewAhead { get; init; }

    /// <summary>What holds where a house has said nothing.</summary>
    public static DocumentPolicy Usual { get; } = new() { Id = default, First = new DateOnly(1900, 1, 1), RemindAfter = 3, RemindEvery = 7, ReviewAhead = 14 };
}

internal enum ReviewVerdict
{
    /// <summary>It works as it is.</summary>
    Keep,

    Revise,

    Withdraw,
}

/// <summary>评审: what leadership finds of the effect of a rule.</summary>
internal sealed class DocumentReview
{
    public required DocumentReviewId Id { get; init; }

    public required HouseDocumentId DocumentId { get; init; }

    public required int Edition { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    public required string Finding { get; init; }

    public PersonId? PersonId { get; init; }
}

internal sealed class HouseDocumentTable : IEntityTypeConfiguration<HouseDocument>
{
    public void Configure(EntityTypeBuilder<HouseDocument> table)
    {
        table.ToTable("organization_document");
        table.Property(document => document.Title).HasMaxLength(120);
        table.Property(document => document.Version).IsConcurrencyToken();
        table.HasIndex(document => document.PositionId).IsUnique();
        table.RefersToPerson(document => document.ResponsibleId);
        table.HasOne<Position>().WithMany().HasForeignKey(document => document.PositionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(document => document.Editions).WithOne().HasForeignKey(edition => edition.DocumentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(document => document.Units).WithOne().HasForeignKey(unit => unit.DocumentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(document => document.Reviews).WithOne().HasForeignKey(review => review.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentEditionTable : IEntityTypeConfiguration<DocumentEdition>
{
    public void Configure(EntityTypeBuilder<DocumentEdition> table)
    {
        table.ToTable("organization_document_edition");
        table.HasKey(edition => new { edition.DocumentId, edition.Number });
        table.Ignore(edition => edition.Units);
        table.Property(edition => edition.Title).HasMaxLength(120);
        table.RefersToPerson(edition => edition.AuthorId);
        table.RefersToPerson(edition => edition.CheckerId);
        table.RefersToPerson(edition => edition.ApproverId);
        table.RefersToUnit(edition => edition.UnitId);
    }
}

internal sealed class DocumentUnitTable : IEntityTypeConfiguration<DocumentUnit>
{
    public void Configure(EntityTypeBuilder<DocumentUnit> table)
    {
        table.ToTable("organization_document_unit");
        table.HasKey(unit => new { unit.DocumentId, unit.UnitId });
        table.RefersToUnit(unit => unit.UnitId);
    }
}

internal sealed class DocumentReceiptTable : IEntityTypeConfiguration<DocumentReceipt>
{
    public void Configure(EntityTypeBuilder<DocumentReceipt> table)
    {
        table.ToTable("organization_document_receipt");
        table.HasKey(receipt => new { receipt.DocumentId, receipt.Edition, receipt.PersonId });
        table.HasOne<HouseDocument>().WithMany().HasForeignKey(receipt => receipt.DocumentId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(receipt => receipt.PersonId);
    }
}

internal sealed class DocumentAskingTable : IEntityTypeConfiguration<DocumentAsking>
{
    public void Configure(EntityTypeBuilder<DocumentAsking> table)
    {
        table.ToTable("organization_document_asking");
        table.HasKey(asking => new { asking.DocumentId, asking.Edition, asking.PersonId });
        table.HasOne<HouseDocument>().WithMany().HasForeignKey(asking => asking.DocumentId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(asking => asking.PersonId);
    }
}

internal sealed class DocumentPolicyTable : IEntityTypeConfiguration<DocumentPolicy>
{
    public void Configure(EntityTypeBuilder<DocumentPolicy> table)
    {
        table.ToTable("organization_document_policy");
        table.HasIndex(policy => policy.First).IsUnique();
    }
}

internal sealed class DocumentReviewTable : IEntityTypeConfiguration<DocumentReview>
{
    public void Configure(EntityTypeBuilder<DocumentReview> table)
    {
        table.ToTable("organization_document_review");
        table.Property(review => review.Finding).HasMaxLength(2000);
        table.RefersToPerson(review => review.PersonId);
    }
}
