using System.Globalization;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Tests.Rules.Approvals;

/// <summary>
/// The house of docs/rules/approval-routes.md: rep → lead (team) → manager (region) → director (department) → boss (company); clerk and
/// cashier stand beside them under the boss, and hold the role "finance".
/// </summary>
internal static class Sample
{
    public const string Kind = "general";
    public static readonly DateTimeOffset Now = new(2026, 7, 15, 2, 0, 0, TimeSpan.Zero);

    public static readonly string[] Names = ["rep", "lead", "manager", "director", "boss", "clerk", "cashier"];

    private static readonly (string Name, string? Parent, string Kind, string Head)[] Tree =
    [
        ("company", null, "Company", "boss"), ("sales", "company", "Department", "director"), ("east", "sales", "Region", "manager"), ("team", "east", "Team", "lead"),
    ];

    private static readonly Dictionary<string, string> Places = new()
    {
        ["rep"] = "team",
        ["lead"] = "team",
        ["manager"] = "east",
        ["director"] = "sales",
        ["boss"] = "company",
        ["clerk"] = "company",
        ["cashier"] = "company",
    };

    public static PersonId Person(string name) => new(Key(1, Array.IndexOf(Names, name)));

    public static UnitId Unit(string name) => new(Key(2, Array.FindIndex(Tree, unit => unit.Name == name)));

    public static PositionId Position(string name) => new(Key(3, Array.IndexOf(Names, name)));

    public static string NameOf(PersonId person) => Names[BitConverter.ToInt16(person.Value.ToByteArray(), 4)];

    /// <param name="gone">Who has left.</param>
    /// <param name="limits">Person → largest amount.</param>
    public static House House(IReadOnlyCollection<string>? gone = null, IReadOnlyDictionary<string, string>? limits = null) => new()
    {
        Chart = new Chart(
            Tree.Select(unit => new ChartUnit(Unit(unit.Name), unit.Parent is { } parent ? Unit(parent) : null, unit.Name, unit.Kind, Person(unit.Head))),
            Names.Where(name => gone?.Contains(name) != true).Select(name => new ChartPerson(Person(name), name, Unit(Places[name]), Position(name), null))),
        Roles = new Dictionary<string, IReadOnlyList<PersonId>> { ["finance"] = [Person("clerk"), Person("cashier")], ["empty"] = [] },
        Time = new WorkingTime(Books.WorkCalendarBook.China, _ => WorkingTimes.Spans(Hours.Usual), instant => instant.ToOffset(TimeSpan.FromHours(8)).DateTime, wall => new DateTimeOffset(wall, TimeSpan.FromHours(8)).ToUniversalTime()),
        Limits = [.. (limits ?? new Dictionary<string, string>()).Select(limit => new AuthorityLimit(Person(limit.Key), null, null, Money.Parse(limit.Value), null))],
    };

    public static Facts Facts(string applicant = "rep", string? amount = null, House? house = null) => new()
    {
        Applicant = Person(applicant),
        Amount = amount is null ? null : Money.Parse(amount),
        Unit = (house ?? House()).Chart.Person(Person(applicant))?.UnitId,
        Position = Position(applicant),
    };

    /// <summary>
    /// A station as the page writes it: <c>lead+manager all</c> names people, <c>@finance any</c> a role, <c>^1</c> the superior so many
    /// levels up, <c>^^Region</c> all superiors up to the head of a kind of unit, <c>^^limit</c> up to the first whose authority covers;
    /// then, in any order: <c>all</c>, <c>any</c>, <c>skip</c>, <c>else:boss</c>, <c>24h</c> and after it
    /// <c>remind</c>, <c>escalate</c> or <c>pass</c>, as often as it has limits, <c>work</c>.
    /// </summary>
    public static RouteNode Node(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var who = words[0];
        var node = who switch
        {
            ['^', '^', ..] when who == "^^limit" => new RouteNode { Name = who, Finder = Finder.SuperiorsToAuthority },
            ['^', '^', ..] => new RouteNode { Name = who, Finder = Finder.SuperiorsToUnit, UnitKind = who[2..] },
            ['^', ..] => new RouteNode { Name = who, Finder = Finder.Superior, Levels = int.Parse(who[1..], CultureInfo.InvariantCulture) },
            ['@', ..] => new RouteNode { Name = who, Finder = Finder.Role, Role = who[1..] },
            _ => new RouteNode { Name = who, Finder = Finder.People, People = [.. who.Split('+').Select(Person)] },
        };
        foreach (var word in words.Skip(1))
        {
            node = word switch
            {
                "all" => node with { Mode = NodeMode.AllOf },
                "any" => node with { Mode = NodeMode.AnyOf },
                "skip" => node with { Substitute = Substitute.Skip },
                "remind" => Late(node, LatePolicy.Remind),
                "escalate" => Late(node, LatePolicy.Escalate),
                "pass" => Late(node, LatePolicy.Pass),
                "work" => node with { WorkingHours = true },
                [.. var hours, 'h'] when node.Hours is null => node with { Hours = int.Parse(hours, CultureInfo.InvariantCulture) },
                [.. var hours, 'h'] => node with { Later = [.. node.Later, new TimeLimit(int.Parse(hours, CultureInfo.InvariantCulture), LatePolicy.Remind)] },
                _ when word.StartsWith("else:", StringComparison.Ordinal) => node with { Substitute = Substitute.Person, SubstituteId = Person(word[5..]) },
                _ => throw new FormatException(word),
            };
        }

        return node;
    }

    /// <summary>Of the limit that was written last.</summary>
    private static RouteNode Late(RouteNode node, LatePolicy policy) => node.Later.Count == 0 ? node with { Late = policy } : node with { Later = [.. node.Later.SkipLast(1), node.Later[^1] with { Late = policy }] };

    public static RouteRow Row(string route, string? from = null, string? to = null) => new()
    {
        AmountFrom = string.IsNullOrEmpty(from) ? null : Money.Parse(from),
        AmountTo = string.IsNullOrEmpty(to) ? null : Money.Parse(to),
        Route = [.. route.Split(" → ").Select(Node)],
    };

    public static RouteTable Table(params RouteRow[] rows) => new() { Rows = rows };

    public static Progress At(RouteRow row, Facts facts, House house, DateTimeOffset? now = null, bool twice = false) => new(row, twice, facts, house, Kind, now ?? Now);

    private static Guid Key(short kind, int number) => new(kind, (short)number, 0, new byte[8]);
}
