namespace Yingpan.Customers.Identity.Rules;

/// <summary>What a customer is told by, as it was entered.</summary>
public sealed record IdentityFacts
{
    public required string Name { get; init; }

    public string? City { get; init; }

    /// <summary>Cleaned.</summary>
    public string? CreditCode { get; init; }

    public string? Phone { get; init; }

    public string? Website { get; init; }

    public string? Address { get; init; }

    /// <summary>Of one who is there: what is known of his contacts, by <see cref="Rules.ContactKeys"/>.</summary>
    public IReadOnlyList<string> ContactKeys { get; init; } = [];
}

/// <summary>By what a customer's contacts tell him: their telephones, and the domain of their e-mail where it is the company's own.</summary>
public static class ContactKeys
{
    public const string Phone = "x:";
    public const string Domain = "y:";
    private const int LongestKey = 120;

    public static IEnumerable<string> Of(string? mobile, string? phone, string? email) =>
        [.. Phones.Of(mobile).Concat(Phones.Of(phone)).Select(number => Cut(Phone + number)), .. WebDomain.Of(email) is { } domain ? [Cut(Domain + domain)] : Array.Empty<string>()];

    /// <summary>Those under which contacts of others would have what was entered.</summary>
    public static IReadOnlyList<string> Asked(IdentityFacts facts) =>
        [.. Of(facts.Phone, null, null), .. WebDomain.Of(facts.Website) is { } domain ? [Cut(Domain + domain)] : Array.Empty<string>()];

    private static string Cut(string key) => PlainText.Cut(key, LongestKey);
}

/// <summary>
/// Under what a customer is looked up. <see cref="First"/> keys find those who are most likely the same; <see cref="Near"/> keys bring
/// together whatever else is worth comparing.
/// </summary>
public sealed record IdentityKeys(CompanyName Name, IReadOnlyList<string> First, IReadOnlyList<string> Near)
{
    /// <summary>A root of so many characters is also kept with one of them left out: any one mistake then leaves a key in common.</summary>
    private const int ShortestWithGaps = 4;
    private const int LongestWithGaps = 10;

    /// <summary>Of a longer one the first and the last so many are kept: one mistake leaves one of the two whole.</summary>
    private const int EndOfLong = 5;
    private const int LongestKey = 120;

    /// <summary>Of <see cref="First"/>: name and code, by which an entry is stopped.</summary>
    public IEnumerable<string> Certain => First.Where(key => key[0] is 'n' or 'c');

    /// <summary>Of <see cref="First"/>: what many may share, a telephone, a domain, an address, a common root of the same place.</summary>
    public IEnumerable<string> Shared => First.Except(Certain);

    public static IdentityKeys Of(IdentityFacts facts, NameWords words)
    {
        var name = CompanyName.Of(facts.Name, words);
        var first = new List<string> { $"n:{name.Key}" };
        if (facts.CreditCode is { } code)
        {
            first.Add($"c:{code}");
        }

        first.AddRange(Phones.Of(facts.Phone).Select(phone => $"t:{phone}"));
        if (WebDomain.Of(facts.Website) is { } domain)
        {
            first.Add($"d:{domain}");
        }

        if (PlainAddress.Of(facts.Address) is { } address)
        {
            first.Add($"a:{address}");
        }

        // The commonest roots are borne by thousands of companies; those of the same place are to be found among them.
        var place = name.Regions.Count > 0 ? name.Regions[^1] : Place(facts.City, words);
        if (place is not null)
        {
            first.Add($"r:{name.Shape}#{name.Numbers}@{place}");
        }

        return new IdentityKeys(name, [.. first.Select(Cut).Distinct()], [.. Others(name, place).Select(Cut).Distinct()]);
    }

    private static IEnumerable<string> Others(CompanyName name, string? place)
    {
        var (shape, numbers) = (name.Shape, name.Numbers);
        yield return $"r:{shape}#{numbers}";
        if (shape.Length >= LongestWithGaps)
        {
            yield return $"b:{shape[..EndOfLong]}#{numbers}";
            yield return $"e:{shape[^EndOfLong..]}#{numbers}";
        }

        if (shape.Length is >= ShortestWithGaps and <= LongestWithGaps)
        {
            for (var i = 0; i < shape.Length; i++)
            {
                yield return $"r:{shape.Remove(i, 1)}#{numbers}";
            }
        }

        if (Pinyin.HasChinese(shape) && (shape.Length > 2 || place is not null))
        {
            yield return $"p:{Pinyin.Of(shape).Whole}#{numbers}{(shape.Length > 2 ? "" : $"@{place}")}";
        }
    }

    private static string? Place(string? city, NameWords words)
    {
        var plain = city is null ? "" : PlainText.Letters(PlainText.Fold(city));
        plain = plain.Length > 2 && plain[^1] is '市' or '省' or '县' ? plain[..^1] : plain;
        return words.IsRegion(plain) ? plain : null;
    }

    private static string Cut(string key) => PlainText.Cut(key, LongestKey);
}
