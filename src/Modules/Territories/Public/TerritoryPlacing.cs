using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Places;

namespace Yingpan.Territories.Public;

/// <summary>Where new customers belong by the rules in force. Loaded once for a request or a batch.</summary>
public sealed class TerritoryPlacing
{
    private readonly Dividing.Rules.Dividing? dividing;
    private readonly IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> above;

    private TerritoryPlacing(Dividing.Rules.Dividing? dividing, IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> above) => (this.dividing, this.above) = (dividing, above);

    public static async Task<TerritoryPlacing> Load(AppDb db, CancellationToken cancel)
    {
        if (await db.LiveDivision(cancel) is not { } live)
        {
            return new TerritoryPlacing(null, new Dictionary<UnitId, IReadOnlyList<UnitId>>());
        }

        var division = live.Division;
        return new TerritoryPlacing(
            new Dividing.Rules.Dividing(division, ShippedTables.Industries),
            division.Rules.Any(rule => rule.Units.Count > 0) ? await DivisionFacts.UnitsAbove(db, cancel) : new Dictionary<UnitId, IReadOnlyList<UnitId>>());
    }

    /// <summary>Null where the house has no rules. Who is new has bought nothing yet.</summary>
    public TerritoryId? Of(Member member) => dividing?.Place(DivisionFacts.Of([member], new Dictionary<Guid, Money>(), above)[0]).TerritoryId;
}
