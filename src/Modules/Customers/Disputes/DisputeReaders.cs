using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Disputes;

/// <summary>What the system knows for the two.</summary>
internal sealed record BothSides(SideFacts Claimant, SideFacts Holder);

/// <summary>Who reads a dispute, where he stands in it, and what the system knows for each side.</summary>
internal sealed class DisputeReaders(AppDb db, Reach reach, OwnedFactsOf owned, IEnumerable<ICustomerActivity> activities, CompanyClock clock)
{
    private const int DeedsLookedAt = 500;

    /// <summary>Those one takes part in, and those in which both or one of the sides is reached.</summary>
    public IQueryable<Dispute> Readable()
    {
        var (all, me) = (db.Set<Dispute>().AsNoTracking(), reach.Caller.Person);
        if (reach.Caller.ScopeOf(OwnershipPermissions.ReadDisputes) is null)
        {
            return all.Where(_ => false);
        }

        if (reach.People(OwnershipPermissions.ReadDisputes) is not { } people)
        {
            return all;
        }

        return all.Where(dispute => dispute.ClaimantId == me || dispute.HolderId == me || people.Contains(dispute.ClaimantId) || people.Contains(dispute.HolderId));
    }

    /// <summary>Locked until the transaction ends, so that of two rulings one is the ruling.</summary>
    public async Task<Dispute> Begin(DisputeId id, DisputeDeed deed, CancellationToken cancel)
    {
        if (!await Readable().AnyAsync(dispute => dispute.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var dispute = await db.Locked<Dispute>(id.Value).SingleAsync(cancel);
        return DisputeFlow.Refused(deed, await Standing(dispute, cancel)) is { } code ? throw Refusal.Conflict(code) : dispute;
    }

    public async Task<DisputeStanding> Standing(Dispute dispute, CancellationToken cancel) => new(
        dispute.State, dispute.ClaimantId == reach.Caller.Person, dispute.HolderId == reach.Caller.Person,
        reach.Caller.May(OwnershipPermissions.Rule) && await reach.Covers(dispute.ClaimantId, OwnershipPermissions.Rule, cancel) && await reach.Covers(dispute.HolderId, OwnershipPermissions.Rule, cancel));

    public async Task<OwnershipRules> RulesOf(Dispute dispute, CancellationToken cancel) => dispute.RulesId is { } id
        ? OwnershipBooks.Read(await db.Set<OwnershipRuleSet>().Where(rules => rules.Id == id).Select(rules => rules.Rules).FirstAsync(cancel))
        : OwnershipRules.Usual;

    /// <summary>As they stood when it began: what is done, entered, extended or handed over since speaks for nobody.</summary>
    /// <param name="rules">Those of the dispute.</param>
    public async Task<BothSides> Facts(Dispute dispute, OwnershipRules rules, CancellationToken cancel) =>
        dispute.Facts is { } kept ? Read<BothSides>(kept) : await Gather(dispute, rules, cancel);

    /// <summary>To be kept with the dispute while it is opened.</summary>
    public async Task<BothSides> Gather(Dispute dispute, OwnershipRules rules, CancellationToken cancel)
    {
        var (id, on) = (dispute.CustomerId, dispute.OpenedOn);
        var firsts = await db.Set<OwnershipSpell>().Where(spell => spell.CustomerId == id && spell.OwnerId != null && spell.On <= on)
            .GroupBy(spell => spell.OwnerId!.Value).Select(group => new { group.Key, On = group.Min(spell => spell.On) }).ToDictionaryAsync(group => group.Key, group => group.On, cancel);
        var deeds = new List<(CustomerDeed Deed, bool IsDeal)>();
        foreach (var activity in activities)
        {
            deeds.AddRange((await activity.Of(id, DeedsLookedAt, cancel)).Where(deed => deed.On <= on).Select(deed => (deed, activity.IsDeal)));
        }

        var customer = await db.Set<Customer>().AsNoTracking().FirstAsync(customer => customer.Id == id, cancel);
        var safe = (await owned.Load([id], rules, cancel)).TryGetValue(id, out var facts) ? OwnershipDays.ProtectedUntil(facts, rules) : null;
        var holders = await Holders(customer.TerritoryId, cancel);
        return new BothSides(Side(dispute.ClaimantId), Side(dispute.HolderId));

        SideFacts Side(PersonId person)
        {
            var his = deeds.FindAll(one => one.Deed.By == person);
            return new SideFacts
            {
                FirstHadOn = firsts.TryGetValue(person, out var first) ? first : null,
                LastDeedOn = his.Count > 0 ? his.Max(one => one.Deed.On) : null,
                Deeds = his.Count,
                Orders = his.Count(one => one.IsDeal),
                LastOrderOn = his.Exists(one => one.IsDeal) ? his.Where(one => one.IsDeal).Max(one => one.Deed.On) : null,
                HoldsTerritory = holders.Contains(person),
                ProtectedUntil = customer.OwnerId == person ? safe : null,
            };
        }
    }

    /// <summary>What is proposed; once it is ruled, what was proposed to who ruled.</summary>
    public static DisputeProposal ProposalOf(Dispute dispute, BothSides facts, OwnershipRules rules) =>
        dispute.Proposal is { } kept ? Read<DisputeProposal>(kept) : DisputeBook.Propose(facts.Claimant, facts.Holder, dispute.OpenedOn, rules.Grounds);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonTypes.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonTypes.Options)!;

    /// <summary>Who answers today for that territory, or for one above it where nobody does.</summary>
    private async Task<IReadOnlyCollection<PersonId>> Holders(TerritoryId? territory, CancellationToken cancel)
    {
        var today = clock.Today;
        var above = await db.TerritoryCards.ToDictionaryAsync(place => place.Id, place => place.ParentId, cancel);
        for (var (at, steps) = (territory, 0); at is { } here && steps < 100; at = above.GetValueOrDefault(here), steps++)
        {
            var found = await db.Holdings.Where(holding => holding.TerritoryId == here && holding.IsResponsible && holding.First <= today && (holding.Last == null || holding.Last >= today))
                .Select(holding => holding.PersonId).ToListAsync(cancel);
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
