using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Yingpan.Platform.Backups;

namespace Yingpan.Platform.Data;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Everything in which the two databases differ, so that no other file asks which one it is talking to.</summary>
public static class DatabaseDifferences
{
    /// <summary>A connection string that names a host is PostgreSQL; everything else is a SQLite file.</summary>
    public static DatabaseKind KindOf(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    internal static DatabaseKind KindOf(DbContextOptions options) =>
        options.Extensions.Any(extension => extension.GetType().Name.StartsWith("Npgsql", StringComparison.Ordinal))
            ? DatabaseKind.Postgres
            : DatabaseKind.Sqlite;

    public static void Use(DbContextOptionsBuilder options, string connectionString)
    {
        if (KindOf(connectionString) == DatabaseKind.Postgres)
        {
            options.UseNpgsql(Tuned(connectionString), npgsql => npgsql.MigrationsAssembly("Yingpan.Postgres"));
        }
        else
        {
            options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("Yingpan.Sqlite"));
            options.AddInterceptors(SqliteConnectionSetup.Instance);
        }
    }

    /// <summary>
    /// What is asked again and again is parsed and planned once for each connection, and a connection is not reset each time it comes back
    /// to the pool: together most of what a small query costs. Nothing of ours outlives its transaction on a connection, and
    /// <see cref="OnlyReading"/> undoes itself. A house behind a pooler that changes connections under its clients says
    /// <c>Max Auto Prepare=0</c>.
    /// </summary>
    private static string Tuned(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        Unless("Max Auto Prepare", "200");
        Unless("Auto Prepare Min Usages", "3");
        Unless("No Reset On Close", "true");
        return given.ConnectionString;

        void Unless(string key, string value)
        {
            if (!given.ContainsKey(key))
            {
                given[key] = value;
            }
        }
    }

    /// <summary>The collation that puts Chinese names in pinyin order.</summary>
    public static string PinyinCollation(this AppDb db) => db.Kind == DatabaseKind.Postgres ? "zh-Hans-CN-x-icu" : SqliteConnectionSetup.Pinyin;

    private const string ElementIndex = "Yingpan:OfElements";

    /// <summary>
    /// Declares an index by which PostgreSQL finds the rows whose list holds something (GIN). SQLite keeps lists as text and can index only
    /// the whole of it, so it gets none, and <see cref="FindsByElements"/> says no.
    /// </summary>
    public static IndexBuilder<T> OfElements<T>(this IndexBuilder<T> index) => index.HasAnnotation(ElementIndex, true);

    public static bool FindsByElements(this AppDb db) => db.Kind == DatabaseKind.Postgres;

    internal static void FitIndexes(ModelBuilder model, DatabaseKind kind)
    {
        foreach (var (entity, index) in model.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes().Select(index => (entity, index))).ToList())
        {
            if (index.RemoveAnnotation(ElementIndex) is null)
            {
                continue;
            }

            if (kind == DatabaseKind.Postgres)
            {
                index.SetMethod("gin");
            }
            else
            {
                entity.RemoveIndex(index);
            }
        }
    }

    /// <summary>True when a save, or a statement past it, was refused because the same key is already there; says which constraint or columns.</summary>
    public static bool IsUniqueViolation(this Exception failure, out string constraint)
    {
        constraint = (failure is DbUpdateException ? failure.InnerException : failure) switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.ConstraintName ?? "",
            // "UNIQUE constraint failed: customers_customer.name"
            SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } sqlite =>
                sqlite.Message[(sqlite.Message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('\'', '.'),
            _ => "",
        };
        return constraint.Length > 0;
    }

    /// <summary>True when a save, or a statement past it, was refused because something still refers to the row, or it refers to nothing.</summary>
    public static bool IsReferenceViolation(this Exception failure) =>
        (failure is DbUpdateException ? failure.InnerException : failure) is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation }
            or SqliteException { SqliteExtendedErrorCode: 787 or 1811 };

    /// <summary>True when a value or row was refused for what it is: a constraint, a length, a range.</summary>
    internal static bool IsRefusedData(Exception failure) =>
        failure is PostgresException { SqlState: ['2', '2' or '3', ..] } or SqliteException { SqliteErrorCode: 19 or 20 };

    /// <summary>True when the database gave up on a lock: the request may simply be sent again.</summary>
    public static bool IsContention(Exception? failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
            or SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>At the end of a SELECT, locks its rows until the transaction ends. SQLite's writer already has the whole file to itself.</summary>
    internal static string ForUpdate(this AppDb db) => db.Kind == DatabaseKind.Postgres ? " FOR UPDATE" : "";

    /// <summary>The same, but many may hold the rows at once: against whoever locks them, not against each other. What a foreign key does by itself.</summary>
    internal static string ForKeyShare(this AppDb db) => db.Kind == DatabaseKind.Postgres ? " FOR KEY SHARE" : "";

    /// <summary>
    /// The row with that key as it is once nobody else has it locked, and held so until the transaction ends: for those who hang something on
    /// it, together with others who do.
    /// </summary>
    public static IQueryable<T> Held<T>(this AppDb db, object key) where T : class => db.WithKey<T>(key, db.ForKeyShare());

    /// <summary>The row with that key, locked until the transaction ends.</summary>
    public static IQueryable<T> Locked<T>(this AppDb db, object key) where T : class => db.WithKey<T>(key, db.ForUpdate());

    private static IQueryable<T> WithKey<T>(this AppDb db, object key, string how) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var column = type.FindPrimaryKey()!.Properties[0].GetColumnName();
#pragma warning disable EF1002 // Table and column come from the model, the key goes as a parameter.
        return db.Set<T>().FromSqlRaw($"SELECT * FROM {type.GetTableName()} WHERE {column} = {{0}}{how}", key);
#pragma warning restore EF1002
    }

    /// <summary>The rows with those keys, locked until the transaction ends; always in the order of their keys, so that two who lock many do not wait for each other.</summary>
    public static IQueryable<T> LockedAll<T>(this AppDb db, IReadOnlyList<Guid> keys) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var column = type.FindPrimaryKey()!.Properties[0].GetColumnName();
        var places = keys.Count == 0 ? "NULL" : string.Join(", ", keys.Select((_, i) => $"{{{i}}}"));
