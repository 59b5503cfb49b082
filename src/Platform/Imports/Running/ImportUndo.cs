using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;

namespace Yingpan.Platform.Imports.Running;

/// <summary>
/// Takes back what an import created, table by table from the last to the first, in one transaction: all of it or nothing. Half an
/// undo would leave a state that nobody ever had. Done by statements on whole tables, since writers on SQLite wait while it lasts:
/// a hundred thousand records go in seconds.
/// </summary>
/// <remarks>Refuses when a record was changed since, or when something that was not imported with it refers to it.</remarks>
internal sealed class ImportUndo(AppDb db, CallerContext context, TimeProvider clock)
{
    private const string Imported = "SELECT entity_id FROM platform_import_record WHERE import_id = {0} AND entity = {1}";

    /// <param name="first">What else must be taken back, once nobody can change the records any more.</param>
    public Task Run(ImportId import, Func<Task> first, CancellationToken cancel) => db.InTransaction(async () =>
    {
        var tables = await db.Set<ImportRecord>().Where(record => record.ImportId == import)
            .GroupBy(record => record.Entity).Select(group => new { Entity = group.Key, First = group.Min(record => record.Ordinal) })
            .OrderByDescending(table => table.First).Select(table => table.Entity).ToListAsync(cancel);
        var types = tables.ConvertAll(table => db.Model.GetEntityTypes().FirstOrDefault(type => type.GetTableName() == table && !type.IsOwned())
            ?? throw Refusal.Conflict("import.undo-unknown", ("entity", table)));
        foreach (var type in types)
        {
            // An edit on its way is waited for, and then seen; without that it would be deleted unseen, and its sale counted off twice.
            await Execute($"SELECT 1 FROM {type.GetTableName()} WHERE {Key(type)} IN ({Imported}) ORDER BY {Key(type)}{db.ForUpdate()}", import, type.GetTableName()!, cancel);
        }

        await first();
        foreach (var type in types)
        {
            await RefuseChanged(type, import, cancel);
        }

        foreach (var type in types)
        {
            foreach (var foreignKey in type.GetReferencingForeignKeys())
            {
                await RefuseReferenced(type, foreignKey, import, cancel);
            }

            await Delete(type, import, cancel);
        }

        await db.Set<ImportRecord>().Where(record => record.ImportId == import).ExecuteDeleteAsync(cancel);
    }, cancel);

    private async Task RefuseChanged(IEntityType type, ImportId import, CancellationToken cancel)
    {
        if (!typeof(IVersioned).IsAssignableFrom(type.ClrType))
        {
            return;
        }

        var version = type.FindProperty(nameof(IVersioned.Version))!.GetColumnName();
        if (await LineWhere($"JOIN {type.GetTableName()} t ON t.{Key(type)} = r.entity_id WHERE t.{version} <> 1", type, import, cancel) is { } line)
        {
            throw Refusal.Conflict("import.undo-changed", ("line", line));
        }
    }

    /// <summary>Asked beforehand, also where the database would only clear or delete the reference: undo takes nothing from anybody else.</summary>
    private async Task RefuseReferenced(IEntityType type, IForeignKey foreignKey, ImportId import, CancellationToken cancel)
    {
        var other = foreignKey.DeclaringEntityType;
        if (IsPart(foreignKey) || foreignKey.IsOwnership || foreignKey.Properties.Count != 1 || other.GetTableName() is not { } table)
        {
            return;
        }

        var own = other == type
            ? $" AND NOT EXISTS (SELECT 1 FROM platform_import_record o WHERE o.import_id = r.import_id AND o.entity = r.entity AND o.entity_id = t.{Key(type)})"
            : "";
        if (await LineWhere($"JOIN {table} t ON t.{Column(foreignKey)} = r.entity_id WHERE 1 = 1{own}", type, import, cancel) is { } line)
        {
            throw Refusal.Conflict("import.undo-referenced", ("line", line), ("entity", table));
        }
    }

