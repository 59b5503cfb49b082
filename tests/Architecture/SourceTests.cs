using System.Text;
using System.Text.RegularExpressions;

namespace Yingpan.Tests.Architecture;

public sealed partial class SourceTests
{
    private const int MostLines = 400;

    /// <summary>The clock is a service, ids are made at the edge; the times of files are the operating system's.</summary>
    private static readonly string[] NowAllowed = ["src/Kernel/Id.cs", "src/Platform/Files/FileStore.cs"];

    [Fact]
    public void Nobody_looks_at_the_wall_clock_or_rolls_ids_by_himself()
    {
        var found =
            from file in Tree.Sources.Except(NowAllowed)
            from Match use in WallClock().Matches(Tree.Code(file))
            select $"{file}: {use.Value}";
        found.ShouldBeEmpty("take TimeProvider, and Id.New or Guid.CreateVersion7");
    }

    [Fact]
    public void Rules_know_no_database_no_time_and_wait_for_nothing()
    {
        var rules = Tree.Sources.Where(file => file.Contains("/Rules/", StringComparison.Ordinal)).ToList();
        rules.ShouldNotBeEmpty();
        var found =
            from file in rules
            from Match use in Impure().Matches(Tree.Code(file))
            select $"{file}: {use.Value.Trim()}";
        found.ShouldBeEmpty();
    }

    /// <summary>The compiler holds the same line; this holds the line in the compiler's settings.</summary>
    [Fact]
    public void The_ban_on_impure_rules_is_an_error_and_covers_every_Rules_folder()
    {
        var settings = Tree.Read(".editorconfig");
        settings.ShouldContain("[**/Rules/**.cs]\ndotnet_diagnostic.RS0030.severity = error");
        var banned = Tree.Read("BannedSymbols.txt");
        foreach (var symbol in new[] { "T:System.Threading.Tasks.Task;", "T:System.TimeProvider;", "P:System.DateTime.UtcNow;", "M:System.Guid.NewGuid;", "M:System.Guid.CreateVersion7;", "T:System.Random;", "T:Yingpan.Platform.Data.AppDb;" })
        {
            banned.ShouldContain(symbol);
        }
    }

    /// <summary>The memory of the house is forgotten when entities are saved; a statement past them would leave it as it was.</summary>
    [Fact]
    public void What_the_house_sets_is_written_by_saving_entities_alone()
    {
        var marked = Tree.Sources.SelectMany(file => Marked().Matches(Tree.Code(file))).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        marked.Count.ShouldBeGreaterThan(10);
        var found =
            from file in Tree.Sources
            from Match use in BulkWrite().Matches(Tree.Code(file))
            where marked.Contains(use.Groups["name"].Value)
            select $"{file}: {use.Groups["name"].Value}";
        found.ShouldBeEmpty("see docs/decisions/0018-memory-of-the-house.md");
    }

    [Fact]
    public void Files_are_short_enough_to_read()
    {
        var long_ = Tree.Sources.Where(file => Tree.Read(file).AsSpan().Count('\n') > MostLines);
        long_.ShouldBeEmpty($"more than {MostLines} lines");
    }

    [Fact]
    public void Every_part_says_what_it_is_for_and_the_whole_says_it_in_two_languages()
    {
        var wanted = Tree.Modules.Select(module => $"src/Modules/{module}/README.md").Concat(["src/Kernel/README.md", "src/Platform/README.md", "tests/README.md", "README.md", "README.zh-CN.md", "LICENSE"]);
        wanted.Where(file => !File.Exists(Path.Combine(Tree.Root, file)) || new FileInfo(Path.Combine(Tree.Root, file)).Length < 100).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on()
    {
        var found =
            from file in Tree.Files
            where new FileInfo(Path.Combine(Tree.Root, file)).Length < 2_000_000 && IsText(file)
            from Match use in MachinePath().Matches(Tree.Read(file))
            select $"{file}: {use.Value}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tree.Read("Yingpan.slnx");
        Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains($"\"{file}\"", StringComparison.Ordinal)
            && !file.StartsWith("bench/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken =
            from file in Tree.Files
            where file.EndsWith(".md", StringComparison.Ordinal)
            from Match link in Link().Matches(Tree.Read(file))
            let target = Uri.UnescapeDataString(link.Groups["target"].Value)
            let path = Path.Combine(Tree.Root, Path.GetDirectoryName(file)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{file}: {target}";
        broken.ShouldBeEmpty();
    }

    private static bool IsText(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Tree.Root, file));
        Span<byte> head = stackalloc byte[4096];
        return !head[..stream.Read(head)].Contains((byte)0);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bGuid\.NewGuid\b|\bTimeProvider\.System\.GetUtcNow\b|\bDateOnly\.FromDateTime\(DateTime\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bAppDb\b|\basync\b|\bawait\b|\bTask<|\bTimeProvider\b|\bILogger\b|\bIQueryable\b|\bRandom\b|using Microsoft\.EntityFrameworkCore", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Impure();

    [GeneratedRegex(@"\[HouseData\]\s+(\[[^\]]*\]\s+)*(internal|public) sealed (partial )?class (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"Set<(?<name>\w+)>\(\)[^;]*?\.Execute(Update|Delete)Async", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BulkWrite();

    // Written so that this file does not hold what it looks for.
    [GeneratedRegex(@"/(work/(wt|main|shared)|root|home/\w+)/[\w.]+|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();
}