#pragma warning disable EF1002 // Table and column come from the model, the keys go as parameters.
        return db.Set<T>().FromSqlRaw($"SELECT * FROM {type.GetTableName()} WHERE {column} IN ({places}) ORDER BY {column}{db.ForUpdate()}", [.. keys.Cast<object>()]);
#pragma warning restore EF1002
    }

    /// <summary>
    /// Until disposed, whatever goes over this context can only read; the database itself refuses the rest. Keeps the connection open.
    /// </summary>
    public static async Task<IAsyncDisposable> OnlyReading(this AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var sqlite = db.Kind == DatabaseKind.Sqlite;
        await db.Database.ExecuteSqlRawAsync(sqlite ? "PRAGMA query_only = ON" : "SET default_transaction_read_only = on", cancel);
        // The connection goes back to a pool: it must not stay as it is.
        return new Undo(async () =>
        {
            await db.Database.ExecuteSqlRawAsync(sqlite ? "PRAGMA query_only = OFF" : "SET default_transaction_read_only = off", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        });
    }

    private sealed class Undo(Func<Task> work) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await work();
    }
    /// <summary>ORDER BY of the primary key that gives the same order on both: text by its bytes, not by a language.</summary>
    internal static string StableOrder(this AppDb db, BackupTable table) => string.Join(", ", table.Key.Select(column =>
        db.Kind == DatabaseKind.Postgres && column.Kind == ValueKind.Text ? $"\"{column.Name}\" COLLATE \"C\"" : $"\"{column.Name}\""));

    /// <summary>The newest migration in this database, without the stamp in front, which differs between the two.</summary>
    internal static async Task<string> LastMigration(this AppDb db, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"";
        var id = await command.ExecuteScalarAsync(cancel) as string ?? "";
        return id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>
    /// Questions whose every answer but "ok" is a fault, each with the code of its sentence. PostgreSQL enforces references always and checks
    /// its pages by itself (data checksums), so there only constraints that were never validated could hide something.
    /// </summary>
    internal static IReadOnlyList<(string Code, string Sql)> IntegrityChecks(this AppDb db) => db.Kind == DatabaseKind.Postgres
        ? [("check.references", "SELECT conrelid::regclass || ': ' || conname FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace")]
        : [("check.database", "PRAGMA integrity_check"), ("check.references", "SELECT \"table\" || ' -> ' || \"parent\" || ', row ' || coalesce(rowid, '-') FROM pragma_foreign_key_check")];

    /// <summary>Said to every process of this database once the transaction is durable. A SQLite file has one process that matters: nothing is said.</summary>
    internal static async Task Announce(this AppDb db, string channel, string words, CancellationToken cancel)
    {
        if (db.Kind == DatabaseKind.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({channel}, {words})", cancel);
        }
    }

    /// <summary>Place and seal of many entries of the trail at once.</summary>
    /// <param name="json">A list of <c>{ id, position, seal }</c>.</param>
    internal static Task WriteSeals(this AppDb db, string json, CancellationToken cancel) => db.Kind == DatabaseKind.Postgres
        ? db.Database.ExecuteSqlAsync(
            $"""
            UPDATE platform_audit_entry AS entry SET position = sealed.position, seal = sealed.seal
            FROM json_to_recordset({json}::json) AS sealed(id bigint, position bigint, seal text) WHERE entry.id = sealed.id
            """, cancel)
        : db.Database.ExecuteSqlAsync(
            $"""
            UPDATE platform_audit_entry SET position = sealed.value ->> 'position', seal = sealed.value ->> 'seal'
            FROM json_each({json}) AS sealed WHERE platform_audit_entry.id = sealed.value ->> 'id'
            """, cancel);

    /// <summary>One consistent picture of the whole database for as long as the transaction lasts, without stopping writers.</summary>
    public static async Task<DbTransaction> BeginSnapshot(this AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        return connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
    }
}

/// <summary>What each SQLite connection needs beyond its defaults (WAL and synchronous=FULL stay as they are).</summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    public const string Pinyin = "zh_pinyin";
    public static readonly SqliteConnectionSetup Instance = new();
    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        sqlite.CreateCollation(Pinyin, (a, b) => Chinese.Compare(a, b));
        // Its own knows A to Z only: neither a full-width nor an accented letter would be found as it is written.
        sqlite.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
    }
}
