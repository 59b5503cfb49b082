using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Customers.Data;

/// <summary>Two customers who look alike, and somebody has found that they are two.</summary>
internal sealed class DismissedPair
{
    /// <summary>The smaller id of the two.</summary>
    public required CustomerId FirstId { get; init; }

    public required CustomerId SecondId { get; init; }

    public required string Reason { get; set; }

    public required DateTimeOffset At { get; set; }

    public PersonId? ById { get; set; }
}

internal sealed class DismissedPairTable : IEntityTypeConfiguration<DismissedPair>
{
    public void Configure(EntityTypeBuilder<DismissedPair> table)
    {
        table.ToTable("customers_dismissed_pair");
        table.HasKey(pair => new { pair.FirstId, pair.SecondId });
        table.Property(pair => pair.Reason).HasMaxLength(200);
        table.HasIndex(pair => pair.SecondId);
        // What was found of a customer is gone with him.
        table.HasOne<Customer>().WithMany().HasForeignKey(pair => pair.FirstId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Customer>().WithMany().HasForeignKey(pair => pair.SecondId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(pair => pair.ById);
    }
}
