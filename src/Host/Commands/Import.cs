using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Commands;

/// <summary><c>yingpan import KIND FILE [--valid-lines] [--check] [--round] [--sheet NAME] [--map column=heading …] [--data DIR]</c></summary>
internal static class Import
{
    public static async Task<int> Run(string[] args)
    {
        if (args is not [{ } kind, { } file, .. var rest] || kind.StartsWith('-') || !File.Exists(file))
        {
            return Usage.Show();
        }

        var maps = rest.Zip(rest.Skip(1)).Where(pair => pair.First == "--map").Select(pair => pair.Second.Split('=', 2)).Where(pair => pair.Length == 2).ToList();
        var plan = new ImportPlan
        {
            Mode = rest.Contains("--valid-lines") ? ImportMode.ValidLines : ImportMode.AllOrNothing,
            OnlyCheck = rest.Contains("--check"),
            RoundsAmounts = rest.Contains("--round"),
            Sheet = ValueOf(rest, "--sheet"),
            Mapping = maps.Count == 0 ? null : maps.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
        };
        await using var app = Server.Build(ValueOf(rest, "--data") is { } data ? ["--data", data] : []);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().Migrate(CancellationToken.None);
        if (!await scope.ServiceProvider.GetRequiredService<FirstStart>().Load(CancellationToken.None))
        {
            Console.Error.WriteLine("尚未建立系统,请先运行 yingpan serve · there is no house yet; run yingpan serve first");
            return 1;
        }

        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(Caller.System("operator"), via: "yingpan import");
        try
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<ImportSession>().File(kind, file, plan, CancellationToken.None);
            return Show(outcome, scope.ServiceProvider.GetRequiredService<TextBook>());
        }
        catch (Kernel.Refusal refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return 1;
        }
    }

    private static int Show(ImportOutcome outcome, TextBook texts)
    {
        foreach (var fault in outcome.Faults)
        {
            Console.Error.WriteLine($"{fault.Line}\t{fault.Heading}\t{fault.Value}\t{texts.Say(fault.Code, Languages.Chinese, fault.Values())}");
        }

        Console.WriteLine($"{texts.Say($"import.state.{outcome.State}", Languages.Chinese)} · {outcome.State}: {outcome.Written}/{outcome.Lines}, {outcome.FaultCount} ✗ {outcome.Failure}");
        return outcome is { State: ImportState.Applied or ImportState.Checked, FaultCount: 0 } ? 0 : 1;
    }

    private static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
