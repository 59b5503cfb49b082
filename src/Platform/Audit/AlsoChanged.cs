namespace Yingpan.Platform.Audit;

/// <summary>What changes of records beside their own columns, until the save that tells it.</summary>
internal sealed class AlsoChanged
{
    private readonly Dictionary<(string Table, string Id), List<FieldChanged>> waiting = [];

    public sealed record FieldChanged(string Field, string? Before, string? After);

    public void Add(string table, string id, string field, string? before, string? after)
    {
        if (!waiting.TryGetValue((table, id), out var fields))
        {
            waiting[(table, id)] = fields = [];
        }

        fields.Add(new FieldChanged(field, before, after));
    }

    /// <summary>Of a record that has a line anyway; told once.</summary>
    public IReadOnlyList<FieldChanged> Of(string table, string id) =>
        waiting.Count > 0 && waiting.Remove((table, id), out var fields) ? fields : [];

    /// <summary>Of all that have none.</summary>
    public IReadOnlyList<(string Table, string Id, IReadOnlyList<FieldChanged> Fields)> Rest()
    {
        var rest = waiting.Select(one => (one.Key.Table, one.Key.Id, (IReadOnlyList<FieldChanged>)one.Value)).ToList();
        waiting.Clear();
        return rest;
    }

    public void Clear() => waiting.Clear();
}
