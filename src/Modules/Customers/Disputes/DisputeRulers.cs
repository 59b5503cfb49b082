using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Disputes;

/// <summary>Who is above whom a dispute is about, and may rule it: the same question that is asked of him when he rules.</summary>
internal sealed class DisputeRulers(AppDb db, CallerLoader callers, CompanyClock clock)
{
    /// <summary>From the nearest to the highest; nobody judges his own case.</summary>
    public async Task<IReadOnlyList<PersonId>> Of(Dispute dispute, Chart chart, CancellationToken cancel)
    {
        var above = chart.SuperiorsOf(dispute.HolderId).Union(chart.SuperiorsOf(dispute.ClaimantId)).Where(person => person != dispute.ClaimantId && person != dispute.HolderId).ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => !account.IsDisabled && account.PersonId != null && above.Contains(account.PersonId.Value)).ToListAsync(cancel);
        var rulers = new List<PersonId>();
        foreach (var person in above)
        {
            if (accounts.Find(account => account.PersonId == person) is { } account && await Reaches(await callers.Load(account, cancel)))
            {
                rulers.Add(person);
            }
        }

        return rulers;

        async Task<bool> Reaches(Caller caller)
        {
            var reach = new Reach(db, caller, clock);
            return await reach.Covers(dispute.ClaimantId, OwnershipPermissions.Rule, cancel) && await reach.Covers(dispute.HolderId, OwnershipPermissions.Rule, cancel);
        }
    }
}
