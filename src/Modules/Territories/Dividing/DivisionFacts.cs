using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing;

/// <summary>Makes of customers what rules can be asked of.</summary>
internal static class DivisionFacts
{
    private const int Months = 12;

    /// <summary>All customers of the house, with what they bought in the twelve months before that day.</summary>
    public static async Task<IReadOnlyList<Placeable>> Load(AppDb db, ITerritoryMembers members, ITerritorySales sales, DateOnly day, CancellationToken cancel)
    {
        var sold = await sales.InTwelveMonths(day, cancel);
        return Of(await members.All(cancel), sold, await db.UnitPaths(cancel));
    }

    /// <summary>What each customer bought in the twelve months before that day.</summary>
    public static Task<IReadOnlyDictionary<Guid, Money>> InTwelveMonths(this ITerritorySales sales, DateOnly day, CancellationToken cancel) =>
        sales.ByMember(day.AddMonths(-Months), day.AddDays(-1), cancel);

    public static IReadOnlyList<Placeable> Of(IReadOnlyList<Member> members, IReadOnlyDictionary<Guid, Money> sold, UnitPaths paths)
    {
        // Most customers lie in a few hundred places: each is read once.
        var read = new Dictionary<(string?, string?), string?>();
        return [.. members.Select(member => new Placeable(
            member.Id, member.State, Region(member.City, member.Address), member.Industry,
            member.UnitId is { } unit ? paths.Of(unit) : [], sold.GetValueOrDefault(member.Id), member.TerritoryId)
        {
            City = member.City,
        })];

        string? Region(string? city, string? address)
        {
            if (!read.TryGetValue((city, address), out var code))
            {
                read[(city, address)] = code = ShippedTables.Regions.Find(city, address);
            }

            return code;
        }
    }

    public static Task<DivisionVersion?> LiveDivision(this AppDb db, CancellationToken cancel) =>
        db.Set<DivisionVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.State == DivisionState.Live, cancel);
}
