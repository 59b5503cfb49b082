using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Collaboration;

/// <summary>docs/rules/audience.md</summary>
public sealed class AudienceBook
{
    private static readonly string[] UnitNames = ["公司", "华东", "一队", "二队"];
    private static readonly string[] PositionNames = ["主管", "销售员"];
    private static readonly (string Name, string Unit, string Position)[] Staff =
        [("gm", "公司", "主管"), ("dir", "华东", "主管"), ("lead", "一队", "主管"), ("amy", "一队", "销售员"), ("bob", "一队", "销售员"), ("cat", "二队", "销售员")];

    private static readonly Chart House = new(
        [new(Unit("公司"), null, "公司", "Company", null), new(Unit("华东"), Unit("公司"), "华东", "Region", null), new(Unit("一队"), Unit("华东"), "一队", "Team", null), new(Unit("二队"), Unit("华东"), "二队", "Team", null)],
        Staff.Select(person => new ChartPerson(Person(person.Name), person.Name, Unit(person.Unit), Position(person.Position), null)));

    public static TheoryData<int> Rows => RulePage.Rows("audience");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("audience")[row];
        var parts = example["to"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Part).ToList();
        var reach = example["reach"] == "all" ? null : Words(example["reach"]).Select(Person).ToHashSet();
        var found = Audience.Of(House, parts, reach, Person(example["sender"]));
        Names(found.People).ShouldBe(Words(example["gets it"]));
        Names(found.Beyond).ShouldBe(Words(example["beyond"]));
    }

    private static AudiencePart Part(string word) =>
        UnitNames.Contains(word.TrimEnd('+')) ? new AudiencePart(Unit(word.TrimEnd('+')), word.EndsWith('+'), null, null)
        : PositionNames.Contains(word) ? new AudiencePart(null, false, Position(word), null)
        : new AudiencePart(null, false, null, Person(word));

    private static string[] Names(IEnumerable<ChartPerson> people) => [.. people.Select(person => person.Name).Order(StringComparer.Ordinal)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static UnitId Unit(string name) => new(Key(1, Array.IndexOf(UnitNames, name)));

    private static PositionId Position(string name) => new(Key(2, Array.IndexOf(PositionNames, name)));

    private static PersonId Person(string name) => new(Key(3, Array.FindIndex(Staff, person => person.Name == name)));

    private static Guid Key(int kind, int index) => new(kind, (short)index, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
