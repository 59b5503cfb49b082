using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Names;

/// <summary>Who may put names on the list of a campaign: whoever takes part, while it is not closed.</summary>
internal sealed class OpenCampaigns(AppDb db, CompanyClock clock)
{
    private readonly Dictionary<CampaignId, Campaign?> read = [];
    private readonly Dictionary<(CampaignId, PersonId), string?> judged = [];

    public async Task Require(CampaignId campaign, PersonId owner, CancellationToken cancel)
    {
        if (await Refusing(campaign, owner, cancel) is { } code)
        {
            throw code == "record.not-found" ? Refusal.Faulty([Fault.At("campaignId", code)]) : Refusal.Conflict(code);
        }
    }

    /// <summary>Why not; null where he may.</summary>
    public async Task<string?> Refusing(CampaignId id, PersonId owner, CancellationToken cancel)
    {
        if (!read.TryGetValue(id, out var campaign))
        {
            read[id] = campaign = await db.Set<Campaign>().AsNoTracking().Include(campaign => campaign.Parts).FirstOrDefaultAsync(campaign => campaign.Id == id, cancel);
        }

        if (!judged.TryGetValue((id, owner), out var code))
        {
            judged[(id, owner)] = code = campaign is null ? "record.not-found"
                : campaign.State == CampaignState.Closed ? "customers.campaign-closed"
                : await TakesPart(campaign, owner, cancel) ? null : "customers.campaign-not-part";
        }

        return code;
    }

    private async Task<bool> TakesPart(Campaign campaign, PersonId owner, CancellationToken cancel)
    {
        if (campaign.Parts.Count == 0 || campaign.OwnerId == owner || campaign.Parts.Exists(part => part.PersonId == owner))
        {
            return true;
        }

        if ((await db.PlacementsOf([owner], cancel)).UnitOn(owner, clock.Today) is not { } unit)
        {
            return false;
        }

        var named = campaign.Parts.Select(part => part.UnitId).OfType<UnitId>().ToHashSet();
        return named.Count > 0 && (await db.UnitPaths(cancel)).Of(unit).Any(named.Contains);
    }
}
