using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>The rules that hold, and the words names are told by.</summary>
internal sealed record IdentityRules(DuplicateRules Duplicates, NameWords Words, int Version);

/// <summary>
/// Every entry and every letter typed asks for them, and they change once a year: kept for a few seconds. Where several processes serve one
/// house, another one may go by what was decided that long ago.
/// </summary>
internal sealed class IdentityPolicies
{
    private const int KeptMilliseconds = 3_000;

    private IdentityRules? kept;
    private long keptAt;

    public async Task<IdentityRules> Now(AppDb db, CancellationToken cancel)
    {
        if (kept is { } known && Environment.TickCount64 - keptAt < KeptMilliseconds)
        {
            return known;
        }

        var policy = await db.Set<IdentityPolicy>().AsNoTracking().FirstOrDefaultAsync(cancel);
        if (kept is not { } before || before.Version != (policy?.Version ?? 0))
        {
            kept = policy is null
                ? new IdentityRules(IdentityPolicy.Usual, ShippedTables.NameWords, 0)
                : new IdentityRules(policy.Rules, ShippedTables.NameWords.With(policy.WordChanges), policy.Version);
        }

        keptAt = Environment.TickCount64;
        return kept;
    }

    public void Forget() => (kept, keptAt) = (null, 0);
}
