using Yingpan.Platform.Data;

namespace Yingpan.Platform.Imports;

/// <summary>A record as a file may name it: by its number, else by its name if no other has the same.</summary>
public sealed record ImportName<TId>(TId Id, string Number, string Name);

/// <summary>
/// Finds what the lines of a file refer to, with one query for each batch. A module publishes one for each record others refer to
/// (<c>CustomersLookup.ByName</c>); what it finds is already limited to what the caller may see.
/// </summary>
/// <param name="find">The records whose number or name is among the words.</param>
public sealed class ImportLookup<TId>(Func<AppDb, IReadOnlyList<string>, CancellationToken, Task<List<ImportName<TId>>>> find)
    where TId : struct
{
    private ILookup<string, TId> numbers = Array.Empty<TId>().ToLookup(_ => "");
    private ILookup<string, TId> names = Array.Empty<TId>().ToLookup(_ => "");

    /// <summary>Once for each batch, before <see cref="Find"/>.</summary>
    public async Task Load(ImportRun run, IReadOnlyList<ImportRow> rows, string column, CancellationToken cancel)
    {
        var words = rows.Select(row => row.Text(column)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = words.Count == 0 ? [] : await find(run.Db, words, cancel);
        numbers = found.ToLookup(item => item.Number, item => item.Id, StringComparer.Ordinal);
        names = found.ToLookup(item => item.Name, item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>Null where the cell is empty; a fault where nothing, or more than one record, goes by that word.</summary>
    public TId? Find(ImportRow row, string column, ImportRun run)
    {
        if (row.Text(column) is not { } word)
        {
            return null;
        }

        var found = numbers[word].Distinct().Take(2).ToList() is { Count: > 0 } byNumber ? byNumber : names[word].Distinct().Take(2).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        run.Fault(row, column, found.Count == 0 ? "import.not-found" : "import.ambiguous", ("value", word));
        return null;
    }
}
