using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Yingpan.Platform.Data;

/// <summary>
/// Many rows of one table at once, by the model's own columns and conversions, inside the transaction that is open. They are neither tracked
/// nor audited, so this is for what the product works out by itself. A file beside <see cref="DatabaseDifferences"/>, for the two do it quite differently:
/// PostgreSQL by binary COPY, SQLite by a prepared statement for each row.
/// </summary>
public static class BulkWrite
{
    /// <param name="replace">A row whose key is there already takes its place; without, that is an error.</param>
    public static async Task Put<T>(this AppDb db, IReadOnlyCollection<T> rows, bool replace, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = db.Model.FindEntityType(typeof(T))!;
        var columns = table.GetProperties().ToList();
        if (db.Kind == DatabaseKind.Postgres)
        {
            await Copy(db, table, columns, rows, replace, cancel);
        }
        else
        {
            await Insert(db, table, columns, rows, replace, cancel);
        }
    }

    private static async Task Copy<T>(AppDb db, IEntityType table, List<IProperty> columns, IEnumerable<T> rows, bool replace, CancellationToken cancel)
    {
        var (name, names) = (table.GetTableName()!, Names(columns));
        var into = replace ? $"bulk_{name}" : name;
        if (replace)
        {
            await Run($"CREATE TEMP TABLE \"{into}\" (LIKE \"{name}\") ON COMMIT DROP");
        }

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var types = columns.ConvertAll(column => column.GetColumnType().Split('(')[0]);
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY \"{into}\" ({names}) FROM STDIN (FORMAT BINARY)", cancel))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancel);
                for (var i = 0; i < columns.Count; i++)
                {
                    if (ValueOf(columns[i], row!) is { } value)
                    {
                        await copy.WriteAsync(value, types[i], cancel);
                    }
                    else
                    {
                        await copy.WriteNullAsync(cancel);
                    }
                }
            }

            await copy.CompleteAsync(cancel);
        }

        if (replace)
        {
            await Run($"INSERT INTO \"{name}\" ({names}) SELECT {names} FROM \"{into}\" {Replacing(table, columns)}");
            await Run($"DROP TABLE \"{into}\"");
        }

#pragma warning disable EF1002, CA2100 // All names come from the model.
        Task Run(string sql) => db.Database.ExecuteSqlRawAsync(sql, cancel);
#pragma warning restore EF1002, CA2100
    }

    private static async Task Insert<T>(AppDb db, IEntityType table, List<IProperty> columns, IEnumerable<T> rows, bool replace, CancellationToken cancel)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model, values go as parameters.
        command.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})"
            + (replace ? $" {Replacing(table, columns)}" : "");
#pragma warning restore CA2100
        for (var i = 0; i < columns.Count; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        }

        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = ValueOf(columns[i], row!) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static object? ValueOf(IProperty column, object row)
    {
        var value = column.PropertyInfo!.GetValue(row);
        return value is not null && column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));

    private static string Replacing(IEntityType table, List<IProperty> columns)
    {
        var key = table.FindPrimaryKey()!.Properties;
        var rest = columns.Where(column => !key.Contains(column)).Select(column => $"\"{column.GetColumnName()}\" = excluded.\"{column.GetColumnName()}\"");
        return $"ON CONFLICT ({Names(key)}) DO UPDATE SET {string.Join(", ", rest)}";
    }
}
