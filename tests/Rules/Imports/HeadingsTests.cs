using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Tests.Rules.Imports;

public class HeadingsTests
{
    private static readonly (string, IEnumerable<string>)[] Columns =
    [
        ("number", ["工号", "number"]),
        ("name", ["姓名", "name", "full name"]),
        ("hiredOn", ["入职日期", "hired on"]),
    ];

    [Theory]
    [InlineData("客户名称(必填)", "客户名称")]
    [InlineData("客户 名称 *", "客户名称")]
    [InlineData("Ｆｕｌｌ　Ｎａｍｅ", "full name")]
    [InlineData("E-Mail【选填】", "email")]
    public void Remarks_blanks_width_and_case_do_not_matter(string heading, string same) => Headings.Key(heading).ShouldBe(Headings.Key(same));

    [Fact]
    public void A_heading_in_either_language_finds_its_column() =>
        Headings.Propose(["Full Name", "入职日期", "备注"], Columns).ShouldBe(new Dictionary<string, string> { ["name"] = "Full Name", ["hiredOn"] = "入职日期" });

    [Fact]
    public void A_heading_serves_one_column_only() =>
        Headings.Propose(["name"], [("a", ["name"]), ("b", ["name"])]).ShouldBe(new Dictionary<string, string> { ["a"] = "name" });

    [Fact]
    public void The_saved_mapping_with_the_most_columns_that_are_all_there_is_the_best()
    {
        IReadOnlyDictionary<string, string>[] saved =
        [
            new Dictionary<string, string> { ["name"] = "A" },
            new Dictionary<string, string> { ["name"] = "A", ["number"] = "B" },
            new Dictionary<string, string> { ["name"] = "A", ["number"] = "B", ["hiredOn"] = "missing" },
        ];

        Headings.BestOf(["A", "B", "C"], saved).ShouldBe(1);
        Headings.BestOf(["X"], saved).ShouldBeNull();
    }

    [Fact]
    public void A_first_row_with_numbers_and_no_known_heading_is_data()
    {
        Headings.LooksLikeData(["张三", "2024-01-01"], 0).ShouldBeTrue();
        Headings.LooksLikeData(["姓名", "2024"], 1).ShouldBeFalse();
        Headings.LooksLikeData(["Wer", "Wann"], 0).ShouldBeFalse();
    }
}

public class BatchesTests
{
    private sealed record Line(string? Group, int Number);

    [Fact]
    public void A_group_is_never_parted()
    {
        var batches = new Batches<Line>(2, line => line.Group);
        var closed = new List<int>();
        foreach (var line in Enumerable.Range(0, 9).Select(i => new Line(i is >= 1 and <= 5 ? "order" : null, i)))
        {
            if (batches.Add(line) is { } full)
            {
                closed.Add(full.Count);
            }
        }

        closed.ShouldBe([6, 2]);
        batches.Rest().Count.ShouldBe(1);
    }

    [Fact]
    public void The_same_group_apart_is_two_groups() =>
        Batches<Line>.Groups([new("a", 0), new("a", 1), new("b", 2), new("a", 3), new(null, 4), new(null, 5)], line => line.Group)
            .Select(group => group.Count).ShouldBe([2, 1, 1, 1, 1]);
}
