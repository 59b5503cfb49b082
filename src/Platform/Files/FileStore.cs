using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Files;

/// <summary>
/// The bytes of uploaded files in the data folder: <c>files/ab/ab12…</c>, named by their SHA-256, so the same content is kept once and a
/// damaged one shows. Written whole and flushed before the row that names it is committed; never changed afterwards.
/// </summary>
public sealed class FileStore(DataFolder folder)
{
    public string Root { get; } = Path.Combine(folder.Path, "files");

    public string PathOf(string sha256) =>
        IsName(sha256) ? Path.Combine(Root, sha256[..2], sha256) : throw new ArgumentException("Not a SHA-256 in small hexadecimal digits.", nameof(sha256));

    public static bool IsName(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A file of its own to write to. Whoever asks for it deletes it, or gives it to <see cref="Keep"/>.</summary>
    public FileStream Temporary()
    {
        var incoming = Path.Combine(Root, "incoming");
        Directory.CreateDirectory(incoming);
        return new FileStream(Path.Combine(incoming, Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = System.IO.FileOptions.Asynchronous,
            BufferSize = 64 * 1024,
        });
    }

    /// <summary>Moves a finished temporary file to its place. The same content may already be there.</summary>
    public void Keep(FileStream temporary, string sha256)
    {
        temporary.Flush(flushToDisk: true);
        temporary.Dispose();
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            // Young again, so that Sweep does not take it away before the new row is committed.
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            File.Delete(temporary.Name);
        }
        else
        {
            File.Move(temporary.Name, path, overwrite: true);
        }
    }

    public IEnumerable<string> Names() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root).Where(directory => Path.GetFileName(directory).Length == 2).Order(StringComparer.Ordinal)
            .SelectMany(directory => Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path)!).Where(IsName).Order(StringComparer.Ordinal))
        : [];

    public static async Task<string> HashOf(Stream content, CancellationToken cancel) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));

    /// <summary>
    /// Deletes what no row names and nobody touched for a day: files of deleted rows and of uploads that broke off. A day is far
    /// longer than an upload or a backup takes.
    /// </summary>
    public async Task<int> Sweep(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var deleted = 0;
        var incoming = Path.Combine(Root, "incoming");
        var leftOver = Directory.Exists(incoming) ? Directory.EnumerateFiles(incoming) : [];
        foreach (var path in leftOver.Concat(Names().Select(PathOf)))
        {
            cancel.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(path) > now.UtcDateTime.AddDays(-1))
            {
                continue;
            }

            var name = Path.GetFileName(path);
            if (!await db.Set<StoredFile>().AnyAsync(file => file.Sha256 == name, cancel))
            {
                File.Delete(path);
                deleted++;
            }
        }

        return deleted;
    }
}
