using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Data;

internal static class NamesOfOwners
{
    /// <summary>What owners and territories are called, by their ids as the trail and merges keep them.</summary>
    public static async Task<Dictionary<string, string>> NamesOf(this AppDb db, IReadOnlyCollection<PersonId> owners, IReadOnlyCollection<TerritoryId> places, CancellationToken cancel)
    {
        var people = await db.PersonCards.Where(person => owners.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        var territories = await db.TerritoryCards.Where(place => places.Contains(place.Id)).Select(place => new { place.Id, place.Name }).ToListAsync(cancel);
        return people.Select(person => (Id: person.Id.ToString(), person.Name)).Concat(territories.Select(place => (Id: place.Id.ToString(), place.Name))).ToDictionary(one => one.Id, one => one.Name);
    }
}
