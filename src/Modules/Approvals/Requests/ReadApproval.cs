using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Leaves;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Requests;

internal sealed record PersonName(PersonId Id, string Name);

internal sealed record WhyView(Reason Reason, string? PersonName);

internal sealed record TurnView
{
    public required int Key { get; init; }

    public required PersonName Person { get; init; }

    public required TurnState State { get; init; }

    /// <summary>The deputy who decided in his place.</summary>
    public PersonName? By { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When its first time limit is over.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the next one is over, of an open one; null where none is to come.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What happens then.</summary>
    public LatePolicy? NextLate { get; init; }

    /// <summary>Counted by the calendar and the hours of the house, not by the clock.</summary>
    public required bool WorkingHours { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed record StepView
{
    public required int Key { get; init; }

    public required string Name { get; init; }

    public required StepOrigin Origin { get; init; }

    public required NodeMode Mode { get; init; }

    public required StepState State { get; init; }

    public required bool Undone { get; init; }

    public required IReadOnlyList<TurnView> Turns { get; init; }

    public required IReadOnlyList<WhyView> Why { get; init; }
}

internal sealed record LogView
{
    public required DateTimeOffset At { get; init; }

    public required FlowEventKind Kind { get; init; }

    public string? ActorName { get; init; }

    /// <summary>In whose place: “X for Y”.</summary>
    public string? ForName { get; init; }

    public string? TargetName { get; init; }

    public string? Step { get; init; }

    public string? Comment { get; init; }
}

internal sealed record ApprovalView : IHasVersion
{
    public required ApprovalId Id { get; init; }

    public required string Number { get; init; }

    public required string Kind { get; init; }

    public ApprovalMatterId? MatterId { get; init; }

    public string? MatterName { get; init; }

    public string? MatterNameEn { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public string? Link { get; init; }

    public required PersonName Applicant { get; init; }

    public string? UnitName { get; init; }

    public Money? Amount { get; init; }

    public Rate? Discount { get; init; }

    public Quantity? Days { get; init; }

    public string? Grade { get; init; }

    public required FlowState State { get; init; }

    public required int Round { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The version of the table it started under, and the row of it, from 1.</summary>
    public required int TableNumber { get; init; }

    public required int Row { get; init; }

    public string? RowName { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required IReadOnlyList<LogView> Log { get; init; }

    public required IReadOnlyList<PersonName> Copies { get; init; }

    /// <summary>Of a leave of more than a day: who acts for the applicant meanwhile.</summary>
    public string? DeputyName { get; init; }

    /// <summary>Of such a leave: requests wait for the applicant or people report to him, and nobody is named.</summary>
    public bool LacksDeputy { get; init; }

    /// <summary>In whose place the caller may decide, himself first.</summary>
    public required IReadOnlyList<PersonName> As { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/approvals/{id}: who has it, since when, what comes next, and all that happened.</summary>
internal static class ReadApproval
{
    public static async Task<ApprovalView> Handle(
        ApprovalId id, AppDb db, Participation participation, HouseOfToday houses, LeaveCover leaves, CancellationToken cancel)
    {
        var approval = await (await participation.Visible(cancel)).AsNoTracking().Include(one => one.Steps).Include(one => one.Turns).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var log = await db.Set<LogLine>().AsNoTracking().Where(line => line.ApprovalId == id).OrderBy(line => line.Line).ToListAsync(cancel);
        var copies = await db.Set<Copy>().AsNoTracking().Where(copy => copy.ApprovalId == id).Select(copy => copy.PersonId).ToListAsync(cancel);
        var stored = await db.Set<StoredTable>().AsNoTracking().FirstAsync(table => table.Id == approval.TableId, cancel);
        var table = stored.Table();
        var row = table.Rows[approval.Row];
        var flow = approval.Flow();
        var steps = flow.Steps;
        if (flow.State == FlowState.Open)
        {
            // The way ahead as it looks today, by the same function that will walk it.
            var ahead = Planning.Ahead(flow, row, table.TwiceAllowed, approval.Facts(), await houses.Load(cancel), approval.Kind);
            steps = [.. flow.Steps.Where(step => step.State != StepState.Ahead), .. ahead];
        }

        var named = log.SelectMany(line => new[] { line.ActorId, line.ForId, line.TargetId }).Concat(copies.Cast<PersonId?>())
            .Concat(steps.SelectMany(step => step.Turns).SelectMany(turn => new[] { turn.Person, turn.By }))
            .Concat(steps.SelectMany(step => step.Why).Select(why => why.Person)).Append(approval.ApplicantId).OfType<PersonId>().Distinct().ToList();
        var names = await db.PersonCards.Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        string? NameOf(PersonId? person) => person is { } one ? names.GetValueOrDefault(one) : null;
        PersonName Named(PersonId person) => new(person, names.GetValueOrDefault(person) ?? "");
        var matter = await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == approval.MatterId, cancel);
        var mine = await participation.TurnsIn(approval, cancel);
        var cover = approval.Kind == LeaveApprovals.Kind ? await leaves.Of(LeaveApplicationId.From(Guid.Parse(approval.Subject!)), cancel) : null;
        return new ApprovalView
        {
            Id = id,
            Number = approval.Number,
            Kind = approval.Kind,
            MatterId = approval.MatterId,
            MatterName = matter?.Name,
            MatterNameEn = matter?.NameEn,
            Title = approval.Title,
            Text = approval.Text,
            Link = approval.Link,
            Applicant = Named(approval.ApplicantId),
            UnitName = await db.UnitCards.Where(unit => unit.Id == approval.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(cancel),
            Amount = approval.Amount,
            Discount = approval.Discount,
            Days = approval.Days,
            Grade = approval.Grade,
            State = approval.State,
            Round = approval.Round,
            SubmittedAt = approval.SubmittedAt,
            FinishedAt = approval.FinishedAt,
            TableNumber = stored.Number,
            Row = approval.Row + 1,
            RowName = row.Name,
            Steps = [.. steps.Select(step => View(step, Named, NameOf))],
            Log = [.. log.Select(line => new LogView
            {
                At = line.At,
                Kind = line.Kind,
                ActorName = NameOf(line.ActorId),
                ForName = NameOf(line.ForId),
                TargetName = NameOf(line.TargetId),
                Step = line.Step,
                Comment = line.Comment,
            })],
            Copies = [.. copies.Select(Named)],
            DeputyName = cover?.DeputyName,
            LacksDeputy = cover?.IsMissing == true,
            As = [.. mine.Select(Named)],
            Version = approval.Version,
            Can = Can(approval, participation.Me, mine.Count > 0),
        };
    }

    public static StepView View(Step step, Func<PersonId, PersonName> named, Func<PersonId?, string?> nameOf) => new()
    {
        Key = step.Key,
        Name = step.Name,
        Origin = step.Origin,
        Mode = step.Mode,
        State = step.State,
        Undone = step.Undone,
        Turns = [.. step.Turns.Select(turn => new TurnView
        {
            Key = turn.Key,
            Person = named(turn.Person),
            State = turn.State,
            By = turn.By is { } by && by != turn.Person ? named(by) : null,
            OpenedAt = turn.OpenedAt,
            DueAt = turn.DueAt,
            NextAt = turn.State == TurnState.Open ? turn.NextAt : null,
            NextLate = turn is { State: TurnState.Open, NextAt: not null } && turn.Stage < step.Limits.Count ? step.Limits[turn.Stage].Late : null,
            WorkingHours = step.WorkingHours,
            EndedAt = turn.EndedAt,
        })],
        Why = [.. step.Why.Select(why => new WhyView(why.Reason, nameOf(why.Person)))],
    };

    private static IReadOnlyList<string> Can(Approval approval, PersonId? me, bool isWithMe) =>
    [
        .. isWithMe ? new[] { "approve", "refuse", "return", "add", "handOn" } : [],
        .. me == approval.ApplicantId && approval.State is (FlowState.Open or FlowState.Returned) ? new[] { "withdraw" } : [],
        // What another module handed in is mended and sent in again there.
        .. me == approval.ApplicantId && approval is { State: FlowState.Returned, Kind: ApprovalKind.General } ? new[] { "resubmit" } : [],
        .. me is not null ? new[] { "comment" } : [],
    ];
}
