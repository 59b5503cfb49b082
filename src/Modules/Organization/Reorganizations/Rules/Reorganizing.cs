using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Organization.Reorganizations.Rules;

/// <param name="Before">Null where the unit is new.</param>
/// <param name="Step">The last that changed it.</param>
public sealed record UnitChange(UnitThen? Before, UnitThen After, int Step);

/// <param name="Step">The last that moved him.</param>
public sealed record Move(PersonThen Before, PersonThen After, int Step);

/// <summary>Whom somebody answers to, before and after; also of those who stay where they are.</summary>
public sealed record SuperiorChange(PersonId PersonId, PersonId? From, PersonId? To);

/// <summary>
/// What a re-organisation makes of a house (docs/rules/reorganization.md). The steps are taken in order; what must be right of the whole is
/// asked at the end, so that a unit may be emptied after the step that closes it. Every fault is told at once.
/// </summary>
public sealed class Reorganizing
{
    public sealed record Result
    {
        /// <summary>As it is from the day on, so far as the steps could be taken.</summary>
        public required HouseOnDay After { get; init; }

        public required Chart ChartBefore { get; init; }

        public required Chart ChartAfter { get; init; }

        public required IReadOnlyList<UnitChange> Units { get; init; }

        public required IReadOnlyList<Move> People { get; init; }

        public required IReadOnlyList<SuperiorChange> Superiors { get; init; }

        public required IReadOnlyList<Fault> Faults { get; init; }
    }

    private readonly HouseOnDay house;
    private readonly Dictionary<UnitId, UnitThen> before;
    private readonly Dictionary<PersonId, PersonThen> stood;
    private readonly Dictionary<UnitId, UnitThen> units;
    private readonly Dictionary<PersonId, PersonThen> people;
    private readonly Dictionary<UnitId, int> unitSteps = [];
    private readonly Dictionary<PersonId, int> peopleSteps = [];
    private readonly Dictionary<PersonId, int> named = [];
    private readonly Dictionary<UnitId, int> closed = [];
    private readonly List<Fault> faults = [];

    private Reorganizing(HouseOnDay house)
    {
        this.house = house;
        before = house.Units.ToDictionary(unit => unit.Id);
        stood = house.People.ToDictionary(person => person.Id);
        (units, people) = (new(before), new(stood));
    }

    public static Result Of(HouseOnDay house, IReadOnlyList<Step> steps)
    {
        var work = new Reorganizing(house);
        foreach (var (i, step) in steps.Index())
        {
            work.Take(step, i);
        }

        return work.Finish(steps);
    }

    private void Take(Step step, int i)
    {
        switch (step.Kind)
        {
            case StepKind.NewUnit:
                Found(step, i);
                break;
            case StepKind.MovePeople:
                MovePeople(step, i);
                break;
            default:
                if (Open(step.UnitId, i, "unitId") is { } unit)
                {
                    Change(unit, step, i);
                }

                break;
        }
    }

    private void Found(Step step, int i)
    {
        var target = Open(step.TargetId, i, "targetId");
        if (step.UnitId is not { } id || units.ContainsKey(id))
        {
            Add(i, "unitId", "organization.reorganization-unit-there");
        }
        else if (target is not null)
        {
            var head = Head(step.PersonId, i);
            Keep(new UnitThen(id, target.Id, step.Name ?? "", step.UnitKind ?? "Team", head, NextUnder(target.Id), IsClosed: false), i);
        }
    }

    private void Change(UnitThen unit, Step step, int i)
    {
        switch (step.Kind)
        {
            case StepKind.Rename:
                Keep(unit with { Name = step.Name ?? "" }, i);
                break;
            case StepKind.SetHead:
                Keep(unit with { HeadId = Head(step.PersonId, i) }, i);
                break;
            case StepKind.MoveUnit when NotRoot(unit, i) && Open(step.TargetId, i, "targetId") is { } target:
                if (IsUnder(target.Id, unit.Id))
                {
                    Add(i, "targetId", "organization.unit-under-itself");
                }
                else
                {
                    Keep(unit with { ParentId = target.Id, Order = NextUnder(target.Id) }, i);
                }

                break;
            case StepKind.Merge when NotRoot(unit, i) && Open(step.TargetId, i, "targetId") is { } target:
                if (IsUnder(target.Id, unit.Id))
                {
                    Add(i, "targetId", "organization.reorganization-into-itself");
                }
                else
                {
                    Merge(unit, target, i);
                }

                break;
            case StepKind.Close when NotRoot(unit, i):
                // Whoever left from here is found above it from now on; whoever works here must be told where to go.
                foreach (var gone in people.Values.Where(person => person.UnitId == unit.Id && person.HasLeft).ToList())
                {
                    Keep(gone with { UnitId = unit.ParentId }, i);
                }

                Keep(unit with { IsClosed = true, HeadId = null }, i);
                closed[unit.Id] = i;
                break;
        }
    }

