using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Notices;

internal sealed record NoticeRequest : IChecked
{
    public required string Title { get; init; }

    public required string Text { get; init; }

    public bool IsImportant { get; init; }

    public bool MustConfirm { get; init; }

    public DateOnly? ConfirmBy { get; init; }

    public IReadOnlyList<AudienceLine> To { get; init; } = [];

    public void Check(Check check)
    {
        check.Text("title", Title, 120);
        check.Text("text", Text, 20_000, lines: true);
        check.That(ConfirmBy is null || MustConfirm, "confirmBy", "collaboration.nothing-to-confirm");
        if (ConfirmBy is { } day)
        {
            check.Day("confirmBy", day);
        }

        check.Audience("to", To);
    }

    public async Task WriteTo(Notice notice, AppDb db, CancellationToken cancel)
    {
        var check = new Check();
        await check.KnownAudience("to", To, db, cancel);
        check.ThrowIfAny();
        (notice.Title, notice.Text, notice.IsImportant, notice.MustConfirm, notice.ConfirmBy) = (Title.Clean(), Text.Clean(), IsImportant, MustConfirm, ConfirmBy);
        notice.Parts.Clear();
        notice.Parts.AddRange(To.Select(line => line.Part).Distinct().Index().Select(part => new NoticePart
        {
            NoticeId = notice.Id,
            Place = part.Index,
            UnitId = part.Item.UnitId,
            WithSubunits = part.Item.WithSubunits,
            PositionId = part.Item.PositionId,
            PersonId = part.Item.PersonId,
        }));
    }
}

/// <summary>POST /api/notices: a draft; nobody but its author sees it.</summary>
internal static class AddNotice
{
    public static async Task<Created<Saved<NoticeId>>> Handle(NoticeRequest request, AppDb db, NoticeReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        var notice = new Notice { Id = Id.New<NoticeId>(), Title = "", Text = "", AuthorId = me, State = NoticeState.Draft, CreatedAt = clock.Now };
        await request.WriteTo(notice, db, cancel);
        db.Add(notice);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/notices/{notice.Id}", new Saved<NoticeId>(notice.Id, notice.Version));
    }
}

/// <summary>PUT /api/notices/{id}: a draft of one's own.</summary>
internal static class EditNotice
{
    public static async Task<Saved<NoticeId>> Handle(NoticeId id, NoticeRequest request, IfMatch seen, AppDb db, NoticeReaders readers, CancellationToken cancel)
    {
        var notice = await readers.Own(id, cancel);
        db.Expect(notice, seen);
        if (notice.State != NoticeState.Draft)
        {
            throw Refusal.Conflict("collaboration.notice-published");
        }

        // Keys are taken again, so the old lines go first.
        notice.Parts.Clear();
        await db.SaveChangesAsync(cancel);
        await request.WriteTo(notice, db, cancel);
        db.Entry(notice).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<NoticeId>(notice.Id, notice.Version);
    }
}

/// <summary>DELETE /api/notices/{id}: a draft of one's own; what was said once is withdrawn, not deleted.</summary>
internal static class RemoveNotice
{
    public static async Task<NoContent> Handle(NoticeId id, AppDb db, NoticeReaders readers, CancellationToken cancel)
    {
        var notice = await readers.Own(id, cancel);
        if (notice.State != NoticeState.Draft)
        {
            throw Refusal.Conflict("collaboration.notice-published");
        }

        db.Remove(notice);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/notices/audience: how many it would go to, before it is published. Writes nothing.</summary>
internal static class PreviewAudience
{
    public sealed record Request : IChecked
    {
        public IReadOnlyList<AudienceLine> To { get; init; } = [];

        public void Check(Check check) => check.Audience("to", To);
    }

    /// <param name="Beyond">Names of people among them whom the caller may not address; the first few.</param>
    public sealed record View(int People, IReadOnlyList<string> Beyond);

    public static async Task<View> Handle(Request request, NoticeAudience audience, CancellationToken cancel)
    {
        var found = await audience.Of([.. request.To.Select(line => line.Part)], cancel);
        return new View(found.People.Count, [.. found.Beyond.Take(5).Select(person => person.Name)]);
    }
}

/// <summary>The people a notice of the caller would go to today.</summary>
internal sealed class NoticeAudience(AppDb db, Reach reach, CompanyClock clock)
{
    public async Task<Audience.Result> Of(IReadOnlyList<AudiencePart> parts, CancellationToken cancel)
    {
        var chart = await db.LoadChart(clock.Today, cancel);
        HashSet<PersonId>? reached = reach.People(CollaborationPermissions.WriteNotices) is { } people ? await people.ToHashSetAsync(cancel) : null;
        return Audience.Of(chart, parts, reached, reach.Caller.Person);
    }
}
