using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Search;

namespace Yingpan.Organization.Documents;

/// <summary>Answers the search of the whole system for rules of the house and duties of positions.</summary>
internal sealed class DocumentSearch(DocumentReaders readers) : ISearchSource
{
    public string Kind => "document";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await (await readers.Visible(cancel)).Where(document => EF.Functions.Like(document.Title.ToLower(), pattern, @"\"))
            .OrderBy(document => document.Title).Take(most).Select(document => new { document.Id, document.Title }).ToListAsync(cancel);
        return [.. found.Select(document => new SearchHit { Kind = Kind, Id = document.Id.ToString(), Title = document.Title, Link = $"/documents/{document.Id}" })];
    }
}
