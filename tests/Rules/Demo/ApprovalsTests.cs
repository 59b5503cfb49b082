using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Demo;

namespace Yingpan.Tests.Rules.Demo;

public sealed class ApprovalsTests
{
    private static readonly DateOnly Today = new(2026, 7, 15);
    private static readonly Story One = Story.Of(0x59494E47_50414E00, Today);

    [Fact]
    public void There_is_something_of_every_state_something_late_and_a_deputy()
    {
        One.Approvals.Requests.Select(request => request.State).Distinct().ShouldBe(Enum.GetValues<FlowState>(), ignoreOrder: true);
        var now = One.Days.At(Today, 600);
        One.Approvals.Requests.SelectMany(request => request.Turns).Count(turn => turn.State == TurnState.Open && turn.DueAt < now).ShouldBeGreaterThan(0);
        One.Approvals.Delegations.ShouldAllBe(one => one.First <= Today && one.Last >= Today && one.PersonId != one.DeputyId);
    }

    [Fact]
    public void A_station_counts_hours_of_work_and_has_several_limits()
    {
        var turn = One.Approvals.Requests.SelectMany(request => request.Flow().Steps).Where(step => step.WorkingHours && step.Limits.Count > 1).SelectMany(step => step.Turns).First(turn => turn.State == TurnState.Open);
        var wall = Days.WallOf(turn.NextAt!.Value);
        wall.TimeOfDay.ShouldBeInRange(TimeSpan.FromHours(9), TimeSpan.FromHours(18));
        turn.NextAt.Value.ShouldBeGreaterThan(turn.OpenedAt!.Value.AddHours(48));
    }

    [Fact]
    public void What_the_sign_ins_find_waits_for_them()
    {
        foreach (var login in new[] { "phone-head", "director" })
        {
            One.Approvals.Requests.SelectMany(request => request.Turns).ShouldContain(turn => turn.State == TurnState.Open && turn.PersonId == One.People[login].Id, login);
        }
    }

    [Fact]
    public void Nothing_happens_after_today_and_nobody_decides_his_own()
    {
        var now = One.Days.At(Today, 1440);
        One.Approvals.Log.ShouldAllBe(line => line.At < now);
        foreach (var request in One.Approvals.Requests)
        {
            request.Turns.ShouldAllBe(turn => turn.PersonId != request.ApplicantId);
            request.Flow().OpenTurns.Any().ShouldBe(request.State == FlowState.Open, request.Number);
        }
    }
}
