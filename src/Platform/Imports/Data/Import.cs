using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Imports.Data;

public readonly record struct ImportId(Guid Value) : IId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ImportId id) => Kernel.Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public enum ImportState
{
    /// <summary>The file is here; its headings are mapped, and may be mapped otherwise.</summary>
    Uploaded,
    Checking,

    /// <summary>Read to its end without writing; the faults are told.</summary>
    Checked,
    Applying,

    /// <summary>To be taken in whole or not at all, and it had faults: nothing was written.</summary>
    Refused,
    Applied,
    Cancelled,

    /// <summary>Broken off by a failure of ours, or because the file could not be read to its end.</summary>
    Failed,
    Undoing,
    Undone,
}

public enum ImportMode
{
    /// <summary>Nothing is written unless every line is faultless.</summary>
    AllOrNothing,

    /// <summary>The faultless lines are written, the others listed.</summary>
    ValidLines,
}

public enum FileFormat
{
    Csv,
    Xlsx,

    /// <summary>Lines handed over by a program.</summary>
    Lines,
}

/// <summary>One file on its way in, from the upload to its end, and what it left.</summary>
public sealed class Import
{
    public required ImportId Id { get; init; }

    public required string Kind { get; init; }

    public ImportState State { get; set; } = ImportState.Uploaded;

    /// <summary>Who brought it; empty for the command line.</summary>
    public required AccountId AccountId { get; init; }

    public required string Login { get; init; }

    /// <summary>What the sender called it. For people only: the file is stored under the id.</summary>
    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required long FileSize { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>Name of the encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>Of a workbook, in its order: a JSON list.</summary>
    public string Sheets { get; init; } = StoredJson.NoList;

    public string? Sheet { get; set; }

    /// <summary>A JSON list.</summary>
    public string Headings { get; set; } = StoredJson.NoList;

    /// <summary>Heading by column: a JSON object.</summary>
    public string Mapping { get; set; } = StoredJson.NoMap;

    /// <summary>Amounts with too many decimals are rounded half up instead of refused.</summary>
    public bool RoundsAmounts { get; set; }

    public ImportMode? Mode { get; set; }

    /// <summary>Lines with data; known once it was read to its end.</summary>
    public int? Total { get; set; }

    /// <summary>Lines gone through in the pass that runs or ran last.</summary>
    public int Done { get; set; }

    /// <summary>Last line of the file that is settled, written or faulty: a new process goes on after it.</summary>
    public int ResumeLine { get; set; }

    /// <summary>Lines written.</summary>
    public int Written { get; set; }

    /// <summary>Records created; they may be more than the lines, or fewer.</summary>
    public int Created { get; set; }

    /// <summary>All of them; the table keeps the first thousand.</summary>
    public int FaultCount { get; set; }

    public int FaultyLines { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>Why it failed, as a code and its parameters.</summary>
    public string? Failure { get; set; }

    public string? FailureParams { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the running pass last said how far it is.</summary>
    public DateTimeOffset? ProgressAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class ImportTable : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> table)
    {
        table.ToTable("platform_import");
        table.Property(import => import.Kind).HasMaxLength(40);
        table.Property(import => import.Login).HasMaxLength(100);
        table.Property(import => import.FileName).HasMaxLength(200);
        table.Property(import => import.Encoding).HasMaxLength(20);
        table.Property(import => import.Sheet).HasMaxLength(100);
        table.Property(import => import.Failure).HasMaxLength(60);
        table.HasIndex(import => new { import.AccountId, import.UploadedAt });
        table.HasIndex(import => import.UploadedAt);
    }
}
