using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yingpan.Platform.Backups;

/// <summary>A row as a line of JSON: an array of its values in the order of the columns. The one place that knows how a value is written.</summary>
internal static class BackupRows
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private const string DayForm = "yyyy-MM-dd";
    private const string TimeForm = "HH:mm:ss.FFFFFF";

    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<BackupColumn> columns)
    {
        json.WriteStartArray();
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.IsDBNull(i))
            {
                json.WriteNullValue();
            }
            else
            {
                Write(json, row, i, columns[i].Kind);
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int i, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.Text:
                json.WriteStringValue(row.GetString(i));
                break;
            case ValueKind.Id:
                json.WriteStringValue(row.GetGuid(i));
                break;
            case ValueKind.Integer:
                json.WriteNumberValue(row.GetInt64(i));
                break;
            case ValueKind.Flag:
                json.WriteBooleanValue(row.GetBoolean(i));
                break;
            case ValueKind.Instant:
                json.WriteStringValue(row.GetDateTime(i).ToString(InstantForm, CultureInfo.InvariantCulture));
                break;
            case ValueKind.Day:
                json.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString(DayForm, CultureInfo.InvariantCulture));
                break;
            case ValueKind.Time:
                json.WriteStringValue(row.GetFieldValue<TimeOnly>(i).ToString(TimeForm, CultureInfo.InvariantCulture));
                break;
            case ValueKind.Decimal:
                json.WriteStringValue(row.GetDecimal(i).ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Double:
                json.WriteStringValue(row.GetDouble(i).ToString("R", CultureInfo.InvariantCulture));
                break;
            case ValueKind.Bytes:
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(i));
                break;
            default:
                json.WriteStringValue(row.GetValue(i) is Array array ? JsonSerializer.Serialize(array, array.GetType()) : row.GetString(i));
                break;
        }
    }

    /// <summary>Reads a line into <paramref name="values"/>. Whatever is not exactly such a row is a <see cref="FormatException"/>.</summary>
    public static void Read(in ReadOnlySequence<byte> line, IReadOnlyList<BackupColumn> columns, object?[] values)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            Expect(json.Read() && json.TokenType == JsonTokenType.StartArray);
            for (var i = 0; i < columns.Count; i++)
            {
                Expect(json.Read() && json.TokenType != JsonTokenType.EndArray);
                Expect(json.TokenType != JsonTokenType.Null || columns[i].Nullable);
                values[i] = json.TokenType == JsonTokenType.Null ? null : Read(ref json, columns[i].Kind);
            }

            Expect(json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("not a row", broken);
        }
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new FormatException("not a row");
        }
    }

    private static object Read(ref Utf8JsonReader json, ValueKind kind) => kind switch
    {
        ValueKind.Id => json.GetGuid(),
        ValueKind.Integer => json.GetInt64(),
        ValueKind.Flag => json.GetBoolean(),
        ValueKind.Instant => DateTime.ParseExact(Text(ref json), InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        ValueKind.Day => DateOnly.ParseExact(Text(ref json), DayForm, CultureInfo.InvariantCulture),
        ValueKind.Time => TimeOnly.ParseExact(Text(ref json), TimeForm, CultureInfo.InvariantCulture),
        ValueKind.Decimal => decimal.Parse(Text(ref json), NumberStyles.Number, CultureInfo.InvariantCulture),
        ValueKind.Double => double.Parse(Text(ref json), NumberStyles.Float, CultureInfo.InvariantCulture),
        ValueKind.Bytes => json.GetBytesFromBase64(),
        ValueKind.Json => Json(Text(ref json)),
        _ => Text(ref json),
    };

    private static string Text(ref Utf8JsonReader json)
    {
        var text = json.GetString()!;
        // PostgreSQL holds no NUL, and none was ever let in.
        Expect(!text.Contains('\0', StringComparison.Ordinal));
        return text;
    }

    private static string Json(string text)
    {
        using var parsed = JsonDocument.Parse(text);
        return text;
    }
}
