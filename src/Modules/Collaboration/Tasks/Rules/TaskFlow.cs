using Yingpan.Collaboration.Public;

namespace Yingpan.Collaboration.Tasks.Rules;

internal enum TaskDeed
{
    Start,
    Finish,
    Accept,
    SendBack,
    Cancel,
    Reopen,
    Edit,
}

/// <summary>What is known of a task and of whoever wants to do something with it.</summary>
/// <param name="IsGiver">Asked for it, or stands above its owner.</param>
/// <param name="HasWord">A result, or a reason, was given.</param>
internal sealed record TaskFacts(WorkTaskState State, bool IsOwner, bool IsGiver, bool NeedsResult, bool NeedsAcceptance, bool HasWord);

/// <summary>Who may do what with a task in which state, and what it becomes.</summary>
internal static class TaskFlow
{
    /// <param name="Refused">Null, or the code of why not.</param>
    internal readonly record struct Outcome(WorkTaskState State, string? Refused);

    public static Outcome Of(TaskDeed deed, TaskFacts facts)
    {
        var isOpen = facts.State is WorkTaskState.Open or WorkTaskState.InProgress;
        return deed switch
        {
            TaskDeed.Start => Check(facts.IsOwner, "collaboration.not-owner", facts.State == WorkTaskState.Open, true, WorkTaskState.InProgress),
            // Who accepts his own work need not be asked twice.
            TaskDeed.Finish => Check(facts.IsOwner || facts.IsGiver, "collaboration.not-owner", isOpen, facts.HasWord || !facts.NeedsResult,
                facts is { NeedsAcceptance: true, IsGiver: false } ? WorkTaskState.ToAccept : WorkTaskState.Done),
            TaskDeed.Accept => Check(facts.IsGiver, "collaboration.not-giver", facts.State == WorkTaskState.ToAccept, true, WorkTaskState.Done),
            TaskDeed.SendBack => Check(facts.IsGiver, "collaboration.not-giver", facts.State == WorkTaskState.ToAccept, facts.HasWord, WorkTaskState.InProgress),
            TaskDeed.Cancel => Check(facts.IsGiver, "collaboration.not-giver", isOpen || facts.State == WorkTaskState.ToAccept, facts.HasWord, WorkTaskState.Cancelled),
            TaskDeed.Reopen => Check(facts.IsGiver, "collaboration.not-giver", facts.State is WorkTaskState.Done or WorkTaskState.Cancelled, true, WorkTaskState.Open),
            _ => Check(facts.IsGiver, "collaboration.not-giver", isOpen, true, facts.State),
        };

        Outcome Check(bool may, string notHe, bool inState, bool hasWord, WorkTaskState next) =>
            !may ? new Outcome(facts.State, notHe)
            : !inState ? new Outcome(facts.State, "collaboration.task-not-so")
            : !hasWord ? new Outcome(facts.State, "collaboration.word-needed")
            : new Outcome(next, null);
    }

    /// <summary>What can be offered: each deed that would go through with a word.</summary>
    public static IReadOnlyList<string> Can(TaskFacts facts) =>
    [
        .. Enum.GetValues<TaskDeed>().Where(deed => Of(deed, facts with { HasWord = true }).Refused is null)
            .Select(deed => deed switch { TaskDeed.SendBack => "sendBack", _ => deed.ToString().ToLowerInvariant() }),
    ];
}
