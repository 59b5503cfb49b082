using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Texts;

/// <summary>
/// The sentences people read, by code, in Chinese and English: one JSON file for each module, both languages side by side, so
/// that a missing one is seen. <c>{name}</c> is replaced by the parameter of that name.
/// </summary>
public sealed class TextBook
{
    private readonly Dictionary<string, (string Zh, string En)> sentences = new(StringComparer.Ordinal);

    public TextBook(ModuleList modules)
    {
        foreach (var assembly in modules.Items.Select(module => module.GetType().Assembly).Append(typeof(TextBook).Assembly).Distinct())
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Texts.", StringComparison.Ordinal)))
            {
                Read(assembly, name);
            }
        }
    }

    public IReadOnlyCollection<string> Codes => sentences.Keys;

    public bool Has(string code) => sentences.ContainsKey(code);

    /// <summary>The sentence in that language; the code itself where there is none, which a test keeps from happening.</summary>
    public string Say(string code, string language, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        if (!sentences.TryGetValue(code, out var pair))
        {
            return code;
        }

        var sentence = language == Languages.English ? pair.En : pair.Zh;
        if (parameters is null || parameters.Count == 0)
        {
            return sentence;
        }

        foreach (var (name, value) in parameters)
        {
            sentence = sentence.Replace($"{{{name}}}", Text(value, language), StringComparison.Ordinal);
        }

        return sentence;
    }

    /// <summary>A parameter that is itself a code (the name of a permission, of a field) is said in words.</summary>
    private string Text(object? value, string language) => value switch
    {
        null => "",
        string code when sentences.ContainsKey(code) => Say(code, language),
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private void Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var json = JsonDocument.Parse(stream);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            sentences.Add(entry.Name, (entry.Value.GetProperty("zh").GetString()!, entry.Value.GetProperty("en").GetString()!));
        }
    }
}

public static class Languages
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>English if the reader prefers it to Chinese; Chinese otherwise, as it is the first language of the product.</summary>
    public static string Of(HttpContext http)
    {
        foreach (var part in http.Request.Headers.AcceptLanguage.ToString().Split(','))
        {
            var tag = part.Trim();
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                return Chinese;
            }

            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }

        return Chinese;
    }
}
