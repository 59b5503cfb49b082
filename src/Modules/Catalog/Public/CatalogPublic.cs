using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Catalog.Data;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Catalog.Public;

public readonly record struct ProductId(Guid Value) : IId<ProductId>
{
    public static ProductId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ProductId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public static class CatalogPermissions
{
    /// <summary>What the house sells is the same for everyone who sells it.</summary>
    public static readonly Permission Read = new("catalog.read", Scoped: false);
    public static readonly Permission Edit = new("catalog.edit", Scoped: false);
    public static readonly Permission Import = new("catalog.import", Scoped: false);

    /// <summary>What things cost the house, and what it earns with them. Who keeps products without it neither sees nor changes their costs.</summary>
    public static readonly Permission ReadCosts = new("catalog.costs", Scoped: false);

    public static IReadOnlyList<Permission> All => [Read, Edit, Import, ReadCosts];
}

/// <summary>A product as other modules see it.</summary>
public sealed record ProductCard
{
    public required ProductId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Product line.</summary>
    public string? Line { get; init; }

    public required string Unit { get; init; }

    public required UnitPrice ListPrice { get; init; }

    /// <summary>Null where it isn't known. Only for who holds <see cref="CatalogPermissions.ReadCosts"/>, or to be kept unseen.</summary>
    public UnitPrice? CostPrice { get; init; }

    public required bool IsActive { get; init; }
}

public static class CatalogViews
{
    private static readonly Expression<Func<Product, ProductCard>> AsProduct = product => new ProductCard
    {
        Id = product.Id,
        Number = product.Number,
        Name = product.Name,
        Line = product.Line,
        Unit = product.Unit,
        ListPrice = product.ListPrice,
        CostPrice = product.CostPrice,
        IsActive = product.IsActive,
    };

    extension(AppDb db)
    {
        public IQueryable<ProductCard> ProductCards => db.Set<Product>().Select(AsProduct);
    }

    /// <summary>A foreign key to a product, declared in the table of another module.</summary>
    public static void RefersToProduct<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Product>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
