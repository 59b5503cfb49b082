using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

internal enum TableState
{
    /// <summary>Being written; decides nothing.</summary>
    Draft,

    /// <summary>New requests start under it. One for each kind.</summary>
    Live,

    /// <summary>Was live; what started under it goes on under it.</summary>
    Retired,
}

/// <summary>A version of the decision table of one kind. Once live it is never changed.</summary>
[HouseData]
internal sealed class StoredTable : IVersioned
{
    public required ApprovalTableId Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>1, 2, 3… of its kind.</summary>
    public required int Number { get; init; }

    public required TableState State { get; set; }

    /// <summary>JSON of the rows.</summary>
    public required string Content { get; set; }

    public string? Remark { get; set; }

    public PersonId? EditedById { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    public DateTimeOffset? LiveSince { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class StoredTableMap : IEntityTypeConfiguration<StoredTable>
{
    public void Configure(EntityTypeBuilder<StoredTable> table)
    {
        table.ToTable("approvals_table");
        table.Property(stored => stored.Kind).HasMaxLength(40);
        table.Property(stored => stored.Remark).HasMaxLength(200);
        table.Property(stored => stored.Version).IsConcurrencyToken();
        table.HasIndex(stored => new { stored.Kind, stored.Number }).IsUnique();
        table.HasIndex(stored => new { stored.Kind, stored.State });
        table.RefersToPerson(stored => stored.EditedById);
    }
}
