using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Pools;

/// <summary>What the house lets somebody take today, and what is left of it. Null is without limit.</summary>
internal sealed record ClaimRoom(int? PerDay, int Claimed, int? Held, int Holds, int? LooksPerDay, int Looked);

/// <summary>The caller before the pools: which are open to him, and how much he may still take.</summary>
internal sealed class Claimant(AppDb db, Caller caller, PoolFinder pools, CompanyClock clock)
{
    private (PositionId? Position, GradeId? Grade)? standing;

    public PersonId Me => caller.Person ?? throw Refusal.Conflict("customers.no-person");

    public async Task<IReadOnlyDictionary<PoolId, bool>> Pools(CancellationToken cancel) => await pools.OpenTo(caller, (await Standing(cancel)).Position, cancel);

    public async Task<ClaimRoom> Room(OwnershipRules rules, CancellationToken cancel)
    {
        var (me, today, (position, grade)) = (caller.Person, clock.Today, await Standing(cancel));
        var line = rules.ClaimsOf(position, grade);
        return new ClaimRoom(
            line?.PerDay, await db.Set<OwnershipSpell>().CountAsync(spell => spell.OwnerId == me && spell.On == today && spell.Cause == OwnershipCause.Claimed, cancel),
            line?.Held, await db.Set<Customer>().CountAsync(customer => customer.OwnerId == me, cancel),
            line?.LooksPerDay, await db.Set<PoolLook>().CountAsync(look => look.PersonId == me && look.On == today, cancel));
    }

    /// <summary>In one of the pools open to the caller, or not found.</summary>
    public async Task<bool> Reaches(PoolId? pool, bool toClaim, CancellationToken cancel) =>
        pool is { } id && (await Pools(cancel)).TryGetValue(id, out var mayClaim) && (mayClaim || !toClaim);

    private async Task<(PositionId? Position, GradeId? Grade)> Standing(CancellationToken cancel)
    {
        if (standing is null)
        {
            var (me, today) = (caller.Person, clock.Today);
            standing = me is null ? (null, null) : (
                await db.Placements.Where(place => place.PersonId == me && place.First <= today && (place.Last == null || place.Last >= today)).Select(place => (PositionId?)place.PositionId).FirstOrDefaultAsync(cancel),
                await db.PersonCards.Where(person => person.Id == me).Select(person => person.GradeId).FirstOrDefaultAsync(cancel));
        }

        return standing.Value;
    }
}
