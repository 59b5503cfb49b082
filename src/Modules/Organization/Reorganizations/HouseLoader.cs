using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Reorganizations.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Reorganizations;

internal static class HouseLoader
{
    /// <summary>The house on the eve of that day, and what is on file for the day and later.</summary>
    /// <param name="isDone">Of a re-organisation that is already written, what comes later is its own doing.</param>
    public static async Task<HouseOnDay> LoadHouse(this AppDb db, DateOnly day, bool isDone, CancellationToken cancel)
    {
        var eve = day.AddDays(-1);
        var terms = await db.Set<UnitTerm>().AsNoTracking().Where(term => term.Last == null || term.Last >= eve).ToListAsync(cancel);
        var stays = (await db.Set<Membership>().AsNoTracking().Where(stay => stay.Last == null || stay.Last >= eve).ToListAsync(cancel)).ToLookup(stay => stay.PersonId);
        var people = await db.Set<Person>().AsNoTracking().Select(person => new { person.Id, person.Name, person.LeftOn }).ToListAsync(cancel);
        var positions = await db.Set<Position>().Select(position => position.Id).ToListAsync(cancel);
        return new HouseOnDay([.. Units()], [.. People()], positions.ToHashSet()) { Later = isDone ? [] : [.. Later().OrderBy(coming => coming.Day)] };

        IEnumerable<UnitThen> Units()
        {
            foreach (var all in terms.GroupBy(term => term.UnitId))
            {
                var later = isDone ? null : all.Where(term => term.First >= day).Min(term => (DateOnly?)term.First);
                var closes = isDone ? null : all.Where(term => term.First >= day && term.IsClosed).Min(term => (DateOnly?)term.First);
                var now = all.First(term => term.First <= eve);
                var isToCome = now.IsClosed && now.First == UnitTerm.Beginning;
                if (!isToCome)
                {
                    yield return new UnitThen(now.UnitId, now.ParentId, now.Name, now.Kind.ToString(), now.HeadId, now.Order, now.IsClosed, later, closes);
                }
                else if (!isDone)
                {
                    // One that only comes to be: its id is taken, and nothing can be done with it yet.
                    yield return new UnitThen(now.UnitId, now.ParentId, now.Name, now.Kind.ToString(), null, now.Order, IsClosed: true, later);
                }
            }
        }

        IEnumerable<Coming> Later()
        {
            var names = people.Where(person => person.LeftOn is null || person.LeftOn >= day).ToDictionary(person => person.Id, person => person.Name);
            return stays.SelectMany(all => all).Where(stay => stay.First >= day && names.ContainsKey(stay.PersonId))
                .Select(stay => new Coming(stay.UnitId, stay.First, stay.PersonId, null, names[stay.PersonId]))
                .Concat(terms.Where(term => term.First >= day && !term.IsClosed && term.ParentId is not null).Select(term => new Coming(term.ParentId!.Value, term.First, null, term.UnitId, term.Name)));
        }

        IEnumerable<PersonThen> People()
        {
            foreach (var person in people)
            {
                var now = stays[person.Id].FirstOrDefault(stay => stay.First <= eve);
                var later = isDone ? null : stays[person.Id].Where(stay => stay.First >= day).MinBy(stay => stay.First);
                yield return new PersonThen(
                    person.Id, person.Name, now?.UnitId, now?.PositionId, now?.ManagerId, person.LeftOn < day, later?.First);
            }
        }
    }
}
