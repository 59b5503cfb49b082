using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Files;

public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out FileId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>An uploaded file: the row here, its bytes in the data folder under their own SHA-256 (<see cref="FileStore"/>).</summary>
internal sealed class StoredFile
{
    public required FileId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As the bytes say, not as the sender said.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The record it hangs on: table and id. Both empty until its record is saved; it is its uploader's alone so long.</summary>
    public string? Entity { get; set; }

    public string? EntityId { get; set; }

    public required AccountId AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("platform_file");
        table.Property(file => file.Name).HasMaxLength(Rules.FileNames.Longest);
        table.Property(file => file.ContentType).HasMaxLength(100);
        table.Property(file => file.Sha256).HasMaxLength(64);
        table.Property(file => file.Entity).HasMaxLength(60);
        table.Property(file => file.EntityId).HasMaxLength(60);
        table.HasIndex(file => new { file.Entity, file.EntityId });
        table.HasIndex(file => new { file.AccountId, file.CreatedAt });
        table.HasIndex(file => file.Sha256);
    }
}
