using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>
/// 资料卡: what a customer is, beyond the few facts that everybody's list shows. Who works there is told by the contacts. The row is there
/// from the first entry on; the trail keeps what was.
/// </summary>
internal sealed class DataCard : IVersioned, IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>Legal representative, or the general manager where he is the one who signs.</summary>
    public string? LegalRepresentative { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    /// <summary>How many work there.</summary>
    public int? Employees { get; set; }

    /// <summary>What it makes or trades.</summary>
    public string? Business { get; set; }

    /// <summary>Where we have him from: media, a fair, another customer.</summary>
    public string? Source { get; set; }

    /// <summary>What he bought before, of us or of others.</summary>
    public string? PreviousSales { get; set; }

    /// <summary>How strong he is: money, people, shops, channels.</summary>
    public string? Strength { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class DataCardTable : IEntityTypeConfiguration<DataCard>
{
    public void Configure(EntityTypeBuilder<DataCard> table)
    {
        table.ToTable("customers_data_card");
        table.HasKey(card => card.CustomerId);
        table.Property(card => card.LegalRepresentative).HasMaxLength(60);
        table.Property(card => card.Fax).HasMaxLength(40);
        table.Property(card => card.Email).HasMaxLength(200);
        table.Property(card => card.Business).HasMaxLength(200);
        table.Property(card => card.Source).HasMaxLength(60);
        table.Property(card => card.PreviousSales).HasMaxLength(1000);
        table.Property(card => card.Strength).HasMaxLength(1000);
        table.Property(card => card.Version).IsConcurrencyToken();
        // The customer's own part, and gone with him.
        table.HasOne<Customer>().WithOne().HasForeignKey<DataCard>(card => card.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
