using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Platform.Health;

/// <param name="Code">Of the sentence that says it.</param>
public sealed record Finding(string Code, IReadOnlyDictionary<string, object?> Params);

/// <summary>
/// <c>yingpan check</c>: is everything still as it was written? The database itself, its references, its migrations, the chain of the audit
/// trail, and the bytes of uploaded files. It changes nothing.
/// </summary>
public sealed class CheckHouse(AppDb db, AuditChain chain, FileStore store)
{
    /// <summary>A database of which everything is wrong is told in a screenful.</summary>
    private const int MostOfAKind = 20;

    public async Task<IReadOnlyList<Finding>> Run(CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel))
        {
            return [Of("check.no-database")];
        }

        var findings = new List<Finding>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            // The tables that are asked below may not be there yet.
            return [Of("check.migrations", ("count", pending.Count))];
        }

        await db.Database.OpenConnectionAsync(cancel);
        foreach (var (code, sql) in db.IntegrityChecks())
        {
            findings.AddRange(await Ask(code, sql, cancel));
        }

        if (await chain.Verify(db, cancel) is { } broken)
        {
            findings.Add(Of($"check.audit-{broken.Reason}", ("position", broken.Position)));
        }

        findings.AddRange(await Files(cancel));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> Ask(string code, string sql, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // A constant of DatabaseDifferences.
        command.CommandText = sql;
#pragma warning restore CA2100
        var findings = new List<Finding>();
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (findings.Count < MostOfAKind && await reader.ReadAsync(cancel))
            {
                if (reader.GetString(0) is not "ok" and var said)
                {
                    findings.Add(Of(code, ("what", said)));
                }
            }
        }
        catch (DbException failure)
        {
            findings.Add(Of(code, ("what", failure.Message)));
        }

        return findings;
    }

    private async Task<List<Finding>> Files(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var files = db.Set<StoredFile>().AsNoTracking().Select(file => file.Sha256).Distinct().OrderBy(sha256 => sha256).AsAsyncEnumerable();
        await foreach (var sha256 in files.WithCancellation(cancel))
        {
            if (findings.Count == MostOfAKind)
            {
                break;
            }

            var path = store.PathOf(sha256);
            if (!File.Exists(path))
            {
                findings.Add(Of("check.file-missing", ("file", sha256)));
                continue;
            }

            await using var content = File.OpenRead(path);
            if (await FileStore.HashOf(content, cancel) != sha256)
            {
                findings.Add(Of("check.file-damaged", ("file", sha256)));
            }
        }

        return findings;
    }

    private static Finding Of(string code, params (string Name, object? Value)[] parameters) =>
        new(code, parameters.ToDictionary(pair => pair.Name, pair => pair.Value));
}
