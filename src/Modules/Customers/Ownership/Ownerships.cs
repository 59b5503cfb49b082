using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

/// <summary>Why, in whose words, by which ruling.</summary>
internal sealed record Passage(OwnershipCause Cause, string? Reason = null, DisputeId? DisputeId = null);

/// <summary>
/// The one way a customer comes to somebody or into a pool: the spell that ends, the one that begins, protection, shares and pool, in the caller's
/// transaction. Nothing else of him changes: state, history, links, tasks stay. <see cref="Recycle"/> does the same for a batch of a run by statements.
/// </summary>
internal sealed class Ownerships(AppDb db, CallerContext caller, PoolFinder pools, CompanyClock clock)
{
    /// <summary>Customers being entered, not saved yet, each with the owner it was entered for: since when, how long protected, or in which pool.</summary>
    public async Task Settle(IReadOnlyList<Customer> customers, CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        foreach (var customer in customers)
        {
            await Place(customer, null, customer.OwnerId, null, rules, cancel);
        }
    }

    /// <summary>Their first spells, once they are saved or with them.</summary>
    public void Begin(IEnumerable<Customer> customers) => db.AddRange(customers.Select(customer => Spell(customer, 1, new Passage(OwnershipCause.Entered))));

    /// <summary>The customers, locked until the transaction ends, so that two who want the same do so one after the other.</summary>
    public async Task<IReadOnlyList<Customer>> Lock(IReadOnlyCollection<CustomerId> ids, CancellationToken cancel) =>
        await db.LockedAll<Customer>([.. ids.Select(id => id.Value)]).ToListAsync(cancel);

