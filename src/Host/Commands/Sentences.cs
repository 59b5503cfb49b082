using System.Globalization;
using Yingpan.Kernel;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Commands;

/// <summary>What commands say: one sentence in both languages, since nobody has told them which.</summary>
internal static class Sentences
{
    public static string Both(this TextBook texts, string code, IReadOnlyDictionary<string, object?> parameters)
    {
        var values = parameters.ToDictionary(pair => pair.Key, pair => pair.Value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : pair.Value);
        return $"{texts.Say(code, Languages.Chinese, values)} · {texts.Say(code, Languages.English, values)}";
    }

    /// <summary>Each of its faults, or itself when it names none.</summary>
    public static IEnumerable<string> Both(this TextBook texts, Refusal refusal) => refusal.Faults.Count == 0
        ? [texts.Both(refusal.Code, refusal.Params)]
        : refusal.Faults.Select(fault => $"{(fault.Field.Length == 0 ? "" : $"{fault.Field}: ")}{texts.Both(fault.Code, fault.Params)}");

    /// <summary>Which line and column of which file, what stands there, and what is wrong with it.</summary>
    public static string Fault(this TextBook texts, ImportFault fault, string file, int line) => string.Join(" · ", new[] { Languages.Chinese, Languages.English }.Select(language =>
        texts.Say(fault.Heading is null ? "command.fault-of-line" : "command.fault", language, new Dictionary<string, object?>
        {
            ["file"] = file,
            ["line"] = line.ToString(CultureInfo.InvariantCulture),
            ["column"] = fault.Heading,
            ["value"] = fault.Value,
            ["reason"] = texts.Say(fault.Code, language, fault.Values()),
        })));
}
