using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.HandOvers;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.Reorganizations;

/// <summary>A unit before and after; the half that does not exist is null.</summary>
internal sealed record UnitSide
{
    public UnitId? ParentId { get; init; }

    public required string Name { get; init; }

    public PersonId? HeadId { get; init; }

    public string? HeadName { get; init; }

    public required int Order { get; init; }

    /// <summary>Placed there and at work, without those of units below.</summary>
    public required int People { get; init; }
}

internal sealed record UnitLine
{
    public required UnitId Id { get; init; }

    public required string Kind { get; init; }

    public UnitSide? Before { get; init; }

    public UnitSide? After { get; init; }

    /// <summary>The last step that changed it, from 1; null where it stays as it is.</summary>
    public int? Step { get; init; }
}

internal sealed record PlaceSide(string? UnitName, string? PositionName, PersonId? SuperiorId, string? SuperiorName);

internal sealed record MoveLine
{
    public required PersonId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>He has left by then; his records are found in the new unit.</summary>
    public required bool HasLeft { get; init; }

    public required PlaceSide From { get; init; }

    public required PlaceSide To { get; init; }

    /// <summary>From 1.</summary>
    public required int Step { get; init; }

    /// <summary>How many of each kind go along; kinds of which there is none are left out.</summary>
    public required IReadOnlyDictionary<string, int> Follows { get; init; }
}

/// <summary>Somebody who stays where he is and gets another superior.</summary>
internal sealed record SuperiorLine(PersonId Id, string Name, string? UnitName, string? FromName, string? ToName);

internal enum FollowEffect
{
    /// <summary>Stays his, and is found under the new unit.</summary>
    Goes,

    /// <summary>Is of days to come and counts for the new unit.</summary>
    Counts,
}

internal sealed record FollowKind(string Kind, string Name, FollowEffect Effect, int Count);

/// <summary>Something that names a unit which is closed: it goes nowhere by itself.</summary>
internal sealed record MentionLine(string UnitName, string KindName, string Title, string Link);

internal sealed record StepLine(int Step, int Units, int People, IReadOnlyList<FollowKind> Follows);

internal sealed record PreviewView
{
    public required DateOnly Day { get; init; }

    /// <summary>Every unit of either side, in no order of its own.</summary>
    public required IReadOnlyList<UnitLine> Units { get; init; }

    public required IReadOnlyList<MoveLine> People { get; init; }

    public required IReadOnlyList<SuperiorLine> Superiors { get; init; }

    /// <summary>Of all who move together.</summary>
    public required IReadOnlyList<FollowKind> Follows { get; init; }

    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>What names a unit that is closed, and must be seen to by people.</summary>
    public required IReadOnlyList<MentionLine> Mentions { get; init; }

    /// <summary>What the ids in the steps are called.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>While there is one, it can't be applied.</summary>
    public required IReadOnlyList<ProblemFault> Faults { get; init; }
}

/// <summary>What goes along with people who are put elsewhere, asked of the modules.</summary>
internal sealed class Followers(AppDb db, IEnumerable<IBelongings> belongings, IEnumerable<IPlacedRecords> records, IEnumerable<IUnitMentions> mentions)
{
    private sealed record Source(
        string Kind, string Text, FollowEffect Effect,
        Func<IQueryable<PersonId>, DateOnly, CancellationToken, Task<IReadOnlyDictionary<PersonId, int>>> Counts,
        Func<PersonId, DateOnly, int, CancellationToken, Task<IReadOnlyList<Belonging>>> Of);

    private readonly List<Source> sources =
    [
        // Whom and what he leads is told by the tree itself.
        .. belongings.Where(one => one is not (LedUnits or LedPeople) && !records.Any(record => record.Kind == one.Kind))
            .Select(one => new Source(one.Kind, $"belongings.{one.Kind}", FollowEffect.Goes, one.Counts, one.Of)),
        .. records.Select(one => new Source(one.Kind, $"placed-records.{one.Kind}", FollowEffect.Counts, one.Counts, one.Of)),
    ];

    public IEnumerable<string> Kinds => sources.Select(source => source.Kind);

