using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Backups;

/// <summary>What a column holds, said without naming a database, so that a backup of one can be restored into the other.</summary>
internal enum ValueKind
{
    Text,
    Id,
    Integer,
    Flag,
    Instant,
    Day,
    Time,
    Decimal,
    Double,
    Bytes,

    /// <summary>JSON text, or an array that PostgreSQL keeps as its own and SQLite as JSON text.</summary>
    Json,
}

/// <param name="StoreType">As this database calls it; not part of the layout that backup and database must share.</param>
/// <param name="Counts">The database gives it out by itself, so its counter must be set behind the restored rows.</param>
internal sealed record BackupColumn(string Name, ValueKind Kind, bool Nullable, string StoreType, bool Counts);

internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<BackupColumn> Key);

/// <param name="Name">Of the constraint.</param>
internal sealed record BackwardReference(string Table, string Name);

/// <summary>All tables of the model, referred to before referring; found in the model, none known by name.</summary>
internal sealed record BackupLayout(IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackwardReference> Backward)
{
    public static BackupLayout Of(AppDb db)
    {
        var tables = db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        var visited = new HashSet<ITable>();
        foreach (var table in tables)
        {
            Visit(table, visited, ordered);
        }

        var place = ordered.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        // Only rings of tables leave any; a table that refers to itself is checked when its last row is in.
        var backward = ordered.SelectMany(table => table.ForeignKeyConstraints.Where(key => place[(ITable)key.PrincipalTable] > place[table])
            .Select(key => new BackwardReference(table.Name, key.Name)));
        return new BackupLayout([.. ordered.Select(Describe)], [.. backward]);
    }

    /// <summary>The same for two databases exactly if their tables hold the same columns of the same kinds.</summary>
    public string Digest()
    {
        var text = string.Join('\n', Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table =>
            $"{table.Name}({string.Join(',', table.Columns.Select(column => $"{column.Name}:{column.Kind}{(column.Nullable ? "?" : "")}"))})"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static void Visit(ITable table, HashSet<ITable> visited, List<ITable> ordered)
    {
        if (!visited.Add(table))
        {
            return;
        }

        foreach (var principal in table.ForeignKeyConstraints.Select(key => (ITable)key.PrincipalTable).OrderBy(principal => principal.Name, StringComparer.Ordinal))
        {
            Visit(principal, visited, ordered);
        }

        ordered.Add(table);
    }

    private static BackupTable Describe(ITable table)
    {
        // By name: the order in which the two databases created the columns may differ.
        var columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(Describe).ToList();
        var key = table.PrimaryKey?.Columns ?? throw new InvalidOperationException($"{table.Name} has no primary key, so a backup of it has no order.");
        return new BackupTable(table.Name, columns, [.. key.Select(part => columns.Single(column => column.Name == part.Name))]);
    }

    private static BackupColumn Describe(IColumn column)
    {
        var property = column.PropertyMappings.Select(mapping => mapping.Property).FirstOrDefault();
        var counts = property is { ValueGenerated: ValueGenerated.OnAdd } && column.ProviderClrType.IsPrimitive;
        return new BackupColumn(column.Name, property is null ? ValueKind.Json : KindOf(column, property), column.IsNullable, column.StoreType, counts);
    }

    private static ValueKind KindOf(IColumn column, IProperty property)
    {
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        return type switch
        {
            _ when property.IsPrimitiveCollection || column.StoreType is "jsonb" or "json" => ValueKind.Json,
            _ when type == typeof(string) => ValueKind.Text,
            _ when type == typeof(Guid) => ValueKind.Id,
            _ when type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte) => ValueKind.Integer,
            _ when type == typeof(bool) => ValueKind.Flag,
            _ when type == typeof(DateTime) => ValueKind.Instant,
            _ when type == typeof(DateOnly) => ValueKind.Day,
            _ when type == typeof(TimeOnly) => ValueKind.Time,
            _ when type == typeof(decimal) => ValueKind.Decimal,
            _ when type == typeof(double) => ValueKind.Double,
            _ when type == typeof(byte[]) => ValueKind.Bytes,
            _ => throw new InvalidOperationException($"{column.Table.Name}.{column.Name} is a {type.Name}, which a backup does not know how to hold."),
        };
    }
}
