using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Timelines;

/// <summary>An entry as it is read: its sentence in the reader's language.</summary>
public sealed record TimelineRow
{
    public required DateTimeOffset At { get; init; }

    public required bool IsDay { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string? PersonName { get; init; }

    public string? Text { get; init; }

    public Money? Amount { get; init; }

    public string? Link { get; init; }

    public required IReadOnlyList<TimelineChange> Changes { get; init; }
}

public sealed record TimelineKind(string Kind, string Name);

/// <param name="Next">For the entries before these; null at the beginning of time.</param>
/// <param name="Kinds">All that there may be for the caller.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineRow> Items, string? Next, IReadOnlyList<TimelineKind> Kinds);

/// <summary>Where a page of a timeline goes on: the instant of its last entry, and how many of that instant were told already.</summary>
public readonly record struct TimelinePlace(DateTimeOffset Until, int Told)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Until.UtcTicks}.{Told}");

    public static bool TryParse(string? text, out TimelinePlace place)
    {
        place = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var told) || told > TimelineReader.MostTold)
        {
            return false;
        }

        place = new TimelinePlace(new DateTimeOffset(ticks, TimeSpan.Zero), told);
        return true;
    }
}

/// <summary>What a timeline is asked for: <c>?kind=order&amp;before=…&amp;size=30</c>.</summary>
public sealed class TimelineFilter : IChecked
{
    /// <summary>Only entries of that kind.</summary>
    public string? Kind { get; init; }

    /// <summary><see cref="TimelinePage.Next"/> of the page before.</summary>
    public string? Before { get; init; }

    /// <summary>1 to 100, 30 unless told.</summary>
    public int? Size { get; init; }

    public void Check(Check check)
    {
        check.OptionalText("kind", Kind, 40);
        check.That(string.IsNullOrEmpty(Before) || TimelinePlace.TryParse(Before, out _), "before", "field.not-valid");
        check.That(Size is null or (>= 1 and <= 100), "size", "field.range", ("min", 1), ("max", 100));
    }
}

/// <summary>One timeline out of the parts of all modules, page by page from now back.</summary>
public sealed class TimelineReader(IEnumerable<ITimelineSource> sources, Caller caller, IPeopleNames people, TextBook texts, CompanyClock clock, IHttpContextAccessor http)
{
    /// <summary>More entries of one instant than this are not gone through: a file that brought them is seen by its own page.</summary>
    internal const int MostTold = 5_000;
    private const int UsualSize = 30;

    /// <summary>The caller has made sure that the record may be seen.</summary>
    public async Task<TimelinePage> Page(string entity, IReadOnlyList<Guid> ids, IReadOnlyList<string> pages, TimelineFilter filter, CancellationToken cancel)
    {
        var language = http.HttpContext is { } context ? Languages.Of(context) : Languages.Chinese;
        var mine = sources.Where(source => (source.Entity is null || source.Entity == entity) && caller.May(source.Permission)).ToList();
        var place = TimelinePlace.TryParse(filter.Before, out var given) ? given : new TimelinePlace(clock.Now.AddYears(100), 0);
        var size = filter.Size ?? UsualSize;
        // What was told of this instant is asked for again, and one more tells whether there is a next page.
        var asked = new TimelineQuestion { Entity = entity, Ids = ids, Pages = pages, Until = place.Until, Most = place.Told + size + 1 };
        var found = new List<(string Kind, TimelineEntry Entry)>();
        // One after the other: they share the one database context of the request.
        foreach (var source in mine.Where(source => filter.Kind is null || source.Kind == filter.Kind))
        {
            found.AddRange((await source.Of(asked, cancel)).Select(entry => (source.Kind, entry)));
        }

        // A stable sort: entries of one instant stay in the order of their sources.
        var rest = found.OrderByDescending(one => one.Entry.At).Skip(place.Told).ToList();
        var shown = rest.Take(size).ToList();
        var names = await people.Of([.. shown.Select(one => one.Entry.PersonId).OfType<PersonId>().Distinct()], cancel);
        return new TimelinePage(
            [.. shown.Select(one => Row(one.Kind, one.Entry, names, language))],
            rest.Count > size ? NextAfter(shown, place).ToString() : null,
            [.. mine.Select(source => source.Kind).Distinct().Select(kind => new TimelineKind(kind, texts.Say($"timeline-kind.{kind}", language)))]);
    }

    private static TimelinePlace NextAfter(List<(string Kind, TimelineEntry Entry)> shown, TimelinePlace place)
    {
        var last = shown[^1].Entry.At;
        var told = shown.Count(one => one.Entry.At == last);
        return new TimelinePlace(last, last == place.Until ? place.Told + told : told);
    }

    private TimelineRow Row(string kind, TimelineEntry entry, IReadOnlyDictionary<PersonId, string> names, string language)
    {
        return new TimelineRow
        {
            At = entry.At,
            IsDay = entry.IsDay,
            Kind = kind,
            Title = texts.Say($"timeline.{entry.What}", language, entry.Params),
            PersonName = entry.PersonId is { } person ? names.GetValueOrDefault(person) : null,
            Text = entry.Text,
            Amount = entry.Amount,
            Link = entry.Link,
            // A state is told by the code of its word.
            Changes = [.. entry.Changes.Select(change => new TimelineChange(texts.Say(change.Field, language), Said(change.Before), Said(change.After)))],
        };

        string? Said(string? value) => value is null ? null : texts.Say(value, language);
    }
}
