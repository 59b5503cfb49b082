using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;

namespace Yingpan.Platform.Imports.Running;

/// <summary>
/// Takes back what an import created, from the last record to the first, in one transaction: all of it or nothing. Half an undo
/// would leave a state that nobody ever had, and what it costs is known: writers on SQLite wait while it lasts.
/// </summary>
/// <remarks>Refuses when a record was changed since, or when something that was not imported with it refers to it.</remarks>
internal sealed class ImportUndo(AppDb db)
{
    private const int Chunk = 500;
    private static readonly MethodInfo RemoveSome = typeof(ImportUndo).GetMethod(nameof(Remove), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public Task Run(ImportId import, CancellationToken cancel) => db.InTransaction(async () =>
    {
        db.ChangeTracker.Clear();
        var below = int.MaxValue;
        while (true)
        {
            var records = await db.Set<ImportRecord>().AsNoTracking()
                .Where(record => record.ImportId == import && record.Ordinal < below)
                .OrderByDescending(record => record.Ordinal).Take(Chunk).ToListAsync(cancel);
            if (records.Count == 0)
            {
                break;
            }

            below = records[^1].Ordinal;
            foreach (var same in SameTable(records))
            {
                var type = db.Model.GetEntityTypes().FirstOrDefault(type => type.GetTableName() == same[0].Entity && !type.IsOwned())
                    ?? throw Refusal.Conflict("import.undo-unknown", ("entity", same[0].Entity));
                var key = type.FindPrimaryKey()!.Properties[0];
                await (Task)RemoveSome.MakeGenericMethod(type.ClrType, key.ClrType).Invoke(this, [type, key, same, cancel])!;
                db.ChangeTracker.Clear();
            }
        }

        await db.Set<ImportRecord>().Where(record => record.ImportId == import).ExecuteDeleteAsync(cancel);
    }, cancel);

    /// <summary>Runs of records of one table, in their order.</summary>
    private static IEnumerable<List<ImportRecord>> SameTable(List<ImportRecord> records)
    {
        var run = new List<ImportRecord>();
        foreach (var record in records)
        {
            if (run.Count > 0 && run[0].Entity != record.Entity)
            {
                yield return run;
                run = [];
            }

            run.Add(record);
        }

        yield return run;
    }

    private async Task Remove<T, TKey>(IEntityType type, IProperty key, List<ImportRecord> records, CancellationToken cancel) where T : class
    {
        var converter = key.GetValueConverter();
        var keys = records.ConvertAll(record => (TKey)(converter?.ConvertFromProvider(record.EntityId) ?? record.EntityId));
        var name = key.Name;
        var query = db.Set<T>().IgnoreQueryFilters().Where(entity => keys.Contains(EF.Property<TKey>(entity, name)));
        // What hangs on a record goes with it, through the context, so that the audit trail hears of it.
        query = type.GetNavigations().Where(navigation => navigation.IsCollection && GoesAlong(navigation.ForeignKey))
            .Aggregate(query, (found, navigation) => found.Include(navigation.Name));

        // A record that somebody deleted already is as gone as it would be now.
        var entities = await query.AsSplitQuery().ToListAsync(cancel);
        foreach (var entity in entities)
        {
            if (entity is IVersioned { Version: not 1 })
            {
                var id = key.GetGetter().GetClrValue(entity);
                throw Refusal.Conflict("import.undo-changed", ("line", LineOf(records, converter?.ConvertToProvider(id) ?? id)));
            }
        }

        foreach (var foreignKey in type.GetReferencingForeignKeys())
        {
            await RefuseReferenced(type, foreignKey, records, cancel);
        }

        db.RemoveRange(entities);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsReferenceViolation())
        {
            throw Refusal.Conflict("import.undo-referenced", ("line", records[^1].Line), ("entity", ""));
        }
    }

    private static bool GoesAlong(IForeignKey foreignKey) => foreignKey.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.ClientCascade;

    /// <summary>Asked beforehand, also where the database would only clear or delete the reference: undo takes nothing from anybody else.</summary>
    private async Task RefuseReferenced(IEntityType type, IForeignKey foreignKey, List<ImportRecord> records, CancellationToken cancel)
    {
        // References inside a table may be among the records themselves; those from outside fail when the records are deleted.
        if (foreignKey.DeclaringEntityType == type || foreignKey.Properties.Count != 1 || foreignKey.IsOwnership
            || (foreignKey.PrincipalToDependent is not null && GoesAlong(foreignKey))
            || foreignKey.DeclaringEntityType.GetTableName() is not { } table)
        {
            return;
        }

        var column = foreignKey.Properties[0].GetColumnName();
        var parameters = string.Join(", ", records.Select((_, i) => $"{{{i}}}"));
#pragma warning disable EF1002 // Table and column come from the model, the ids go as parameters.
        var found = await db.Database.SqlQueryRaw<Guid>(
            $"SELECT {column} AS \"Value\" FROM {table} WHERE {column} IN ({parameters})", [.. records.Select(record => (object)record.EntityId)])
            .Take(1).ToListAsync(cancel);
#pragma warning restore EF1002
        if (found.Count > 0)
        {
            throw Refusal.Conflict("import.undo-referenced", ("line", LineOf(records, found[0])), ("entity", table));
        }
    }

    private static int LineOf(List<ImportRecord> records, object? id) => records.Find(record => record.EntityId.Equals(id))?.Line ?? records[0].Line;
}
