using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>What the people and units of the house are called today: put beside the rows of a page, which then asks the database for none of them.</summary>
public sealed class HouseNames(IReadOnlyDictionary<PersonId, string> people, IReadOnlyDictionary<UnitId, string> units)
{
    /// <summary>Null for nobody.</summary>
    public string? Of(PersonId? person) => person is { } one ? people.GetValueOrDefault(one) : null;

    /// <summary>Null for none, and for one that does not exist yet.</summary>
    public string? Of(UnitId? unit) => unit is { } one ? units.GetValueOrDefault(one) : null;
}

public static class NamesOfToday
{
    extension(AppDb db)
    {
        /// <summary>From the memory of the house.</summary>
        public ValueTask<HouseNames> HouseNames(CancellationToken cancel) => db.FromHouse(
            async () => new HouseNames(
                await db.PersonCards.ToDictionaryAsync(person => person.Id, person => person.Name, cancel),
                await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel)),
            db.Today);
    }
}
