using System.Text.Json;

namespace Yingpan.Platform.Backups;

/// <param name="Sha256">Of the entry, unpacked.</param>
public sealed record BackupTableEntry(string Name, long Rows, long Bytes, string Sha256);

/// <param name="Sha256">Over the names, in order, each with a line feed; the names are the hashes of the contents.</param>
public sealed record BackupFilesEntry(int Count, long Bytes, string Sha256);

/// <summary>The last entry of a backup: what must be in it.</summary>
/// <param name="Format">1.</param>
/// <param name="Layout">Digest of tables and columns; a backup fits a database that has the same.</param>
/// <param name="AuditKeySha256">Null unless the key of the seals is in the backup.</param>
/// <param name="Damaged">Uploaded files whose bytes were no longer what they had been; they are not in the backup.</param>
public sealed record BackupManifest(
    int Format,
    string Product,
    string Migration,
    string Layout,
    DateTimeOffset CreatedAt,
    IReadOnlyList<BackupTableEntry> Tables,
    BackupFilesEntry Files,
    string? AuditKeySha256,
    IReadOnlyList<string> Damaged)
{
    internal const int CurrentFormat = 1;
    internal const string EntryName = "manifest.json";
    internal const string AuditKeyName = "audit.key";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    internal static string EntryOf(string table) => $"tables/{table}.jsonl";

    internal static string EntryOfFile(string sha256) => $"files/{sha256[..2]}/{sha256}";

    public long Rows => Tables.Sum(table => table.Rows);
}
