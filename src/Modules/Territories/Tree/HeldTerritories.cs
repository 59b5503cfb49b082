using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>The territories a person holds after his last day: his time ends there, the successor's begins the day after.</summary>
internal sealed class HeldTerritories(AppDb db) : IBelongings
{
    public string Kind => "territories";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Held(lastDay).Select(holder => (PersonId?)holder.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var held = await (
            from holder in Held(lastDay)
            where holder.PersonId == person
            join territory in db.Set<Territory>() on holder.TerritoryId equals territory.Id
            orderby territory.Name
            select new { holder.Id, territory.Name, territory.Number, Territory = territory.Id }).Take(most).ToListAsync(cancel);
        return [.. held.Select(holder => new Belonging(holder.Id.Value, holder.Name, holder.Number, $"/territories?open={holder.Territory}"))];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var held = (await Held(passing.LastDay).Where(holder => holder.PersonId == passing.From).ToListAsync(cancel))
            .Where(holder => only is null || only.Contains(holder.Id.Value)).ToList();
        foreach (var holder in held)
        {
            var territory = await db.Set<Territory>().Include(territory => territory.Holders).FirstAsync(territory => territory.Id == holder.TerritoryId, cancel);
            var follows = holder.First > passing.LastDay ? holder.First : passing.LastDay.AddDays(1);
            // Who is there already, supporting, is not there twice: he answers for it now, or goes on as he was.
            foreach (var other in territory.Holders.Where(other => other.PersonId == passing.To && (other.Last is null || other.Last >= follows)).ToList())
            {
                if (other.Part == HolderPart.Responsible || holder.Part == HolderPart.Supporting)
                {
                    follows = DateOnly.MaxValue;
                }
                else if (other.First < follows)
                {
                    other.Last = follows.AddDays(-1);
                }
                else
                {
                    db.Remove(other);
                }
            }

            if (follows != DateOnly.MaxValue)
            {
                db.Add(new TerritoryHolder
                {
                    Id = Id.New<TerritoryHolderId>(),
                    TerritoryId = holder.TerritoryId,
                    PersonId = passing.To,
                    Part = holder.Part,
                    First = follows,
                    Last = holder.Last,
                });
            }

            if (holder.First > passing.LastDay)
            {
                db.Remove(holder);
            }
            else
            {
                holder.Last = passing.LastDay;
            }

            db.Entry(territory).Property(one => one.Version).IsModified = true;
            await db.SaveChangesAsync(cancel);
        }

        return held.Count;
    }

    private IQueryable<TerritoryHolder> Held(DateOnly lastDay) => db.Set<TerritoryHolder>().Where(holder => holder.Last == null || holder.Last > lastDay);
}
