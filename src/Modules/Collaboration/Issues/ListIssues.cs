using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Issues;

internal enum IssueBox
{
    /// <summary>What my unit, or I, was asked for.</summary>
    ToUs,

    /// <summary>What my unit, or I, asked for.</summary>
    FromUs,

    All,
}

internal sealed record IssueRow
{
    public required IssueId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string FromUnitName { get; init; }

    public required string ToUnitName { get; init; }

    public required string RaisedByName { get; init; }

    public string? OwnerName { get; init; }

    public required IssueState State { get; init; }

    public DateOnly? ProposedOn { get; init; }

    public DateOnly? AgreedOn { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public required int Level { get; init; }
}

/// <summary>GET /api/issues, /api/issues/export</summary>
internal static class ListIssues
{
    public sealed class Filter : IChecked
    {
        public IssueBox? Box { get; init; }

        public IssueState? State { get; init; }

        public UnitId? From { get; init; }

        public UnitId? To { get; init; }

        /// <summary>True leaves out what is confirmed or withdrawn.</summary>
        public bool? Open { get; init; }

        /// <summary>True gives only what is not done and past its day.</summary>
        public bool? Overdue { get; init; }
    }

    private static readonly ListSpec<IssueRow> Spec = new ListSpec<IssueRow>("issues", row => row.Id)
        .Column("number", row => row.Number)
        .Column("title", row => row.Title)
        .Column("fromUnitName", row => row.FromUnitName)
        .Column("toUnitName", row => row.ToUnitName)
        .NameColumn("raisedByName", row => row.RaisedByName)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("state", row => row.State)
        .Column("raisedOn", row => row.RaisedOn)
        .Column("proposedOn", row => row.ProposedOn)
        .Column("agreedOn", row => row.AgreedOn)
        .Column("doneOn", row => row.DoneOn)
        .Column("level", row => row.Level)
        .SortedBy("-raisedOn");

