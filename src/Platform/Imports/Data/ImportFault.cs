using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Imports.Data;

/// <summary>One thing wrong with one line.</summary>
[NotAudited]
public sealed class ImportFault
{
    /// <summary>A file can be wrong in every line; nobody reads more than this.</summary>
    public const int Most = 1_000;

    public long Id { get; init; }

    public required ImportId ImportId { get; init; }

    public required int Line { get; init; }

    public string? Column { get; init; }

    /// <summary>What the file calls the column.</summary>
    public string? Heading { get; init; }

    /// <summary>As it stood in the file, cut to 200 characters.</summary>
    public string? Value { get; init; }

    public required string Code { get; init; }

    public string? Params { get; init; }

    /// <summary>The parameters of its text.</summary>
    public IReadOnlyDictionary<string, object?> Values() => StoredJson.Params(Params);
}

/// <summary>A record that an import created, so that it can be taken back.</summary>
[NotAudited]
public sealed class ImportRecord
{
    public required ImportId ImportId { get; init; }

    /// <summary>In the order of creation, from 0; undone from the end.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Its table.</summary>
    public required string Entity { get; init; }

    public required Guid EntityId { get; init; }

    public required int Line { get; init; }
}

internal sealed class ImportFaultTable : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> table)
    {
        table.ToTable("platform_import_fault");
        table.Property(fault => fault.Column).HasMaxLength(60);
        table.Property(fault => fault.Heading).HasMaxLength(200);
        table.Property(fault => fault.Value).HasMaxLength(200);
        table.Property(fault => fault.Code).HasMaxLength(60);
        table.HasIndex(fault => new { fault.ImportId, fault.Line });
        table.HasOne<Import>().WithMany().HasForeignKey(fault => fault.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportRecordTable : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> table)
    {
        table.ToTable("platform_import_record");
        table.Property(record => record.Entity).HasMaxLength(60);
        table.HasKey(record => new { record.ImportId, record.Ordinal });
        table.HasIndex(record => new { record.ImportId, record.Entity, record.EntityId });
        table.HasOne<Import>().WithMany().HasForeignKey(record => record.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
