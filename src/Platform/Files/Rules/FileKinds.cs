using System.Text;

namespace Yingpan.Platform.Files.Rules;

/// <summary>A kind of file the house takes in: what its name may end in, and what it is sent out as.</summary>
internal sealed record FileKind(string Name, string ContentType, IReadOnlyList<string> Extensions)
{
    /// <summary>Shown in the page instead of saved, where asked for: formats in which nothing can run.</summary>
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>
/// What a file is, by its own first bytes; what it is called and what the sender says it is decide nothing. HTML, SVG and programs are
/// no kind here, so they are refused whatever the configuration allows.
/// </summary>
internal static class FileKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static readonly IReadOnlyList<FileKind> All =
    [
        new("pdf", "application/pdf", ["pdf"]),
        new("png", "image/png", ["png"]),
        new("jpeg", "image/jpeg", ["jpg", "jpeg"]),
        new("webp", "image/webp", ["webp"]),
        new("gif", "image/gif", ["gif"]),
        new("txt", "text/plain; charset=utf-8", ["txt"]),
        new("csv", "text/csv; charset=utf-8", ["csv"]),
        new("docx", Office + "wordprocessingml.document", ["docx"]),
        new("xlsx", Office + "spreadsheetml.sheet", ["xlsx"]),
        new("pptx", Office + "presentationml.presentation", ["pptx"]),
        new("zip", "application/zip", ["zip"]),
    ];

    /// <summary>Bytes that <see cref="Sniff"/> wants to see; fewer are a shorter file.</summary>
    public const int HeadLength = 4 * 1024;

    public static FileKind? ByExtension(string extension) =>
        All.FirstOrDefault(kind => kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>"pdf", "png", "jpeg", "webp", "gif", "zip" (which the office formats are too), "text", or null for anything else.</summary>
    public static string? Sniff(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => "pdf",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => "png",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "jpeg",
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => "webp",
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "gif",
        _ when head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) => "zip",
        _ when IsText(head) => "text",
        _ => null,
    };

    /// <summary>Which office format a zip holds, by the names in it; "zip" for none; null for one that carries macros.</summary>
    public static string? OfZip(IEnumerable<string> names)
    {
        var (types, folder, macros) = (false, "zip", false);
        foreach (var name in names)
        {
            types |= name == "[Content_Types].xml";
            macros |= name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);
            folder = name switch
            {
                "word/document.xml" => "docx",
                "xl/workbook.xml" => "xlsx",
                "ppt/presentation.xml" => "pptx",
                _ => folder,
            };
        }

        return !types || folder == "zip" ? "zip" : macros ? null : folder;
    }

    /// <summary>Does the content fit the name? <paramref name="content"/> as <see cref="Sniff"/> and <see cref="OfZip"/> say.</summary>
    public static bool Fits(FileKind kind, string content) => kind.Name is "txt" or "csv" ? content == "text" : kind.Name == content;

    /// <summary>
    /// Words in any encoding that leaves no zero bytes (UTF-8, GB 18030), and not the beginning of a page, a picture of XML, or a script.
    /// </summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.ContainsAny((ReadOnlySpan<byte>)[0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 127]) || head.StartsWith("MZ"u8) || head.StartsWith("#!"u8))
        {
            return false;
        }

        var start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return !(start.Length > 1 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?'));
    }
}
