using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.HandOvers;

/// <summary>GET /api/people/{id}/belongings: all that must have another owner before he goes.</summary>
internal static class ReadBelongings
{
    public sealed class Query : IChecked
    {
        /// <summary>Left out: the last day on his file, else today.</summary>
        public DateOnly? LastDay { get; init; }

        public void Check(Check check)
        {
            if (LastDay is { } day)
            {
                check.Day("lastDay", day);
            }
        }
    }

    public sealed record KindView(string Kind, string Name, int Count);

    public sealed record PassedView(string KindName, string ToName, int Count);

    public sealed record PastView(DateTimeOffset At, string ByName, IReadOnlyList<PassedView> Lines);

    public sealed record View : IHasVersion
    {
        public required PersonId Id { get; init; }

        public required string Name { get; init; }

        public required string Number { get; init; }

        public DateOnly? LeftOn { get; init; }

        public required DateOnly LastDay { get; init; }

        /// <summary>His account can still sign in.</summary>
        public required bool HasAccount { get; init; }

        /// <summary>Every kind there is, also those of which he has none: what was looked for is part of the answer.</summary>
        public required IReadOnlyList<KindView> Kinds { get; init; }

        public required IReadOnlyList<PastView> Past { get; init; }

        public required int Version { get; init; }
    }

    public static async Task<View> Handle(
        PersonId id, [AsParameters] Query query, HttpContext http, AppDb db, Reach reach, IEnumerable<IBelongings> belongings, CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.HandOver)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var language = Languages.Of(http);
        var lastDay = query.LastDay ?? person.LeftOn ?? clock.Today;
        var one = db.Set<Person>().Where(person => person.Id == id).Select(person => person.Id);
        var kinds = new List<KindView>();
        foreach (var kind in belongings)
        {
            kinds.Add(new KindView(kind.Kind, texts.Say($"belongings.{kind.Kind}", language), (await kind.Counts(one, lastDay, cancel)).GetValueOrDefault(id)));
        }

        var past = await db.Set<HandOver>().AsNoTracking().Include(handOver => handOver.Lines).Where(handOver => handOver.PersonId == id)
            .OrderByDescending(handOver => handOver.At).Take(50).ToListAsync(cancel);
        var successors = past.SelectMany(handOver => handOver.Lines).Select(line => line.ToId).Distinct().ToList();
        var names = await db.Set<Person>().Where(person => successors.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new View
        {
            Id = id,
            Name = person.Name,
            Number = person.Number,
            LeftOn = person.LeftOn,
            LastDay = lastDay,
            HasAccount = await db.Set<Account>().AnyAsync(account => account.PersonId == id && !account.IsDisabled, cancel),
            Kinds = kinds,
            Past = [.. past.Select(handOver => new PastView(handOver.At, handOver.ByName,
                [.. handOver.Lines.OrderBy(line => line.Line).Select(line => new PassedView(texts.Say($"belongings.{line.Kind}", language), names.GetValueOrDefault(line.ToId, ""), line.Count))]))],
            Version = person.Version,
        };
    }
}

/// <summary>
/// GET /api/people/{id}/belongings/items: the things themselves, so that single ones can go to somebody else; those that the caller may
/// see, out of how many.
/// </summary>
internal static class ListBelongings
{
    private const int Most = 2_000;

    public sealed class Query : IChecked
    {
        public string? Kind { get; init; }

        /// <summary>As for the counts.</summary>
        public DateOnly? LastDay { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            if (LastDay is { } day)
            {
                check.Day("lastDay", day);
            }
        }
    }

    public sealed record View(IReadOnlyList<Belonging> Items, int Total);

    public static async Task<View> Handle(
        PersonId id, [AsParameters] Query query, AppDb db, Reach reach, IEnumerable<IBelongings> belongings, CompanyClock clock, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.HandOver)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var source = belongings.FirstOrDefault(one => one.Kind == query.Kind)
            ?? throw Refusal.Faulty([Fault.At("kind", "field.not-one-of", ("allowed", string.Join(", ", belongings.Select(one => one.Kind))))]);
        var lastDay = query.LastDay ?? person.LeftOn ?? clock.Today;
        var items = await source.Of(id, lastDay, Most, cancel);
        var one = db.Set<Person>().Where(person => person.Id == id).Select(person => person.Id);
        return new View(items, (await source.Counts(one, lastDay, cancel)).GetValueOrDefault(id));
    }
}
