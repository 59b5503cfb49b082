using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Yingpan.Platform.Http;

/// <summary>
/// The framework reads "Active, Lost" or "7" into a state that is none of its names, as if states were flags. So every state of a
/// request, however deep, is asked whether it has a name. It also lets null pass as an item of a list.
/// </summary>
internal static class StateCheck
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>False when an item is missing: what checks the items cannot be asked then.</summary>
    public static bool Check(object request, Check check, string path = "")
    {
        var isWhole = true;
        foreach (var property in Known.GetOrAdd(request.GetType(), Interesting))
        {
            var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var at = path.Length == 0 ? name : $"{path}.{name}";
            switch (property.GetValue(request))
            {
                case Enum state when !Enum.IsDefined(state.GetType(), state):
                    check.Add(at, "field.not-one-of", ("allowed", string.Join(", ", Enum.GetNames(state.GetType()))));
                    break;
                case IEnumerable items and not string:
                    var index = 0;
                    foreach (var item in items)
                    {
                        if (item is null)
                        {
                            check.Add($"{at}[{index}]", "field.required");
                            isWhole = false;
                        }
                        else if (IsOurs(item.GetType()))
                        {
                            isWhole &= Check(item, check, $"{at}[{index}]");
                        }

                        index++;
                    }

                    break;
                case { } inner when IsOurs(inner.GetType()):
                    isWhole &= Check(inner, check, at);
                    break;
            }
        }

        return isWhole;
    }

    private static PropertyInfo[] Interesting(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var plain
            && (plain.IsEnum || IsOurs(plain) || (plain != typeof(string) && typeof(IEnumerable).IsAssignableFrom(plain))))];

    /// <summary>Request records nest only classes of ours; values of the Kernel check themselves.</summary>
    private static bool IsOurs(Type type) => type.IsClass && type.Namespace?.StartsWith("Yingpan", StringComparison.Ordinal) == true;
}
