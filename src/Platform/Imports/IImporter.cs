using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Imports;

/// <summary>
/// What a module can take in from files. Registered with <c>services.AddScoped&lt;IImporter, ImportPeople&gt;()</c>; upload, mapping,
/// check, progress, resuming and undo are the platform's.
/// </summary>
public interface IImporter
{
    /// <summary>Plural, unique in the product, the prefix of its texts: <c>people</c> with <c>people.title</c>, <c>people.column.name</c>.</summary>
    string Kind { get; }

    Permission Permission { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>A column: lines in a row with the same value in it belong together, and come or stay away together. Null for none.</summary>
    string? GroupBy => null;

    /// <summary>
    /// Turns lines into records, called batch by batch, and is the same for the check and for the real run: it reads, tells faults
    /// (<see cref="ImportRun.Fault"/>) and hands over what is to be created (<see cref="ImportRun.Create"/>), but writes nothing
    /// itself. One instance serves a whole run, so it may keep what it has looked up, but ids only: the context is emptied
    /// after each batch.
    /// </summary>
    Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel);

    /// <summary>Right after a batch of records was written, in its transaction: totals that are kept beside the records.</summary>
    Task Written(AppDb db, IReadOnlyList<object> records, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Right before the records of an import are taken back, in the transaction of the undo.</summary>
    Task TakingBack(AppDb db, Guid import, CancellationToken cancel) => Task.CompletedTask;
}

/// <param name="Name">As in the code: <c>hiredOn</c>.</param>
/// <param name="Required">A heading must be mapped to it, and no line may leave it empty.</param>
/// <param name="Headings">
/// By which a file may call it, Chinese and English, beside its own name and its texts. Case, blanks and remarks in brackets do not matter.
/// </param>
public sealed record ImportColumn(string Name, bool Required, params IReadOnlyList<string> Headings)
{
    /// <summary>Its names in Chinese and English, of a column the house made itself; null has the texts of the importer.</summary>
    public (string Chinese, string English)? Titles { get; init; }

    /// <summary>What stood in a faulty cell is not kept: others see the faults who may not see the field.</summary>
    public bool IsSecret { get; init; }
}
