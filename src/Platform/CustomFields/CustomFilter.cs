using System.Reflection;
using Microsoft.AspNetCore.Http;
using Yingpan.Platform.CustomFields.Rules;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// What a list is asked by fields of the house's own: <c>?custom.source=web,fair</c> (any of them), <c>?custom.budget.from=1000</c>
/// and <c>.to</c> (both included), a part of a text.
/// </summary>
public sealed class CustomFilter
{
    private const int LongestValue = 2_000;

    private CustomFilter(IReadOnlyList<(string Key, string Value)> asked)
    {
        Asked = asked;
    }

    internal IReadOnlyList<(string Key, string Value)> Asked { get; }

    public static ValueTask<CustomFilter> BindAsync(HttpContext http, ParameterInfo _) => ValueTask.FromResult(new CustomFilter([
        .. from one in http.Request.Query
           where one.Key.StartsWith(FieldShape.Prefix, StringComparison.Ordinal)
           let value = string.Join(',', one.Value.OfType<string>())
           where value.Length > 0
           select (one.Key, value.Length > LongestValue ? value[..LongestValue] : value),
    ]));
}
