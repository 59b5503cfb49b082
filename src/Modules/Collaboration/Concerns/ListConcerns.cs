using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Concerns;

internal enum ConcernBox
{
    /// <summary>Those reported to me.</summary>
    ToMe,

    /// <summary>Those I sent.</summary>
    Mine,

    All,
}

internal sealed record ConcernRow
{
    public required ConcernId Id { get; init; }

    public required ConcernKind Kind { get; init; }

    public required string Title { get; init; }

    public required PersonId AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required ConcernState State { get; init; }

    /// <summary>To whom it went last.</summary>
    public required string WithName { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>GET /api/concerns, /api/concerns/export</summary>
internal static class ListConcerns
{
    public sealed class Filter : IChecked
    {
        /// <summary>What was reported to me, unless told.</summary>
        public ConcernBox? Box { get; init; }

        public ConcernKind? Kind { get; init; }

        public ConcernState? State { get; init; }

        public PersonId? Author { get; init; }

        /// <summary>True leaves out what is answered or closed.</summary>
        public bool? Open { get; init; }
    }

    private static readonly ListSpec<ConcernRow> Spec = new ListSpec<ConcernRow>("concerns", row => row.Id)
        .Column("title", row => row.Title)
        .Column("kind", row => row.Kind)
        .NameColumn("authorName", row => row.AuthorName)
        .NameColumn("withName", row => row.WithName)
        .Column("state", row => row.State)
        .Column("sentAt", row => row.SentAt)
        .Column("answeredAt", row => row.AnsweredAt)
        .SortedBy("-sentAt");

    public static async Task<ListPage<ConcernRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, ConcernReaders readers, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, ConcernReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers), query.Sort, cancel);

    private static IQueryable<ConcernRow> Rows(ListQuery query, Filter filter, AppDb db, ConcernReaders readers)
    {
        var (me, people) = (readers.Me, db.PersonCards);
        var concerns = readers.Visible().AsNoTracking();
        concerns = (filter.Box ?? ConcernBox.ToMe) switch
        {
            ConcernBox.ToMe => concerns.Where(concern => concern.Receivers.Any(receiver => receiver.PersonId == me)),
            ConcernBox.Mine => concerns.Where(concern => concern.AuthorId == me),
            _ => concerns,
        };
        if (query.Pattern is { } pattern)
        {
            concerns = concerns.Where(concern => EF.Functions.Like(concern.Title.ToLower(), pattern, @"\") || EF.Functions.Like(concern.Text.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == concern.AuthorId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        concerns = filter.Kind is { } kind ? concerns.Where(concern => concern.Kind == kind) : concerns;
        concerns = filter.State is { } state ? concerns.Where(concern => concern.State == state) : concerns;
        concerns = filter.Author is { } author ? concerns.Where(concern => concern.AuthorId == author) : concerns;
        concerns = filter.Open == true ? concerns.Where(concern => concern.State == ConcernState.Sent || concern.State == ConcernState.Acknowledged) : concerns;
        return concerns.Select(concern => new ConcernRow
        {
            Id = concern.Id,
            Kind = concern.Kind,
            Title = concern.Title,
            AuthorId = concern.AuthorId,
            AuthorName = people.Where(person => person.Id == concern.AuthorId).Select(person => person.Name).FirstOrDefault() ?? "",
            State = concern.State,
            WithName = people.Where(person => person.Id == concern.Receivers.OrderByDescending(receiver => receiver.At).ThenBy(receiver => receiver.PersonId).Select(receiver => receiver.PersonId).First())
                .Select(person => person.Name).FirstOrDefault() ?? "",
            SentAt = concern.SentAt,
            AnsweredAt = concern.AnsweredAt,
        });
    }
}

internal sealed record ConcernReceiverView(PersonName Person, DateTimeOffset At, string? FromName, DateTimeOffset? AcknowledgedAt);

internal sealed record ConcernLineView(DateTimeOffset At, ConcernLineKind Kind, string ActorName, string? TargetName, string? Text);

internal sealed record ConcernView : IHasVersion
{
    public required ConcernId Id { get; init; }

    public required ConcernKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required PersonName Author { get; init; }

    public required ConcernState State { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required IReadOnlyList<ConcernReceiverView> Receivers { get; init; }

    public required IReadOnlyList<ConcernLineView> Lines { get; init; }

    /// <summary>To whom the caller could pass it on; null when there is nobody above.</summary>
    public string? NextName { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/concerns/{id}</summary>
internal static class ReadConcern
{
    public static async Task<ConcernView> Handle(ConcernId id, AppDb db, ConcernReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var concern = await readers.Visible().AsNoTracking().Include(one => one.Receivers).Include(one => one.Lines).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var names = await db.NamesOf(
            [concern.AuthorId, .. concern.Receivers.SelectMany(receiver => new[] { receiver.PersonId, receiver.FromId }), .. concern.Lines.SelectMany(line => new[] { line.ActorId, line.TargetId })], cancel);
        var mine = concern.Receivers.Find(receiver => receiver.PersonId == readers.Me);
        var isOpen = concern.State != ConcernState.Closed;
        var next = isOpen && mine is not null ? await Next(concern, mine.PersonId, db, clock, cancel) : null;
        return new ConcernView
        {
            Id = id,
            Kind = concern.Kind,
            Title = concern.Title,
            Text = concern.Text,
            Author = names.Named(concern.AuthorId),
            State = concern.State,
            SentAt = concern.SentAt,
            Receivers = [.. concern.Receivers.OrderBy(receiver => receiver.At).ThenBy(receiver => receiver.PersonId.Value)
                .Select(receiver => new ConcernReceiverView(names.Named(receiver.PersonId), receiver.At, names.NameOf(receiver.FromId), receiver.AcknowledgedAt))],
            Lines = [.. concern.Lines.OrderBy(line => line.Line)
                .Select(line => new ConcernLineView(line.At, line.Kind, names.NameOf(line.ActorId) ?? "", names.NameOf(line.TargetId), line.Text))],
            NextName = next,
            Version = concern.Version,
            Can =
            [
                .. isOpen && mine is { AcknowledgedAt: null } ? new[] { "acknowledge" } : [],
                .. isOpen && mine is not null ? new[] { "answer" } : [],
                .. next is not null ? new[] { "passOn" } : [],
                .. isOpen && concern.AuthorId == readers.Me ? new[] { "say", "close" } : [],
            ],
        };
    }

    private static async Task<string?> Next(Concern concern, PersonId me, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var chart = await db.LoadChart(clock.Today, cancel);
        var next = chart.SuperiorsOf(me).Cast<PersonId?>().FirstOrDefault(person => person != concern.AuthorId && !concern.Receivers.Exists(receiver => receiver.PersonId == person));
        return next is { } person ? chart.Person(person)?.Name : null;
    }
}
