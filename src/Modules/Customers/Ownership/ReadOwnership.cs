using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

internal sealed record OwnershipView
{
    public PersonId? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public DateOnly? OwnedOn { get; init; }

    /// <summary>The last day on which he is safe, with what was done since; included.</summary>
    public DateOnly? ProtectedUntil { get; init; }

    /// <summary>When the rules take him back if nothing more is done.</summary>
    public DateOnly? DueOn { get; init; }

    public RecyclingCause? DueCause { get; init; }

    /// <summary>Within the days of reminder that the rules give before it.</summary>
    public bool IsDueSoon { get; init; }

    public required bool IsExempt { get; init; }

    public string? PoolName { get; init; }

    public required IReadOnlyList<Part> Shares { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Spell> History { get; init; }

    /// <summary><c>release</c>, <c>askProtection</c>, <c>transfer</c>, <c>share</c>, <c>protect</c>, <c>exempt</c>.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    public sealed record Part(PersonId PersonId, string Name, Rate Share, bool MayEdit);

    /// <param name="OwnerName">Null is nobody's.</param>
    /// <param name="Until">Not included; null is to this day.</param>
    public sealed record Spell(string? OwnerName, DateTimeOffset Since, DateTimeOffset? Until, OwnershipCause Cause, string? Reason, string? ByName);
}

/// <summary>GET /api/customers/{id}/ownership</summary>
internal static class ReadOwnership
{
    public static async Task<OwnershipView> Handle(CustomerId id, AppDb db, Reach reach, OwnedFactsOf facts, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).FirstOrDefaultAsync(customer => customer.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var (people, pools) = (db.PersonCards, db.Set<Pool>());
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var owned = (await facts.Load([id], rules, cancel)).GetValueOrDefault(id);
        var due = owned is null ? null : OwnershipDays.Due(owned, rules);
        return new OwnershipView
        {
            OwnerId = customer.OwnerId,
            OwnerName = await people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefaultAsync(cancel),
            OwnedOn = customer.OwnedOn,
            ProtectedUntil = owned is null ? null : OwnershipDays.ProtectedUntil(owned, rules),
            // What is overdue already goes tonight.
            DueOn = due is null ? null : due.On > clock.Today ? due.On : clock.Today.AddDays(1),
            DueCause = due?.Cause,
            IsDueSoon = due is not null && (due.RemindOn ?? due.On) <= clock.Today,
            IsExempt = customer.IsExempt,
            PoolName = await pools.Where(pool => pool.Id == customer.PoolId).Select(pool => pool.Name).FirstOrDefaultAsync(cancel),
            Shares = [.. (await db.Set<CustomerShare>().AsNoTracking().Where(share => share.CustomerId == id && share.Until == null).OrderBy(share => share.Line)
                .Select(share => new { share.PersonId, Name = people.Where(person => person.Id == share.PersonId).Select(person => person.Name).First(), share.Share, share.MayEdit }).ToListAsync(cancel))
                .Select(share => new OwnershipView.Part(share.PersonId, share.Name, share.Share, share.MayEdit))],
            History = [.. (await db.Set<OwnershipSpell>().AsNoTracking().Where(spell => spell.CustomerId == id).OrderByDescending(spell => spell.Line).Take(200)
                .Select(spell => new
                {
                    Owner = people.Where(person => person.Id == spell.OwnerId).Select(person => person.Name).FirstOrDefault(),
                    By = people.Where(person => person.Id == spell.ById).Select(person => person.Name).FirstOrDefault(),
                    spell.Since,
                    spell.Until,
                    spell.Cause,
                    spell.Reason,
                }).ToListAsync(cancel)).Select(spell => new OwnershipView.Spell(spell.Owner, spell.Since, spell.Until, spell.Cause, spell.Reason, spell.By))],
            Can = await Can(customer, reach, cancel),
        };
    }

    private static async Task<IReadOnlyList<string>> Can(Customer customer, Reach reach, CancellationToken cancel)
    {
        var mayTransfer = await reach.Covers(customer.OwnerId, customer.TerritoryId, OwnershipPermissions.Transfer, cancel);
        return customer.OwnerId is null
            ? mayTransfer ? ["transfer", "exempt"] : []
            :
            [
                .. await reach.Covers(customer.OwnerId, customer.TerritoryId, CustomersPermissions.Edit, cancel) ? ["release"] : Array.Empty<string>(),
                .. customer.OwnerId == reach.Caller.Person && !mayTransfer ? ["askProtection"] : Array.Empty<string>(),
                .. mayTransfer ? ["transfer", "share", "protect", "exempt"] : Array.Empty<string>(),
            ];
    }
}
