using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Search;

namespace Yingpan.Collaboration.Meetings;

/// <summary>Answers the search of the whole system for meetings.</summary>
internal sealed class MeetingSearch(MeetingReaders readers) : ISearchSource
{
    public string Kind => "meeting";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await readers.Visible().AsNoTracking()
            .Where(meeting => EF.Functions.Like(meeting.Title.ToLower(), pattern, @"\") || EF.Functions.Like(meeting.Number.ToLower(), pattern, @"\"))
            .OrderByDescending(meeting => meeting.Day).ThenByDescending(meeting => meeting.Number).Take(most)
            .Select(meeting => new { meeting.Id, meeting.Title, meeting.Number, meeting.Day }).ToListAsync(cancel);
        return [.. found.Select(meeting => new SearchHit { Kind = Kind, Id = meeting.Id.ToString(), Title = meeting.Title, Subtitle = $"{meeting.Number} {meeting.Day:yyyy-MM-dd}", Link = $"/meetings?open={meeting.Id}" })];
    }
}
