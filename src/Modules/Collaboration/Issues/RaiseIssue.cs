using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;

namespace Yingpan.Collaboration.Issues;

/// <summary>POST /api/issues: for the caller's own unit, or one below it.</summary>
internal static class RaiseIssue
{
    public sealed record Request : IChecked
    {
        public required string Title { get; init; }

        public required string Text { get; init; }

        /// <summary>Left out, the unit of the caller.</summary>
        public UnitId? FromUnitId { get; init; }

        public required UnitId ToUnitId { get; init; }

        /// <summary>By when it is wanted: the first proposal.</summary>
        public required DateOnly WantedBy { get; init; }

        public void Check(Check check)
        {
            check.Text("title", Title, 120);
            check.Text("text", Text, 4000, lines: true);
            check.Day("wantedBy", WantedBy);
        }
    }

    public static async Task<Created<Saved<IssueId>>> Handle(
        Request request, AppDb db, Caller caller, IssueDeeds deeds, NumberSequences numbers, CompanyClock clock, CancellationToken cancel)
    {
        var me = caller.Person ?? throw Refusal.Conflict("collaboration.no-person");
        var from = request.FromUnitId ?? caller.Unit ?? throw Refusal.Conflict("collaboration.no-unit");
        var check = new Check();
        check.That(from == caller.Unit || caller.SubtreeUnits.Contains(from), "fromUnitId", "collaboration.unit-not-yours");
        check.That(await db.UnitCards.AnyAsync(unit => unit.Id == request.ToUnitId, cancel), "toUnitId", "record.not-found");
        check.That(request.ToUnitId != from, "toUnitId", "collaboration.same-unit");
        check.That(request.WantedBy >= clock.Today, "wantedBy", "collaboration.day-past");
        check.ThrowIfAny();
        var issue = new Issue
        {
            Id = Id.New<IssueId>(),
            Number = await numbers.Take("issues", db.Set<Issue>().Select(one => one.Number), cancel),
            Title = request.Title.Clean(),
            Text = request.Text.Clean(),
            FromUnitId = from,
            RaisedById = me,
            ToUnitId = request.ToUnitId,
            State = IssueState.Raised,
            ProposedOn = request.WantedBy,
            ProposedByAsking = true,
            RaisedOn = clock.Today,
            RaisedAt = clock.Now,
        };
        db.Add(issue);
        await deeds.Write(issue, IssueLineKind.Raised, null, request.WantedBy, null, "issue-raised", cancel);
        return TypedResults.Created($"/api/issues/{issue.Id}", new Saved<IssueId>(issue.Id, issue.Version));
    }
}

/// <summary>Each deed upon an issue: by the rules, with its line in the log, and the other side told.</summary>
internal sealed class IssueDeeds(AppDb db, IssueReaders readers, Notifier notifier, CompanyClock clock)
{
    public async Task<(Issue Issue, IssueFacts Facts)> Begin(IssueId id, IssueDeed deed, CancellationToken cancel)
    {
        var issue = await readers.Locked(id, cancel);
        var facts = await readers.Facts(issue, cancel);
        var outcome = IssueFlow.Of(deed, facts);
        if (outcome.Refused is { } code)
        {
            throw Refusal.Conflict(code);
        }

        issue.State = outcome.State;
        return (issue, facts);
    }

    public async Task<Saved<IssueId>> Write(Issue issue, IssueLineKind kind, PersonId? target, DateOnly? day, string? text, string notice, CancellationToken cancel)
    {
        var last = await db.Set<IssueLine>().Where(line => line.IssueId == issue.Id).MaxAsync(line => (int?)line.Line, cancel) ?? 0;
        db.Add(new IssueLine { IssueId = issue.Id, Line = last + 1, Kind = kind, ActorId = readers.Me, TargetId = target, At = clock.Now, Day = day, Text = text.CleanOrNull() });
        if (db.Entry(issue).State == EntityState.Unchanged)
        {
            db.Entry(issue).Property(one => one.Version).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
        var actor = (await db.NamesOf([readers.Me], cancel)).NameOf(readers.Me);
        var asking = await readers.Side(issue.FromUnitId, issue.RaisedById, cancel);
        var answering = await readers.Side(issue.ToUnitId, issue.OwnerId, cancel);
        foreach (var person in asking.Concat(answering).Append(target ?? issue.RaisedById).Distinct().Where(person => person != readers.Me))
        {
            await Tell(person, notice, issue, actor, day, cancel);
        }

        return new Saved<IssueId>(issue.Id, issue.Version);
    }

    public Task Tell(PersonId person, string kind, Issue issue, string? by, DateOnly? day, CancellationToken cancel) => notifier.Tell(
        person, kind, new Dictionary<string, object?> { ["title"] = issue.Title, ["person"] = by, ["day"] = day }, $"/issues?box=All&open={issue.Id}", cancel);
}

/// <summary>POST /api/issues/{id}/propose · accept · owner · finish · confirm · send-back · withdraw · comment</summary>
internal static class ActOnIssue
{
    public sealed record DayRequest : IChecked
    {
        public required DateOnly Day { get; init; }

        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.Day("day", Day);
            check.OptionalText("text", Text, 1000, lines: true);
        }
    }

