using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Samples;

/// <summary>One sample table after the other through the ordinary importers; the first that is refused ends it.</summary>
internal sealed class SampleImport(ImportSession session, TextBook texts)
{
    public async Task Lines(string kind, string name, ILineSource source, CancellationToken cancel)
    {
        var outcome = await session.Lines(kind, name, source, new ImportPlan { RoundsAmounts = true }, cancel);
        Console.WriteLine($"{texts.Say($"{kind}.title", Languages.Chinese)} {kind}: {outcome.Created}");
        if (outcome.State == Platform.Imports.Data.ImportState.Applied)
        {
            return;
        }

        foreach (var fault in outcome.Faults.Take(20))
        {
            Console.Error.WriteLine($"{fault.Line}\t{fault.Heading}\t{fault.Value}\t{texts.Say(fault.Code, Languages.Chinese, fault.Values())}");
        }

        throw new InvalidOperationException($"{name}: {outcome.State}, {outcome.FaultCount} ✗ {outcome.Failure}");
    }
}
