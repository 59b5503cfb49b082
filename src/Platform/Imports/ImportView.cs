using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

/// <summary>An import as it stands: what it is, how far it is, and what may be done with it now.</summary>
public sealed record ImportView
{
    public required ImportId Id { get; init; }

    public required string Kind { get; init; }

    public required ImportState State { get; init; }

    public ImportMode? Mode { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required long FileSize { get; init; }

    public required FileFormat Format { get; init; }

    public string? Encoding { get; init; }

    public required IReadOnlyList<string> Sheets { get; init; }

    public string? Sheet { get; init; }

    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Heading by column.</summary>
    public required IReadOnlyDictionary<string, string> Mapping { get; init; }

    /// <summary>Columns that must be mapped and are not.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required bool RoundsAmounts { get; init; }

    /// <summary>Lines gone through in the running pass.</summary>
    public required int Done { get; init; }

    /// <summary>Lines of the file; null until it was read to its end.</summary>
    public int? Total { get; init; }

    public required int Written { get; init; }

    public required int Created { get; init; }

    public required int FaultCount { get; init; }

    public required int FaultyLines { get; init; }

    public ProblemFault? Failure { get; init; }

    public required string Login { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required IReadOnlyList<string> Can { get; init; }

    /// <param name="importer">Null when its module is gone.</param>
    internal static ImportView Of(Import import, IImporter? importer, Caller caller, TextBook texts, string language)
    {
        var mapping = StoredJson.Map(import.Mapping);
        var parameters = StoredJson.Params(import.FailureParams);
        return new ImportView
        {
            Id = import.Id,
            Kind = import.Kind,
            State = import.State,
            Mode = import.Mode,
            FileName = import.FileName,
            FileSize = import.FileSize,
            Format = import.Format,
            Encoding = import.Encoding,
            Sheets = StoredJson.List(import.Sheets),
            Sheet = import.Sheet,
            Headings = StoredJson.List(import.Headings),
            Mapping = mapping,
            Missing = [.. (importer?.Columns ?? []).Where(column => column.Required && !mapping.ContainsKey(column.Name)).Select(column => column.Name)],
            RoundsAmounts = import.RoundsAmounts,
            Done = import.Done,
            Total = import.Total,
            Written = import.Written,
            Created = import.Created,
            FaultCount = import.FaultCount,
            FaultyLines = import.FaultyLines,
            Failure = import.Failure is { } code ? new ProblemFault("", code, texts.Say(code, language, parameters), parameters) : null,
            Login = import.Login,
            UploadedAt = import.UploadedAt,
            StartedAt = import.StartedAt,
            EndedAt = import.EndedAt,
            Can = importer is not null && caller.May(importer.Permission) ? Steps.From(import) : [],
        };
    }
}