    public sealed record OwnerRequest : IChecked
    {
        public required PersonId PersonId { get; init; }
    }

    public sealed record WordRequest : IChecked
    {
        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 4000, lines: true);
        }
    }

    /// <summary>A counter-proposal, or another day for what was agreed: the agreed one holds until the other side accepts.</summary>
    public static async Task<Saved<IssueId>> Propose(IssueId id, DayRequest request, IssueDeeds deeds, IssueReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        check.That(request.Day >= clock.Today, "day", "collaboration.day-past");
        check.ThrowIfAny();
        var (issue, facts) = await deeds.Begin(id, IssueDeed.Propose, cancel);
        (issue.ProposedOn, issue.ProposedByAsking) = (request.Day, facts.IsAsking && !(facts.IsAnswering && facts.ProposedByAsking == true));
        if (!issue.ProposedByAsking)
        {
            issue.OwnerId ??= readers.Me;
        }

        return await deeds.Write(issue, IssueLineKind.Proposed, null, request.Day, request.Text, "issue-proposed", cancel);
    }

    public static async Task<Saved<IssueId>> Accept(IssueId id, IssueDeeds deeds, IssueReaders readers, CancellationToken cancel)
    {
        var (issue, _) = await deeds.Begin(id, IssueDeed.Accept, cancel);
        if (issue.ProposedByAsking)
        {
            issue.OwnerId ??= readers.Me;
        }

        // A new day is a new word: it goes up step by step again when it is broken.
        (issue.AgreedOn, issue.ProposedOn, issue.Level) = (issue.ProposedOn, null, 0);
        return await deeds.Write(issue, IssueLineKind.Accepted, null, issue.AgreedOn, null, "issue-accepted", cancel);
    }

    public static async Task<Saved<IssueId>> NameOwner(IssueId id, OwnerRequest request, IssueDeeds deeds, IssueReaders readers, CancellationToken cancel)
    {
        var (issue, _) = await deeds.Begin(id, IssueDeed.NameOwner, cancel);
        var (chart, check) = (await readers.Chart(cancel), new Check());
        check.That(chart.Person(request.PersonId) is { UnitId: { } unit } && chart.IsUnder(unit, issue.ToUnitId) || chart.Leads(request.PersonId, issue.ToUnitId), "personId", "collaboration.not-of-unit");
        check.ThrowIfAny();
        issue.OwnerId = request.PersonId;
        return await deeds.Write(issue, IssueLineKind.OwnerNamed, request.PersonId, null, null, "issue-owner", cancel);
    }

    public static async Task<Saved<IssueId>> Finish(IssueId id, WordRequest request, IssueDeeds deeds, IssueReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var (issue, _) = await deeds.Begin(id, IssueDeed.Finish, cancel);
        issue.OwnerId ??= readers.Me;
        (issue.Result, issue.DoneOn, issue.ProposedOn) = (request.Text.Clean(), clock.Today, null);
        return await deeds.Write(issue, IssueLineKind.Finished, null, null, request.Text, "issue-finished", cancel);
    }

    public static async Task<Saved<IssueId>> Confirm(IssueId id, IssueDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        var (issue, _) = await deeds.Begin(id, IssueDeed.Confirm, cancel);
        issue.ConfirmedOn = clock.Today;
        return await deeds.Write(issue, IssueLineKind.Confirmed, null, null, null, "issue-confirmed", cancel);
    }

    public static async Task<Saved<IssueId>> SendBack(IssueId id, WordRequest request, IssueDeeds deeds, CancellationToken cancel)
    {
        var (issue, _) = await deeds.Begin(id, IssueDeed.SendBack, cancel);
        issue.DoneOn = null;
        return await deeds.Write(issue, IssueLineKind.SentBack, null, null, request.Text, "issue-sent-back", cancel);
    }

    public static async Task<Saved<IssueId>> Withdraw(IssueId id, WordRequest request, IssueDeeds deeds, CancellationToken cancel)
    {
        var check = new Check();
        check.OptionalText("text", request.Text, 500, lines: true);
        check.ThrowIfAny();
        var (issue, _) = await deeds.Begin(id, IssueDeed.Withdraw, cancel);
        (issue.Reason, issue.ProposedOn) = (request.Text.Clean(), null);
        return await deeds.Write(issue, IssueLineKind.Withdrawn, null, null, request.Text, "issue-withdrawn", cancel);
    }

    public static async Task<Saved<IssueId>> Comment(IssueId id, WordRequest request, IssueDeeds deeds, IssueReaders readers, CancellationToken cancel)
    {
        var issue = await readers.Locked(id, cancel);
        _ = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        return await deeds.Write(issue, IssueLineKind.Comment, null, null, request.Text, "issue-commented", cancel);
    }
}