    /// <param name="customers">Tracked and locked. Those who are his already are passed over.</param>
    /// <param name="to">Null is the pool they belong into.</param>
    public async Task Give(IReadOnlyList<Customer> customers, PersonId? to, Passage passage, CancellationToken cancel)
    {
        List<Customer> moved = [.. customers.Where(customer => customer.OwnerId != to)];
        if (moved.Count == 0)
        {
            return;
        }

        var ids = moved.Select(customer => customer.Id).ToList();
        // Whose he is while two argue about it, the ruling says; or who follows a leaver.
        if (passage.Cause is not (OwnershipCause.Ruling or OwnershipCause.HandedOver))
        {
            await RefuseDisputed(ids, cancel);
        }

        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var open = await db.Set<OwnershipSpell>().Where(spell => ids.Contains(spell.CustomerId) && spell.Until == null).ToDictionaryAsync(spell => spell.CustomerId, cancel);
        var shares = (await db.Set<CustomerShare>().Where(share => ids.Contains(share.CustomerId) && share.Until == null).ToListAsync(cancel)).ToLookup(share => share.CustomerId);
        var units = to is null ? await pools.UnitsOf(moved.Select(customer => customer.OwnerId), cancel) : null;
        // A claim asks for them only where the rules tell grades apart, and a pool protects nobody.
        var grades = to is null || rules.Protection.All(line => line.Grade is null) ? []
            : await db.CustomerGrades.Where(grade => grade.Grade != null && ids.Contains(grade.CustomerId)).ToDictionaryAsync(grade => grade.CustomerId, grade => grade.Grade, cancel);
        foreach (var spell in open.Values)
        {
            spell.Until = clock.Now;
        }

        // The open one first: the database lets in no second.
        await db.SaveChangesAsync(cancel);
        foreach (var customer in moved)
        {
            List<CustomerShare> held = [.. shares[customer.Id]];
            if (held.Count > 0)
            {
                IReadOnlyList<SharePart> kept = passage.Cause is OwnershipCause.Transferred or OwnershipCause.HandedOver
                    ? Shares.Passed([.. held.Select(share => new SharePart(share.PersonId, share.Share))], customer.OwnerId, to) : [];
                await Share(customer, kept, rules, cancel);
            }

            await Place(customer, grades.GetValueOrDefault(customer.Id), to, customer.OwnerId is { } last ? units?.GetValueOrDefault(last) : null, rules, cancel);
            db.Add(Spell(customer, (open.GetValueOrDefault(customer.Id)?.Line ?? 0) + 1, passage));
        }

        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, ids, clock.Today, cancel);
    }

    /// <summary>Whose he is besides his owner from now on; nobody's where there is no part.</summary>
    public async Task Share(Customer customer, IReadOnlyList<SharePart> parts, OwnershipRules rules, CancellationToken cancel)
    {
        var all = await db.Set<CustomerShare>().Where(share => share.CustomerId == customer.Id).ToListAsync(cancel);
        var open = all.FindAll(share => share.Until == null);
        if (open.Count == parts.Count && open.TrueForAll(share => parts.Contains(new SharePart(share.PersonId, share.Share))))
        {
            return;
        }

        open.ForEach(share => share.Until = clock.Now);
        await db.SaveChangesAsync(cancel);
        var line = all.Select(share => share.Line).DefaultIfEmpty().Max();
        db.AddRange(parts.Select(part => new CustomerShare
        {
            Id = Id.New<CustomerShareId>(),
            CustomerId = customer.Id,
            Line = ++line,
            PersonId = part.PersonId,
            Share = part.Share,
            MayEdit = rules.CoOwnersEdit,
            Since = clock.Now,
            On = clock.Today,
        }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// The customers of one batch of a run, locked by it, go into their pools. Statements over the rows of the run: thousands take less than a second, and
    /// nobody else waits for more than a batch.
    /// </summary>
    public async Task Recycle(RecyclingRunId run, int batch, CancellationToken cancel)
    {
        var (id, now, today, cause) = (run.Value, clock.Now.UtcDateTime, clock.Today, nameof(OwnershipCause.Recycled));
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE customers_ownership SET until = {now}
            WHERE until IS NULL AND customer_id IN (SELECT customer_id FROM customers_recycled WHERE run_id = {id} AND batch = {batch})
            """, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO customers_ownership (customer_id, line, owner_id, since, "on", cause)
            SELECT one.customer_id, coalesce(max(spell.line), 0) + 1, NULL, {now}, {today}, {cause}
            FROM customers_recycled one LEFT JOIN customers_ownership spell ON spell.customer_id = one.customer_id
            WHERE one.run_id = {id} AND one.batch = {batch} GROUP BY one.customer_id
            """, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE customers_share SET until = {now}
            WHERE until IS NULL AND customer_id IN (SELECT customer_id FROM customers_recycled WHERE run_id = {id} AND batch = {batch})
            """, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE customers_customer SET owner_id = NULL, owned_on = NULL, protected_until = NULL, version = version + 1,
                pool_id = (SELECT one.pool_id FROM customers_recycled one WHERE one.run_id = {id} AND one.customer_id = customers_customer.id)
            WHERE id IN (SELECT customer_id FROM customers_recycled WHERE run_id = {id} AND batch = {batch})
            """, cancel);
        await KeepCompleteness.Of(
            db, await db.Set<RecycledCustomer>().Where(one => one.RunId == run && one.Batch == batch).Select(one => one.CustomerId).ToListAsync(cancel), today, cancel);
    }

    public async Task RefuseDisputed(IReadOnlyCollection<CustomerId> ids, CancellationToken cancel)
    {
        if (await db.Set<Dispute>().Where(dispute => dispute.ClosedAt == null && ids.Contains(dispute.CustomerId)).Select(dispute => (CustomerId?)dispute.CustomerId).FirstOrDefaultAsync(cancel) is { } disputed)
        {
            throw Refusal.Conflict("customers.disputed", ("name", await db.Set<Customer>().Where(customer => customer.Id == disputed).Select(customer => customer.Name).FirstAsync(cancel)));
        }
    }

    private async Task Place(Customer customer, string? grade, PersonId? owner, UnitId? lastUnit, OwnershipRules rules, CancellationToken cancel) => customer.BelongTo(
        owner,
        owner is null ? null : clock.Today,
        owner is null ? null : OwnershipDays.Given(customer.State, grade, clock.Today, rules),
        owner is null ? (await pools.Book(cancel)).Of(customer.TerritoryId, lastUnit) : null);

    private OwnershipSpell Spell(Customer customer, int line, Passage passage) => new()
    {
        CustomerId = customer.Id,
        Line = line,
        OwnerId = customer.OwnerId,
        Since = clock.Now,
        On = clock.Today,
        Cause = passage.Cause,
        Reason = passage.Reason.CleanOrNull(),
        ById = caller.CallerOrNull?.Person,
        DisputeId = passage.DisputeId,
    };
}
