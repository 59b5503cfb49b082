using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks.Rules;

namespace Yingpan.Tests.Rules.Collaboration;

public sealed class TaskFlowTests
{
    private static readonly TaskFacts Owner = new(WorkTaskState.Open, IsOwner: true, IsGiver: false, NeedsResult: false, NeedsAcceptance: false, HasWord: true);
    private static readonly TaskFacts Giver = Owner with { IsOwner = false, IsGiver = true };

    [Fact]
    public void The_owner_finishes_and_where_asked_the_giver_accepts()
    {
        TaskFlow.Of(TaskDeed.Finish, Owner).State.ShouldBe(WorkTaskState.Done);
        TaskFlow.Of(TaskDeed.Finish, Owner with { NeedsAcceptance = true }).State.ShouldBe(WorkTaskState.ToAccept);
        TaskFlow.Of(TaskDeed.Finish, Owner with { NeedsAcceptance = true, IsGiver = true }).State.ShouldBe(WorkTaskState.Done);
        TaskFlow.Of(TaskDeed.Accept, Giver with { State = WorkTaskState.ToAccept }).State.ShouldBe(WorkTaskState.Done);
        TaskFlow.Of(TaskDeed.Accept, Owner with { State = WorkTaskState.ToAccept }).Refused.ShouldBe("collaboration.not-giver");
        TaskFlow.Of(TaskDeed.SendBack, Giver with { State = WorkTaskState.ToAccept, HasWord = false }).Refused.ShouldBe("collaboration.word-needed");
        TaskFlow.Of(TaskDeed.Finish, Owner with { NeedsResult = true, HasWord = false }).Refused.ShouldBe("collaboration.word-needed");
    }

    [Fact]
    public void Who_is_neither_can_do_nothing_with_it()
    {
        foreach (var state in Enum.GetValues<WorkTaskState>())
        {
            TaskFlow.Can(Owner with { IsOwner = false, State = state }).ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_is_offered_depends_on_the_state()
    {
        TaskFlow.Can(Owner).ShouldBe(["start", "finish"]);
        TaskFlow.Can(Giver).ShouldBe(["finish", "cancel", "edit"]);
        TaskFlow.Can(Giver with { State = WorkTaskState.ToAccept }).ShouldBe(["accept", "sendBack", "cancel"]);
        TaskFlow.Can(Owner with { State = WorkTaskState.Done }).ShouldBeEmpty();
        TaskFlow.Can(Giver with { State = WorkTaskState.Done }).ShouldBe(["reopen"]);
    }
}
