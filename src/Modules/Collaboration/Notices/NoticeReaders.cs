using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Search;

namespace Yingpan.Collaboration.Notices;

/// <summary>Which notices the caller sees: those he got, those he wrote, and every published one with the permission. The one rule for all.</summary>
internal sealed class NoticeReaders(AppDb db, Caller caller)
{
    public PersonId? Me => caller.Person;

    public bool SeesAll => caller.May(CollaborationPermissions.ReadAllNotices);

    /// <summary>May see who has read it and who has not.</summary>
    public bool SeesReceipts(Notice notice) => notice.AuthorId == Me || SeesAll;

    public IQueryable<Notice> Visible()
    {
        var me = caller.Person;
        var all = db.Set<Notice>();
        if (SeesAll)
        {
            return all.Where(notice => notice.State != NoticeState.Draft || notice.AuthorId == me);
        }

        var got = db.Set<NoticeReceipt>().Where(receipt => receipt.PersonId == me).Select(receipt => receipt.NoticeId);
        return me is null ? all.Where(_ => false) : all.Where(notice => notice.AuthorId == me || got.Contains(notice.Id));
    }

    public async Task<Notice> Find(NoticeId id, CancellationToken cancel) =>
        await Visible().Include(notice => notice.Parts).FirstOrDefaultAsync(notice => notice.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    /// <summary>One's own, to change it.</summary>
    public async Task<Notice> Own(NoticeId id, CancellationToken cancel)
    {
        var notice = await Find(id, cancel);
        return notice.AuthorId == Me ? notice : throw Refusal.Conflict("collaboration.not-author");
    }
}

/// <summary>The files of a notice go with it; they are fixed with its wording when it is published.</summary>
internal sealed class NoticeFiles(NoticeReaders readers) : IFileParent
{
    public const string Table = "collaboration_notice";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<NoticeId>(id, out var notice) && await readers.Visible().AnyAsync(one => one.Id == notice, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel)
    {
        var me = caller.Person;
        return me is not null && Id.TryParse<NoticeId>(id, out var notice)
            && await readers.Visible().AnyAsync(one => one.Id == notice && one.AuthorId == me && one.State == NoticeState.Draft, cancel);
    }
}

/// <summary>Answers the search of the whole system for notices.</summary>
internal sealed class NoticeSearch(NoticeReaders readers) : ISearchSource
{
    public string Kind => "notice";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await readers.Visible().AsNoTracking().Where(notice => EF.Functions.Like(notice.Title.ToLower(), pattern, @"\"))
            .OrderByDescending(notice => notice.CreatedAt).Take(most).Select(notice => new { notice.Id, notice.Title }).ToListAsync(cancel);
        return [.. found.Select(notice => new SearchHit
        {
            Kind = Kind,
            Id = notice.Id.ToString(),
            Title = notice.Title,
            Subtitle = "",
            Link = $"/notices?open={notice.Id}",
        })];
    }
}
