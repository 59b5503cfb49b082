using Yingpan.Platform.Files.Rules;

namespace Yingpan.Platform.Files;

/// <summary>Section <c>Files</c> of the configuration.</summary>
public sealed class UploadOptions
{
    /// <summary>Largest single file, in megabytes of 1,048,576 bytes.</summary>
    public int LargestMegabytes { get; set; } = 20;

    /// <summary>What one account may upload in 24 hours, in megabytes.</summary>
    public int DailyMegabytes { get; set; } = 500;

    /// <summary>Endings of the names taken in, separated by commas; empty is every kind the product knows. It can take away, not add.</summary>
    public string Types { get; set; } = "";

    internal IReadOnlyList<string> Extensions
    {
        get
        {
            var known = FileKinds.All.SelectMany(kind => kind.Extensions);
            var wanted = Types.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return [.. wanted.Length == 0 ? known : known.Where(extension => wanted.Contains(extension, StringComparer.OrdinalIgnoreCase))];
        }
    }
}
