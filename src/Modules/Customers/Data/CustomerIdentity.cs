using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>By what a customer is told and found, worked out from what was entered of him: written with him, never by itself.</summary>
[NotAudited]
internal sealed class CustomerIdentity : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>Who is found by it: himself, or the customer who is left of several that were merged.</summary>
    public required CustomerId FoundId { get; set; }

    /// <summary>
    /// The key of the name of a customer without credit code, where the house lets each name in once only: of a hundred who enter it at once,
    /// the database takes one.
    /// </summary>
    public string? UniqueName { get; set; }

    /// <summary>The folded name.</summary>
    public required string Text { get; set; }

    /// <summary>Each behind a line break; see <see cref="Identity.Rules.SearchHandles"/>.</summary>
    public required string Handles { get; set; }

    public required List<int> Tokens { get; set; }
}

/// <summary>One key under which a customer is looked up: <c>t:13800001111</c>.</summary>
[NotAudited]
internal sealed class CustomerKey : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    public required string Value { get; init; }
}

internal sealed class CustomerIdentityTable : IEntityTypeConfiguration<CustomerIdentity>
{
    public void Configure(EntityTypeBuilder<CustomerIdentity> table)
    {
        table.ToTable("customers_identity");
        table.HasKey(identity => identity.CustomerId);
        table.Property(identity => identity.UniqueName).HasMaxLength(140);
        table.HasIndex(identity => identity.UniqueName).IsUnique();
        table.HasIndex(identity => identity.FoundId);
        table.HasIndex(identity => identity.Tokens).OfElements();
        // Worked out from the customer, and gone with him.
        table.HasOne<Customer>().WithOne().HasForeignKey<CustomerIdentity>(identity => identity.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CustomerKeyTable : IEntityTypeConfiguration<CustomerKey>
{
    public void Configure(EntityTypeBuilder<CustomerKey> table)
    {
        table.ToTable("customers_key");
        table.HasKey(key => new { key.CustomerId, key.Value });
        table.Property(key => key.Value).HasMaxLength(120);
        table.HasIndex(key => key.Value);
        table.HasOne<Customer>().WithMany().HasForeignKey(key => key.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
