using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;

namespace Yingpan.Customers.Campaigns;

/// <summary>POST /api/campaigns</summary>
internal static class AddCampaign
{
    public sealed record Request : CampaignRequest
    {
        /// <summary>Left out, the next campaign number is given.</summary>
        public string? Number { get; init; }

        /// <summary>What of its names must be filled; left out, what the house requires.</summary>
        public IReadOnlyList<string>? Required { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
            NamePolicies.CheckFields(check, Required);
        }
    }

    public static async Task<Created<Saved<CampaignId>>> Handle(Request request, AppDb db, Reach reach, Caller caller, NumberSequences numbers, CompanyClock clock, CancellationToken cancel)
    {
        var number = request.Number.CleanOrNull();
        var taken = db.Set<Campaign>().Select(campaign => campaign.Number);
        var check = new Check();
        check.That(number is null || !await taken.AnyAsync(other => other == number, cancel), "number", "record.number-taken", ("number", number));
        check.That((request.OwnerId ?? caller.Person) is not null, "ownerId", "field.required");
        check.ThrowIfAny();
        var campaign = new Campaign
        {
            Id = Id.New<CampaignId>(),
            Number = number ?? await numbers.Take("campaigns", taken, cancel),
            Name = request.Name,
            First = request.First,
            OwnerId = (request.OwnerId ?? caller.Person)!.Value,
            State = request.State,
            CreatedAt = clock.Now,
        };
        await request.WriteTo(campaign, db, reach, clock.Today, cancel);
        db.Add(campaign);
        if (request.Required is { } required)
        {
            db.Add(new NamePolicy { Id = Id.New<NamePolicyId>(), CampaignId = campaign.Id, First = clock.Today, Required = string.Join(',', NameFields.Ordered(required)) });
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/campaigns/{campaign.Id}", new Saved<CampaignId>(campaign.Id, campaign.Version));
    }
}

/// <summary>PUT /api/campaigns/{id}</summary>
internal static class EditCampaign
{
    public sealed record Request : CampaignRequest;

    public static async Task<Saved<CampaignId>> Handle(CampaignId id, Request request, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var campaign = await db.CampaignToEdit(id, reach, cancel);
        db.Expect(campaign, seen);
        db.RemoveRange(campaign.Parts);
        await db.SaveChangesAsync(cancel);
        campaign.OwnerId = request.OwnerId ?? campaign.OwnerId;
        await request.WriteTo(campaign, db, reach, clock.Today, cancel);
        // Who takes part alone may have changed: it is another campaign all the same.
        db.Entry(campaign).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        return new Saved<CampaignId>(campaign.Id, campaign.Version);
    }
}

/// <summary>DELETE /api/campaigns/{id}: for a mistaken entry; one with names is closed instead.</summary>
internal static class RemoveCampaign
{
    public static async Task<NoContent> Handle(CampaignId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var campaign = await db.CampaignToEdit(id, reach, cancel);
        if (await db.Set<ListedName>().AnyAsync(name => name.CampaignId == id, cancel))
        {
            throw Refusal.Conflict("customers.campaign-has-names");
        }

        db.RemoveRange(await db.Set<NamePolicy>().Where(policy => policy.CampaignId == id).ToListAsync(cancel));
        db.Remove(campaign);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class CampaignsToEdit
{
    public static async Task<Campaign> CampaignToEdit(this AppDb db, CampaignId id, Reach reach, CancellationToken cancel) =>
        await db.Set<Campaign>().VisibleTo(reach, NamePermissions.EditCampaigns).Include(campaign => campaign.Parts).FirstOrDefaultAsync(campaign => campaign.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
}
