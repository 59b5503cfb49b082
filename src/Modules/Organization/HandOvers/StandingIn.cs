using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.HandOvers;

/// <summary>For whom he was to decide after his last day. The successor stands in from the day after; for himself he needs nobody.</summary>
internal sealed class StandingIn(AppDb db, CompanyClock clock) : IBelongings
{
    public string Kind => "delegations";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Ahead(lastDay).Select(delegation => (PersonId?)delegation.DeputyId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await (
            from delegation in Ahead(lastDay)
            where delegation.DeputyId == person
            join principal in db.Set<Person>() on delegation.PersonId equals principal.Id
            orderby delegation.First
            select new { delegation.Id, delegation.First, delegation.Last, principal.Name }).Take(most).ToListAsync(cancel))
            .Select(one => new Belonging(one.Id.Value, one.Name, $"{one.First:yyyy-MM-dd} – {one.Last:yyyy-MM-dd}", "/delegations"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var delegations = (await Ahead(passing.LastDay).Where(delegation => delegation.DeputyId == passing.From).ToListAsync(cancel))
            .Where(delegation => only is null || only.Contains(delegation.Id.Value)).ToList();
        var day = passing.LastDay.Follows(clock.Today);
        foreach (var delegation in delegations)
        {
            var follows = delegation.First > day ? delegation.First : day;
            if (delegation.PersonId != passing.To)
            {
                db.Add(new Delegation
                {
                    Id = Id.New<DelegationId>(),
                    PersonId = delegation.PersonId,
                    DeputyId = passing.To,
                    First = follows,
                    Last = delegation.Last,
                    Kinds = delegation.Kinds,
                    Remark = delegation.Remark,
                    LeaveId = delegation.LeaveId,
                });
            }

            if (delegation.First < follows)
            {
                delegation.Last = follows.AddDays(-1);
            }
            else
            {
                db.Remove(delegation);
            }
        }

        await db.SaveChangesAsync(cancel);
        return delegations.Count;
    }

    private IQueryable<Delegation> Ahead(DateOnly lastDay)
    {
        var day = lastDay.Follows(clock.Today);
        return db.Set<Delegation>().Where(delegation => delegation.Last >= day);
    }
}