    private void Merge(UnitThen unit, UnitThen target, int i)
    {
        foreach (var person in people.Values.Where(person => person.UnitId == unit.Id).ToList())
        {
            Keep(person with { UnitId = target.Id }, i);
        }

        var order = NextUnder(target.Id);
        foreach (var below in units.Values.Where(below => below.ParentId == unit.Id).OrderBy(below => below.Order).ThenBy(below => below.Id.Value).ToList())
        {
            Keep(below with { ParentId = target.Id, Order = order++ }, i);
        }

        Keep(unit with { ParentId = target.Id, IsClosed = true, HeadId = null }, i);
        closed[unit.Id] = i;
    }

    private void MovePeople(Step step, int i)
    {
        var target = step.TargetId is null ? null : Open(step.TargetId, i, "targetId");
        if (step.People.Count == 0)
        {
            Add(i, "people", "field.required");
        }

        if (step.PositionId is { } position && !house.Positions.Contains(position))
        {
            Add(i, "positionId", "record.not-found");
        }

        var manager = step.PersonId;
        if (manager is { } superior && (!people.TryGetValue(superior, out var one) || one.HasLeft))
        {
            Add(i, "personId", "organization.reorganization-gone");
            manager = null;
        }

        foreach (var (j, id) in step.People.Index())
        {
            var at = $"people[{j}]";
            if (!people.TryGetValue(id, out var person) || person.HasLeft)
            {
                Add(i, at, "organization.reorganization-gone");
            }
            else if (id == step.PersonId)
            {
                Add(i, at, "organization.own-manager");
            }
            else if (!named.TryAdd(id, i))
            {
                Add(i, at, "organization.reorganization-two-places", ("name", person.Name), ("step", named[id] + 1));
            }
            else if (step.TargetId is null && person.UnitId is null)
            {
                Add(i, "targetId", "field.required");
            }
            else
            {
                Keep(person with { UnitId = target?.Id ?? person.UnitId, PositionId = step.PositionId ?? person.PositionId, ManagerId = manager }, i);
                if (person.PositionId is null && step.PositionId is null)
                {
                    Add(i, "positionId", "field.required");
                }
            }
        }
    }

    private Result Finish(IReadOnlyList<Step> steps)
    {
        var after = new HouseOnDay([.. units.Values], [.. people.Values], house.Positions);
        List<UnitChange> changed = [.. unitSteps.Where(pair => before.GetValueOrDefault(pair.Key) != units[pair.Key])
            .Select(pair => new UnitChange(before.GetValueOrDefault(pair.Key), units[pair.Key], pair.Value))];
        List<Move> moved = [.. peopleSteps.Where(pair => stood[pair.Key] != people[pair.Key]).Select(pair => new Move(stood[pair.Key], people[pair.Key], pair.Value))];
        CheckLater(changed, moved);
        CheckNames();
        CheckClosed();
        CheckHeads(steps);
        var (was, becomes) = (house.Chart(), after.Chart());
        if (becomes.Circle() is { Count: > 0 } circle && was.Circle().Count == 0)
        {
            faults.Add(Fault.At($"steps[{Math.Max(0, circle.Max(person => peopleSteps.GetValueOrDefault(person)))}]", "organization.reorganization-circle",
                ("names", string.Join(" → ", circle.Append(circle[0]).Select(person => people[person].Name)))));
        }

        return new Result
        {
            After = after,
            ChartBefore = was,
            ChartAfter = becomes,
            Units = changed,
            People = moved,
            Superiors =
            [
                .. becomes.People.Select(person => new SuperiorChange(person.Id, was.SuperiorOf(person.Id), becomes.SuperiorOf(person.Id)))
                    .Where(change => change.From != change.To),
            ],
            Faults = faults,
        };
    }

    /// <summary>What is on file for the day or later was decided knowing another house.</summary>
    private void CheckLater(List<UnitChange> changed, List<Move> moved)
    {
        foreach (var change in changed)
        {
            if (change.Before?.LaterOn is { } later)
            {
                Add(change.Step, "unitId", "organization.reorganization-unit-later", ("name", change.Before.Name), ("day", later));
            }
        }

        // Nobody and nothing is put where it is known already that it ends: he would stand in a closed unit from that day on.
        foreach (var (step, into) in moved.Where(move => !move.After.HasLeft && move.After.UnitId != move.Before.UnitId).Select(move => (move.Step, move.After.UnitId))
            .Concat(changed.Where(change => !change.After.IsClosed && change.After.ParentId != change.Before?.ParentId).Select(change => (change.Step, change.After.ParentId))).Distinct())
        {
            if (into is { } id && units[id] is { IsClosed: false, ClosesOn: { } day } target)
            {
                Add(step, "targetId", "organization.unit-closes", ("name", target.Name), ("day", day));
            }
        }

        foreach (var move in moved)
        {
            if (move.Before.LaterOn is { } later)
            {
                Add(move.Step, "people", "organization.reorganization-person-later", ("name", move.Before.Name), ("day", later));
            }
        }
    }

