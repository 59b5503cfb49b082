using System.Reflection;
using Microsoft.AspNetCore.Http;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// What a list is asked by fields of the house's own: <c>?custom.source=web,fair</c> (any of them), <c>?custom.budget.from=1000</c>
/// and <c>.to</c> (both included), a part of a text.
/// </summary>
public sealed class CustomFilter
{
    private const int LongestValue = 2_000;

    private CustomFilter(IReadOnlyList<(string Key, string Value)> asked, bool english)
    {
        (Asked, English) = (asked, english);
    }

    internal IReadOnlyList<(string Key, string Value)> Asked { get; }

    /// <summary>The reader's language: headings and words of a file are in it.</summary>
    internal bool English { get; }

    public static ValueTask<CustomFilter> BindAsync(HttpContext http, ParameterInfo _) => ValueTask.FromResult(new CustomFilter([
        .. from one in http.Request.Query
           where one.Key.StartsWith(FieldShape.Prefix, StringComparison.Ordinal)
           let value = string.Join(',', one.Value.OfType<string>())
           where value.Length > 0
           select (one.Key, value.Length > LongestValue ? value[..LongestValue] : value),
    ], Languages.Of(http) == Languages.English));
}
