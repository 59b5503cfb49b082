using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Backups;

/// <summary>How the rows of one table come in.</summary>
internal interface IRowSink : IAsyncDisposable
{
    ValueTask Add(object?[] values);

    Task End(CancellationToken cancel);
}

/// <summary>The database being filled. What must be on before the transaction begins is on until it is disposed.</summary>
internal abstract class RestoreTarget(AppDb db) : IAsyncDisposable
{
    protected AppDb Db { get; } = db;

    public static async Task<RestoreTarget> Open(AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        RestoreTarget target = db.Kind == DatabaseKind.Postgres ? new PostgresTarget(db) : new SqliteTarget(db);
        await target.Prepare(cancel);
        return target;
    }

    /// <summary>Before the transaction.</summary>
    protected virtual Task Prepare(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Nobody's rows are left, and references are not asked for until <see cref="Finish"/>.</summary>
    public abstract Task Empty(BackupLayout layout, CancellationToken cancel);

    public abstract Task<IRowSink> Begin(BackupTable table, CancellationToken cancel);

    /// <summary>Every reference leads somewhere, and counters stand behind the rows; inside the transaction.</summary>
    public abstract Task Finish(BackupLayout layout, CancellationToken cancel);

    public virtual async ValueTask DisposeAsync() => await Db.Database.CloseConnectionAsync();

#pragma warning disable EF1002, CA2100 // All names come from the model.
    protected Task<int> Run(string sql, CancellationToken cancel) => Db.Database.ExecuteSqlRawAsync(sql, cancel);
#pragma warning restore EF1002, CA2100

    protected static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>
/// With foreign keys off, as the makers of SQLite advise for changes of this size: RESTRICT would be asked at each row even where checks
/// are deferred. In the end all are checked at once, before the commit.
/// </summary>
internal sealed class SqliteTarget(AppDb db) : RestoreTarget(db)
{
    // Without effect inside a transaction, so it comes before.
    protected override Task Prepare(CancellationToken cancel) => Run("PRAGMA foreign_keys = OFF", cancel);

    public override async Task Empty(BackupLayout layout, CancellationToken cancel)
    {
        foreach (var table in layout.Tables)
        {
            await Run($"DELETE FROM {Quoted(table.Name)}", cancel);
        }
    }

    public override Task<IRowSink> Begin(BackupTable table, CancellationToken cancel) =>
        Task.FromResult<IRowSink>(new Rows((SqliteConnection)Db.Database.GetDbConnection(), (SqliteTransaction)Db.Database.CurrentTransaction!.GetDbTransaction(), table));

    public override async Task Finish(BackupLayout layout, CancellationToken cancel)
    {
        // Counters (AUTOINCREMENT) move by themselves with the largest row.
        await using var check = Db.Database.GetDbConnection().CreateCommand();
        check.Transaction = Db.Database.CurrentTransaction!.GetDbTransaction();
        check.CommandText = "PRAGMA foreign_key_check";
        await using var broken = await check.ExecuteReaderAsync(cancel);
        if (await broken.ReadAsync(cancel))
        {
            throw Refusal.Conflict("backup.broken", ("entry", BackupManifest.EntryOf(broken.GetString(0))));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Run("PRAGMA foreign_keys = ON", CancellationToken.None);
        await base.DisposeAsync();
    }

    private sealed class Rows : IRowSink
    {
        private readonly SqliteCommand insert;

        public Rows(SqliteConnection connection, SqliteTransaction transaction, BackupTable table)
        {
            insert = connection.CreateCommand();
            insert.Transaction = transaction;
#pragma warning disable CA2100 // All names come from the model.
            insert.CommandText = $"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))}) "
                + $"VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
            for (var i = 0; i < table.Columns.Count; i++)
            {
                insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            }

            insert.Prepare();
        }

        public ValueTask Add(object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
            return ValueTask.CompletedTask;
        }

        public Task End(CancellationToken cancel) => Task.CompletedTask;

        public ValueTask DisposeAsync() => insert.DisposeAsync();
    }
}

/// <summary>Binary COPY in the order of references; the few that form rings wait until the end.</summary>
internal sealed class PostgresTarget(AppDb db) : RestoreTarget(db)
{
    public override async Task Empty(BackupLayout layout, CancellationToken cancel)
    {
        // Needs every table to itself; better to give up than to queue behind somebody for ever.
        await Run("SET LOCAL lock_timeout = '60s'", cancel);
        await Run($"TRUNCATE {string.Join(", ", layout.Tables.Select(table => Quoted(table.Name)))}", cancel);
        foreach (var reference in layout.Backward)
        {
            await Run($"ALTER TABLE {Quoted(reference.Table)} ALTER CONSTRAINT {Quoted(reference.Name)} DEFERRABLE INITIALLY DEFERRED", cancel);
        }
    }

    public override async Task<IRowSink> Begin(BackupTable table, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)Db.Database.GetDbConnection();
        var copy = await connection.BeginBinaryImportAsync(
            $"COPY {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))}) FROM STDIN (FORMAT BINARY)", cancel);
        // Zero would be no time at all, not no limit.
        copy.Timeout = TimeSpan.FromHours(6);
        return new Rows(copy, [.. table.Columns.Select(PostgresValue.Of)]);
    }

    public override async Task Finish(BackupLayout layout, CancellationToken cancel)
    {
        await Run("SET CONSTRAINTS ALL IMMEDIATE", cancel);
        foreach (var reference in layout.Backward)
        {
            await Run($"ALTER TABLE {Quoted(reference.Table)} ALTER CONSTRAINT {Quoted(reference.Name)} NOT DEFERRABLE", cancel);
        }

        foreach (var (table, column) in layout.Tables.SelectMany(table => table.Columns.Where(column => column.Counts).Select(column => (table, column))))
        {
#pragma warning disable EF1002 // Names come from the model.
            var next = await Db.Database.SqlQueryRaw<long>($"SELECT coalesce(max({Quoted(column.Name)}), 0)::bigint + 1 AS \"Value\" FROM {Quoted(table.Name)}").SingleAsync(cancel);
#pragma warning restore EF1002
            // Unlike setval it is taken back with the transaction.
            await Run($"ALTER TABLE {Quoted(table.Name)} ALTER COLUMN {Quoted(column.Name)} RESTART WITH {next}", cancel);
        }
    }

    private sealed class Rows(NpgsqlBinaryImporter copy, PostgresValue[] columns) : IRowSink
    {
        public async ValueTask Add(object?[] values)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                {
                    await columns[i].Write(copy, value);
                }
                else
                {
                    await copy.WriteNullAsync();
                }
            }
        }

        public async Task End(CancellationToken cancel) => await copy.CompleteAsync(cancel);

        public ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}
