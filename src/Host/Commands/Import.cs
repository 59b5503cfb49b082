using Yingpan.Host.Samples;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Commands;

/// <summary><c>yingpan import KIND FILE [--valid-lines] [--check] [--round] [--sheet NAME] [--map column=heading …] [--data DIR]</c></summary>
internal static class Import
{
    private const string Command = "import";

    public static async Task<int> Run(string[] args)
    {
        if (args is not [{ } kind, { } path, .. var rest] || kind.StartsWith('-') || path.StartsWith('-'))
        {
            return Usage.Show();
        }

        if (kind is "adventureworks" or "superstore")
        {
            return await Operator.Run(rest, Command, services => Sample(services, kind, path), null);
        }

        return Read(rest) is (var plan, var configuration)
            ? await Operator.Run(configuration, Command, services => One(services, kind, path, plan), null)
            : Usage.Show();
    }

    /// <summary>What is ours of the options; everything else is configuration. Null for what is neither.</summary>
    private static (ImportPlan Plan, string[] Configuration)? Read(string[] options)
    {
        var (plan, maps, configuration) = (new ImportPlan(), new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        for (var i = 0; i < options.Length; i++)
        {
            switch (options[i])
            {
                case "--valid-lines":
                    plan = plan with { Mode = ImportMode.ValidLines };
                    break;
                case "--check":
                    plan = plan with { OnlyCheck = true };
                    break;
                case "--round":
                    plan = plan with { RoundsAmounts = true };
                    break;
                case "--sheet" when i + 1 < options.Length:
                    plan = plan with { Sheet = options[++i] };
                    break;
                case "--map" when i + 1 < options.Length && !options[i + 1].StartsWith('-') && options[i + 1].Split('=', 2) is [{ } column, { } heading]:
                    maps[column] = heading;
                    i++;
                    break;
                case "--sheet" or "--map":
                    return null;
                default:
                    configuration.Add(options[i]);
                    break;
            }
        }

        return (plan with { Mapping = maps.Count == 0 ? null : maps }, [.. configuration]);
    }

    private static async Task<int> One(IServiceProvider services, string kind, string file, ImportPlan plan)
    {
        if (!File.Exists(file))
        {
            throw Refusal.NotFound("backup.no-file", ("file", file));
        }

        await services.GetRequiredService<FirstStart>().Migrate(CancellationToken.None);
        if (!await services.GetRequiredService<FirstStart>().Load(CancellationToken.None))
        {
            throw Refusal.Conflict("command.no-house");
        }

        AsOperator(services);
        await services.TakeBackLeft();
        var outcome = await services.GetRequiredService<ImportSession>().File(kind, file, plan, CancellationToken.None);
        return Show(outcome, Path.GetFileName(file), services.GetRequiredService<TextBook>());
    }

    /// <summary>A data set of several files; opens a house for it where there is none.</summary>
    private static async Task<int> Sample(IServiceProvider services, string name, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw Refusal.NotFound("command.no-folder", ("folder", folder));
        }

        var start = services.GetRequiredService<FirstStart>();
        await start.Migrate(CancellationToken.None);
        if (!await start.Load(CancellationToken.None))
        {
            var (login, password) = await start.Open(CompanyFacts.Unnamed, CancellationToken.None);
            await start.Furnish(CancellationToken.None);
            Console.WriteLine($"新系统已建立 · A new house is open: {login} / {password}");
        }

        AsOperator(services);
        await services.TakeBackLeft();
        var import = new SampleImport(services.GetRequiredService<ImportSession>(), services.GetRequiredService<TextBook>());
        var organization = services.GetRequiredService<OrganizationSetup>();
        await (name == "adventureworks"
            ? new AdventureWorks(folder, import, organization).Run(CancellationToken.None)
            : new Superstore(folder, import, organization).Run(CancellationToken.None));
        return 0;
    }

    /// <summary>The first start acts as the setup.</summary>
    private static void AsOperator(IServiceProvider services) => services.GetRequiredService<CallerContext>().Set(Caller.System("operator"), via: $"yingpan {Command}");

    private static int Show(ImportOutcome outcome, string file, TextBook texts)
    {
        foreach (var fault in outcome.Faults)
        {
            Console.Error.WriteLine(texts.Fault(fault, file, fault.Line));
        }

        if (outcome.Failure is { } failure)
        {
            Console.Error.WriteLine(texts.Both(failure, outcome.FailureParams));
        }

        Console.WriteLine($"{texts.Say($"import.state.{outcome.State}", Languages.Chinese)} · {outcome.State}: {outcome.Written}/{outcome.Lines}, {outcome.FaultCount} ✗");
        return outcome is { State: ImportState.Applied or ImportState.Checked, FaultCount: 0 } ? 0 : 1;
    }
}
