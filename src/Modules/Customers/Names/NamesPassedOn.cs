using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Names;

/// <summary>The names somebody works on that are not settled. What he prepared stays counted for him.</summary>
internal sealed class OwnedNames(AppDb db, Reach reach) : IBelongings
{
    public string Kind => "customer-names";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Open(db.Set<ListedName>()).Select(name => (PersonId?)name.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Open(db.Set<ListedName>().VisibleTo(reach, CustomersPermissions.Read)).AsNoTracking().Where(name => name.OwnerId == person)
                .OrderByDescending(name => name.Day).ThenBy(name => name.Id).Take(most).Select(name => new { name.Id, name.Name, name.Day }).ToListAsync(cancel))
            .Select(name => new Belonging(name.Id.Value, name.Name, $"{name.Day:yyyy-MM-dd}", $"/customer-names?open={name.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var names = (await Open(db.Set<ListedName>()).Where(name => name.OwnerId == passing.From).ToListAsync(cancel)).Where(name => only is null || only.Contains(name.Id.Value)).ToList();
        names.ForEach(name => name.OwnerId = passing.To);
        await db.SaveChangesAsync(cancel);
        return names.Count;
    }

    private static IQueryable<ListedName> Open(IQueryable<ListedName> names) => names.Where(name => name.State == NameState.New || name.State == NameState.Called);
}

/// <summary>The campaigns somebody answers for that are not closed; with all of them goes his place among those who take part in others.</summary>
internal sealed class OwnedCampaigns(AppDb db, Reach reach) : IBelongings
{
    public string Kind => "campaigns";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Open(db.Set<Campaign>()).Select(campaign => (PersonId?)campaign.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        !reach.Caller.May(NamePermissions.ReadCampaigns) ? []
        : [.. (await Open(db.Set<Campaign>()).AsNoTracking().Where(campaign => campaign.OwnerId == person).OrderBy(campaign => campaign.Number).Take(most)
                .Select(campaign => new { campaign.Id, campaign.Name, campaign.Number }).ToListAsync(cancel))
            .Select(campaign => new Belonging(campaign.Id.Value, campaign.Name, campaign.Number, $"/campaigns/{campaign.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var campaigns = (await Open(db.Set<Campaign>()).Where(campaign => campaign.OwnerId == passing.From).ToListAsync(cancel)).Where(campaign => only is null || only.Contains(campaign.Id.Value)).ToList();
        campaigns.ForEach(campaign => campaign.OwnerId = passing.To);
        if (only is null)
        {
            var (from, to) = (passing.From, passing.To);
            var parts = await Open(db.Set<Campaign>()).SelectMany(campaign => campaign.Parts).Where(part => part.PersonId == from || part.PersonId == to).ToListAsync(cancel);
            foreach (var part in parts.Where(part => part.PersonId == from))
            {
                db.Remove(part);
                if (!parts.Exists(other => other.CampaignId == part.CampaignId && other.PersonId == to))
                {
                    await db.SaveChangesAsync(cancel);
                    db.Add(new CampaignPart { CampaignId = part.CampaignId, Line = part.Line, PersonId = to });
                }
            }
        }

        await db.SaveChangesAsync(cancel);
        return campaigns.Count;
    }

    private static IQueryable<Campaign> Open(IQueryable<Campaign> campaigns) => campaigns.Where(campaign => campaign.State != CampaignState.Closed);
}

/// <summary>Campaigns that are not closed whose names the people of a unit prepare.</summary>
internal sealed class MentionedInCampaigns(AppDb db) : IUnitMentions
{
    public string Kind => "campaigns";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var found = await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.State != CampaignState.Closed && (campaign.Last == null || campaign.Last >= from))
            .SelectMany(campaign => campaign.Parts, (campaign, part) => new { campaign.Id, campaign.Number, campaign.Name, part.UnitId })
            .Where(one => one.UnitId != null && units.Contains(one.UnitId.Value)).OrderBy(one => one.Number).ToListAsync(cancel);
        return [.. found.Select(one => new UnitMention(one.UnitId!.Value, $"{one.Number} {one.Name}", $"/campaigns/{one.Id}"))];
    }
}

/// <summary>Norms of a unit's own.</summary>
internal sealed class MentionedInNorms(AppDb db) : IUnitMentions
{
    public string Kind => "name-norms";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var positions = db.PositionCards;
        var found = await db.Set<NameNorm>().AsNoTracking().Where(norm => norm.UnitId != null && units.Contains(norm.UnitId.Value)).OrderBy(norm => norm.First)
            .Select(norm => new { norm.UnitId, norm.First, Position = positions.Where(position => position.Id == norm.PositionId).Select(position => position.Name).FirstOrDefault() }).ToListAsync(cancel);
        return [.. found.Select(norm => new UnitMention(norm.UnitId!.Value, $"{norm.Position} {norm.First:yyyy-MM-dd}".Trim(), "/name-norms"))];
    }
}

/// <summary>The names a customer was.</summary>
internal sealed class NamesOfCustomer(AppDb db) : CustomerRows<ListedName>(db)
{
    public override string Kind => "names";

    protected override IQueryable<ListedName> Of(IQueryable<ListedName> rows, CustomerId customer) => rows.Where(name => name.CustomerId == customer);

    protected override Guid IdOf(ListedName row) => row.Id.Value;

    protected override void Give(ListedName row, CustomerId customer) => row.CustomerId = customer;
}