    public async Task<Dictionary<string, IReadOnlyDictionary<PersonId, int>>> Counts(IReadOnlyCollection<PersonId> people, DateOnly eve, CancellationToken cancel)
    {
        var found = new Dictionary<string, IReadOnlyDictionary<PersonId, int>>(StringComparer.Ordinal);
        if (people.Count > 0)
        {
            var asked = db.Set<Person>().Where(person => people.Contains(person.Id)).Select(person => person.Id);
            foreach (var source in sources)
            {
                found[source.Kind] = await source.Counts(asked, eve, cancel);
            }
        }

        return found;
    }

    public IReadOnlyList<FollowKind> Sum(IReadOnlyDictionary<string, IReadOnlyDictionary<PersonId, int>> counts, IReadOnlySet<PersonId> people, TextBook texts, string language) =>
    [
        .. sources.Where(source => counts.ContainsKey(source.Kind))
            .Select(source => new FollowKind(source.Kind, texts.Say(source.Text, language), source.Effect, counts[source.Kind].Where(pair => people.Contains(pair.Key)).Sum(pair => pair.Value)))
            .Where(kind => kind.Count > 0),
    ];

    public async Task<int> Count(string kind, PersonId person, DateOnly eve, CancellationToken cancel)
    {
        var asked = db.Set<Person>().Where(one => one.Id == person).Select(one => one.Id);
        return (await sources.First(source => source.Kind == kind).Counts(asked, eve, cancel)).GetValueOrDefault(person);
    }

    public Task<IReadOnlyList<Belonging>> Of(string kind, PersonId person, DateOnly eve, int most, CancellationToken cancel) =>
        sources.First(source => source.Kind == kind).Of(person, eve, most, cancel);

    /// <summary>What names these units from that day on, with the text of its kind; the things of a unit beside each other.</summary>
    public async Task<IReadOnlyList<(string Text, UnitMention Mention)>> Mentions(IReadOnlyCollection<UnitId> units, DateOnly day, CancellationToken cancel)
    {
        var found = new List<(string Text, UnitMention Mention)>();
        if (units.Count > 0)
        {
            foreach (var kind in mentions)
            {
                found.AddRange((await kind.Of(units, day, cancel)).Select(mention => ($"unit-mentions.{kind.Kind}", mention)));
            }
        }

        return [.. found.OrderBy(one => units.Index().First(unit => unit.Item == one.Mention.UnitId).Index)];
    }

    /// <summary>What is of days to come is written to where they are by now on file.</summary>
    public async Task Follow(IReadOnlyCollection<PersonId> people, DateOnly eve, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            await record.Follow(people, eve, cancel);
        }
    }
}

/// <summary>POST /api/reorganizations/preview, GET /api/reorganizations/{id}/preview: what would come of it, or came.</summary>
internal static class PreviewReorganization
{
    public static Task<PreviewView> Handle(StepsRequest request, HttpContext http, AppDb db, Followers followers, TextBook texts, CancellationToken cancel) =>
        Of(request.Day, request.Clean(), isDone: false, Languages.Of(http), db, followers, texts, cancel);

    public static async Task<PreviewView> Read(ReorganizationId id, HttpContext http, AppDb db, Followers followers, TextBook texts, CancellationToken cancel)
    {
        var plan = await db.Set<Reorganization>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return await Of(plan.Day, StoredSteps.Of(plan), plan.State == ReorganizationState.Applied, Languages.Of(http), db, followers, texts, cancel);
    }

