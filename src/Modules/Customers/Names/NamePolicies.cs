using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Names;

/// <summary>What of a name must be filled: that of the campaign, else that of the house, else that of the product.</summary>
internal static class NamePolicies
{
    public static void CheckFields(Check check, IReadOnlyList<string>? required) =>
        check.That(required is null || required.All(NameFields.All.Contains), "required", "field.not-one-of", ("allowed", string.Join(", ", NameFields.All)));

    public static async Task<IReadOnlyList<string>> RequiredOfNames(this AppDb db, CampaignId campaign, DateOnly day, CancellationToken cancel)
    {
        var policies = await db.Set<NamePolicy>().AsNoTracking().Where(policy => (policy.CampaignId == null || policy.CampaignId == campaign) && policy.First <= day).ToListAsync(cancel);
        return policies.OrderBy(policy => policy.CampaignId is null).ThenByDescending(policy => policy.First).FirstOrDefault()?.Fields ?? NameFields.Usual;
    }
}

/// <summary>GET /api/name-policies: the newest first, and what holds where nobody has said anything.</summary>
internal static class ListNamePolicies
{
    public sealed record Row(NamePolicyId Id, CampaignId? CampaignId, string? CampaignName, DateOnly First, IReadOnlyList<string> Required, IReadOnlyList<string> Can);

    public sealed record View(IReadOnlyList<Row> Items, IReadOnlyList<string> Usual, IReadOnlyList<string> Fields);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var campaigns = db.Set<Campaign>();
        var rows = await db.Set<NamePolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ThenBy(policy => policy.Id)
            .Select(policy => new { Policy = policy, Name = campaigns.Where(campaign => campaign.Id == policy.CampaignId).Select(campaign => campaign.Name).FirstOrDefault() }).ToListAsync(cancel);
        return new View(
            [.. rows.Select(row => new Row(row.Policy.Id, row.Policy.CampaignId, row.Name, row.Policy.First, row.Policy.Fields, row.Policy.First > clock.Today ? ["delete"] : []))],
            NameFields.Usual,
            NameFields.All);
    }
}

/// <summary>POST /api/name-policies: from tomorrow on at the earliest, so that no name is measured by something that was not asked when it was entered.</summary>
internal static class AddNamePolicy
{
    public sealed record Request : IChecked
    {
        /// <summary>Left out is the whole house.</summary>
        public CampaignId? CampaignId { get; init; }

        public required DateOnly First { get; init; }

        public required IReadOnlyList<string> Required { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            NamePolicies.CheckFields(check, Required);
        }
    }

    public static async Task<Created<Saved<NamePolicyId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        // An index can't hold it for the house: empty fields are never the same to a database.
        await db.LockCompany(cancel);
        var check = new Check();
        check.That(request.CampaignId is null || await db.Set<Campaign>().AnyAsync(campaign => campaign.Id == request.CampaignId, cancel), "campaignId", "record.not-found");
        await check.FirstDay(
            request.First, clock.Today.AddDays(1), "customers.day-tomorrow", db.Set<NamePolicy>().Where(policy => policy.CampaignId == request.CampaignId), "customers.policy-day-taken", cancel);
        check.ThrowIfAny();
        var policy = new NamePolicy { Id = Id.New<NamePolicyId>(), CampaignId = request.CampaignId, First = request.First, Required = string.Join(',', NameFields.Ordered(request.Required)) };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/name-policies/{policy.Id}", new Saved<NamePolicyId>(policy.Id, 1));
    }
}

/// <summary>DELETE /api/name-policies/{id}: while its day is to come.</summary>
internal static class RemoveNamePolicy
{
    public static Task<NoContent> Handle(NamePolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<NamePolicy>(policy => policy.Id == id, clock.Today, "customers.policy-holds", cancel);
}
