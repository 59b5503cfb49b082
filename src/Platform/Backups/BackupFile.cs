using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yingpan.Kernel;
using Yingpan.Platform.Files;

namespace Yingpan.Platform.Backups;

/// <summary>
/// A backup being read, by somebody who does not trust it: nothing in it is believed before <see cref="Verify"/> has read it whole
/// against its manifest, and no name in it is ever used as a path.
/// </summary>
internal sealed class BackupFile : IDisposable
{
    private const int LargestManifest = 16 * 1024 * 1024;
    private const int LongestRow = 64 * 1024 * 1024;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries;

    private BackupFile(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, BackupManifest manifest)
    {
        this.zip = zip;
        this.entries = entries;
        Manifest = manifest;
        Files = [.. entries.Keys.Where(name => name.StartsWith("files/", StringComparison.Ordinal)).Select(name => name[9..]).Order(StringComparer.Ordinal)];
    }

    public BackupManifest Manifest { get; }

    /// <summary>The SHA-256 names of the uploaded files in it.</summary>
    public IReadOnlyList<string> Files { get; }

    public static async Task<BackupFile> Open(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw Refusal.NotFound("backup.no-file", ("file", path));
        }

        ZipArchive? opened = null;
        try
        {
            opened = ZipFile.OpenRead(path);
            // A name that comes twice would be checked once and read once, perhaps not the same one.
            var named = opened.Entries.ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
            var file = new BackupFile(opened, named, await ReadManifest(named, cancel));
            file.RefuseOtherEntries();
            return file;
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or JsonException or IOException)
        {
            opened?.Dispose();
            throw Refusal.Conflict("backup.broken", ("entry", BackupManifest.EntryName));
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    private static async Task<BackupManifest> ReadManifest(Dictionary<string, ZipArchiveEntry> entries, CancellationToken cancel)
    {
        if (!entries.TryGetValue(BackupManifest.EntryName, out var entry))
        {
            throw Refusal.Conflict("backup.broken", ("entry", BackupManifest.EntryName));
        }

        await using var stream = entry.Open();
        var buffer = new byte[LargestManifest];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return JsonSerializer.Deserialize<BackupManifest>(buffer.AsSpan(0, length), BackupManifest.Json)!;
    }

    private void RefuseOtherEntries()
    {
        var expected = Manifest.Tables.Select(table => BackupManifest.EntryOf(table.Name)).Append(BackupManifest.EntryName)
            .Concat(Manifest.AuditKeySha256 is null ? [] : [BackupManifest.AuditKeyName]).ToHashSet(StringComparer.Ordinal);
        var missing = expected.FirstOrDefault(name => !entries.ContainsKey(name));
        var strange = entries.Keys.FirstOrDefault(name => !expected.Contains(name) && !IsFile(name));
        if ((missing ?? strange) is { } wrong)
        {
            throw Refusal.Conflict("backup.broken", ("entry", wrong));
        }
    }

    private static bool IsFile(string name) => name.Length == 73 && FileStore.IsName(name[9..]) && name == BackupManifest.EntryOfFile(name[9..]);

    /// <summary>Reads all of it once: every row can be understood, every hash and count is what the manifest says.</summary>
    public async Task Verify(BackupLayout layout, CancellationToken cancel)
    {
        if (Manifest.Format != BackupManifest.CurrentFormat || Manifest.Layout != layout.Digest()
            || Manifest.Tables.Count != layout.Tables.Count || layout.Tables.Any(table => Manifest.Tables.All(entry => entry.Name != table.Name)))
        {
            throw Refusal.Conflict("backup.other-version", ("product", Manifest.Product), ("migration", Manifest.Migration));
        }

        foreach (var table in layout.Tables)
        {
            await ReadTable(table, _ => ValueTask.CompletedTask, cancel);
        }

        var names = Encoding.ASCII.GetBytes(string.Concat(Files.Select(name => name + "\n")));
        if (Files.Count != Manifest.Files.Count || Convert.ToHexStringLower(SHA256.HashData(names)) != Manifest.Files.Sha256)
        {
            throw Refusal.Conflict("backup.broken", ("entry", "files/"));
        }

        foreach (var name in Files)
        {
            await using var content = OpenFile(name);
            await Guarded(name, async () => await FileStore.HashOf(content, cancel) == name);
        }

        if (Manifest.AuditKeySha256 is { } hash)
        {
            var key = await AuditKey(cancel);
            await Guarded(BackupManifest.AuditKeyName, () => Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(key)) == hash));
        }
    }

    public Stream OpenFile(string sha256) => entries[BackupManifest.EntryOfFile(sha256)].Open();

    public async Task<byte[]> AuditKey(CancellationToken cancel)
    {
        await using var stream = entries[BackupManifest.AuditKeyName].Open();
        var key = new byte[1024];
        return key[..await stream.ReadAtLeastAsync(key, key.Length, throwOnEndOfStream: false, cancel)];
    }

    /// <summary>
    /// Gives the rows one after the other, always in the same array, and refuses in the end if they were not the ones of the manifest:
    /// whoever writes them while reading does so in a transaction.
    /// </summary>
    public async Task ReadTable(BackupTable table, Func<object?[], ValueTask> take, CancellationToken cancel)
    {
        var said = Manifest.Tables.Single(entry => entry.Name == table.Name);
        await Guarded(BackupManifest.EntryOf(table.Name), async () =>
        {
            await using var stream = new HashingStream(entries[BackupManifest.EntryOf(table.Name)].Open());
            var rows = await ReadLines(stream, table, take, said.Bytes, cancel);
            return rows == said.Rows && stream.Bytes == said.Bytes && stream.Sha256() == said.Sha256;
        });
    }

    private static async Task<long> ReadLines(HashingStream stream, BackupTable table, Func<object?[], ValueTask> take, long most, CancellationToken cancel)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 128 * 1024, minimumReadSize: 16 * 1024, leaveOpen: true));
        var values = new object?[table.Columns.Count];
        long rows = 0;
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                BackupRows.Read(buffer.Slice(0, end), table.Columns, values);
                await take(values);
                rows++;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > LongestRow || stream.Bytes > most || (read.IsCompleted && !buffer.IsEmpty))
            {
                throw new FormatException("not a row");
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                await pipe.CompleteAsync();
                return rows;
            }
        }
    }

    private static async Task Guarded(string entry, Func<Task<bool>> isSound)
    {
        bool sound;
        try
        {
            sound = await isSound();
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or EndOfStreamException)
        {
            sound = false;
        }

        if (!sound)
        {
            throw Refusal.Conflict("backup.broken", ("entry", entry));
        }
    }

    public void Dispose() => zip.Dispose();
}
