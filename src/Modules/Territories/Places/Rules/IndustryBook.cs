namespace Yingpan.Territories.Places.Rules;

/// <param name="Code">GB/T 4754-2017: one letter a section, letter and two digits a division.</param>
public sealed record Industry(string Code, string Name);

/// <summary>The industries of the national standard, as far as sections and divisions.</summary>
public sealed class IndustryBook
{
    private readonly HashSet<string> codes;

    /// <summary>Code by itself and by name; of a section and a division of one name, the section's.</summary>
    private readonly Dictionary<string, string> codeOf = new(StringComparer.OrdinalIgnoreCase);

    public IndustryBook(IEnumerable<Industry> industries)
    {
        All = [.. industries];
        codes = All.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var one in All)
        {
            codeOf.TryAdd(one.Code, one.Code);
            codeOf.TryAdd(one.Name, one.Code);
        }
    }

    public IReadOnlyList<Industry> All { get; }

    /// <summary>The code of what was written: itself, or a name of the standard as it stands there; else null.</summary>
    public string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : codeOf.GetValueOrDefault(text.Trim());

    /// <summary>Does an industry as it was written fall under what a rule asks for: a code of the standard, or a word?</summary>
    public bool Falls(string? written, string asked) => !string.IsNullOrWhiteSpace(written)
        && (codes.Contains(asked) ? Read(written) is { } code && code.StartsWith(asked, StringComparison.Ordinal) : written.Contains(asked, StringComparison.OrdinalIgnoreCase));
}
