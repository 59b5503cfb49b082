using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Tests.Architecture;

public sealed partial class TextTests
{
    /// <summary>Codes that sources put together, so that no text of these is looked for word by word.</summary>
    private static readonly string[] PutTogether = ["status.", "request.status-", "permission.", "field.not-", "identity.", "subject."];

    [Fact]
    public void Every_text_is_there_in_both_languages_and_once()
    {
        foreach (var (file, code, zh, en) in Texts())
        {
            zh.ShouldNotBeNullOrWhiteSpace($"{file}: {code}");
            en.ShouldNotBeNullOrWhiteSpace($"{file}: {code}");
            Parameter().Matches(zh).Select(match => match.Value).Distinct().Order().ShouldBe(Parameter().Matches(en).Select(match => match.Value).Distinct().Order(), $"{file}: {code}");
        }

        var codes = Texts().Select(text => text.Code).ToList();
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_that_sources_refuse_with_has_a_text()
    {
        var known = Texts().Select(text => text.Code).ToHashSet(StringComparer.Ordinal);
        var missing =
            from file in Tree.Sources
            from Match use in Refused().Matches(Tree.Code(file))
            let code = use.Groups["code"].Value
            where !code.Contains('{', StringComparison.Ordinal) && !known.Contains(code)
            select $"{file}: {code}";
        missing.ShouldBeEmpty();
    }

    /// <summary>People and the house choose by it how they are told.</summary>
    [Fact]
    public void Every_kind_of_notification_has_a_name()
    {
        const string Sentence = "notification.";
        var known = Texts().Select(text => text.Code).ToHashSet(StringComparer.Ordinal);
        known.Where(code => code.StartsWith(Sentence, StringComparison.Ordinal)).Select(code => $"notification-kind.{code[Sentence.Length..]}")
            .Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var words = Tree.Sources.SelectMany(file => Quoted().Matches(Tree.Code(file)).Select(match => match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);
        var beginnings = Tree.Sources.SelectMany(file => Begun().Matches(Tree.Code(file)).Select(match => match.Groups["text"].Value)).Where(text => text.Contains('.', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        // Exports say the members of an enum in words, by its name.
        var enums = Host.Modules.All.Items.SelectMany(module => module.GetType().Assembly.GetTypes()).Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member}")).ToHashSet(StringComparer.Ordinal);
        var left = Texts().Select(text => text.Code)
            .Where(code => !words.Contains(code) && !PutTogether.Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal))
                && !code.Contains(".column.", StringComparison.Ordinal) && !code.EndsWith(".title", StringComparison.Ordinal)
                && !enums.Contains(code) && !beginnings.Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal)));
        left.ShouldBeEmpty("texts that nothing says");
    }

    [Fact]
    public void The_audit_trail_has_a_word_for_every_record_it_keeps()
    {
        using var server = new RunningServer("Data Source=:memory:");
        var texts = server.Services.GetRequiredService<TextBook>();
        var tables = server.Db.Model.GetEntityTypes()
            .Where(type => type.ClrType.GetCustomAttributes(typeof(NotAuditedAttribute), inherit: true).Length == 0)
            .Select(type => type.GetTableName()).OfType<string>().Distinct().ToList();
        tables.ShouldContain("customers_customer");
        tables.Where(table => !texts.Has($"subject.{table}")).ShouldBeEmpty();
        texts.Codes.Where(code => code.StartsWith("subject.", StringComparison.Ordinal) && code.Contains('_', StringComparison.Ordinal))
            .Where(code => !tables.Contains(code["subject.".Length..])).ShouldBeEmpty("words of tables there are not");
    }

    [Fact]
    public void Every_permission_has_a_name_and_every_route_one_of_them()
    {
        using var server = new RunningServer("Data Source=:memory:");
        var texts = server.Services.GetRequiredService<TextBook>();
        var permissions = Host.Modules.All.Permissions;
        permissions.Keys.Where(code => !texts.Has($"permission.{code}")).ShouldBeEmpty();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in server.Routes.Where(route => route.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true))
        {
            var permission = route.Metadata.GetMetadata<Permission>().ShouldNotBeNull(route.DisplayName);
            (permission == Permission.SignedIn || permission == Permission.Anyone || permissions.ContainsKey(permission.Code)).ShouldBeTrue($"{route.DisplayName} names {permission.Code}, which no module lists");
            named.Add(permission.Code);
        }

        Texts().Where(text => text.Code.StartsWith("permission.", StringComparison.Ordinal) && text.Code is not ("permission.missing" or "permission.password-first"))
            .Select(text => text.Code["permission.".Length..]).Where(code => !permissions.ContainsKey(code)).ShouldBeEmpty("texts of permissions that there are not");
    }

    [Fact]
    public void Every_column_of_a_list_has_a_heading()
    {
        var known = Texts().Select(text => text.Code).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var file in Tree.Sources)
        {
            foreach (Match list in Spec().Matches(Tree.Code(file)))
            {
                var name = list.Groups["name"].Value;
                var columns = Column().Matches(list.Value).Select(match => match.Groups["column"].Value);
                missing.AddRange(columns.Select(column => $"{name}.column.{column}").Append($"{name}.title").Where(code => !known.Contains(code)).Select(code => $"{file}: {code}"));
            }
        }

        missing.ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Code, string Zh, string En)> Texts() =>
        from file in Tree.Files
        where file.StartsWith("src/", StringComparison.Ordinal) && file.Contains("/Texts/", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal)
        from text in JsonDocument.Parse(Tree.Read(file)).RootElement.EnumerateObject()
        select (file, text.Name, text.Value.GetProperty("zh").GetString() ?? "", text.Value.GetProperty("en").GetString() ?? "");

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    /// <summary><c>Refusal.Conflict("code"</c>, <c>Fault.At(field, "code"</c>, <c>check.That(holds, field, "code"</c>, <c>check.Add(field, "code"</c>.</summary>
    [GeneratedRegex(@"Refusal\.(Forbidden|NotFound|Conflict|Stale|TooMany)\(\s*""(?<code>[^""]+)""|Fault\.At\([^,""]*(""[^""]*"")?\s*,\s*\$?""(?<code>[^""]+)""|check\.(That|Add)\((?>[^;]*?),\s*\$?""[^""]*""\s*,\s*""(?<code>[^""]+)""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"""(?<text>[a-z][\w.-]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    /// <summary>An interpolated code: what stands before its first brace.</summary>
    [GeneratedRegex(@"\$""(?<text>[a-z][\w.-]*)\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begun();

    [GeneratedRegex(@"new ListSpec<\w+>\(""(?<name>[\w-]+)""[^;]*;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spec();

    [GeneratedRegex(@"\.\w*Column(<\w+>)?\(""(?<column>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
