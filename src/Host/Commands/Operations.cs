using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Backups;
using Yingpan.Platform.Health;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Commands;

/// <summary><c>yingpan backup FILE [--with-keys]</c>: everything, consistently, while the house goes on working.</summary>
internal static class Backup
{
    public static Task<int> Run(string[] args) => Operator.Run(args, "backup", async (services, options) =>
    {
        if (options.Files is not [var file])
        {
            return Usage.Show();
        }

        var manifest = await services.GetRequiredService<WriteBackup>().To(Path.GetFullPath(file), options.WithKeys, CancellationToken.None);
        Operator.Say(services, "backup.done", ("file", file), ("tables", manifest.Tables.Count), ("rows", manifest.Rows), ("files", manifest.Files.Count));
        foreach (var damaged in manifest.Damaged)
        {
            Operator.Say(services, "check.file-damaged", ("file", damaged));
        }

        if (!options.WithKeys)
        {
            Operator.Say(services, "backup.without-keys");
        }

        return manifest.Damaged.Count == 0 ? 0 : 1;
    });
}

/// <summary><c>yingpan restore FILE</c>: puts the backup in the place of everything that is there, or changes nothing.</summary>
internal static class Restore
{
    public static Task<int> Run(string[] args) => Operator.Run(args, "restore", async (services, options) =>
    {
        if (options.Files is not [var file])
        {
            return Usage.Show();
        }

        await services.GetRequiredService<FirstStart>().Migrate(CancellationToken.None);
        var manifest = await services.GetRequiredService<RestoreBackup>().From(Path.GetFullPath(file), CancellationToken.None);
        Operator.Say(services, "restore.done", ("file", file), ("tables", manifest.Tables.Count), ("rows", manifest.Rows), ("files", manifest.Files.Count));
        if (manifest.AuditKeySha256 is null)
        {
            Operator.Say(services, "restore.without-keys");
        }

        return 0;
    });
}

/// <summary><c>yingpan check</c>: 0 when all is as it was written, 1 when not.</summary>
internal static class Check
{
    public static Task<int> Run(string[] args) => Operator.Run(args, "check", async (services, _) =>
    {
        var findings = await services.GetRequiredService<CheckHouse>().Run(CancellationToken.None);
        foreach (var finding in findings)
        {
            Operator.Say(services, finding.Code, [.. finding.Params.Select(pair => (pair.Key, pair.Value))]);
        }

        if (findings.Count == 0)
        {
            Operator.Say(services, "check.fine");
        }

        return findings.Count == 0 ? 0 : 1;
    });
}

/// <summary>What the commands of the operator share: a scope in his name, his options, sentences in both languages, exit codes.</summary>
internal static class Operator
{
    public sealed record Options(IReadOnlyList<string> Files, bool WithKeys);

    public static Task<int> Run(string[] args, string command, Func<IServiceProvider, Options, Task<int>> work)
    {
        // Bare words are ours; the rest is configuration, whose values follow their names.
        var files = args.Where((argument, i) => !argument.StartsWith('-') && (i == 0 || !args[i - 1].StartsWith('-') || args[i - 1] == "--with-keys")).ToList();
        return Run([.. args.Except(files).Where(argument => argument != "--with-keys")], command,
            services => work(services, new Options(files, args.Contains("--with-keys"))), builder => builder.Logging.ClearProviders());
    }

    /// <summary>0 done, 1 refused or found faulty, 2 misunderstood.</summary>
    public static async Task<int> Run(string[] configuration, string command, Func<IServiceProvider, Task<int>> work, Action<WebApplicationBuilder>? adjust)
    {
        await using var app = Server.Build(configuration, adjust);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(Caller.System("operator"), via: $"yingpan {command}");
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (Refusal refusal)
        {
            foreach (var sentence in scope.ServiceProvider.GetRequiredService<TextBook>().Both(refusal))
            {
                Console.Error.WriteLine(sentence);
            }

            return 1;
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    public static void Say(IServiceProvider services, string code, params (string Name, object? Value)[] parameters) =>
        Console.WriteLine(services.GetRequiredService<TextBook>().Both(code, parameters.ToDictionary(pair => pair.Name, pair => pair.Value)));

    /// <summary>Says what an earlier command left half done when it was killed, and takes it back.</summary>
    public static async Task TakeBackLeft(this IServiceProvider services)
    {
        foreach (var (file, isGone) in await services.GetRequiredService<LeftImports>().TakeBack(CancellationToken.None))
        {
            Say(services, isGone ? "command.left" : "command.left-stays", ("file", file));
        }
    }
}
