using Yingpan.Kernel;

namespace Yingpan.Collaboration.Public;

/// <summary>A meeting for which an agenda is being prepared.</summary>
/// <param name="People">Who is invited, the chair included.</param>
public sealed record MeetingFacts(MeetingId Id, string Title, DateOnly Day, PersonId Chair, IReadOnlyList<PersonId> People);

/// <summary>What a module brings before a meeting.</summary>
public sealed record AgendaProposal
{
    public required string Title { get; init; }

    public string? Text { get; init; }

    /// <summary>Page of the record it is about: <c>/tasks?open=…</c>.</summary>
    public string? Link { get; init; }

    /// <summary>By which the module knows it again: it is put on one agenda once.</summary>
    public required string Subject { get; init; }
}

/// <summary>Asked when the agenda of a meeting is prepared: what should these people speak about? Registered as a scoped service.</summary>
public interface IAgenda
{
    /// <summary>Code of who brings it, with the text <c>agenda.{source}</c>: <c>collaboration.tasks</c>.</summary>
    string Source { get; }

    /// <summary>The most pressing first; only a few are taken.</summary>
    Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel);
}
