using System.Collections.Frozen;

namespace Yingpan.Customers.Identity.Rules;

public enum NameWordKind
{
    /// <summary>Legal form that makes no difference: 有限公司, Ltd.</summary>
    Form,

    /// <summary>Legal form that does, with what it stands for: 集团公司=集团.</summary>
    Kind,

    /// <summary>What a company does: 科技, trading.</summary>
    Trade,

    /// <summary>Place: 苏州.</summary>
    Region,
}

/// <summary>A word the house adds to what is shipped, or takes out of it.</summary>
public sealed record NameWordChange(NameWordKind Kind, string Word, bool IsRemoved);

/// <summary>What the parts of a company's name are told by.</summary>
public sealed class NameWords
{
    private readonly FrozenDictionary<string, string> kinds;
    private readonly FrozenSet<string> forms;
    private readonly FrozenSet<string> trades;
    private readonly FrozenSet<string> regions;
    private readonly IReadOnlyList<(NameWordKind Kind, string Word)> all;

    private NameWords(IReadOnlyList<(NameWordKind Kind, string Word)> words)
    {
        all = words;
        forms = Of(NameWordKind.Form);
        trades = Of(NameWordKind.Trade);
        regions = Of(NameWordKind.Region);
        kinds = words.Where(word => word.Kind == NameWordKind.Kind).Select(word => word.Word.Split('='))
            .ToFrozenDictionary(parts => Plain(parts[0]), parts => Plain(parts[^1]), StringComparer.Ordinal);
        LongForms = [.. forms.Concat(kinds.Keys).Where(word => word.Length >= 4 && PlainText.IsChinese(word[0])).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

        FrozenSet<string> Of(NameWordKind kind) => words.Where(word => word.Kind == kind).Select(word => Plain(word.Word)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Chinese forms so long that they are forms wherever they stand, the longest first.</summary>
    internal IReadOnlyList<string> LongForms { get; }

    public static NameWords From(IEnumerable<(NameWordKind Kind, string Word)> words) =>
        new([.. words.DistinctBy(word => (word.Kind, Plain(word.Word.Split('=')[0])))]);

    public NameWords With(IReadOnlyCollection<NameWordChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var removed = changes.Where(change => change.IsRemoved).Select(change => (change.Kind, Plain(change.Word.Split('=')[0]))).ToHashSet();
        // What the house says of a word stands in front of what was shipped.
        return From(changes.Where(change => !change.IsRemoved).Select(change => (change.Kind, change.Word))
            .Concat(all.Where(word => !removed.Contains((word.Kind, Plain(word.Word.Split('=')[0]))))));
    }

    public bool Has(NameWordKind kind, string word) => kind switch
    {
        NameWordKind.Form => forms.Contains(Plain(word)),
        NameWordKind.Kind => kinds.ContainsKey(Plain(word.Split('=')[0])),
        NameWordKind.Trade => trades.Contains(Plain(word)),
        _ => regions.Contains(Plain(word)),
    };

    internal bool IsForm(string word) => forms.Contains(word);

    /// <summary>What a form stands for that makes a difference; null for any other word.</summary>
    internal string? KindOf(string word) => kinds.GetValueOrDefault(word);

    internal bool IsTrade(string word) => trades.Contains(word);

    internal bool IsRegion(string word) => regions.Contains(word);

    private static string Plain(string word) => PlainText.Letters(PlainText.Fold(word));
}
