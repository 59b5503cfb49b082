using System.IO.Compression;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>
/// Looks at a workbook before any reader does. The directory of a zip may lie about sizes, so everything is unpacked once, into
/// nothing, and counted; a bomb is refused after the bytes it may have, not after those it has.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 2_000;
    private const int LargestRatio = 100;

    /// <summary>Below this much unpacked, no ratio says anything.</summary>
    private const long Harmless = 1_000_000;

    /// <summary>Texts of a workbook are all held in memory: this many tags bound how many there can be.</summary>
    private const long MostTextTags = 8_000_000;

    public static async Task Check(string path, ImportOptions limits, CancellationToken cancel)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                throw FileRefused.Because("import.zip-bomb");
            }

            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                throw FileRefused.Because("import.not-a-workbook");
            }

            await Count(zip, file.Length, limits.UnpackedMegabytes * 1_000_000L, cancel);
        }
        catch (InvalidDataException)
        {
            throw FileRefused.Because("import.damaged");
        }
    }

    private static async Task Count(ZipArchive zip, long packed, long most, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw FileRefused.Because("import.encrypted");
            }

            var isTexts = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
            long tags = 0;
            await using var content = await entry.OpenAsync(cancel);
            int read;
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                unpacked += read;
                tags += isTexts ? buffer.AsSpan(0, read).Count((byte)'<') : 0;
                if (unpacked > most || tags > MostTextTags || (unpacked > Harmless && unpacked > packed * LargestRatio))
                {
                    throw FileRefused.Because("import.zip-bomb");
                }
            }
        }
    }
}
