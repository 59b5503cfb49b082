using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Catalog.Data;

/// <summary>Something the house sells.</summary>
internal sealed class Product : IVersioned
{
    public required ProductId Id { get; init; }

    /// <summary>G-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public required string Name { get; set; }

    /// <summary>Product line.</summary>
    public string? Line { get; set; }

    /// <summary>What one of it is: 台, 套, 吨.</summary>
    public required string Unit { get; set; }

    /// <summary>Of one unit, in the company currency, without tax.</summary>
    public required UnitPrice ListPrice { get; set; }

    /// <summary>What one unit costs the house, as of today; null where nobody knows it, which is not the same as nothing.</summary>
    [Secret]
    public UnitPrice? CostPrice { get; set; }

    /// <summary>Sold no more: stays on old orders, is offered on no new one.</summary>
    public bool IsActive { get; set; } = true;

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> table)
    {
        table.ToTable("catalog_product");
        table.Property(product => product.Number).HasMaxLength(40);
        table.Property(product => product.Name).HasMaxLength(120);
        table.Property(product => product.Line).HasMaxLength(60);
        table.Property(product => product.Unit).HasMaxLength(20);
        table.Property(product => product.Version).IsConcurrencyToken();
        table.HasIndex(product => product.Number).IsUnique();
    }
}
