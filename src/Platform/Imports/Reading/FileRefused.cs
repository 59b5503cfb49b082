using Yingpan.Kernel;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>Files that can't be taken in as they are, each with its reason.</summary>
internal static class FileRefused
{
    public static Refusal Because(string code, params ReadOnlySpan<(string, object?)> parameters) => Refusal.Faulty([Fault.At("file", code, parameters)]);
}

/// <summary>Section <c>Imports</c> of the configuration.</summary>
public sealed class ImportOptions
{
    /// <summary>Of an uploaded file, in megabytes of 1,000,000 bytes.</summary>
    public int FileMegabytes { get; set; } = 100;

    /// <summary>Of a workbook when unpacked.</summary>
    public int UnpackedMegabytes { get; set; } = 200;

    /// <summary>Lines that are written in one transaction, a group of lines always whole.</summary>
    public int BatchLines { get; set; } = 200;

    /// <summary>After that many days a file that nobody has taken in is thrown away.</summary>
    public int KeepDays { get; set; } = 7;
}
