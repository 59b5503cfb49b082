using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Audit;

public enum AuditAction
{
    Created,
    Changed,
    Deleted,

    /// <summary>Something happened that changed no record: a sign-in, a refused sign-in, an export, an unmasking.</summary>
    Noted,
}

/// <summary>
/// One line of the trail: who did what to which record, from what to what, when, from where and through what.
/// Written in the transaction of the change; sealed into the hash chain within a second by <see cref="AuditSealer"/>.
/// </summary>
[NotAudited]
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AccountId AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    public required string Login { get; init; }

    /// <summary>Network address of the caller; empty for jobs and the command line.</summary>
    public required string From { get; init; }

    public required string Via { get; init; }

    /// <summary>Table of the record, or the subject of a noted event: <c>customers_customer</c>, <c>session</c>.</summary>
    public required string Entity { get; init; }

    public required string EntityId { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>JSON object: field → [old, new]; for a created record field → [null, value].</summary>
    public required string Changes { get; init; }

    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? Position { get; set; }

    /// <summary>HMAC-SHA-256 over the previous seal and this entry's content, in hexadecimal.</summary>
    public string? Seal { get; set; }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("platform_audit_entry");
        table.Property(entry => entry.Id).ValueGeneratedOnAdd();
        table.Property(entry => entry.Login).HasMaxLength(100);
        table.Property(entry => entry.From).HasMaxLength(64);
        table.Property(entry => entry.Via).HasMaxLength(200);
        table.Property(entry => entry.Entity).HasMaxLength(100);
        table.Property(entry => entry.EntityId).HasMaxLength(100);
        table.Property(entry => entry.Seal).HasMaxLength(64);
        table.HasIndex(entry => new { entry.Entity, entry.EntityId, entry.Id });
        table.HasIndex(entry => entry.At);
        table.HasIndex(entry => entry.Position).IsUnique();
    }
}
