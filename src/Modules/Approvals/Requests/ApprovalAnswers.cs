using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Search;

namespace Yingpan.Approvals.Requests;

/// <summary>The files of a request are seen by who takes part in it; the applicant and whose turn it is add to them.</summary>
internal sealed class ApprovalFiles(AppDb db, Participation participation) : IFileParent
{
    public const string Table = "approvals_request";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<ApprovalId>(id, out var approval) && await participation.MaySee(approval, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel)
    {
        if (!Id.TryParse<ApprovalId>(id, out var key)
            || await db.Set<Approval>().AsNoTracking().Include(one => one.Turns).FirstOrDefaultAsync(one => one.Id == key, cancel) is not { } approval)
        {
            return false;
        }

        return approval.State is FlowState.Open or FlowState.Returned
            && (approval.ApplicantId == caller.Person || (await participation.TurnsIn(approval, cancel)).Count > 0);
    }
}

/// <summary>Answers the search of the whole system for requests: the latest ones, so that it costs the same in the tenth year; the list finds them all.</summary>
internal sealed class ApprovalSearch(Participation participation) : ISearchSource
{
    private const int Latest = 2_000;

    public string Kind => "approval";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var latest = (await participation.Visible(cancel)).AsNoTracking().OrderByDescending(approval => approval.SubmittedAt).Take(Latest);
        // Small letters are made of titles only where the words have any: for Chinese that would be most of the work.
        var fitting = asked.HasCase
            ? latest.Where(approval => EF.Functions.Like(approval.Title.ToLower(), pattern, @"\") || EF.Functions.Like(approval.Number.ToLower(), pattern, @"\"))
            : latest.Where(approval => EF.Functions.Like(approval.Title, pattern, @"\") || EF.Functions.Like(approval.Number, pattern, @"\"));
        var found = await fitting.OrderByDescending(approval => approval.SubmittedAt).Take(most)
            .Select(approval => new { approval.Id, approval.Title, approval.Number }).ToListAsync(cancel);
        return [.. found.Select(approval => new SearchHit
        {
            Kind = Kind,
            Id = approval.Id.ToString(),
            Title = approval.Title,
            Subtitle = approval.Number,
            Link = $"/approvals?box=All&open={approval.Id}",
        })];
    }
}

/// <summary>Answers which kinds of approval a deputy can be given.</summary>
internal sealed class DelegatedApprovals(IEnumerable<ApprovalKind> kinds) : IDelegatedWork
{
    public IReadOnlyList<string> Kinds => [.. kinds.Select(kind => kind.Code)];
}
