using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Tables;

/// <summary>The rows of a draft, as they shall be.</summary>
internal sealed record TableContent : IChecked
{
    public required IReadOnlyList<RouteRow> Rows { get; init; }

    public bool TwiceAllowed { get; init; }

    public string? Remark { get; init; }

    public void Check(Check check)
    {
        check.OptionalText("remark", Remark, 200);
        check.That(Rows.Count <= Checking.MostRows, "rows", "approvals.table-rows", ("max", Checking.MostRows));
        for (var i = 0; i < Rows.Count; i++)
        {
            check.OptionalText($"rows[{i}].name", Rows[i].Name, 60);
            for (var j = 0; j < Rows[i].Route.Count; j++)
            {
                check.OptionalText($"rows[{i}].route[{j}].name", Rows[i].Route[j].Name, 40);
            }
        }
    }

    public RouteTable Table => new() { Rows = Rows, TwiceAllowed = TwiceAllowed };
}

/// <summary>Loads what a table may name, and tells what is wrong with it and what it leaves open.</summary>
internal sealed class TableChecks(AppDb db, HouseOfToday houses, IEnumerable<ApprovalKind> kinds)
{
    private const int MostGaps = 20;

    public KnownFacts FactsOf(string kind) => kinds.FirstOrDefault(one => one.Code == kind) is { } known
        ? new KnownFacts { Matter = known.HasMatter, Amount = known.HasAmount, Discount = known.HasDiscount, Days = known.HasDays, Grade = known.HasGrade }
        : throw Refusal.Faulty([Fault.At("kind", "approvals.unknown-kind")]);

    public async Task RefuseFaults(string kind, RouteTable table, CancellationToken cancel)
    {
        if (await Faults(kind, table, cancel) is { Count: > 0 } faults)
        {
            throw Refusal.Faulty(faults);
        }
    }

    public async Task<IReadOnlyList<Fault>> Faults(string kind, RouteTable table, CancellationToken cancel) =>
        Checking.Faults(table, new Known
        {
            Facts = FactsOf(kind),
            House = await houses.Load(cancel),
            Matters = await db.Set<Matter>().Select(matter => matter.Id).ToHashSetAsync(cancel),
            Positions = await db.PositionCards.Select(position => position.Id).ToHashSetAsync(cancel),
            UnitKinds = HouseChart.UnitKinds,
        });

    public async Task<Covered> Coverage(string kind, RouteTable table, CancellationToken cancel) =>
        Routing.Rules.Coverage.Of(table, FactsOf(kind), (await houses.Load(cancel)).Chart).Told(MostGaps);
}
