namespace Yingpan.Territories.Places.Rules;

/// <param name="Code">Of the administrative division: 2 digits a province, 4 a city, 6 a county; each begins with that of what it lies in.</param>
public sealed record Region(string Code, string Name);

/// <summary>
/// Finds the province, city and county in what was written of a place: <c>苏州</c>, <c>江苏省苏州市吴江区</c>. What could be several
/// places is none of them: it is then told only as far as it is certain.
/// </summary>
public sealed class RegionBook
{
    /// <summary>What the register calls the parts of a province that are no city of their own.</summary>
    private static readonly string[] NoCity = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];

    private const string Country = "中国";

    private static readonly string[] Endings = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "盟", "旗", "州"];

    /// <summary>Autonomous places are called by their first word: 延边朝鲜族自治州 is 延边, 广西壮族自治区 is 广西.</summary>
    private static readonly string[] Peoples =
    [
        "壮族", "回族", "维吾尔", "朝鲜族", "土家族", "苗族", "藏族", "羌族", "彝族", "布依族", "侗族", "哈尼族", "傣族", "白族", "景颇族", "傈僳族", "蒙古族", "蒙古", "哈萨克", "柯尔克孜",
        "满族", "瑶族", "畲族", "黎族", "各族",
    ];

    private readonly Dictionary<string, Region> byCode = [];
    private readonly Dictionary<string, List<string>> provinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> cities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> counties = new(StringComparer.Ordinal);

    public RegionBook(IEnumerable<Region> regions)
    {
        foreach (var region in regions)
        {
            byCode[region.Code] = region;
            if (NoCity.Contains(region.Name))
            {
                continue;
            }

            var level = region.Code.Length switch { 2 => provinces, 4 => cities, _ => counties };
            foreach (var name in NamesOf(region.Name))
            {
                if (!level.TryGetValue(name, out var codes))
                {
                    level[name] = codes = [];
                }

                codes.Add(region.Code);
            }
        }
    }

    public IReadOnlyCollection<Region> All => byCode.Values;

    public Region? Of(string code) => byCode.GetValueOrDefault(code);

    public bool Has(string code) => byCode.ContainsKey(code);

    /// <summary>With all it lies in, but what is only an entry of the register: <c>江苏省 苏州市 吴江区</c>.</summary>
    public string FullName(string code)
    {
        var names = new[] { 2, 4, 6 }.Where(length => length <= code.Length).Select(length => Of(code[..length])?.Name).OfType<string>()
            .Where((name, i) => i == 0 || !NoCity.Contains(name)).ToList();
        return names.Count == 0 ? code : string.Join(" ", names);
    }

    /// <summary>Of a customer: what his city says, and his address more exactly where it does not say otherwise. Null is unknown.</summary>
    public string? Find(string? city, string? address)
    {
        var (first, second) = (Read(city), Read(address));
        return first is null ? second : second is not null && second.StartsWith(first, StringComparison.Ordinal) ? second : More(first, address) ?? first;
    }

    /// <summary>Of one text, read from its beginning.</summary>
    public string? Read(string? text)
    {
        var rest = Clean(text);
        if (rest.Length == 0)
        {
            return null;
        }

        if (byCode.ContainsKey(rest))
        {
            return rest;
        }

        string? found = null;
        foreach (var level in new[] { provinces, cities, counties })
        {
            if (Longest(level, rest, found) is not { } step)
            {
                continue;
            }

            (found, rest) = (step.Code, rest[step.Length..]);
        }

        return found;
    }

    private string? More(string known, string? address) =>
        known.Length < 6 && Longest(counties, Clean(address), known) is { } step ? step.Code : null;

    /// <summary>The longest name the text begins with that means one place within what is known; of two places of that name, neither.</summary>
    private static (string Code, int Length)? Longest(Dictionary<string, List<string>> level, string text, string? within)
    {
        for (var length = Math.Min(text.Length, 16); length >= 2; length--)
        {
            if (!level.TryGetValue(text[..length], out var codes))
            {
                continue;
            }

            var fitting = codes.Where(code => within is null || code.StartsWith(within, StringComparison.Ordinal)).Distinct().Take(2).ToList();
            if (fitting.Count == 1)
            {
                return (fitting[0], length);
            }
        }

        return null;
    }

    private static string Clean(string? text)
    {
        var plain = text is null ? "" : text.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        return plain.StartsWith(Country, StringComparison.Ordinal) ? plain[Country.Length..] : plain;
    }

    private static IEnumerable<string> NamesOf(string name)
    {
        yield return name;
        var ending = Endings.FirstOrDefault(one => name.EndsWith(one, StringComparison.Ordinal) && name.Length - one.Length >= 2);
        if (ending is null)
        {
            yield break;
        }

        var short_ = name[..^ending.Length];
        var people = Peoples.Select(one => short_.IndexOf(one, StringComparison.Ordinal)).Where(at => at >= 2).DefaultIfEmpty(-1).Min();
        yield return people >= 2 ? short_[..people] : short_;
    }
}
