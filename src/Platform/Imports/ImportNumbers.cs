using Microsoft.EntityFrameworkCore;

namespace Yingpan.Platform.Imports;

/// <summary>
/// The numbers of the records of one batch: the file's own, which must be free, or the next of the sequence where the file gives none.
/// A line that fails afterwards leaves its number unused.
/// </summary>
public sealed class ImportNumbers
{
    private readonly ImportRun run;
    private readonly string column;
    private readonly HashSet<string> taken;
    private readonly Queue<string> given;

    private ImportNumbers(ImportRun run, string column, HashSet<string> taken, Queue<string> given)
    {
        this.run = run;
        this.column = column;
        this.taken = taken;
        this.given = given;
    }

    /// <param name="numbers">Those of all records in the database.</param>
    public static async Task<ImportNumbers> Load(
        ImportRun run, IReadOnlyList<ImportRow> rows, string sequence, IQueryable<string> numbers, CancellationToken cancel, string column = "number")
    {
        var words = rows.Select(row => row.Text(column, 40)).OfType<string>().ToList();
        var next = await run.Numbers(sequence, rows.Count(row => !row.Has(column)), numbers, words, cancel);
        var used = words.Count == 0 ? [] : await numbers.Where(number => words.Contains(number)).ToListAsync(cancel);
        return new ImportNumbers(run, column, [.. used], new Queue<string>(next));
    }

    /// <summary>A fault of the line when its number is taken, or came before in the file.</summary>
    public string Of(ImportRow row)
    {
        if (row.Text(column, 40) is not { } number)
        {
            return row.Has(column) ? "" : given.Dequeue();
        }

        if (taken.Contains(number))
        {
            run.Fault(row, column, "record.number-taken", ("number", number));
        }
        else if (run.SeenBefore(column, number))
        {
            run.Fault(row, column, "import.repeated", ("value", number));
        }

        return number;
    }
}
