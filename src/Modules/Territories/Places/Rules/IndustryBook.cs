namespace Yingpan.Territories.Places.Rules;

/// <param name="Code">GB/T 4754-2017: one letter a section, letter and two digits a division.</param>
public sealed record Industry(string Code, string Name);

/// <summary>The industries of the national standard, as far as sections and divisions.</summary>
public sealed class IndustryBook(IEnumerable<Industry> industries)
{
    private readonly List<Industry> all = [.. industries];

    public IReadOnlyList<Industry> All => all;

    public Industry? Of(string code) => all.Find(one => one.Code == code);

    /// <summary>The code of what was written: itself, or a name of the standard as it stands there; else null.</summary>
    public string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : all.Find(one => string.Equals(one.Code, text.Trim(), StringComparison.OrdinalIgnoreCase) || one.Name == text.Trim())?.Code;

    /// <summary>Does an industry as it was written fall under what a rule asks for: a code of the standard, or a word?</summary>
    public bool Falls(string? written, string asked) => !string.IsNullOrWhiteSpace(written)
        && (Of(asked) is null ? written.Contains(asked, StringComparison.OrdinalIgnoreCase) : Read(written) is { } code && code.StartsWith(asked, StringComparison.Ordinal));
}
