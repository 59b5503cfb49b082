using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>The rules that hold, and the words names are told by.</summary>
internal sealed record IdentityRules(DuplicateRules Duplicates, NameWords Words, int Version);

internal static class IdentityPolicies
{
    /// <summary>Every entry and every letter typed asks for them, and they change once a year.</summary>
    public static ValueTask<IdentityRules> IdentityRules(this AppDb db, CancellationToken cancel) => db.FromHouse(async () =>
        await db.Set<IdentityPolicy>().AsNoTracking().FirstOrDefaultAsync(cancel) is not { } policy
            ? new IdentityRules(IdentityPolicy.Usual, ShippedTables.NameWords, 0)
            : new IdentityRules(policy.Rules, ShippedTables.NameWords.With(policy.WordChanges), policy.Version));
}
