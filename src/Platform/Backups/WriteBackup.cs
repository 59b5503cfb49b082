using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Platform.Backups;

/// <summary>
/// <c>yingpan backup FILE</c>: everything in one zip file, the same for both databases. It reads one consistent picture while the house
/// goes on working, row by row, so neither the number of rows nor that of files is bounded by memory.
/// </summary>
public sealed class WriteBackup(AppDb db, AuditKey auditKey, FileStore store, CallerContext context, TimeProvider clock)
{
    public async Task<BackupManifest> To(string path, bool withKeys, CancellationToken cancel)
    {
        if (File.Exists(path))
        {
            throw Refusal.Conflict("backup.exists", ("file", path));
        }

        var partial = path + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var file = Create(partial))
            {
                manifest = await Write(file, withKeys, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path);
            await Note(manifest, cancel);
            return manifest;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Password hashes and customers are in it: nobody but the operator reads it.</summary>
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private async Task<BackupManifest> Write(FileStream file, bool withKeys, CancellationToken cancel)
    {
        var layout = BackupLayout.Of(db);
        var tables = new List<BackupTableEntry>();
        var damaged = new List<string>();
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        string migration;
        await using (var snapshot = await db.BeginSnapshot(cancel))
        {
            migration = await db.LastMigration(snapshot, cancel);
            foreach (var table in layout.Tables)
            {
                tables.Add(await WriteTable(zip, table, snapshot, cancel));
            }
        }

        // Bytes are on disk before the row that names them, so everything the picture names is there now.
        var files = await WriteFiles(zip, damaged, cancel);
        if (withKeys)
        {
            await using var key = zip.CreateEntry(BackupManifest.AuditKeyName, CompressionLevel.NoCompression).Open();
            await key.WriteAsync(auditKey.Bytes, cancel);
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, typeof(WriteBackup).Assembly.GetName().Version!.ToString(3), migration, layout.Digest(), clock.GetUtcNow(),
            tables, files, withKeys ? Convert.ToHexStringLower(SHA256.HashData(auditKey.Bytes)) : null, damaged);
        await using var end = zip.CreateEntry(BackupManifest.EntryName).Open();
        await JsonSerializer.SerializeAsync(end, manifest, BackupManifest.Json, cancel);
        return manifest;
    }

    private async Task<BackupTableEntry> WriteTable(ZipArchive zip, BackupTable table, DbTransaction snapshot, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = snapshot;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // All names come from the model.
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} FROM \"{table.Name}\" ORDER BY {db.StableOrder(table)}";
#pragma warning restore CA2100
        await using var entry = new HashingStream(zip.CreateEntry(BackupManifest.EntryOf(table.Name), CompressionLevel.Fastest).Open());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var buffer = new ArrayBufferWriter<byte>(128 * 1024);
        await using var json = new Utf8JsonWriter(buffer, BackupRows.Plain);
        long rows = 0;
        while (await reader.ReadAsync(cancel))
        {
            BackupRows.Write(json, reader, table.Columns);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            rows++;
            if (buffer.WrittenCount > 64 * 1024)
            {
                await entry.WriteAsync(buffer.WrittenMemory, cancel);
                buffer.ResetWrittenCount();
            }
        }

        await entry.WriteAsync(buffer.WrittenMemory, cancel);
        return new BackupTableEntry(table.Name, rows, entry.Bytes, entry.Sha256());
    }

    private async Task<BackupFilesEntry> WriteFiles(ZipArchive zip, List<string> damaged, CancellationToken cancel)
    {
        using var names = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, bytes) = (0, 0L);
        foreach (var name in store.Names())
        {
            await using var content = new FileStream(store.PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true);
            if (await FileStore.HashOf(content, cancel) != name)
            {
                damaged.Add(name);
                continue;
            }

            content.Position = 0;
            await using var entry = zip.CreateEntry(BackupManifest.EntryOfFile(name), CompressionLevel.Fastest).Open();
            await content.CopyToAsync(entry, cancel);
            names.AppendData(Encoding.ASCII.GetBytes(name + "\n"));
            count++;
            bytes += content.Length;
        }

        return new BackupFilesEntry(count, bytes, Convert.ToHexStringLower(names.GetHashAndReset()));
    }

    /// <summary>Whoever holds the file holds everything, so that it was written is in the trail (of the house, not of the file).</summary>
    private async Task Note(BackupManifest manifest, CancellationToken cancel)
    {
        db.Add(AuditTrail.Line(context, clock.GetUtcNow(), "backup", "-", AuditAction.Noted,
            $$"""{"rows":[null,{{manifest.Rows}}],"files":[null,{{manifest.Files.Count}}]}"""));
        await db.InTransaction(() => db.SaveChangesAsync(cancel), cancel);
    }
}
