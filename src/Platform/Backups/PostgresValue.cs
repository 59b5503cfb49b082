using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Yingpan.Platform.Backups;

/// <summary>How a value of a backup is handed to binary COPY, which converts nothing by itself.</summary>
internal sealed class PostgresValue(NpgsqlDbType type, Func<object, object> convert)
{
    public Task Write(NpgsqlBinaryImporter copy, object value) => copy.WriteAsync(convert(value), type);

    public static PostgresValue Of(BackupColumn column) => column.Kind switch
    {
        ValueKind.Id => As(NpgsqlDbType.Uuid),
        ValueKind.Flag => As(NpgsqlDbType.Boolean),
        ValueKind.Day => As(NpgsqlDbType.Date),
        ValueKind.Time => As(NpgsqlDbType.Time),
        ValueKind.Decimal => As(NpgsqlDbType.Numeric),
        ValueKind.Double => As(NpgsqlDbType.Double),
        ValueKind.Bytes => As(NpgsqlDbType.Bytea),
        ValueKind.Instant when column.StoreType == "timestamp without time zone" =>
            new(NpgsqlDbType.Timestamp, value => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Unspecified)),
        ValueKind.Instant => As(NpgsqlDbType.TimestampTz),
        ValueKind.Integer when column.StoreType == "integer" => new(NpgsqlDbType.Integer, value => checked((int)(long)value)),
        ValueKind.Integer when column.StoreType == "smallint" => new(NpgsqlDbType.Smallint, value => checked((short)(long)value)),
        ValueKind.Integer => As(NpgsqlDbType.Bigint),
        ValueKind.Json => OfJson(column),
        _ => As(NpgsqlDbType.Text),
    };

    private static PostgresValue As(NpgsqlDbType type) => new(type, value => value);

    private static PostgresValue OfJson(BackupColumn column) => column.StoreType switch
    {
        "jsonb" => As(NpgsqlDbType.Jsonb),
        "json" => As(NpgsqlDbType.Json),
        "uuid[]" => Array<Guid>(NpgsqlDbType.Uuid),
        "integer[]" => Array<int>(NpgsqlDbType.Integer),
        "bigint[]" => Array<long>(NpgsqlDbType.Bigint),
        "date[]" => Array<DateOnly>(NpgsqlDbType.Date),
        "text[]" => Array<string>(NpgsqlDbType.Text),
        var other when other.StartsWith("character varying", StringComparison.Ordinal) && other.EndsWith("[]", StringComparison.Ordinal) => Array<string>(NpgsqlDbType.Text),
        "text" => As(NpgsqlDbType.Text),
        var other => throw new InvalidOperationException($"A backup does not know how to fill a column of {other}."),
    };

    private static PostgresValue Array<T>(NpgsqlDbType element) =>
        new(NpgsqlDbType.Array | element, value => JsonSerializer.Deserialize<T[]>((string)value)!);
}
