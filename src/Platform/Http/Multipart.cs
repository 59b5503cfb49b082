using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

/// <summary>
/// The parts of a form as they come in, without a copy in memory or on the disk. What is broken about them, an end that never comes, headers
/// without end, text that is none, is the sender's fault and told as one; what fails on our side while they are kept stays a failure of ours.
/// </summary>
internal sealed class Multipart
{
    private readonly MultipartReader reader;

    private Multipart(MultipartReader reader) => this.reader = reader;

    public static Multipart Of(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? new Multipart(new MultipartReader(boundary.ToString(), request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 * 1024 })
            : throw new BadHttpRequestException("multipart/form-data with a boundary", StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Null at the end of the form.</summary>
    public async Task<FormPart?> Next(CancellationToken cancel)
    {
        if (await Sound(() => reader.ReadNextSectionAsync(cancel)) is not { } section)
        {
            return null;
        }

        return ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) ? new FormPart(about, section.Body) : throw Malformed();
    }

    internal static async Task<T> Sound<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception broken) when (broken is (IOException and not BadHttpRequestException) or InvalidDataException or DecoderFallbackException)
        {
            throw Malformed();
        }
    }

    private static Refusal Malformed() => Refusal.Faulty([Fault.At("", "file.malformed")]);
}

/// <summary>One part: a field, or a file when it has a file name.</summary>
internal sealed class FormPart(ContentDispositionHeaderValue about, Stream content)
{
    public string Field { get; } = HeaderUtilities.RemoveQuotes(about.Name).ToString();

    public bool IsFile { get; } = about.IsFileDisposition();

    /// <summary>What the sender calls it; may be anything.</summary>
    public string FileName { get; } = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();

    /// <summary>0 at the end of the part.</summary>
    public Task<int> Read(Memory<byte> buffer, CancellationToken cancel) => Multipart.Sound(async () => await content.ReadAsync(buffer, cancel));

    /// <summary>The text of a field, UTF-8; refused when it is longer.</summary>
    public async Task<string> Text(int longest, CancellationToken cancel)
    {
        using var text = new StreamReader(content, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: false);
        var buffer = new char[longest + 1];
        var length = await Multipart.Sound(() => text.ReadBlockAsync(buffer, cancel).AsTask());
        return length <= longest ? new string(buffer, 0, length) : throw Refusal.Faulty([Fault.At(Field, "field.too-long", ("max", longest))]);
    }
}
