using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Yingpan.Tests.Architecture;

/// <summary>The working tree these tests were built from.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    /// <summary>Paths from the root, of what git knows; generated files are not ours to judge.</summary>
    public static IReadOnlyList<string> Files { get; } = Git("ls-files", "--cached", "--others", "--exclude-standard");

    public static IEnumerable<string> Sources => Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated(file));

    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src/Modules")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static bool IsGenerated(string file) => file.StartsWith("src/Migrations/Sqlite/", StringComparison.Ordinal) || file.StartsWith("src/Migrations/Postgres/", StringComparison.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A source without its comments, in which words are free.</summary>
    public static string Code(string file) => Regex.Replace(Read(file), @"^\s*//.*$|(?<=[\s;{}])//[^""\n]*$", "", RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    private static string Find([CallerFilePath] string thisFile = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Yingpan.slnx")))
            {
                return folder.FullName;
            }
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
    }

    private static IReadOnlyList<string> Git(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("git", ["-c", "core.quotepath=off", "-c", "safe.directory=*", .. arguments]) { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var git = System.Diagnostics.Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. lines.Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
