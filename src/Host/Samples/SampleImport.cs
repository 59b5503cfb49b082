using Yingpan.Host.Commands;
using Yingpan.Kernel;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Samples;

/// <summary>
/// One sample table after the other through the ordinary importers; the first that is refused ends it. A table that is there from an earlier
/// run is not taken in again, so that a command that was killed, or refused half-way, goes on when it is given again.
/// </summary>
internal sealed class SampleImport(ImportSession session, TextBook texts)
{
    private const int MostTold = 20;

    public async Task Lines(string kind, string name, SampleLines source, CancellationToken cancel)
    {
        var title = $"{texts.Say($"{kind}.title", Languages.Chinese)} {kind}";
        if (await session.HasTaken(kind, name, cancel))
        {
            Console.WriteLine($"{title}: 已有 · already there");
            return;
        }

        var outcome = await session.Lines(kind, name, source, new ImportPlan { RoundsAmounts = true }, cancel);
        if (outcome.State == ImportState.Applied)
        {
            Console.WriteLine($"{title}: {outcome.Created}");
            return;
        }

        foreach (var fault in outcome.Faults.Take(MostTold))
        {
            var row = source.Behind(fault.Line);
            Console.Error.WriteLine(texts.Fault(fault, row?.File ?? name, row?.Line ?? fault.Line));
        }

        if (outcome.Failure is { } failure)
        {
            Console.Error.WriteLine(texts.Both(failure, outcome.FailureParams));
        }

        throw Refusal.Conflict("sample.refused", ("file", name));
    }
}
