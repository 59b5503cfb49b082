using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Yingpan.Platform.Data;

namespace Yingpan.Demo;

/// <summary>
/// Writes many rows by the model's own columns and conversions, some hundred values a command, without tracking them: several times as
/// fast as saving entities, and the same on both databases.
/// </summary>
internal static class BulkRows
{
    private const int ValuesInACommand = 2_000;

    /// <summary>Rows of one table, or of several one after the other. What hangs on a row (the lines of an order) is a table of its own.</summary>
    public static async Task Insert(AppDb db, IEnumerable<object> rows, CancellationToken cancel)
    {
        foreach (var table in rows.GroupBy(row => row.GetType()))
        {
            await Insert(db, db.Model.FindEntityType(table.Key)!, [.. table], cancel);
        }
    }

    private static async Task Insert(AppDb db, IEntityType table, object[] rows, CancellationToken cancel)
    {
        var columns = table.GetProperties().ToList();
        DbCommand? command = null;
        try
        {
            foreach (var some in rows.Chunk(Math.Max(1, ValuesInACommand / columns.Count)))
            {
                if (command?.Parameters.Count != some.Length * columns.Count)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = await Prepare(db, table, columns, some.Length, cancel);
                }

                var i = 0;
                foreach (var row in some)
                {
                    foreach (var column in columns)
                    {
                        var value = column.PropertyInfo!.GetValue(row);
                        command.Parameters[i++].Value = (column.GetTypeMapping().Converter is { } to ? to.ConvertToProvider(value) : value) ?? DBNull.Value;
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

    private static async Task<DbCommand> Prepare(AppDb db, IEntityType table, List<IProperty> columns, int rows, CancellationToken cancel)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, i) => $"@p{(row * columns.Count) + i}"))})");
#pragma warning disable CA2100 // Names come from the model, values go as parameters.
        command.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({names}) VALUES {string.Join(", ", values)}";
#pragma warning restore CA2100
        for (var i = 0; i < rows * columns.Count; i++)
        {
            var column = columns[i % columns.Count];
            command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", null, column.IsNullable));
        }

        await command.PrepareAsync(cancel);
        return command;
    }
}