    public static async Task<ListPage<IssueRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, IssueReaders readers, Caller caller, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers, caller, clock), query, db, cancel);

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, IssueReaders readers, Caller caller, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers, caller, clock), query.Sort, cancel);

    private static IQueryable<IssueRow> Rows(ListQuery query, Filter filter, AppDb db, IssueReaders readers, Caller caller, CompanyClock clock)
    {
        var (me, people, units) = (readers.Me, db.PersonCards, db.UnitCards);
        var mine = caller.SubtreeUnits.ToList();
        var issues = readers.Visible().AsNoTracking();
        issues = (filter.Box ?? IssueBox.ToUs) switch
        {
            IssueBox.ToUs => issues.Where(issue => issue.OwnerId == me || mine.Contains(issue.ToUnitId)),
            IssueBox.FromUs => issues.Where(issue => issue.RaisedById == me || mine.Contains(issue.FromUnitId)),
            _ => issues,
        };
        if (query.Pattern is { } pattern)
        {
            issues = issues.Where(issue => EF.Functions.Like(issue.Title.ToLower(), pattern, @"\") || EF.Functions.Like(issue.Number.ToLower(), pattern, @"\")
                || people.Any(person => (person.Id == issue.OwnerId || person.Id == issue.RaisedById) && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        issues = filter.State is { } state ? issues.Where(issue => issue.State == state) : issues;
        issues = filter.From is { } from ? issues.Where(issue => issue.FromUnitId == from) : issues;
        issues = filter.To is { } to ? issues.Where(issue => issue.ToUnitId == to) : issues;
        issues = filter.Open == true ? issues.Where(issue => issue.State != IssueState.Confirmed && issue.State != IssueState.Withdrawn) : issues;
        if (filter.Overdue == true)
        {
            DateOnly? today = clock.Today;
            issues = issues.Where(issue => (issue.State == IssueState.Raised || issue.State == IssueState.Agreed) && (issue.AgreedOn ?? issue.ProposedOn) < today);
        }

        return issues.Select(issue => new IssueRow
        {
            Id = issue.Id,
            Number = issue.Number,
            Title = issue.Title,
            FromUnitName = units.Where(unit => unit.Id == issue.FromUnitId).Select(unit => unit.Name).FirstOrDefault() ?? "",
            ToUnitName = units.Where(unit => unit.Id == issue.ToUnitId).Select(unit => unit.Name).FirstOrDefault() ?? "",
            RaisedByName = people.Where(person => person.Id == issue.RaisedById).Select(person => person.Name).FirstOrDefault() ?? "",
            OwnerName = people.Where(person => person.Id == issue.OwnerId).Select(person => person.Name).FirstOrDefault(),
            State = issue.State,
            ProposedOn = issue.ProposedOn,
            AgreedOn = issue.AgreedOn,
            RaisedOn = issue.RaisedOn,
            DoneOn = issue.DoneOn,
            Level = issue.Level,
        });
    }
}

internal sealed record IssueLineView(DateTimeOffset At, IssueLineKind Kind, string? ActorName, string? TargetName, DateOnly? Day, string? Text);

internal sealed record IssueView : IHasVersion
{
    public required IssueId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required UnitId FromUnitId { get; init; }

    public required string FromUnitName { get; init; }

    public required UnitId ToUnitId { get; init; }

    public required string ToUnitName { get; init; }

    public required PersonName RaisedBy { get; init; }

    public PersonName? Owner { get; init; }

    public required IssueState State { get; init; }

    public DateOnly? ProposedOn { get; init; }

    public required bool ProposedByAsking { get; init; }

    public DateOnly? AgreedOn { get; init; }

    public string? Result { get; init; }

    public string? Reason { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public required int Level { get; init; }

    public required IReadOnlyList<IssueLineView> Lines { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/issues/{id}</summary>
internal static class ReadIssue
{
    public static async Task<IssueView> Handle(IssueId id, AppDb db, IssueReaders readers, CancellationToken cancel)
    {
        var issue = await readers.Visible().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var lines = await db.Set<IssueLine>().AsNoTracking().Where(line => line.IssueId == id).OrderBy(line => line.Line).ToListAsync(cancel);
        var names = await db.NamesOf([issue.RaisedById, issue.OwnerId, .. lines.SelectMany(line => new[] { line.ActorId, line.TargetId })], cancel);
        var units = await db.UnitCards.Where(unit => unit.Id == issue.FromUnitId || unit.Id == issue.ToUnitId).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        return new IssueView
        {
            Id = id,
            Number = issue.Number,
            Title = issue.Title,
            Text = issue.Text,
            FromUnitId = issue.FromUnitId,
            FromUnitName = units.GetValueOrDefault(issue.FromUnitId) ?? "",
            ToUnitId = issue.ToUnitId,
            ToUnitName = units.GetValueOrDefault(issue.ToUnitId) ?? "",
            RaisedBy = names.Named(issue.RaisedById),
            Owner = names.Named(issue.OwnerId),
            State = issue.State,
            ProposedOn = issue.ProposedOn,
            ProposedByAsking = issue.ProposedByAsking,
            AgreedOn = issue.AgreedOn,
            Result = issue.Result,
            Reason = issue.Reason,
            RaisedOn = issue.RaisedOn,
            DoneOn = issue.DoneOn,
            ConfirmedOn = issue.ConfirmedOn,
            Level = issue.Level,
            Lines = [.. lines.Select(line => new IssueLineView(line.At, line.Kind, names.NameOf(line.ActorId), names.NameOf(line.TargetId), line.Day, line.Text))],
            Version = issue.Version,
            Can = [.. IssueFlow.Can(await readers.Facts(issue, cancel)), .. readers.Me is null ? Array.Empty<string>() : ["comment"]],
        };
    }
}

/// <summary>GET /api/issue-figures: how units keep what they agree to, by the day it was raised; of the issues the caller sees.</summary>
internal static class ReadIssueFigures
{
    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public void Check(Check check)
        {
            check.Period("from", From, To);
            check.That(To.DayNumber - From.DayNumber < 1100, "to", "collaboration.period-too-long");
        }
    }

    public sealed record Line(UnitId? UnitId, string UnitName, int Raised, int Done, int OnTime, int Late, Rate? OnTimeRate, decimal? Days);

    public sealed record MonthLine(Month Month, int Raised, int Done, Rate? OnTimeRate);

    public sealed record View(Line All, IReadOnlyList<Line> Units, IReadOnlyList<MonthLine> Months);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, IssueReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var facts = await readers.Visible().AsNoTracking().Where(issue => issue.RaisedOn >= query.From && issue.RaisedOn <= query.To)
            .Select(issue => new IssueFact(issue.ToUnitId, issue.RaisedOn, issue.AgreedOn, issue.DoneOn, issue.State)).ToListAsync(cancel);
        var units = facts.Select(fact => fact.Unit).Distinct().ToList();
        var names = await db.UnitCards.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        return new View(
            Said(IssueFigures.Of(null, facts, clock.Today), ""),
            [.. IssueFigures.ByUnit(facts, clock.Today).Select(figure => Said(figure, names.GetValueOrDefault(figure.Unit!.Value) ?? ""))],
            [.. new Period(query.From, query.To).Months().Select(month =>
            {
                var figure = IssueFigures.Of(null, facts.Where(fact => Month.Of(fact.RaisedOn) == month), clock.Today);
                return new MonthLine(month, figure.Raised, figure.Done, figure.Rate);
            })]);
    }

    private static Line Said(IssueFigure figure, string name) => new(figure.Unit, name, figure.Raised, figure.Done, figure.OnTime, figure.Late, figure.Rate, figure.Days);
}
