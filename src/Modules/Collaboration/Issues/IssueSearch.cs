using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Search;

namespace Yingpan.Collaboration.Issues;

/// <summary>Answers the search of the whole system for issues between departments.</summary>
internal sealed class IssueSearch(IssueReaders readers) : ISearchSource
{
    public string Kind => "issue";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await readers.Visible().AsNoTracking()
            .Where(issue => EF.Functions.Like(issue.Title.ToLower(), pattern, @"\") || EF.Functions.Like(issue.Number.ToLower(), pattern, @"\"))
            .OrderByDescending(issue => issue.Number).Take(most).Select(issue => new { issue.Id, issue.Title, issue.Number }).ToListAsync(cancel);
        return [.. found.Select(issue => new SearchHit { Kind = Kind, Id = issue.Id.ToString(), Title = issue.Title, Subtitle = issue.Number, Link = $"/issues?box=All&open={issue.Id}" })];
    }
}
