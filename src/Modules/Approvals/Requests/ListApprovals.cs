using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Approvals.Requests;

/// <summary>Which of the requests.</summary>
internal enum ApprovalBox
{
    /// <summary>Those that wait for me.</summary>
    Todo,

    /// <summary>Those I sent in.</summary>
    Mine,

    /// <summary>Those I have decided.</summary>
    Done,

    /// <summary>Those I was given a copy of.</summary>
    Copied,

    /// <summary>All I may see.</summary>
    All,
}

internal sealed record ApprovalRow
{
    public required ApprovalId Id { get; init; }

    public required string Number { get; init; }

    public required string Kind { get; init; }

    internal ApprovalMatterId? MatterId { get; init; }

    public string? MatterName { get; init; }

    public string? MatterNameEn { get; init; }

    public required string Title { get; init; }

    public required PersonId ApplicantId { get; init; }

    public required string ApplicantName { get; init; }

    internal UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public Money? Amount { get; init; }

    public required FlowState State { get; init; }

    internal PersonId? WithId { get; init; }

    /// <summary>With whom it is; the first of them, when there are several.</summary>
    public string? WithName { get; init; }

    public required int With { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required int Round { get; init; }
}

/// <summary>GET /api/approvals, /api/approvals/export, /api/approvals/counts</summary>
internal static class ListApprovals
{
    public sealed class Filter : IChecked
    {
        /// <summary>What waits for me, unless told.</summary>
        public ApprovalBox? Box { get; init; }

        public string? Kind { get; init; }

        public ApprovalMatterId? Matter { get; init; }

        public FlowState? State { get; init; }

        public PersonId? Applicant { get; init; }

        /// <summary>True gives only those whose time is over.</summary>
        public bool? Late { get; init; }

        /// <summary>First day it was sent in, included.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        /// <summary>A box, and nothing of it left out.</summary>
        public bool IsWhole => this is { Kind: null, Matter: null, State: null, Applicant: null, Late: not true, From: null, To: null };

        public void Check(Check check)
        {
            check.OptionalText("kind", Kind, 40);
            check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
        }
    }

    public sealed record Counts(int Todo, int Returned, int Copied);

    private static readonly ListSpec<ApprovalRow> Spec = new ListSpec<ApprovalRow>("approvals", row => row.Id)
        .Column("number", row => row.Number)
        .Column("kind", row => row.Kind)
        .NameColumn("matterName", row => row.MatterName)
        .NameColumn("title", row => row.Title)
        .NameColumn("applicantName", row => row.ApplicantName)
        .NameColumn("unitName", row => row.UnitName)
        .Column("amount", row => row.Amount)
        .Column("state", row => row.State)
        .NameColumn("withName", row => row.WithName)
        .Column("since", row => row.Since)
        .Column("submittedAt", row => row.SubmittedAt)
        .Column("finishedAt", row => row.FinishedAt)
        .SortedBy("-submittedAt");

    public static async Task<ListPage<ApprovalRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Participation participation, Platform.Modules.CompanyClock clock, CancellationToken cancel)
    {
        var inUsualOrder = query.Sort is null or "" or "-submittedAt";
        if (inUsualOrder && filter.IsWhole && query.Pattern is null && await Turns(filter.Box ?? ApprovalBox.Todo, db, participation, cancel) is { } turns)
        {
            // The turns alone tell which requests these are and in which order: however many lie in the table, it costs what the page costs.
            // Grouped, not distinct: of these the database walks its index only as far as the page goes.
            var keys = turns.GroupBy(turn => new { turn.SubmittedAt, turn.ApprovalId }).Select(one => one.Key)
                .OrderByDescending(turn => turn.SubmittedAt).ThenByDescending(turn => turn.ApprovalId);
            return await Page(query.Cut(keys).Join(db.Set<Approval>(), key => key.ApprovalId, approval => approval.Id, (_, approval) => approval), () => keys.CountAsync(cancel));
        }

        var approvals = await Approvals(query, filter, db, participation, clock, cancel);
        if (!inUsualOrder)
        {
            return await Spec.Page(Rows(approvals, db), query, db, cancel);
        }

        // The usual order needs nothing but the request itself: the page is cut first, and the names beside its rows come from the memory of the house.
        return await Page(query.Cut(approvals.OrderByDescending(approval => approval.SubmittedAt).ThenByDescending(approval => approval.Id)), () => approvals.CountAsync(cancel));

        async Task<ListPage<ApprovalRow>> Page(IQueryable<Approval> page, Func<Task<int>> count)
        {
            var items = await page.AsNoTracking().Select(Shape, db.Set<Matter>(), db.PersonCards, db.UnitCards, false).ToListAsync(cancel);
            var (names, matters) = (await db.HouseNames(cancel), await db.MattersOfHouse(cancel));
            return await query.PageOf([.. items.OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.Id.Value).Select(Named)], count);

            ApprovalRow Named(ApprovalRow row)
            {
                var matter = row.MatterId is { } id ? matters.GetValueOrDefault(id) : null;
                return row with
                {
                    MatterName = matter?.Name,
                    MatterNameEn = matter?.NameEn,
                    ApplicantName = names.Of(row.ApplicantId) ?? "",
                    UnitName = names.Of(row.UnitId),
                    WithName = names.Of(row.WithId),
                };
            }
        }
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Participation participation, Platform.Modules.CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        var language = Languages.Of(http);
        var named = Spec.Saying("kind", row => Kind(row.Kind)).Saying("matterName", row => (language == Languages.English ? row.MatterNameEn : row.MatterName) ?? Kind(row.Kind));
        await ExportList.Write(http, db, named, Rows(await Approvals(query, filter, db, participation, clock, cancel), db), query.Sort, cancel);