    private async Task Delete(IEntityType type, ImportId import, CancellationToken cancel)
    {
        var table = type.GetTableName()!;
        await Trace(type, $"{Key(type)} IN ({Imported})", import, table, cancel);
        foreach (var inside in type.GetReferencingForeignKeys().Where(foreignKey => foreignKey.DeclaringEntityType == type && foreignKey.Properties.Count == 1))
        {
            // Among themselves the records go in no order, which the database would take amiss.
            await Execute($"UPDATE {table} SET {Column(inside)} = NULL WHERE {Column(inside)} IN ({Imported})", import, table, cancel);
        }

        await Execute($"DELETE FROM {table} WHERE {Key(type)} IN ({Imported})", import, table, cancel);
    }

    /// <summary>
    /// The audit trail hears of each record, and of what hangs on it and is deleted by the database. What it held is in the line of its
    /// creation: had it changed since, it would not be deleted here.
    /// </summary>
    private async Task Trace(IEntityType type, string where, ImportId import, string root, CancellationToken cancel)
    {
        foreach (var part in type.GetReferencingForeignKeys().Where(foreignKey => IsPart(foreignKey) && foreignKey.Properties.Count == 1))
        {
            await Trace(part.DeclaringEntityType, $"{Column(part)} IN (SELECT {Key(type)} FROM {type.GetTableName()} WHERE {where})", import, root, cancel);
        }

        if (type.ClrType.IsDefined(typeof(NotAuditedAttribute), inherit: false))
        {
            return;
        }

        var line = AuditTrail.Line(context, clock.GetUtcNow(), type.GetTableName()!, "", AuditAction.Deleted, $$"""{"import":["{{import}}",null]}""");
        var key = string.Join(" || '/' || ", type.FindPrimaryKey()!.Properties.Select(property => $"lower(CAST({property.GetColumnName()} AS text))"));
#pragma warning disable EF1002 // Tables and columns come from the model; values go as parameters.
        await db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO platform_audit_entry (at, account_id, person_id, login, "from", via, entity, entity_id, action, changes)
            SELECT {2}, {3}, {4}, {5}, {6}, {7}, {8}, {{key}}, {9}, {10} FROM {{type.GetTableName()}} WHERE {{where}}
            """,
            [import.Value, root, line.At.UtcDateTime, line.AccountId.Value, PersonOf(line), line.Login, line.From, line.Via, line.Entity, line.Action.ToString(), line.Changes], cancel);
#pragma warning restore EF1002
    }

    /// <summary>A bare null has no type, which PostgreSQL wants to know.</summary>
    private object PersonOf(AuditEntry line) => db.Kind == DatabaseKind.Postgres
        ? new Npgsql.NpgsqlParameter { Value = (object?)line.PersonId?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }
        : new Microsoft.Data.Sqlite.SqliteParameter { Value = line.PersonId is { } person ? person.Value.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant() : DBNull.Value };

    /// <summary>A part of the record, deleted with it: memberships of a person, lines of an order, values of fields.</summary>
    private static bool IsPart(IForeignKey foreignKey) => foreignKey.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.ClientCascade
        && (foreignKey.PrincipalToDependent is not null || typeof(IPartOfRecord).IsAssignableFrom(foreignKey.DeclaringEntityType.ClrType));

    private static string Key(IEntityType type) => type.FindPrimaryKey()!.Properties[0].GetColumnName();

    private static string Column(IForeignKey foreignKey) => foreignKey.Properties[0].GetColumnName();

#pragma warning disable EF1002 // As above.
    private async Task<int?> LineWhere(string join, IEntityType type, ImportId import, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<int?>(
            $"SELECT r.line AS \"Value\" FROM platform_import_record r {join} AND r.import_id = {{0}} AND r.entity = {{1}} LIMIT 1",
            import.Value, type.GetTableName()!).ToListAsync(cancel)).FirstOrDefault();

    private Task<int> Execute(string sql, ImportId import, string table, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(sql, [import.Value, table], cancel);
#pragma warning restore EF1002
}
