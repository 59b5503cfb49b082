using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Guarding;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Territories.Public;

/// <summary>
/// Asked by every module before something is done with a customer in a territory: <c>Require</c> for one record, <c>Load</c> and
/// <c>Judge</c> for a file. A house without a policy for it pays one small query. What lies in no territory, or in one that nobody holds, is nobody's to guard.
/// </summary>
public sealed class TerritoryGuard
{
    private readonly DateOnly day;
    private readonly IReadOnlyList<GuardRow> policy;
    private readonly IReadOnlyList<GrantedRelease> releases = [];
    private readonly IReadOnlyDictionary<TerritoryId, (TerritoryId? Parent, string Name)> territories = new Dictionary<TerritoryId, (TerritoryId?, string)>();
    private readonly ILookup<PersonId, TerritoryId> held = Array.Empty<Holding>().ToLookup(_ => default(PersonId), _ => default(TerritoryId));
    private readonly ILookup<PersonId, PersonId> standsInFor = Array.Empty<PersonId>().ToLookup(person => person);
    private readonly UnitPaths? paths;
    private readonly Chart? chart;
    private readonly HashSet<TerritoryId> isHeld = [];
    private readonly ConcurrentDictionary<PersonId, HashSet<TerritoryId>> his = new();

    private TerritoryGuard(DateOnly day, IReadOnlyList<GuardRow> policy) => (this.day, this.policy) = (day, policy);

    private TerritoryGuard(
        DateOnly day, IReadOnlyList<GuardRow> policy, IReadOnlyList<GrantedRelease> releases, IReadOnlyDictionary<TerritoryId, (TerritoryId?, string)> territories,
        ILookup<PersonId, TerritoryId> held, ILookup<PersonId, PersonId> standsInFor, UnitPaths paths, Chart chart)
        : this(day, policy) =>
        (this.releases, this.territories, this.held, this.standsInFor, this.paths, this.chart, isHeld) =
            (releases, territories, held, standsInFor, paths, chart, [.. held.SelectMany(holder => holder)]);

    public static ValueTask<TerritoryGuard> Load(AppDb db, DateOnly day, CancellationToken cancel) => db.FromHouse(() => Read(db, day, cancel), day);

    private static async Task<TerritoryGuard> Read(AppDb db, DateOnly day, CancellationToken cancel)
    {
        var rows = await db.Set<GuardPolicy>().AsNoTracking().Where(row => row.First <= day)
            .Select(row => new GuardRow(row.Act, row.First, row.UnitId, row.PositionId, row.Rule)).ToListAsync(cancel);
        if (rows.TrueForAll(row => row.Rule == OutsideRule.Allow))
        {
            return new TerritoryGuard(day, []);
        }

        var granted = await db.Set<Release>().AsNoTracking().Where(release => release.State == ReleaseState.Granted && release.First <= day && release.Last >= day)
            .Select(release => new GrantedRelease(release.PersonId, release.TerritoryId, release.Act, release.First!.Value, release.Last!.Value)).ToListAsync(cancel);
        var tree = await db.TerritoryCards.ToDictionaryAsync(card => card.Id, card => (card.ParentId, card.Name), cancel);
        var holdings = await db.Holdings.Where(holding => holding.First <= day && (holding.Last == null || holding.Last >= day)).ToListAsync(cancel);
        var standing = await db.CoverOn(day).ToListAsync(cancel);
        return new TerritoryGuard(
            day, rows, granted, tree, holdings.ToLookup(holding => holding.PersonId, holding => holding.TerritoryId),
            standing.ToLookup(deputy => deputy.DeputyId, deputy => deputy.PersonId), await db.UnitPaths(cancel), await db.LoadChart(day, cancel));
    }

    /// <summary>What is to follow; Allow inside one's own territory, with a release, and where nobody or no territory is named.</summary>
    public OutsideRule Judge(TerritoryAct act, PersonId? person, TerritoryId? territory)
    {
        if (policy.Count == 0 || person is not { } who || territory is not { } where)
        {
            return OutsideRule.Allow;
        }

        var place = chart!.Person(who);
        var rule = Rules.Guarding.RuleFor(policy, act, day, place?.UnitId is { } unit ? paths!.Of(unit) : [], place?.PositionId);
        var path = PathOf(where);
        // Where nobody answers for it, nobody's customers are taken away: a default territory is everyone's.
        return rule == OutsideRule.Allow || !path.Exists(isHeld.Contains) || Rules.Guarding.IsInside(path, HisOwn(who)) || (rule == OutsideRule.Release && Rules.Guarding.IsReleased(releases, who, path, act, day))
            ? OutsideRule.Allow
            : rule;
    }

    public string NameOf(TerritoryId territory) => territories.TryGetValue(territory, out var found) ? found.Name : "";

    /// <summary>
    /// One record of one person: refused where it is blocked or wants a release, noted where it is flagged; the note goes with the next save.
    /// </summary>
    public static async Task Require(AppDb db, CompanyClock clock, TerritoryAct act, PersonId? person, TerritoryId? territory, Guid record, string title, CancellationToken cancel)
    {
        if (person is null || territory is null)
        {
            return;
        }

        var guard = await Load(db, clock.Today, cancel);
        switch (guard.Judge(act, person, territory))
        {
            case OutsideRule.Flag:
                db.Add(guard.Note(act, person.Value, territory.Value, record, title, clock.Now));
                break;
            case OutsideRule.Release:
                throw Refusal.Conflict("territories.release-needed", ("territory", guard.NameOf(territory.Value)), ("territoryId", territory.Value), ("act", act), ("subject", title));
            case OutsideRule.Block:
                throw Refusal.Conflict("territories.outside", ("territory", guard.NameOf(territory.Value)));
        }
    }

    /// <summary>The code of the refusal, null where nothing is refused.</summary>
    public static string? RefusalOf(OutsideRule rule) => rule switch
    {
        OutsideRule.Release => "territories.release-needed",
        OutsideRule.Block => "territories.outside",
        _ => null,
    };

    /// <summary>Writes down what was done outside in a file.</summary>
    public void AddNotes(AppDb db, IEnumerable<(TerritoryAct Act, PersonId? Person, TerritoryId? Territory, Guid Record, string Title)> done, DateTimeOffset at)
    {
        foreach (var one in done)
        {
            if (Judge(one.Act, one.Person, one.Territory) == OutsideRule.Flag)
            {
                db.Add(Note(one.Act, one.Person!.Value, one.Territory!.Value, one.Record, one.Title, at));
            }
        }
    }

    private OutsideWork Note(TerritoryAct act, PersonId person, TerritoryId territory, Guid record, string title, DateTimeOffset at) => new()
    {
        Id = Id.New<OutsideWorkId>(),
        PersonId = person,
        TerritoryId = territory,
        Act = act,
        RecordId = record,
        Title = title,
        At = at,
    };

    private List<TerritoryId> PathOf(TerritoryId territory)
    {
        var path = new List<TerritoryId>();
        for (TerritoryId? next = territory; next is { } one && !path.Contains(one); next = territories.TryGetValue(one, out var found) ? found.Parent : null)
        {
            path.Add(one);
        }

        return path;
    }

    private HashSet<TerritoryId> HisOwn(PersonId who)
    {
        if (!his.TryGetValue(who, out var own))
        {
            var acting = standsInFor[who].Append(who).ToHashSet();
            his[who] = own = [.. held.Where(holder => acting.Contains(holder.Key) || chart!.SuperiorsOf(holder.Key).Any(acting.Contains)).SelectMany(holder => holder)];
        }

        return own;
    }
}
