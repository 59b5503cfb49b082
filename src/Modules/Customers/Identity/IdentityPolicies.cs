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

    private readonly Lock change = new();
    private Kept? kept;
    private int changes;

    private sealed record Kept(IdentityRules Rules, long ReadAt);

    public async Task<IdentityRules> Now(AppDb db, CancellationToken cancel)
    {
        var known = Volatile.Read(ref kept);
        if (known is not null && Environment.TickCount64 - known.ReadAt < KeptMilliseconds)
        {
            return known.Rules;
        }

        var seen = Volatile.Read(ref changes);
        var policy = await db.Set<IdentityPolicy>().AsNoTracking().FirstOrDefaultAsync(cancel);
        var rules = known is not null && known.Rules.Version == (policy?.Version ?? 0) ? known.Rules
            : policy is null ? new IdentityRules(IdentityPolicy.Usual, ShippedTables.NameWords, 0)
            : new IdentityRules(policy.Rules, ShippedTables.NameWords.With(policy.WordChanges), policy.Version);
        lock (change)
        {
            // What was read while somebody changed it serves this once only.
            if (seen == changes)
            {
                kept = new Kept(rules, Environment.TickCount64);
            }
        }

        return rules;
    }

    public void Forget()
    {
        lock (change)
        {
            (kept, changes) = (null, changes + 1);
        }
    }
}
