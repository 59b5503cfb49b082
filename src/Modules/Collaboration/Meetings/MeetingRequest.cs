using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Meetings;

/// <summary>A time of day, "17:00", kept as minutes from midnight.</summary>
internal static class ClockTime
{
    public static int? Parse(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    public static string Text(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    public static void Times(this Check check, string from, string to)
    {
        check.That(Parse(from) is not null, "from", "collaboration.not-time");
        check.That(Parse(to) is not null, "to", "collaboration.not-time");
        check.That(Parse(from) is null || Parse(to) is null || Parse(from) < Parse(to), "to", "collaboration.time-backwards");
    }
}

internal static class MeetingChecks
{
    public static async Task Chair(this Check check, PersonId chair, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        check.That(await db.PersonCards.AnyAsync(person => person.Id == chair && (person.LeftOn == null || person.LeftOn >= today), cancel), "chairId", "record.not-found");
    }
}

/// <summary>A single meeting, as the form sends it.</summary>
internal sealed record MeetingRequest : IChecked
{
    public required string Title { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>"17:00"</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public string? Place { get; init; }

    public required PersonId ChairId { get; init; }

    public bool NeedsMinutes { get; init; }

    public IReadOnlyList<AudienceLine> Invited { get; init; } = [];

    public void Check(Check check)
    {
        check.Text("title", Title, 120);
        check.Day("day", Day);
        check.Times(From, To);
        check.OptionalText("place", Place, 200);
        check.Audience("invited", Invited);
    }
}
