using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collections.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collections.Data;

internal enum ReceiptMethod
{
    BankTransfer,
    Cash,

    /// <summary>A bank or trade acceptance.</summary>
    Bill,
    Other,
}

/// <summary>Money received on an order. Never more in all than the order comes to.</summary>
internal sealed class Receipt : IVersioned
{
    public required ReceiptId Id { get; init; }

    /// <summary>R-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public required OrderId OrderId { get; init; }

    public required DateOnly ReceivedOn { get; set; }

    public required Money Amount { get; set; }

    public required ReceiptMethod Method { get; set; }

    /// <summary>The bank's or the payer's own sign.</summary>
    public string? Reference { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> table)
    {
        table.ToTable("collections_receipt");
        table.Property(receipt => receipt.Number).HasMaxLength(40);
        table.Property(receipt => receipt.Reference).HasMaxLength(100);
        table.Property(receipt => receipt.Version).IsConcurrencyToken();
        table.HasIndex(receipt => receipt.Number).IsUnique();
        table.HasIndex(receipt => receipt.OrderId);
        table.HasIndex(receipt => receipt.ReceivedOn);
        table.RefersToOrder(receipt => receipt.OrderId);
    }
}
