namespace Yingpan.Organization.Documents.Rules;

/// <summary>When somebody is reminded of a document (docs/rules/document-reminders.md).</summary>
internal static class Reminding
{
    /// <summary>Of an edition he has not read: once so many days after he was asked, then every so many days.</summary>
    /// <param name="reminded">The last day on which he was.</param>
    public static bool OfReading(DateOnly asked, DateOnly? reminded, DateOnly today, int after, int every) =>
        reminded is { } last ? last.AddDays(every) <= today : asked.AddDays(after) <= today;

    /// <summary>Of a review: once so many days ahead, on its day, and every so many days after it until it is held.</summary>
    /// <param name="told">The last day on which its responsible person was told of it.</param>
    public static bool OfReview(DateOnly due, DateOnly? told, DateOnly today, int ahead, int every) =>
        due.AddDays(-ahead) <= today && (told is not { } last || (last < due && today >= due) || (last >= due && last.AddDays(every) <= today));
}
