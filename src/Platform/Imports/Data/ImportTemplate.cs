using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;

namespace Yingpan.Platform.Imports.Data;

public readonly record struct ImportTemplateId(Guid Value) : IId<ImportTemplateId>
{
    public static ImportTemplateId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ImportTemplateId id) => Kernel.Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A mapping under a name, for the files of one source; shared by all who may import the kind.</summary>
public sealed class ImportTemplate
{
    public required ImportTemplateId Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Heading by column: a JSON object.</summary>
    public required string Mapping { get; init; }

    public bool RoundsAmounts { get; init; }

    public required AccountId AccountId { get; init; }
}

internal sealed class ImportTemplateTable : IEntityTypeConfiguration<ImportTemplate>
{
    public void Configure(EntityTypeBuilder<ImportTemplate> table)
    {
        table.ToTable("platform_import_template");
        table.Property(template => template.Kind).HasMaxLength(40);
        table.Property(template => template.Name).HasMaxLength(60);
        table.HasIndex(template => new { template.Kind, template.Name }).IsUnique();
    }
}
