using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>Rules by which customers fall into a territory, and plans to move them there, name it in their text: no foreign key keeps it for them.</summary>
internal static class NamedByRules
{
    /// <summary>By a division that holds, will hold or is being written, or by a scenario that is not applied yet. What was stays with the names it had.</summary>
    public static async Task Refuse(AppDb db, IReadOnlyCollection<TerritoryId> territories, CancellationToken cancel)
    {
        var divisions = await db.Set<DivisionVersion>().AsNoTracking().Where(version => version.State != DivisionState.Retired).OrderBy(version => version.Number).ToListAsync(cancel);
        if (divisions.Find(version => version.Division is var division && (territories.Contains(division.DefaultId) || division.Rules.Any(rule => territories.Contains(rule.TerritoryId)))) is { } named)
        {
            throw Refusal.Conflict("territories.named-in-division", ("number", named.Number));
        }

        var scenarios = await db.Set<Scenario>().AsNoTracking().Where(scenario => scenario.AppliedAt == null).ToListAsync(cancel);
        if (scenarios.Find(scenario => scenario.Moves.Any(move => territories.Contains(move.From) || territories.Contains(move.To))) is { } plan)
        {
            throw Refusal.Conflict("territories.named-in-scenario", ("name", plan.Name));
        }
    }
}
