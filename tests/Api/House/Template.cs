using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Yingpan.Host;
using Yingpan.Platform.Access;
using Yingpan.Platform.Modules;

namespace Yingpan.Tests.Api;

/// <summary>
/// The test company, entered once for each database and then copied for each test: a file copy on SQLite,
/// <c>CREATE DATABASE … TEMPLATE</c> on PostgreSQL.
/// </summary>
internal sealed class Template(DatabaseCopy database, Seed seed)
{
    private static readonly Lazy<Task<Template>> Sqlite = new(() => Build(DatabaseCopy.Sqlite()));
    private static readonly Lazy<Task<Template>> Postgres = new(async () => await Build(await DatabaseCopy.Postgres(null)));

    public Seed Seed { get; } = seed;

    public static Task<Template> Of(Database database) => (database == Database.Sqlite ? Sqlite : Postgres).Value;

    /// <summary>With what lies beside the database: uploaded files.</summary>
    public async Task<DatabaseCopy> Copy()
    {
        var copy = await database.Copy();
        foreach (var file in Directory.EnumerateFiles(database.Folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("yingpan.db", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(database.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static async Task<Template> Build(DatabaseCopy database)
    {
        var seed = new Seed();
        await using (var app = Server.Build([$"--data={database.Folder}", $"--ConnectionStrings:Default={database.ConnectionString}", "--SignIn:HashIterations=1000"], builder => builder.Logging.ClearProviders()))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
            await start.Migrate(CancellationToken.None);
            await start.Load(CancellationToken.None);
            await start.Open(CompanyFacts.Unnamed with { Name = Seed.Tree["company"].Name, NameEn = "Touchstone" }, CancellationToken.None);
            foreach (var role in await scope.ServiceProvider.GetRequiredService<Platform.Data.AppDb>().Set<Role>().ToListAsync())
            {
                seed.Roles[role.Code] = role.Id.ToString();
            }
        }

        await GiveEveryoneThePassword(database);
        var house = await House.Start(database, seed);
        using (var admin = await house.SignIn("admin"))
        {
            seed.Accounts["admin"] = (await admin.Get("/api/session", 200)).Json.GetProperty("account").GetProperty("id").GetString()!;
            await seed.Fill(admin, async login =>
            {
                await database.Execute("UPDATE platform_account SET must_change_password = false");
                return await house.SignIn(login);
            });
        }

        await house.Stop();
        await database.Execute("DELETE FROM platform_session");
        database.Close();
        return new Template(database, seed);
    }

    private static async Task GiveEveryoneThePassword(DatabaseCopy database)
    {
        var hash = new Microsoft.AspNetCore.Identity.PasswordHasher<object>().HashPassword(new object(), Seed.Password);
        await database.Execute($"UPDATE platform_account SET must_change_password = false, password_hash = '{hash}'");
    }
}

/// <summary>One database of a test, and the folder beside it.</summary>
internal abstract class DatabaseCopy : IAsyncDisposable
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), $"yingpan-tests-{Environment.ProcessId}");
    private static int copies;

    /// <summary>Written by sign-in, by every change, or by the clock: not what "nothing was written" is about.</summary>
    protected static readonly string[] Restless = ["platform_session", "platform_audit_entry", "platform_audit_head", "platform_protection_key", "__EFMigrationsHistory"];

    /// <summary>The scheduler's tables move by themselves, all day long.</summary>
    protected static IEnumerable<string> Resting(IEnumerable<string> tables) =>
        tables.Except(Restless).Where(table => !table.StartsWith("qrtz_", StringComparison.OrdinalIgnoreCase));

    protected DatabaseCopy()
    {
        Number = Interlocked.Increment(ref copies);
        Folder = Directory.CreateDirectory(Path.Combine(Root, Number.ToString(CultureInfo.InvariantCulture))).FullName;
    }

    protected int Number { get; }

    public string Folder { get; }

    public abstract string ConnectionString { get; }

    public static DatabaseCopy Sqlite() => new SqliteCopy();

    public static async Task<DatabaseCopy> Postgres(string? template) => await PostgresCopy.Create(template);

    public abstract Task<DatabaseCopy> Copy();

    public abstract Task<int> Execute(string statement);

    /// <summary>A hash over every row of every table but the <see cref="Restless"/> ones.</summary>
    public abstract Task<string> Snapshot();

    /// <summary>Lets go of the database, so that it can be copied.</summary>
    public abstract void Close();

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class SqliteCopy : DatabaseCopy
    {
        public string File => Path.Combine(Folder, "yingpan.db");

        public override string ConnectionString => $"Data Source={File}";

        public override Task<DatabaseCopy> Copy()
        {
            var copy = new SqliteCopy();
            System.IO.File.Copy(File, copy.File);
            return Task.FromResult<DatabaseCopy>(copy);
        }

        public override async Task<int> Execute(string statement)
        {
            await using var connection = await Connect();
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            return await command.ExecuteNonQueryAsync();
        }

        public override async Task<string> Snapshot()
        {
            await using var connection = await Connect();
            await using var tables = connection.CreateCommand();
            tables.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
            var names = new List<string>();
            await using (var reader = await tables.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    names.Add(reader.GetString(0));
                }
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var name in Resting(names))
            {
                await using var rows = connection.CreateCommand();
                rows.CommandText = $"SELECT * FROM \"{name}\" ORDER BY rowid";
                await using var reader = await rows.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        hash.AppendData(Encoding.UTF8.GetBytes($"{name}|{reader.GetName(i)}|{reader.GetValue(i)}\n"));
                    }
                }
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }

