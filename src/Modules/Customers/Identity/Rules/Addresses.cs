namespace Yingpan.Customers.Identity.Rules;

/// <summary>Telephone numbers as they are dialled from anywhere in the country.</summary>
public static class Phones
{
    private const int Mobile = 11;
    private const int LeastDigits = 7;
    private static readonly string[] Extensions = ["转", "ext", "分机"];

    /// <summary>
    /// All numbers of a field, each once: 13800001111, 051260000000. Country code, blanks, dashes and extensions are gone. A number of a town
    /// without its area code could be anywhere and is left out, as is one of all the same digit.
    /// </summary>
    public static IReadOnlyList<string> Of(string? field) => string.IsNullOrWhiteSpace(field) ? [] :
        [.. PlainText.Fold(field).Split([',', ';', '/', '、', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(One).OfType<string>().Distinct()];

    private static string? One(string text)
    {
        foreach (var extension in Extensions)
        {
            var at = text.IndexOf(extension, StringComparison.Ordinal);
            text = at > 0 ? text[..at] : text;
        }

        var isForeign = text.TrimStart().StartsWith('+') || text.TrimStart().StartsWith("00", StringComparison.Ordinal);
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (isForeign)
        {
            digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
            if (!digits.StartsWith("86", StringComparison.Ordinal))
            {
                return IsNumber(digits) ? "+" + digits : null;
            }

            digits = digits[2..];
        }
        else if (digits.Length == Mobile + 2 && digits.StartsWith("861", StringComparison.Ordinal))
        {
            digits = digits[2..];
        }

        var bare = digits.TrimStart('0');
        if (bare.Length == Mobile && bare[0] == '1' && bare[1] is >= '3' and <= '9')
        {
            return IsNumber(bare) ? bare : null;
        }

        if (digits.Length == 10 && (digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal)))
        {
            return digits;
        }

        // An area code has three digits with its 0 (010, 02x) or four; the number behind it seven or eight.
        var withArea = digits.StartsWith('0') ? digits : isForeign ? "0" + digits : "";
        return withArea.Length is >= 10 and <= 12 && IsNumber(withArea) ? withArea : null;
    }

    private static bool IsNumber(string digits) => digits.Length >= LeastDigits && digits.Distinct().Skip(1).Any();
}

/// <summary>The part of a web or mail address that a company has for itself.</summary>
public static class WebDomain
{
    /// <summary>Registries under which names are given out one level further down.</summary>
    private static readonly string[] SecondLevels =
        ["com.cn", "net.cn", "org.cn", "gov.cn", "edu.cn", "ac.cn", "com.hk", "com.tw", "com.mo", "com.sg", "com.my", "com.au", "com.br", "co.uk", "co.jp", "co.kr", "co.in", "co.th", "co.za"];

    /// <summary>Where everybody has an address: it tells nothing.</summary>
    private static readonly string[] Everybodys =
        ["qq.com", "163.com", "126.com", "139.com", "189.cn", "yeah.net", "sina.com", "sina.cn", "sohu.com", "foxmail.com", "aliyun.com", "gmail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "weixin.qq.com", "weibo.com", "example.com"];

    /// <summary>Where each shop has a name of its own in front.</summary>
    private static readonly string[] Marketplaces = ["1688.com", "taobao.com", "tmall.com", "jd.com", "alibaba.com", "made-in-china.com", "mystrikingly.com", "github.io"];

    /// <summary>Null for what is no address, or everybody's.</summary>
    public static string? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var host = PlainText.Fold(address.Trim());
        host = host[(host.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        host = host.Split('/', '?', '#')[0];
        host = host[(host.LastIndexOf('@') + 1)..].Split(':')[0].Trim().TrimEnd('.');
        var labels = host.Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length == 0 || !label.All(sign => char.IsLetterOrDigit(sign) || sign == '-')) || labels[^1].All(char.IsDigit))
        {
            return null;
        }

        var own = labels.Length >= 3 && SecondLevels.Contains($"{labels[^2]}.{labels[^1]}") ? 3 : 2;
        var domain = string.Join('.', labels[^own..]);
        if (Everybodys.Contains(domain))
        {
            return null;
        }

        return !Marketplaces.Contains(domain) ? domain : labels.Length > own && labels[^(own + 1)] != "www" ? $"{labels[^(own + 1)]}.{domain}" : null;
    }
}

/// <summary>A street address, so written that two spellings of it are the same.</summary>
public static class PlainAddress
{
    private const int Least = 6;
    private const string Levels = "省市区县镇乡街道路号弄室楼层栋座";

    /// <summary>Null for one that names no house: a whole street is nobody's address.</summary>
    public static string? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var plain = string.Concat(PlainText.Letters(PlainText.Fold(address)).Where(sign => sign != ' ' && !Levels.Contains(sign, StringComparison.Ordinal)));
        return plain.Length >= Least && plain.Any(char.IsDigit) ? plain : null;
    }
}
