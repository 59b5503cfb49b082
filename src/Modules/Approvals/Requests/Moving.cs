using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Approvals.Requests;

/// <summary>
/// Moves a request, whoever moves it: the row is locked first, so that of two who act at the same instant the second sees what the first
/// has done; then the rules decide, and state, log, notices and outcome are written in the one transaction.
/// </summary>
internal sealed class Moving(AppDb db, HouseOfToday houses, Notifier notifier, IEnumerable<IApprovalOutcome> outcomes, CompanyClock clock)
{
    public async Task<Approval> Move(ApprovalId id, Func<Progress, Flow, Moved> action, string? comment, CancellationToken cancel)
    {
        var approval = await Locked(id, cancel);
        return await Move(approval, action, comment, cancel);
    }

    public async Task<Approval> Move(Approval approval, Func<Progress, Flow, Moved> action, string? comment, CancellationToken cancel)
    {
        var before = approval.State;
        var asked = approval.Turns.Where(turn => turn.State == TurnState.Open).Select(turn => turn.PersonId).Distinct().ToList();
        var moved = action(await ProgressOf(approval, cancel), approval.Flow());
        if (moved.Refused is { } code)
        {
            throw Refusal.Conflict(code);
        }

        if (moved.Events.Count == 0)
        {
            return approval;
        }

        approval.Take(moved.Flow);
        if (moved.Flow.State is FlowState.Approved or FlowState.Refused or FlowState.Withdrawn)
        {
            approval.FinishedAt = clock.Now;
        }

        await Write(approval, moved.Events, comment, cancel);
        if (approval.State != before)
        {
            await Tell(approval, asked, cancel);
        }

        return approval;
    }

    /// <summary>The request with its steps and turns, locked until the transaction ends.</summary>
    public async Task<Approval> Locked(ApprovalId id, CancellationToken cancel)
    {
        var approval = await db.Locked<Approval>(id.Value).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.Entry(approval).Collection(one => one.Steps).LoadAsync(cancel);
        await db.Entry(approval).Collection(one => one.Turns).LoadAsync(cancel);
        return approval;
    }

    public async Task<Progress> ProgressOf(Approval approval, CancellationToken cancel)
    {
        var table = await TableOf(approval.TableId, cancel);
        var row = table.Rows[approval.Row];
        return new Progress(row, table.TwiceAllowed, approval.Facts(), await houses.For(row, cancel), approval.Kind, clock.Now);
    }

    public async Task<RouteTable> TableOf(ApprovalTableId id, CancellationToken cancel) =>
        await db.FromHouse(async () => (await db.Set<StoredTable>().AsNoTracking().FirstAsync(table => table.Id == id, cancel)).Table(), id);

