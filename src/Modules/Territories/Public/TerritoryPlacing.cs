using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Places;

namespace Yingpan.Territories.Public;

/// <summary>Where new customers belong by the rules in force. From the memory of the house.</summary>
public sealed class TerritoryPlacing
{
    private readonly Dividing.Rules.Dividing? dividing;
    private readonly UnitPaths paths;

    private TerritoryPlacing(Dividing.Rules.Dividing? dividing, UnitPaths paths) => (this.dividing, this.paths) = (dividing, paths);

    public static ValueTask<TerritoryPlacing> Load(AppDb db, CancellationToken cancel) => db.FromHouse(() => Read(db, cancel), db.Today);

    private static async Task<TerritoryPlacing> Read(AppDb db, CancellationToken cancel)
    {
        if (await db.LiveDivision(cancel) is not { } live)
        {
            return new TerritoryPlacing(null, new UnitPaths(new Dictionary<UnitId, UnitId?>()));
        }

        var division = live.Division;
        return new TerritoryPlacing(
            new Dividing.Rules.Dividing(division, ShippedTables.Industries),
            division.Rules.Any(rule => rule.Units.Count > 0) ? await db.UnitPaths(cancel) : new UnitPaths(new Dictionary<UnitId, UnitId?>()));
    }

    /// <summary>Null where the house has no rules. Who is new has bought nothing yet.</summary>
    public TerritoryId? Of(Member member) => dividing?.Place(DivisionFacts.Of([member], new Dictionary<Guid, Money>(), paths)[0]).TerritoryId;
}
