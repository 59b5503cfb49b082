using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>Two customers turned out to be one. It keeps what is needed to make two of them again.</summary>
internal sealed class CustomerMerge : IVersioned
{
    public required CustomerMergeId Id { get; init; }

    /// <summary>Who is left.</summary>
    public required CustomerId SurvivorId { get; init; }

    public required CustomerId MergedId { get; init; }

    public required DateTimeOffset At { get; init; }

    public PersonId? ById { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the one who is left took over, as JSON: field → before and after.</summary>
    public required string Taken { get; init; }

    /// <summary>The credit code that went over with it; the database lets none be there twice.</summary>
    public string? GivenCode { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public PersonId? UndoneById { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A row that went over with a merge; the trail tells of it under the row.</summary>
[NotAudited]
internal sealed class MergedRow
{
    public required CustomerMergeId MergeId { get; init; }

    public required string Kind { get; init; }

    public required Guid RowId { get; init; }
}

internal sealed class CustomerMergeTable : IEntityTypeConfiguration<CustomerMerge>
{
    public void Configure(EntityTypeBuilder<CustomerMerge> table)
    {
        table.ToTable("customers_merge");
        table.Property(merge => merge.Reason).HasMaxLength(200);
        table.Property(merge => merge.GivenCode).HasMaxLength(18);
        table.Property(merge => merge.Version).IsConcurrencyToken();
        table.HasIndex(merge => merge.SurvivorId);
        table.HasIndex(merge => merge.MergedId);
        table.HasIndex(merge => merge.At);
        table.RefersToCustomer(merge => merge.SurvivorId);
        table.RefersToCustomer(merge => merge.MergedId);
        table.RefersToPerson(merge => merge.ById);
        table.RefersToPerson(merge => merge.UndoneById);
    }
}

internal sealed class MergedRowTable : IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<MergedRow> table)
    {
        table.ToTable("customers_merged_row");
        table.HasKey(row => new { row.MergeId, row.Kind, row.RowId });
        table.Property(row => row.Kind).HasMaxLength(40);
        table.HasOne<CustomerMerge>().WithMany().HasForeignKey(row => row.MergeId).OnDelete(DeleteBehavior.Cascade);
    }
}
