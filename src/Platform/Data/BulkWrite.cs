using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Yingpan.Platform.Data;

/// <summary>
/// Many rows at once, by the model's own columns and conversions, inside the transaction that is open. They are neither tracked nor audited, so
/// this is for what the product works out by itself, and for a house that is made up. A file beside <see cref="DatabaseDifferences"/>, for the two
/// do it quite differently: PostgreSQL by binary COPY as soon as it is more than one statement takes, SQLite by statements of two hundred values.
/// </summary>
public static class BulkWrite
{
    /// <summary>SQLite looks each parameter up by its name, one after the other: with thousands in a statement that is most of the time.</summary>
    private static int ValuesInACommand(AppDb db) => db.Kind == DatabaseKind.Postgres ? 2_000 : 200;

    /// <summary>Rows of one table, or of several one after the other. What hangs on a row (the lines of an order) is a table of its own.</summary>
    /// <param name="replace">A row whose key is there already takes its place; without, that is an error.</param>
    public static async Task Put(this AppDb db, IEnumerable<object> rows, bool replace, CancellationToken cancel)
    {
        foreach (var ofTable in rows.GroupBy(row => row.GetType()))
        {
            var table = db.Model.FindEntityType(ofTable.Key)!;
            var (columns, some) = (table.GetProperties().ToList(), ofTable.ToArray());
            if (db.Kind == DatabaseKind.Postgres && some.Length * columns.Count > ValuesInACommand(db))
            {
                await Copy(db, table, columns, some, replace, cancel);
            }
            else
            {
                await Insert(db, table, columns, some, replace, cancel);
            }
        }
    }

    private static async Task Copy(AppDb db, IEntityType table, List<IProperty> columns, IEnumerable<object> rows, bool replace, CancellationToken cancel)
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
                    if (ValueOf(columns[i], row) is { } value)
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

    private static async Task Insert(AppDb db, IEntityType table, List<IProperty> columns, object[] rows, bool replace, CancellationToken cancel)
    {
        DbCommand? command = null;
        try
        {
            foreach (var some in rows.Chunk(Math.Max(1, ValuesInACommand(db) / columns.Count)))
            {
                if (command?.Parameters.Count != some.Length * columns.Count)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = Statement(db, table, columns, some.Length, replace);
                }

                var i = 0;
                foreach (var row in some)
                {
                    foreach (var column in columns)
                    {
                        command.Parameters[i++].Value = ValueOf(column, row) ?? DBNull.Value;
                    }
                }

                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static DbCommand Statement(AppDb db, IEntityType table, List<IProperty> columns, int rows, bool replace)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, i) => $"@p{(row * columns.Count) + i}"))})");
#pragma warning disable CA2100 // Names come from the model, values go as parameters.
        command.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({Names(columns)}) VALUES {string.Join(", ", values)}" + (replace ? $" {Replacing(table, columns)}" : "");
#pragma warning restore CA2100
        for (var i = 0; i < rows * columns.Count; i++)
        {
            var column = columns[i % columns.Count];
            command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", null, column.IsNullable));
        }

        return command;
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
