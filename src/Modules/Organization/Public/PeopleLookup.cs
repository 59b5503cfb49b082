using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Imports;

namespace Yingpan.Organization.Public;

public static class PeopleLookup
{
    /// <summary>People by employee number or name. Names of colleagues are no secret; whom one may give a record is asked of the reach.</summary>
    public static ImportLookup<PersonId> New() => new((db, words, cancel) => db.PersonCards
        .Where(person => words.Contains(person.Number) || words.Contains(person.Name))
        .Select(person => new ImportName<PersonId>(person.Id, person.Number, person.Name)).ToListAsync(cancel));
}
