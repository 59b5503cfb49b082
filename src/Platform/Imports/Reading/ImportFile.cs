using System.Text;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>What a file turned out to be, once it was looked at.</summary>
internal sealed record FileFacts(FileFormat Format, string? Encoding, IReadOnlyList<string> Sheets);

/// <summary>A stored file as a source of lines.</summary>
internal static class ImportFile
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>By its content alone. Refuses what can't be read, each with its own reason.</summary>
    public static async Task<FileFacts> Recognise(string path, ImportOptions limits, CancellationToken cancel)
    {
        var start = new byte[8];
        await using (var file = File.OpenRead(path))
        {
            start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel)];
        }

        switch (FileKind.Of(start))
        {
            case FileKind.Sort.Empty:
                throw FileRefused.Because("import.empty");
            case FileKind.Sort.Compound:
                throw FileRefused.Because(await Holds(path, EncryptedPackage, cancel) ? "import.encrypted" : "import.old-excel");
            case FileKind.Sort.Zip:
                await ZipGuard.Check(path, limits, cancel);
                return new FileFacts(FileFormat.Xlsx, null, XlsxSource.SheetsOf(path));
            default:
                return new FileFacts(FileFormat.Csv, await TextEncodings.Detect(path, cancel), []);
        }
    }

    public static async Task<ILineSource> Open(string path, FileFormat format, string? encoding, string? sheet, CancellationToken cancel) =>
        format == FileFormat.Xlsx ? XlsxSource.Open(path, sheet) : await CsvSource.Open(path, encoding ?? "utf-8", cancel);

    private static async Task<bool> Holds(string path, byte[] pattern, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        while ((read = await file.ReadAsync(buffer.AsMemory(kept), cancel)) > 0)
        {
            var all = kept + read;
            if (buffer.AsSpan(0, all).IndexOf(pattern) >= 0)
            {
                return true;
            }

            kept = Math.Min(pattern.Length - 1, all);
            buffer.AsSpan(all - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
