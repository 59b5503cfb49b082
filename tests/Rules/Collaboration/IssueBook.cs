using System.Globalization;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Collaboration;

/// <summary>docs/rules/issues.md</summary>
public sealed class IssueBook
{
    private static readonly UnitId Team = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly DateOnly Today = new(2026, 7, 15);

    public static TheoryData<int> Rows => RulePage.Rows("issues");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("issues")[row];
        IssueFlow.Level(Day(example["day"]), Day(example["today"]), int.Parse(example["every"], CultureInfo.InvariantCulture), WorkCalendarBook.China)
            .ShouldBe(int.Parse(example["steps up"], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Nobody_accepts_his_own_proposal()
    {
        var asking = new IssueFacts(IssueState.Raised, IsAsking: true, IsAnswering: false, ProposedByAsking: true);
        IssueFlow.Of(IssueDeed.Accept, asking).Refused.ShouldBe("collaboration.other-side");
        IssueFlow.Of(IssueDeed.Accept, asking with { ProposedByAsking = false }).State.ShouldBe(IssueState.Agreed);
        IssueFlow.Of(IssueDeed.Accept, asking with { IsAsking = false, IsAnswering = true }).State.ShouldBe(IssueState.Agreed);
        IssueFlow.Of(IssueDeed.Accept, asking with { State = IssueState.Agreed, ProposedByAsking = null }).Refused.ShouldBe("collaboration.issue-not-so");
    }

    [Fact]
    public void What_is_asked_for_is_finished_there_and_confirmed_here()
    {
        var there = new IssueFacts(IssueState.Agreed, IsAsking: false, IsAnswering: true, ProposedByAsking: null);
        IssueFlow.Can(there).ShouldBe(["propose", "nameOwner", "finish"]);
        IssueFlow.Can(new IssueFacts(IssueState.Done, true, false, null)).ShouldBe(["confirm", "sendBack", "withdraw"]);
        IssueFlow.Can(there with { State = IssueState.Done }).ShouldBeEmpty();
        IssueFlow.Can(there with { IsAnswering = false }).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_count_what_was_kept_what_was_late_and_nothing_that_was_withdrawn()
    {
        IssueFact[] facts =
        [
            Fact(1, agreed: 5, done: 4, IssueState.Confirmed), Fact(1, agreed: 5, done: 5, IssueState.Done), Fact(1, agreed: 5, done: 9, IssueState.Confirmed),
            Fact(1, agreed: 10, done: null, IssueState.Agreed), Fact(1, agreed: 20, done: null, IssueState.Agreed), Fact(1, agreed: 5, done: null, IssueState.Withdrawn),
            Fact(2, agreed: null, done: null, IssueState.Raised),
        ];
        var figure = IssueFigures.ByUnit(facts, Today).Single();
        (figure.Raised, figure.Done, figure.OnTime, figure.Late).ShouldBe((6, 3, 2, 2));
        figure.Rate.ShouldBe(Rate.Of(0.5m, Rounding.HalfUp));
        figure.Days.ShouldBe(5m);
        IssueFigures.ByUnit([], Today).ShouldBeEmpty();
        IssueFigures.Of(null, [], Today).Rate.ShouldBeNull();
    }

    private static IssueFact Fact(int raised, int? agreed, int? done, IssueState state) =>
        new(Team, new DateOnly(2026, 7, raised), agreed is { } a ? new DateOnly(2026, 7, a) : null, done is { } d ? new DateOnly(2026, 7, d) : null, state);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
