using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Names;

/// <summary>The same name on a list already. Its own facts are told to nobody who does not see it: only whose it is.</summary>
internal sealed record ListedAlready
{
    public required string Name { get; init; }

    public required string CampaignName { get; init; }

    /// <summary>Of that campaign, which takes it once; of another one it may be.</summary>
    public required bool IsSame { get; init; }

    public string? OwnerName { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>What stands against a name, and what it looks like.</summary>
/// <param name="Key">By which it is told.</param>
/// <param name="Customers">The likeliest first.</param>
internal sealed record NameStanding(string Key, IReadOnlyList<Likely> Customers, IReadOnlyList<ListedAlready> Listed)
{
    /// <summary>A customer by the rules of the house: it is on no list.</summary>
    public Likely? Taken => Customers.FirstOrDefault(likely => likely.Rule == DuplicateRule.Block);
}

/// <summary>
/// Who is a customer already, or on a list, of many names at once. It looks beyond what the caller may see, which is the point of it. What only looks
/// alike is told and hinders nobody: a name is not yet a customer, and when it becomes one the rules for customers ask.
/// </summary>
internal sealed class KnownNames(AppDb db, Duplicates duplicates)
{
    public async Task<IReadOnlyList<NameStanding>> Of(IReadOnlyList<IdentityFacts> facts, CampaignId campaign, ListedNameId? except, Guid? import, CancellationToken cancel)
    {
        var rules = await db.IdentityRules(cancel);
        var keys = facts.Select(one => IdentityKeys.Of(one, rules.Words)).ToList();
        var customers = await LikelyOfMany.Find(db, facts, keys, import, rules, cancel);
        var listed = await Listed([.. keys.Select(one => one.Name.Key).Distinct()], campaign, except, cancel);
        return [.. keys.Select((one, i) => new NameStanding(one.Name.Key, customers[i], [.. listed[one.Name.Key]]))];
    }

    /// <summary>Throws for a name that is a customer or stands in this campaign.</summary>
    public async Task Refuse(NameStanding standing, CancellationToken cancel)
    {
        if (standing.Taken is { } customer)
        {
            await duplicates.Refuse([customer], null, cancel);
        }

        if (standing.Listed.FirstOrDefault(one => one.IsSame) is { } there)
        {
            throw Already(there);
        }
    }

    /// <summary>Saves; where somebody else entered the same name a moment earlier, says whose it is.</summary>
    public async Task Save(ListedName name, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && failure.IsUniqueViolation(out var constraint) && constraint.Contains("key", StringComparison.Ordinal))
        {
            throw (await Listed([name.Key], name.CampaignId, name.Id, cancel))[name.Key].FirstOrDefault(one => one.IsSame) is { } there ? Already(there) : failure;
        }
    }

    private static Refusal Already(ListedAlready there) => Refusal.Conflict("customers.name-listed", ("name", there.Name), ("owner", there.OwnerName ?? ""), ("day", there.Day));

    private async Task<ILookup<string, ListedAlready>> Listed(IReadOnlyList<string> keys, CampaignId campaign, ListedNameId? except, CancellationToken cancel)
    {
        var (people, campaigns) = (db.PersonCards, db.Set<Campaign>());
        var found = await db.Set<ListedName>().AsNoTracking().Where(name => keys.Contains(name.Key) && name.Id != except).OrderBy(name => name.CreatedAt).ThenBy(name => name.Id)
            .Select(name => new
            {
                name.Key,
                Told = new ListedAlready
                {
                    Name = name.Name,
                    CampaignName = campaigns.Where(one => one.Id == name.CampaignId).Select(one => one.Name).First(),
                    IsSame = name.CampaignId == campaign,
                    OwnerName = people.Where(person => person.Id == name.OwnerId).Select(person => person.Name).FirstOrDefault(),
                    Day = name.Day,
                },
            }).ToListAsync(cancel);
        return found.ToLookup(one => one.Key, one => one.Told);
    }
}
