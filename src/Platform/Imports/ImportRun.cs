using System.Security.Cryptography;
using System.Text;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Numbers;

namespace Yingpan.Platform.Imports;

/// <summary>One pass over the lines of a file, the check or the real one: what an importer works with beside the lines.</summary>
public sealed class ImportRun
{
    private const int LongestValue = 200;

    private readonly ImportLayout layout;
    private readonly NumberSequences numbers;
    private readonly HashSet<UInt128> seen = [];
    private readonly HashSet<UInt128> seenInBatch = [];
    private readonly List<Pending> pending = [];
    private readonly List<ImportFault> faults = [];
    private readonly HashSet<(int Line, string? Column)> told = [];
    private readonly Dictionary<string, int> madeUp = new(StringComparer.Ordinal);

    internal ImportRun(ImportId id, AppDb db, Caller caller, ImportLayout layout, NumberSequences numbers, bool roundsAmounts, bool writes)
    {
        Id = id;
        Db = db;
        Caller = caller;
        this.layout = layout;
        this.numbers = numbers;
        RoundsAmounts = roundsAmounts;
        Writes = writes;
    }

    /// <summary>To read from. During a check the database refuses to be written to.</summary>
    public AppDb Db { get; }

    /// <summary>Whose rights decide: an import may create what its caller could create by hand, and nothing else.</summary>
    public Caller Caller { get; }

    /// <summary>Into the record, so that it can be told where it came from.</summary>
    public Guid ImportId => Id.Value;

    internal ImportId Id { get; }

    internal bool RoundsAmounts { get; }

    /// <summary>False during a check, in which earlier lines are never in the database.</summary>
    public bool Writes { get; }

    /// <summary>Of the batch; no more than anybody keeps.</summary>
    internal IReadOnlyList<ImportFault> Faults => faults;

    /// <summary>Of the batch, all of them.</summary>
    internal int FaultCount => told.Count;

    internal IReadOnlyList<Pending> ToWrite => pending;

    /// <summary>Something wrong with a line; the whole line, and the group it belongs to, then stays away.</summary>
    /// <param name="column">Null for the line as a whole.</param>
    public void Fault(ImportRow row, string? column, string code, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        row.HasFaults = true;
        // The first fault of a cell is the one to mend.
        if (!told.Add((row.Line, column)) || faults.Count >= ImportFault.Most)
        {
            return;
        }

        faults.Add(FaultOf(row.Line, column, column is null ? null : row[column], Kernel.Fault.At("", code, parameters)));
    }

    /// <summary>
    /// Hands over a new record with all that hangs on it. It is added when its line, and the group of the line, have turned out
    /// faultless, and kept in mind for undo. Records are created in this order and undone in the opposite one.
    /// </summary>
    public void Create(ImportRow row, object entity, IId id) => pending.Add(new Pending(row, entity, id.Value, null));

    /// <summary>What else must happen when the line is written, and only then: a call of another module's service.</summary>
    public void WhenWriting(ImportRow row, Func<CancellationToken, Task> work) => pending.Add(new Pending(row, null, Guid.Empty, work));

    /// <summary>
    /// True when an earlier line of the file had the same value: <c>run.SeenBefore("number", number)</c>. Case matters; what the database
    /// already holds is the importer's to look up.
    /// </summary>
    public bool SeenBefore(string key, string value)
    {
        // A digest takes the same room for short and long values: a million lines must fit into memory.
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{value}"), digest);
        var print = BitConverter.ToUInt128(digest);
        return seen.Contains(print) || !seenInBatch.Add(print);
    }

    /// <summary>Running numbers for new records, as <see cref="NumberSequences"/> gives them; a check takes none and makes some up.</summary>
    /// <param name="taken">The numbers of all records there are.</param>
    /// <param name="besides">The numbers the file itself brings along.</param>
    public async Task<IReadOnlyList<string>> Numbers(
        string name, int count, IQueryable<string> taken, IReadOnlyCollection<string> besides, CancellationToken cancel)
    {
        if (count == 0)
        {
            return [];
        }

        if (Writes)
        {
            return await numbers.Take(name, count, taken, besides, cancel);
        }

        var first = madeUp.GetValueOrDefault(name);
        madeUp[name] = first + count;
        return [.. Enumerable.Range(first, count).Select(number => $"?{number}")];
    }

    /// <summary>Whether a heading of this file is mapped to the column: one that is not there says nothing, an empty cell says that there is none.</summary>
    public bool Brings(string column) => layout.Brings(column);

    /// <summary>Whether the importer has a column of that name.</summary>
    internal bool HasColumn(string column) => layout.Has(column);

    internal ImportFault FaultOf(int line, string? column, string? value, Fault fault) => new()
    {
        ImportId = Id,
        Line = line,
        Column = column,
        Heading = column is null ? null : layout.HeadingOf(column),
        Value = column is not null && layout.IsSecret(column) ? null : value is { Length: > LongestValue } ? value[..LongestValue] : value,
        Code = fault.Code,
        Params = StoredJson.Params(fault.Params),
    };

    /// <summary>The batch did not come to pass: everything in it will be told again.</summary>
    internal void Forget()
    {
        pending.Clear();
        faults.Clear();
        told.Clear();
        seenInBatch.Clear();
    }

    /// <summary>The batch is done with.</summary>
    internal void Settle()
    {
        seen.UnionWith(seenInBatch);
        Forget();
    }

    /// <param name="Entity">Null for work to be done.</param>
    internal sealed record Pending(ImportRow Row, object? Entity, Guid Id, Func<CancellationToken, Task>? Work);
}
