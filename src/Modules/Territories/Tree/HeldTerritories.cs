using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
using Yingpan.Territories.Tree.Rules;

namespace Yingpan.Territories.Tree;

/// <summary>The territories a person holds after his last day: his time ends there, the successor's begins the day after.</summary>
internal sealed class HeldTerritories(AppDb db, CompanyClock clock) : IBelongings
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
        var ids = held.ConvertAll(holder => holder.TerritoryId);
        var territories = await db.Set<Territory>().Include(territory => territory.Holders).Where(territory => ids.Contains(territory.Id)).ToDictionaryAsync(territory => territory.Id, cancel);
        foreach (var holder in held)
        {
            var territory = territories[holder.TerritoryId];
            PassOn(territory, holder, passing);
            db.Entry(territory).Property(one => one.Version).IsModified = true;
            // The next one may be of the same territory, and must find what this one left.
            await db.SaveChangesAsync(cancel);
        }

        return held.Count;
    }

    private void PassOn(Territory territory, TerritoryHolder holder, Passing passing)
    {
        var day = passing.LastDay.Follows(clock.Today);
        var follows = holder.First > day ? holder.First : day;
        var there = territory.Holders.Where(other => other.PersonId == passing.To && other.Overlaps(follows, holder.Last)).ToList();
        // Who is there already goes on as he was; but who only supported it answers for it now.
        if (holder.Part == HolderPart.Responsible)
        {
            there.FindAll(other => other.Part == HolderPart.Supporting).ForEach(other => End(other, follows));
            there.RemoveAll(other => other.Part == HolderPart.Supporting);
        }

        // From the first day on: where his own time begins later, also until then.
        db.AddRange(Uncovered.Of(follows, holder.Last, [.. there.Select(other => (other.First, other.Last))]).Select(gap => new TerritoryHolder
        {
            Id = Id.New<TerritoryHolderId>(),
            TerritoryId = holder.TerritoryId,
            PersonId = passing.To,
            Part = holder.Part,
            First = gap.First,
            Last = gap.Last,
        }));
        End(holder, follows);
    }

    /// <summary>The day before; one that has not begun by then never was.</summary>
    private void End(TerritoryHolder holder, DateOnly follows)
    {
        if (holder.First < follows)
        {
            holder.Last = follows.AddDays(-1);
        }
        else
        {
            db.Remove(holder);
        }
    }

    private IQueryable<TerritoryHolder> Held(DateOnly lastDay)
    {
        var day = lastDay.Follows(clock.Today);
        return db.Set<TerritoryHolder>().Where(holder => holder.Last == null || holder.Last >= day);
    }
}