        string Kind(string code) => texts.Say($"approval-kind.{code}", language);
    }

    /// <summary>What waits for me: beside the menu.</summary>
    public static async Task<Counts> Count(AppDb db, Participation participation, CancellationToken cancel)
    {
        if (participation.Me is not { } me)
        {
            return new Counts(0, 0, 0);
        }

        return new Counts(
            await Turns(ApprovalBox.Todo, db, participation, cancel) is { } turns
                ? await turns.Select(turn => turn.ApprovalId).Distinct().CountAsync(cancel)
                : await (await participation.Todo(cancel)).CountAsync(cancel),
            await db.Set<Approval>().CountAsync(approval => approval.ApplicantId == me && approval.State == FlowState.Returned, cancel),
            await db.Set<Copy>().CountAsync(copy => copy.PersonId == me && copy.SeenAt == null, cancel));
    }

    private static async Task<IQueryable<Approval>> Approvals(ListQuery query, Filter filter, AppDb db, Participation participation, Platform.Modules.CompanyClock clock, CancellationToken cancel)
    {
        var approvals = (await Box(filter.Box ?? ApprovalBox.Todo, db, participation, cancel)).AsNoTracking();
        if (query.Pattern is { } pattern)
        {
            var people = db.PersonCards;
            approvals = approvals.Where(approval => EF.Functions.Like(approval.Number.ToLower(), pattern, @"\") || EF.Functions.Like(approval.Title.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == approval.ApplicantId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        if (filter.Kind is { } kind)
        {
            approvals = approvals.Where(approval => approval.Kind == kind);
        }

        if (filter.Matter is { } matter)
        {
            approvals = approvals.Where(approval => approval.MatterId == matter);
        }

        if (filter.State is { } state)
        {
            approvals = approvals.Where(approval => approval.State == state);
        }

        if (filter.Applicant is { } applicant)
        {
            approvals = approvals.Where(approval => approval.ApplicantId == applicant);
        }

        if (filter.Late == true)
        {
            DateTimeOffset? now = clock.Now;
            approvals = approvals.Where(approval => approval.DueAt <= now);
        }

        if (filter.From is { } from)
        {
            var start = clock.StartOf(from);
            approvals = approvals.Where(approval => approval.SubmittedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = clock.StartOf(to.AddDays(1));
            approvals = approvals.Where(approval => approval.SubmittedAt < end);
        }

        return approvals;
    }

    private static async Task<IQueryable<Approval>> Box(ApprovalBox box, AppDb db, Participation participation, CancellationToken cancel)
    {
        var (all, me) = (db.Set<Approval>(), participation.Me);
        var done = db.Set<ApprovalTurn>().Where(turn => turn.ById == me).Select(turn => turn.ApprovalId);
        var copied = db.Set<Copy>().Where(copy => copy.PersonId == me).Select(copy => copy.ApprovalId);
        return box switch
        {
            _ when me is null && box != ApprovalBox.All => all.Where(_ => false),
            ApprovalBox.Todo => await participation.Todo(cancel),
            ApprovalBox.Mine => all.Where(approval => approval.ApplicantId == me),
            ApprovalBox.Done => all.Where(approval => done.Contains(approval.Id)),
            ApprovalBox.Copied => all.Where(approval => copied.Contains(approval.Id)),
            _ => await participation.Visible(cancel),
        };
    }

    /// <summary>The turns that make a box; null for a box they do not make, or not alone.</summary>
    private static async Task<IQueryable<ApprovalTurn>?> Turns(ApprovalBox box, AppDb db, Participation participation, CancellationToken cancel) =>
        (box, participation.Me) switch
        {
            (ApprovalBox.Todo, { } me) when (await participation.Principals(cancel)).Count == 0 => participation.OwnTurns(me),
            (ApprovalBox.Done, { } me) => db.Set<ApprovalTurn>().Where(turn => turn.ById == me),
            _ => null,
        };

    private static IQueryable<ApprovalRow> Rows(IQueryable<Approval> approvals, AppDb db) => approvals.Select(Shape, db.Set<Matter>(), db.PersonCards, db.UnitCards, true);

    private static readonly Expression<Func<Approval, IQueryable<Matter>, IQueryable<PersonCard>, IQueryable<UnitCard>, bool, ApprovalRow>> Shape = (approval, matters, people, units, named) => new ApprovalRow
    {
        Id = approval.Id,
        Number = approval.Number,
        Kind = approval.Kind,
        MatterId = approval.MatterId,
        MatterName = named ? matters.Where(matter => matter.Id == approval.MatterId).Select(matter => matter.Name).FirstOrDefault() : null,
        MatterNameEn = named ? matters.Where(matter => matter.Id == approval.MatterId).Select(matter => matter.NameEn).FirstOrDefault() : null,
        Title = approval.Title,
        ApplicantId = approval.ApplicantId,
        ApplicantName = named ? people.Where(person => person.Id == approval.ApplicantId).Select(person => person.Name).FirstOrDefault() ?? "" : "",
        UnitId = approval.UnitId,
        UnitName = named ? units.Where(unit => unit.Id == approval.UnitId).Select(unit => unit.Name).FirstOrDefault() : null,
        Amount = approval.Amount,
        State = approval.State,
        WithId = approval.WithId,
        WithName = named ? people.Where(person => person.Id == approval.WithId).Select(person => person.Name).FirstOrDefault() : null,
        With = approval.With,
        Since = approval.Since,
        DueAt = approval.DueAt,
        SubmittedAt = approval.SubmittedAt,
        FinishedAt = approval.FinishedAt,
        Round = approval.Round,
    };
}
