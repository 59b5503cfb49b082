using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.HandOvers;

/// <summary>
/// GET /api/leavers: those who have left or are about to, and what is still with them. Somebody who left and still owns something is an
/// orphan's owner: nobody cares for it.
/// </summary>
internal static class ListLeavers
{
    public sealed record Row
    {
        public required PersonId Id { get; init; }

        public required string Number { get; init; }

        public required string Name { get; init; }

        public required DateOnly LeftOn { get; init; }

        public required bool HasLeft { get; init; }

        /// <summary>Of each kind that there is something of.</summary>
        public required IReadOnlyList<ReadBelongings.KindView> Left { get; init; }

        public int Total => Left.Sum(kind => kind.Count);
    }

    public sealed record View(IReadOnlyList<Row> Items);

    public static async Task<View> Handle(HttpContext http, AppDb db, Reach reach, IEnumerable<IBelongings> belongings, CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        var language = Languages.Of(http);
        var leavers = db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.HandOver).Where(person => person.LeftOn != null);
        var ids = leavers.Select(person => person.Id);
        var left = new Dictionary<PersonId, List<ReadBelongings.KindView>>();
        foreach (var kind in belongings)
        {
            foreach (var (person, count) in await kind.Counts(ids, clock.Today, cancel))
            {
                (left.TryGetValue(person, out var has) ? has : left[person] = []).Add(new(kind.Kind, texts.Say($"belongings.{kind.Kind}", language), count));
            }
        }

        // Whoever left long ago and has nothing any more is history.
        var recent = clock.Today.AddDays(-90);
        var owners = left.Keys.ToList();
        var people = await leavers.Where(person => person.LeftOn >= recent || owners.Contains(person.Id))
            .OrderByDescending(person => person.LeftOn).ThenBy(person => person.Number).ToListAsync(cancel);
        return new View([.. people.Select(person => new Row
        {
            Id = person.Id,
            Number = person.Number,
            Name = person.Name,
            LeftOn = person.LeftOn!.Value,
            HasLeft = person.LeftOn < clock.Today,
            Left = left.GetValueOrDefault(person.Id, []),
        }).OrderByDescending(row => row.HasLeft && row.Total > 0)]);
    }
}
