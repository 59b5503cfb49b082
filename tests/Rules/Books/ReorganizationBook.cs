using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations.Rules;

namespace Yingpan.Tests.Rules.Books;

/// <summary>docs/rules/reorganization.md</summary>
public sealed partial class ReorganizationBook
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private static readonly (string Name, string? Above, string? Head)[] Units =
        [("公司", null, "gm"), ("华东", "公司", "dir"), ("一队", "华东", "lead"), ("二队", "华东", "sam"), ("华南", "公司", "nan"), ("三队", "华南", null), ("五队", "华南", null), ("六队", "华南", null)];

    private static readonly (string Name, string? Unit)[] People =
        [("gm", "公司"), ("dir", "华东"), ("lead", "一队"), ("amy", "一队"), ("bob", "一队"), ("sam", "二队"), ("cat", "二队"), ("old", "二队"), ("nan", "华南"), ("eve", null)];

    private static readonly string[] UnitNames = [.. Units.Select(unit => unit.Name), "四队", "七队"];

    private static readonly PositionId Rep = new(Key(3, 0));

    public static TheoryData<int> Rows => RulePage.Rows("reorganization");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("reorganization")[row];
        var house = House();
        var result = Reorganizing.Of(house, [.. example["steps"].Split("; ").Select(Parse)]);
        var names = result.After.Units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var were = house.Units.ToDictionary(unit => unit.Id, unit => unit.Name);
        string.Join(", ", result.Units.Select(change => change.After).Select(unit =>
            $"{unit.Name}{(unit.IsClosed ? "†" : "")} < {names[unit.ParentId!.Value]}{(unit.HeadId is { } head ? $" ({Name(head)})" : "")}")).ShouldBe(example["units"]);
        Sorted(result.People.Select(move => $"{move.Before.Name} {(move.Before.UnitId is { } from ? were[from] : "")}→{names[move.After.UnitId!.Value]}")).ShouldBe(example["moves"]);
        Sorted(result.Superiors.Select(change => $"{Name(change.PersonId)} {Name(change.From)}→{Name(change.To)}")).ShouldBe(example["superiors"]);
        string.Join("; ", result.Faults.Select(fault => $"{StepOf(fault.Field)} {fault.Code}").Order(StringComparer.Ordinal)).ShouldBe(example["faults"]);
    }

    [Fact]
    public void Whatever_the_steps_everybody_is_somewhere_once_and_every_unit_hangs_on_the_root() =>
        Prop.ForAll(Steps().ToArbitrary(), steps =>
        {
            var result = Reorganizing.Of(House(), steps);
            var units = result.After.Units.ToDictionary(unit => unit.Id);
            return result.After.People.Select(person => person.Id).Distinct().Count() == People.Length
                && result.After.People.All(person => person.UnitId is not { } unit || units.ContainsKey(unit))
                && units.Values.All(unit => RootOf(unit, units) == Unit("公司"));
        }).Prove();

    [Fact]
    public void Without_a_fault_nobody_at_work_is_in_a_closed_unit_and_no_open_unit_under_one() =>
        Prop.ForAll(Steps().ToArbitrary(), steps =>
        {
            var result = Reorganizing.Of(House(), steps);
            var units = result.After.Units.ToDictionary(unit => unit.Id);
            return result.Faults.Count > 0
                || (result.After.People.All(person => person.HasLeft || person.UnitId is not { } unit || !units[unit].IsClosed)
                    && units.Values.All(unit => unit.IsClosed || unit.ParentId is not { } above || !units[above].IsClosed)
                    && units.Values.Where(unit => !unit.IsClosed).GroupBy(unit => (unit.ParentId, unit.Name)).All(same => same.Count() == 1)
                    && result.After.Chart().Circle().Count == 0);
        }).Prove();

    [Fact]
    public void What_is_not_told_as_a_change_is_as_it_was() =>
        Prop.ForAll(Steps().ToArbitrary(), steps =>
        {
            var house = House();
            var result = Reorganizing.Of(house, steps);
            var (units, people) = (result.Units.Select(change => change.After.Id).ToHashSet(), result.People.Select(move => move.Before.Id).ToHashSet());
            return house.Units.Where(unit => !units.Contains(unit.Id)).All(result.After.Units.Contains)
                && house.People.Where(person => !people.Contains(person.Id)).All(result.After.People.Contains)
                && result.Units.All(change => change.Before != change.After) && result.People.All(move => move.Before != move.After);
        }).Prove();

    private static HouseOnDay House() => new(
        [.. Units.Select((unit, i) => new UnitThen(Unit(unit.Name), unit.Above is { } above ? Unit(above) : null, unit.Name, unit.Above is null ? "Company" : "Team", unit.Head is { } head ? Person(head) : null, i, false, unit.Name == "五队" ? Day.AddDays(30) : null, unit.Name == "五队" ? Day.AddDays(30) : null))],
        [
            .. People.Select(person => new PersonThen(
                Person(person.Name), person.Name, person.Unit is { } unit ? Unit(unit) : null, Rep, null, person.Name == "old",
                person.Name == "eve" ? Day.AddDays(9) : null)),
        ],
        new HashSet<PositionId> { Rep })
    {
        Later = [new Coming(Unit("二队"), Day.AddDays(9), Person("eve"), null, "eve"), new Coming(Unit("六队"), Day.AddDays(20), null, Unit("七队"), "七队")],
    };

    private static Step Parse(string text)
    {
        var words = text.Split(' ');
        return words switch
        {
            ["close", var unit] => new Step { Kind = StepKind.Close, UnitId = Unit(unit) },
            ["head", var unit, .. var head] => new Step { Kind = StepKind.SetHead, UnitId = Unit(unit), PersonId = head is [var one] ? Person(one) : null },
            [var unit, "=", var name] => new Step { Kind = StepKind.Rename, UnitId = Unit(unit), Name = name },
            [['+', .. var name], "under", var above, .. var by] => new Step
            {
                Kind = StepKind.NewUnit,
                UnitId = new UnitId(Key(9, 0)),
                TargetId = Unit(above),
                Name = name,
                UnitKind = "Team",
                PersonId = by is ["by", var head] ? Person(head) : null,
            },
            [var unit, "under", var above] => new Step { Kind = StepKind.MoveUnit, UnitId = Unit(unit), TargetId = Unit(above) },
            [var unit, "into", var other] => new Step { Kind = StepKind.Merge, UnitId = Unit(unit), TargetId = Unit(other) },
            [.. var people, "to", var unit] => new Step { Kind = StepKind.MovePeople, People = [.. people.Select(Person)], TargetId = Unit(unit) },
            [.. var people, "below", var superior] => new Step { Kind = StepKind.MovePeople, People = [.. people.Select(Person)], PersonId = Person(superior) },
            _ => throw new FormatException(text),
        };
    }

    private static Gen<List<Step>> Steps() => OneStep().ListOf().Select(steps => steps.Take(8).ToList());

    private static Gen<Step> OneStep() =>
        from kind in Gen.Elements(Enum.GetValues<StepKind>())
        from unit in Gen.Elements(Units)
        from target in Gen.Elements(Units)
        from person in Gen.Elements(People)
        from other in Gen.Elements(People)
        from fresh in Gen.Choose(0, 2)
        select new Step
        {
            Kind = kind,
            UnitId = kind == StepKind.NewUnit ? new UnitId(Key(9, fresh)) : Unit(unit.Name),
            TargetId = Unit(target.Name),
            Name = $"新{fresh}",
            UnitKind = "Team",
            PersonId = kind == StepKind.MovePeople && fresh > 0 ? null : Person(person.Name),
            People = kind == StepKind.MovePeople ? [Person(other.Name)] : [],
        };

    private static UnitId RootOf(UnitThen unit, Dictionary<UnitId, UnitThen> units)
    {
        for (var i = 0; i <= units.Count && unit.ParentId is { } above; i++)
        {
            unit = units[above];
        }

        return unit.Id;
    }

    private static string StepOf(string field) => $"{int.Parse(StepNumber().Match(field).Groups[1].Value) + 1}";

    private static string Sorted(IEnumerable<string> lines) => string.Join(", ", lines.Order(StringComparer.Ordinal));

    private static string Name(PersonId? id) => People.FirstOrDefault(person => Person(person.Name) == id).Name ?? "";

    private static UnitId Unit(string name) => name == "四队" ? new UnitId(Key(9, 0)) : new UnitId(Key(1, Array.IndexOf(UnitNames, name)));

    private static PersonId Person(string name) => new(Key(2, Array.FindIndex(People, person => person.Name == name)));

    private static Guid Key(int kind, int index) => new(kind, (short)index, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    [GeneratedRegex(@"^steps\[(?<step>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StepNumber();
}