    private static async Task<PreviewView> Of(
        DateOnly day, IReadOnlyList<Step> steps, bool isDone, string language, AppDb db, Followers followers, TextBook texts, CancellationToken cancel)
    {
        var house = await db.LoadHouse(day, isDone, cancel);
        var result = Reorganizing.Of(house, steps);
        // Of one that is in force what people have today tells nothing of what went along then.
        var counts = await followers.Counts(isDone && day <= db.Today ? [] : [.. result.People.Select(move => move.Before.Id)], day.AddDays(-1), cancel);
        var names = await Names.Load(house, result, db, cancel);
        var stay = result.People.Select(move => move.Before.Id).ToHashSet();
        var closed = result.Units.Where(change => change.After.IsClosed && change.Before is { IsClosed: false }).Select(change => change.After.Id).ToList();
        var mentions = await followers.Mentions(closed, day, cancel);
        return new PreviewView
        {
            Day = day,
            Units = Units(house, result, names),
            People =
            [
                .. result.People.OrderBy(move => move.Step).ThenBy(move => move.Before.HasLeft).ThenBy(move => move.Before.Name, StringComparer.Ordinal).Select(move => new MoveLine
                {
                    Id = move.Before.Id,
                    Name = move.Before.Name,
                    HasLeft = move.Before.HasLeft,
                    From = names.Place(move.Before, names.Before),
                    To = names.Place(move.After, names.After),
                    Step = move.Step + 1,
                    Follows = counts.Where(kind => kind.Value.ContainsKey(move.Before.Id)).ToDictionary(kind => kind.Key, kind => kind.Value[move.Before.Id]),
                }),
            ],
            Superiors =
            [
                .. result.Superiors.Where(change => !stay.Contains(change.PersonId)).Select(change => new SuperiorLine(
                    change.PersonId, names.Person(change.PersonId) ?? "", names.Unit(names.Stands(change.PersonId)), names.Person(change.From), names.Person(change.To)))
                    .OrderBy(line => line.UnitName, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.Ordinal),
            ],
            Follows = followers.Sum(counts, stay, texts, language),
            Steps =
            [
                .. steps.Select((_, i) => new StepLine(
                    i + 1, result.Units.Count(unit => unit.Step == i), result.People.Count(move => move.Step == i),
                    followers.Sum(counts, result.People.Where(move => move.Step == i).Select(move => move.Before.Id).ToHashSet(), texts, language))),
            ],
            Mentions = [.. mentions.Select(one => new MentionLine(names.Unit(one.Mention.UnitId) ?? "", texts.Say(one.Text, language), one.Mention.Title, one.Mention.Link))],
            Names = names.Of(steps),
            Faults = isDone ? [] : [.. Faults(day, steps, result, db).Select(fault => new ProblemFault(fault.Field, fault.Code, texts.Say(fault.Code, language, fault.Params), fault.Params))],
        };
    }

    /// <summary>All that is in the way of applying it.</summary>
    public static IReadOnlyList<Fault> Faults(DateOnly day, IReadOnlyList<Step> steps, Reorganizing.Result result, AppDb db)
    {
        List<Fault> faults = [.. result.Faults];
        if (day < db.Today)
        {
            faults.Insert(0, Fault.At("day", "organization.reorganization-past", ("day", db.Today)));
        }

        if (steps.Count == 0)
        {
            faults.Add(Fault.At("steps", "field.required"));
        }

        return faults;
    }

    private static List<UnitLine> Units(HouseOnDay house, Reorganizing.Result result, Names names)
    {
        var before = house.Units.Where(unit => !unit.IsClosed).ToDictionary(unit => unit.Id);
        var after = result.After.Units.Where(unit => !unit.IsClosed).ToDictionary(unit => unit.Id);
        var steps = result.Units.ToDictionary(change => change.After.Id, change => change.Step + 1);
        var (worked, work) = (AtWork(house), AtWork(result.After));
        return
        [
            .. before.Keys.Union(after.Keys).Select(id => new UnitLine
            {
                Id = id,
                Kind = (after.GetValueOrDefault(id) ?? before[id]).Kind,
                Before = before.TryGetValue(id, out var was) ? Side(was, worked) : null,
                After = after.TryGetValue(id, out var becomes) ? Side(becomes, work) : null,
                Step = steps.TryGetValue(id, out var step) ? step : null,
            }),
        ];

        static Dictionary<UnitId, int> AtWork(HouseOnDay side) =>
            side.People.Where(person => !person.HasLeft && person.UnitId is not null).CountBy(person => person.UnitId!.Value).ToDictionary();

        UnitSide Side(UnitThen unit, Dictionary<UnitId, int> atWork) => new()
        {
            ParentId = unit.ParentId,
            Name = unit.Name,
            HeadId = unit.HeadId,
            HeadName = names.Person(unit.HeadId),
            Order = unit.Order,
            People = atWork.GetValueOrDefault(unit.Id),
        };
    }

