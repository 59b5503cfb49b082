using Yingpan.Collaboration.Audiences;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Public;

/// <summary>A meeting for which an agenda is being prepared.</summary>
/// <param name="People">Who is invited, the chair included.</param>
/// <param name="AsOf">What was due before it is late: its day, or today where it is prepared ahead.</param>
public sealed record MeetingFacts(MeetingId Id, string Title, DateOnly Day, PersonId Chair, IReadOnlyList<PersonId> People, DateOnly AsOf);

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

/// <summary>How much of a kind lies with somebody past its day, and the oldest of it. A count and no names: not everybody at a meeting may see each.</summary>
public sealed record LateWork(PersonId Person, int Count, DateOnly Since);

public static class AgendaProposals
{
    /// <summary>A line for each person, the one with the most first; the link leads to what the reader may see of it.</summary>
    public static async Task<IReadOnlyList<AgendaProposal>> ByPerson(this AppDb db, IReadOnlyCollection<LateWork> work, Func<PersonId, string> link, CancellationToken cancel)
    {
        var names = await db.NamesOf(work.Select(one => (PersonId?)one.Person), cancel);
        return [.. work.OrderByDescending(one => one.Count).ThenBy(one => one.Since).ThenBy(one => one.Person.Value).Select(one => new AgendaProposal
        {
            Title = $"{names.NameOf(one.Person)} · {one.Count}",
            Text = $"{one.Since:yyyy-MM-dd}",
            Link = link(one.Person),
            Subject = one.Person.ToString(),
        })];
    }
}
