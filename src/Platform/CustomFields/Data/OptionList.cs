using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.CustomFields.Data;

public readonly record struct OptionListId(Guid Value) : IId<OptionListId>
{
    public static OptionListId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out OptionListId id) => Kernel.Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct OptionItemId(Guid Value) : IId<OptionItemId>
{
    public static OptionItemId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out OptionItemId id) => Kernel.Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A list that fields choose from; several fields may share one.</summary>
internal sealed class OptionList : IVersioned
{
    public required OptionListId Id { get; init; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    public int Version { get; set; } = 1;

    public List<OptionItem> Items { get; init; } = [];
}

[HouseData]
internal sealed class OptionItem
{
    public required OptionItemId Id { get; init; }

    public required OptionListId ListId { get; init; }

    /// <summary>In the API; unique within the list, stays as it is.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    public required int Order { get; set; }

    /// <summary>Stays readable on records that have it, and is not chosen anew.</summary>
    public bool IsRetired { get; set; }
}

internal sealed class OptionListTable : IEntityTypeConfiguration<OptionList>
{
    public void Configure(EntityTypeBuilder<OptionList> table)
    {
        table.ToTable("platform_option_list");
        table.Property(list => list.Name).HasMaxLength(60);
        table.Property(list => list.NameEn).HasMaxLength(60);
        table.Property(list => list.Version).IsConcurrencyToken();
        table.HasIndex(list => list.Name).IsUnique();
        table.HasMany(list => list.Items).WithOne().HasForeignKey(item => item.ListId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OptionItemTable : IEntityTypeConfiguration<OptionItem>
{
    public void Configure(EntityTypeBuilder<OptionItem> table)
    {
        table.ToTable("platform_option_item");
        // Made here, also when it is only hung on its list.
        table.Property(item => item.Id).ValueGeneratedNever();
        table.Property(item => item.Code).HasMaxLength(40);
        table.Property(item => item.Name).HasMaxLength(60);
        table.Property(item => item.NameEn).HasMaxLength(60);
        table.HasIndex(item => new { item.ListId, item.Code }).IsUnique();
    }
}
