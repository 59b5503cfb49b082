using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Guarding;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>
/// What a permission granted over territories reaches: those one answers for or supports today, and those of whom one covers for, with all
/// below them.
/// </summary>
internal sealed class TerritoryStanding(AppDb db, CompanyClock clock) : ITerritoryStanding
{
    public async Task<IReadOnlyList<TerritoryId>> Of(PersonId person, CancellationToken cancel)
    {
        var today = clock.Today;
        var covered = db.CoverOn(today).Where(deputy => deputy.DeputyId == person).Select(deputy => deputy.PersonId);
        var held = await db.Holdings.Where(holding => (holding.PersonId == person || covered.Contains(holding.PersonId)) && holding.First <= today && (holding.Last == null || holding.Last >= today))
            .Select(holding => holding.TerritoryId).ToListAsync(cancel);
        return held.Count == 0 ? [] : await db.TerritoriesUnder(held, cancel);
    }
}
