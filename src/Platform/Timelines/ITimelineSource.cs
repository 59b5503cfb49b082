using Yingpan.Kernel;
using Yingpan.Platform.Access;

namespace Yingpan.Platform.Timelines;

/// <summary>Of which record, until when, and how much of it.</summary>
public sealed record TimelineQuestion
{
    /// <summary>Table of the record: <c>customers_customer</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>The record, and those that have become a part of it.</summary>
    public required IReadOnlyList<Guid> Ids { get; init; }

    /// <summary>Pages of the application that show it, as others link to it: <c>/customers/…</c>.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Included.</summary>
    public required DateTimeOffset Until { get; init; }

    public required int Most { get; init; }

    /// <summary>The ids as the trail and files write them.</summary>
    public IReadOnlyList<string> Texts => [.. Ids.Select(id => id.ToString())];
}

/// <summary>Something that happened to a record, or was done about it.</summary>
public sealed record TimelineEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Of what happened only the day is known; <see cref="At"/> is its first instant.</summary>
    public bool IsDay { get; init; }

    /// <summary>Its sentence is the text <c>timeline.{what}</c>.</summary>
    public required string What { get; init; }

    /// <summary>For the sentence; one that is itself a code is said in words.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } = new Dictionary<string, object?>();

    /// <summary>Who did it; null is a program, or nobody knows.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>In somebody's own words.</summary>
    public string? Text { get; init; }

    public Money? Amount { get; init; }

    /// <summary>The page of what it is about; left out for the record itself.</summary>
    public string? Link { get; init; }

    public IReadOnlyList<TimelineChange> Changes { get; init; } = [];
}

/// <param name="Field">A code of a text; of the values, where they are one (a state), the code too.</param>
public sealed record TimelineChange(string Field, string? Before, string? After);

/// <summary>
/// What happened around a record is asked of every module; each tells its own part through the visibility of its lists, so that nobody
/// reads here of what he could not see there.
/// </summary>
public interface ITimelineSource
{
    /// <summary>Table of the records it tells of; null tells of any.</summary>
    string? Entity { get; }

    /// <summary>By which entries are chosen; its name is the text <c>timeline-kind.{kind}</c>.</summary>
    string Kind { get; }

    /// <summary>Who may read such entries at all; the source is not asked for anyone else.</summary>
    Permission Permission { get; }

    /// <summary>
    /// The newest of those until then, the newest first, at most so many; of two at the same instant always the same one first.
    /// </summary>
    Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel);
}