    /// <summary>What the ids of a preview are called.</summary>
    private sealed record Names(
        IReadOnlyDictionary<PersonId, string> People, IReadOnlyDictionary<PositionId, string> Positions, HouseOnDay Was, HouseOnDay Becomes,
        Public.Rules.Chart Before, Public.Rules.Chart After)
    {
        public static async Task<Names> Load(HouseOnDay house, Reorganizing.Result result, AppDb db, CancellationToken cancel) => new(
            house.People.ToDictionary(person => person.Id, person => person.Name),
            await db.Set<Position>().ToDictionaryAsync(position => position.Id, position => position.Name, cancel),
            house, result.After, result.ChartBefore, result.ChartAfter);

        private readonly Dictionary<UnitId, string> units = Was.Units.Concat(Becomes.Units).GroupBy(unit => unit.Id).ToDictionary(both => both.Key, both => both.Last().Name);
        private readonly Dictionary<UnitId, string> were = Was.Units.ToDictionary(unit => unit.Id, unit => unit.Name);
        private readonly Dictionary<PersonId, UnitId?> stands = Becomes.People.ToDictionary(person => person.Id, person => person.UnitId);

        /// <summary>A unit as it is called before the steps, a new one as it is to be.</summary>
        public Dictionary<Guid, string> Of(IReadOnlyList<Step> steps)
        {
            var found = new Dictionary<Guid, string>();
            foreach (var id in steps.SelectMany(step => new[] { step.UnitId, step.TargetId }).OfType<UnitId>())
            {
                found[id.Value] = were.GetValueOrDefault(id) ?? units.GetValueOrDefault(id) ?? "";
            }

            foreach (var id in steps.SelectMany(step => step.People.Select(one => (PersonId?)one).Append(step.PersonId)).OfType<PersonId>())
            {
                found[id.Value] = Person(id) ?? "";
            }

            foreach (var id in steps.Select(step => step.PositionId).OfType<PositionId>())
            {
                found[id.Value] = Positions.GetValueOrDefault(id) ?? "";
            }

            return found;
        }

        public string? Person(PersonId? id) => id is { } person ? People.GetValueOrDefault(person) : null;

        public string? Unit(UnitId? id) => id is { } unit ? units.GetValueOrDefault(unit) : null;

        public UnitId? Stands(PersonId id) => stands.GetValueOrDefault(id);

        public PlaceSide Place(PersonThen person, Public.Rules.Chart chart)
        {
            var superior = chart.SuperiorOf(person.Id);
            var unit = person.UnitId is { } id ? (chart == Before ? were : units).GetValueOrDefault(id) : null;
            return new PlaceSide(unit, person.PositionId is { } position ? Positions.GetValueOrDefault(position) : null, superior, Person(superior));
        }
    }
}

/// <summary>GET /api/reorganizations/following: the things of one kind that go along with somebody, as far as the caller may see them.</summary>
internal static class ListFollowing
{
    private const int Most = 500;

    public sealed class Query : IChecked
    {
        public PersonId Person { get; init; }

        public string? Kind { get; init; }

        /// <summary>First day of the re-organisation.</summary>
        public DateOnly Day { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            check.Day("day", Day);
        }
    }

    public sealed record View(IReadOnlyList<Belonging> Items, int Total);

    public static async Task<View> Handle([AsParameters] Query query, Followers followers, CancellationToken cancel)
    {
        if (!followers.Kinds.Contains(query.Kind))
        {
            throw Refusal.Faulty([Fault.At("kind", "field.not-one-of", ("allowed", string.Join(", ", followers.Kinds)))]);
        }

        var eve = query.Day.AddDays(-1);
        return new View(await followers.Of(query.Kind!, query.Person, eve, Most, cancel), await followers.Count(query.Kind!, query.Person, eve, cancel));
    }
}
