using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>How two companies may belong together, as the house says it: seen from one of them, and from the other.</summary>
internal sealed class RelationKind : IVersioned
{
    public required RelationKindId Id { get; init; }

    /// <summary>What the first is to the second: 母公司.</summary>
    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>What the second is to the first: 子公司; the same name where both are the same to each other.</summary>
    public required string Reverse { get; set; }

    public required string ReverseEn { get; set; }

    /// <summary>The first stands above the second: each has one such at most, and nobody stands above himself.</summary>
    public required bool IsParent { get; init; }

    public required int Order { get; set; }

    /// <summary>Not chosen anew.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;

    public bool IsMutual => Name == Reverse;
}

/// <summary>Two customers who belong together.</summary>
internal sealed class Relation
{
    public required RelationId Id { get; init; }

    public required RelationKindId KindId { get; init; }

    public required CustomerId FromId { get; set; }

    public required CustomerId ToId { get; set; }

    public string? Note { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RelationKindTable : IEntityTypeConfiguration<RelationKind>
{
    public void Configure(EntityTypeBuilder<RelationKind> table)
    {
        table.ToTable("customers_relation_kind");
        table.Property(kind => kind.Name).HasMaxLength(30);
        table.Property(kind => kind.NameEn).HasMaxLength(60);
        table.Property(kind => kind.Reverse).HasMaxLength(30);
        table.Property(kind => kind.ReverseEn).HasMaxLength(60);
        table.Property(kind => kind.Version).IsConcurrencyToken();
        table.HasIndex(kind => kind.Name).IsUnique();
        table.Ignore(kind => kind.IsMutual);
    }
}

internal sealed class RelationTable : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> table)
    {
        table.ToTable("customers_relation");
        table.Property(relation => relation.Note).HasMaxLength(200);
        table.HasIndex(relation => new { relation.FromId, relation.ToId, relation.KindId }).IsUnique();
        table.HasIndex(relation => relation.ToId);
        table.HasOne<RelationKind>().WithMany().HasForeignKey(relation => relation.KindId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToCustomer(relation => relation.FromId);
        table.RefersToCustomer(relation => relation.ToId);
    }
}