        public override void Close()
        {
            // Everything into the one file; without this a copy of it would miss what is still in the log.
            using (var connection = new SqliteConnection(ConnectionString))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                command.ExecuteNonQuery();
            }

            SqliteConnection.ClearAllPools();
        }

        public override ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            return base.DisposeAsync();
        }

        private async Task<SqliteConnection> Connect()
        {
            var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync();
            return connection;
        }
    }

    private sealed class PostgresCopy : DatabaseCopy
    {
        private string Name => $"yingpan_test_{Environment.ProcessId}_{Number}";

        private static string Server => Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "These tests need PostgreSQL: run ./dev test Api, which starts a private one, or set TEST_POSTGRES to a connection string "
                + "that may create databases (Host=localhost;Username=postgres;Password=…).");

        public override string ConnectionString => $"{Server};Database={Name};Maximum Pool Size=40;Include Error Detail=true";

        public static async Task<PostgresCopy> Create(string? template)
        {
            var copy = new PostgresCopy();
            await Admin(template is null
                ? $"CREATE DATABASE {copy.Name} ENCODING 'UTF8' TEMPLATE template0"
                : $"CREATE DATABASE {copy.Name} TEMPLATE {template} STRATEGY FILE_COPY");
            return copy;
        }

        public override async Task<DatabaseCopy> Copy() => await Create(Name);

        public override async Task<int> Execute(string statement)
        {
            await using var source = NpgsqlDataSource.Create(ConnectionString);
            await using var command = source.CreateCommand(statement);
            return await command.ExecuteNonQueryAsync();
        }

        public override async Task<string> Snapshot()
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            var names = new List<string>();
            await using (var tables = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename", connection))
            await using (var reader = await tables.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    names.Add(reader.GetString(0));
                }
            }

            var each = Resting(names).Select(name =>
                $"SELECT '{name}' AS n, (SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM \"{name}\" t) AS h");
            await using var command = new NpgsqlCommand($"SELECT string_agg(n || h, ',' ORDER BY n) FROM ({string.Join(" UNION ALL ", each)}) all_tables", connection);
            return (string)(await command.ExecuteScalarAsync())!;
        }

        public override void Close() => NpgsqlConnection.ClearAllPools();

        public override async ValueTask DisposeAsync()
        {
            await using (var connection = new NpgsqlConnection(ConnectionString))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await Admin($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
            await base.DisposeAsync();
        }

        private static async Task Admin(string statement)
        {
            await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
