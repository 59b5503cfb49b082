using System.Text;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>
/// Which encoding a text file is in, found by reading it to its end: a file whose first thousand lines are plain ASCII may still
/// turn out to be GB18030 in the next one.
/// </summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Named(string name) => Encoding.GetEncoding(name);

    /// <summary>"utf-8", "utf-16", "utf-16BE" or "GB18030". Refuses what is none of them, and what is no text at all.</summary>
    public static async Task<string> Detect(string path, CancellationToken cancel)
    {
        var start = new byte[4];
        await using (var file = File.OpenRead(path))
        {
            start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel)];
        }

        var candidates = FileKind.ByMark(start) is { } marked ? [marked.WebName] : new[] { "utf-8", "GB18030" };
        foreach (var name in candidates)
        {
            if (await Fits(path, name, cancel))
            {
                return name;
            }
        }

        throw FileRefused.Because("import.encoding");
    }

    /// <summary>Refuses the file when it holds a NUL in that reading: then it is no text, in whatever encoding.</summary>
    private static async Task<bool> Fits(string path, string name, CancellationToken cancel)
    {
        var strict = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetDecoder();
        var bytes = new byte[64 * 1024];
        var characters = new char[bytes.Length + 4];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        int read;
        do
        {
            read = await file.ReadAsync(bytes, cancel);
            int count;
            try
            {
                count = strict.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            catch (DecoderFallbackException)
            {
                return false;
            }

            if (characters.AsSpan(0, count).Contains('\0'))
            {
                throw FileRefused.Because("import.not-text");
            }
        }
        while (read > 0);
        return true;
    }
}
