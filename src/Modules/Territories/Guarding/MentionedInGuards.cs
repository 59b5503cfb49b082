using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;

namespace Yingpan.Territories.Guarding;

/// <summary>What holds for a unit outside of its territories.</summary>
internal sealed class MentionedInGuards(AppDb db) : IUnitMentions
{
    public string Kind => "territory-guard";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel) =>
        [.. (await db.Set<GuardPolicy>().AsNoTracking().Where(policy => policy.UnitId != null && units.Contains(policy.UnitId.Value)).OrderBy(policy => policy.First)
                .Select(policy => new { policy.UnitId, policy.First }).ToListAsync(cancel))
            .Select(one => new UnitMention(one.UnitId!.Value, $"{one.First:yyyy-MM-dd}", "/territory-outside"))];
}