    /// <summary>Log, versions and notices of what happened; saved.</summary>
    public async Task Write(Approval approval, IReadOnlyList<FlowEvent> events, string? comment, CancellationToken cancel)
    {
        var line = await db.Set<LogLine>().Where(one => one.ApprovalId == approval.Id).MaxAsync(one => (int?)one.Line, cancel) ?? 0;
        foreach (var (i, one) in events.Index())
        {
            db.Add(new LogLine
            {
                ApprovalId = approval.Id,
                Line = ++line,
                At = clock.Now,
                Kind = one.Kind,
                ActorId = one.Actor,
                ForId = one.For,
                TargetId = one.Target,
                Step = one.Step,
                Comment = i == 0 ? comment : null,
                Round = approval.Round,
            });
        }

        // The request is what people read, so its version moves also when only a turn does.
        if (db.Entry(approval).State == EntityState.Unchanged)
        {
            db.Entry(approval).Property(one => one.Version).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
        var chart = (await houses.Load(cancel)).Chart;
        var applicant = chart.Person(approval.ApplicantId)?.Name ?? "";
        foreach (var one in events)
        {
            if (NoticeOf(one) is { } notice)
            {
                await Notify(notice.Person ?? approval.ApplicantId, notice.Kind, approval, applicant, cancel);
            }
        }

        await TellDeputies(approval, events, chart, applicant, cancel);
    }

    /// <summary>Who decides in the place of somebody that was asked hears it as he does.</summary>
    private async Task TellDeputies(Approval approval, IReadOnlyList<FlowEvent> events, Chart chart, string applicant, CancellationToken cancel)
    {
        var asked = events.Where(one => one is { Kind: FlowEventKind.Asked or FlowEventKind.Reminded, Target: not null }).DistinctBy(one => one.Target).ToDictionary(one => one.Target!.Value, one => NoticeOf(one)!.Value.Kind);
        if (asked.Count == 0)
        {
            return;
        }

        var standing = await db.DeputiesOn(clock.Today, cancel);
        var deputies = asked.Keys.SelectMany(person => standing.For(person, approval.Kind));
        foreach (var deputy in deputies.Where(deputy => deputy.DeputyId != approval.ApplicantId && !asked.ContainsKey(deputy.DeputyId)))
        {
            await Notify(deputy.DeputyId, $"{asked[deputy.PersonId]}-for", approval, applicant, cancel, ("person", chart.Person(deputy.PersonId)?.Name ?? ""));
        }
    }

    /// <summary>What somebody said of it is heard by the applicant and by all who had or have to decide, but not by himself.</summary>
    public async Task Comment(Approval approval, PersonId by, string text, CancellationToken cancel)
    {
        await Write(approval, [new FlowEvent(FlowEventKind.Commented, by)], text, cancel);
        var chart = (await houses.Load(cancel)).Chart;
        var told = approval.Turns.Where(turn => turn.OpenedAt is not null).SelectMany(turn => new[] { turn.PersonId, turn.ById }).OfType<PersonId>().Append(approval.ApplicantId).Distinct();
        foreach (var person in told.Where(person => person != by))
        {
            await Notify(
                person, "approval-commented", approval, chart.Person(approval.ApplicantId)?.Name ?? "", cancel, ("person", chart.Person(by)?.Name ?? ""), ("text", text.Shortened(100)));
        }
    }

    private static (PersonId? Person, string Kind)? NoticeOf(FlowEvent one) => one.Kind switch
    {
        FlowEventKind.Asked => (one.Target, "approval-asked"),
        FlowEventKind.Reminded => (one.Target, "approval-late"),
        FlowEventKind.Returned when one.Target is not null => (null, "approval-returned"),
        FlowEventKind.Refused => (null, "approval-refused"),
        _ => null,
    };

    /// <summary>The end, or the way back to the applicant: he is told, whoever gets a copy or had it before him too, and the module whose subject it is.</summary>
    private async Task Tell(Approval approval, IReadOnlyList<PersonId> asked, CancellationToken cancel)
    {
        if (approval.State == FlowState.Open)
        {
            return;
        }

        var applicant = (await houses.Load(cancel)).Chart.Person(approval.ApplicantId)?.Name ?? "";
        if (approval.State == FlowState.Approved)
        {
            await Notify(approval.ApplicantId, "approval-approved", approval, applicant, cancel);
            var table = await TableOf(approval.TableId, cancel);
            await CopyTo(approval, table.Rows[approval.Row].CopyTo, cancel);
        }

        if (approval.State == FlowState.Withdrawn)
        {
            foreach (var person in asked)
            {
                await Notify(person, "approval-withdrawn", approval, applicant, cancel);
            }
        }

        var outcome = new ApprovalOutcome(approval.Id, approval.Kind, approval.Subject, approval.ApplicantId, approval.State switch
        {
            FlowState.Approved => ApprovalResult.Approved,
            FlowState.Refused => ApprovalResult.Refused,
            FlowState.Returned => ApprovalResult.Returned,
            _ => ApprovalResult.Withdrawn,
        });
        foreach (var listener in outcomes.Where(listener => listener.Kind == approval.Kind))
        {
            await listener.Heard(outcome, cancel);
        }
    }

    /// <summary>Those of them who take no part already; each once.</summary>
    public async Task CopyTo(Approval approval, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var have = await db.Set<Copy>().Where(copy => copy.ApprovalId == approval.Id).Select(copy => copy.PersonId).ToListAsync(cancel);
        var house = await houses.Load(cancel);
        var fresh = people.Distinct().Except(have).Where(person => person != approval.ApplicantId && house.Chart.Person(person) is not null).ToList();
        db.AddRange(fresh.Select(person => new Copy { ApprovalId = approval.Id, PersonId = person, At = clock.Now }));
        await db.SaveChangesAsync(cancel);
        foreach (var person in fresh)
        {
            await Notify(person, "approval-copied", approval, house.Chart.Person(approval.ApplicantId)?.Name ?? "", cancel);
        }
    }

    private Task Notify(PersonId person, string kind, Approval approval, string applicant, CancellationToken cancel, params (string Name, string Value)[] more)
    {
        var words = new Dictionary<string, object?> { ["title"] = approval.Title, ["applicant"] = applicant, ["number"] = approval.Number };
        foreach (var (name, value) in more)
        {
            words[name] = value;
        }

        return notifier.Tell(person, kind, words, $"/approvals?open={approval.Id}", cancel);
    }
}