    private void CheckNames()
    {
        foreach (var same in units.Values.Where(unit => !unit.IsClosed).GroupBy(unit => (unit.ParentId, unit.Name)).Where(group => group.Count() > 1))
        {
            // Two that had it before are nobody's step.
            var at = same.Max(unit => unitSteps.GetValueOrDefault(unit.Id, -1));
            if (at >= 0)
            {
                Add(at, "name", "organization.unit-name-taken", ("name", same.Key.Name));
            }
        }
    }

    private void CheckClosed()
    {
        foreach (var (id, i) in closed)
        {
            var unit = units[id];
            var inside = people.Values.Where(person => person.UnitId == id && !person.HasLeft).ToList();
            if (inside.Count > 0)
            {
                Add(i, "unitId", "organization.reorganization-people-left", ("name", unit.Name), ("count", inside.Count), ("first", inside[0].Name));
            }

            if (units.Values.FirstOrDefault(below => below.ParentId == id && !below.IsClosed) is { } under)
            {
                Add(i, "unitId", "organization.reorganization-units-left", ("name", unit.Name), ("first", under.Name));
            }

            if (house.Later.FirstOrDefault(coming => coming.UnitId == id && (coming.PersonId is not { } person || !peopleSteps.ContainsKey(person))) is { } comes)
            {
                Add(i, "unitId", "organization.reorganization-comes-later", ("name", unit.Name), ("first", comes.Name), ("day", comes.Day));
            }
        }
    }

    /// <summary>A unit with people in it must not be left without a head, and a head who goes elsewhere must not be forgotten.</summary>
    private void CheckHeads(IReadOnlyList<Step> steps)
    {
        foreach (var unit in units.Values.Where(unit => !unit.IsClosed))
        {
            var had = before.GetValueOrDefault(unit.Id)?.HeadId;
            if (unit.HeadId is null && unitSteps.TryGetValue(unit.Id, out var step) && (had is not null || !before.ContainsKey(unit.Id))
                && people.Values.Any(person => person.UnitId == unit.Id && !person.HasLeft))
            {
                Add(step, "personId", "organization.reorganization-headless", ("name", unit.Name));
            }

            if (unit.HeadId is { } head && head == had && peopleSteps.TryGetValue(head, out var moves)
                && !steps.Any(one => one.Kind == StepKind.SetHead && one.UnitId == unit.Id)
                && stood[head].UnitId is { } from && people[head].UnitId is { } stands
                && IsUnder(from, unit.Id) && !IsUnder(stands, unit.Id))
            {
                Add(moves, "people", "organization.reorganization-head-goes", ("name", people[head].Name), ("unit", unit.Name));
            }
        }
    }

    private PersonId? Head(PersonId? id, int i)
    {
        if (id is { } head && (!people.TryGetValue(head, out var person) || person.HasLeft))
        {
            Add(i, "personId", "organization.reorganization-gone");
            return null;
        }

        return id;
    }

    private UnitThen? Open(UnitId? id, int i, string field)
    {
        if (id is { } known && units.TryGetValue(known, out var unit))
        {
            if (!unit.IsClosed)
            {
                return unit;
            }

            Add(i, field, "organization.unit-closed", ("name", unit.Name));
        }
        else
        {
            Add(i, field, id is null ? "field.required" : "record.not-found");
        }

        return null;
    }

    private bool NotRoot(UnitThen unit, int i)
    {
        if (unit.ParentId is null)
        {
            Add(i, "unitId", "organization.one-root");
        }

        return unit.ParentId is not null;
    }

    private bool IsUnder(UnitId unit, UnitId above)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? next = unit; next is { } id && seen.Add(id) && units.TryGetValue(id, out var one); next = one.ParentId)
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    private int NextUnder(UnitId parent) => units.Values.Where(unit => unit.ParentId == parent).Select(unit => unit.Order + 1).DefaultIfEmpty(0).Max();

    private void Keep(UnitThen unit, int step) => (units[unit.Id], unitSteps[unit.Id]) = (unit, step);

    private void Keep(PersonThen person, int step) => (people[person.Id], peopleSteps[person.Id]) = (person, step);

    private void Add(int step, string field, string code, params (string, object?)[] parameters) => faults.Add(Fault.At($"steps[{step}].{field}", code, parameters));
}
