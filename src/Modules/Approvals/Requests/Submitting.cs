using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;

namespace Yingpan.Approvals.Requests;

/// <summary>Where a request would go: the table and row that take it, and the stations it would pass.</summary>
/// <param name="Refused">Null, or why nothing would come of it.</param>
internal sealed record Routed(ApprovalTableId? Table, int? Row, RouteRow? Found, bool TwiceAllowed, Facts Facts, IReadOnlyList<Step> Steps, string? Refused);

/// <summary>Takes requests in, from the form and from other modules alike.</summary>
internal sealed class Submitting(AppDb db, HouseOfToday houses, Moving moving, NumberSequences numbers, IEnumerable<ApprovalKind> kinds, CompanyClock clock)
{
    public async Task<Approval> Submit(ApprovalSubmission submission, CancellationToken cancel)
    {
        if (!kinds.Any(kind => kind.Code == submission.Kind))
        {
            throw new ArgumentException($"Nobody registered the kind {submission.Kind}.", nameof(submission));
        }

        var routed = await Route(submission, null, cancel);
        RefuseWhere(routed);
        var approval = new Approval
        {
            Id = Id.New<ApprovalId>(),
            Number = await numbers.Take("approvals", db.Set<Approval>().Select(approval => approval.Number), cancel),
            Kind = submission.Kind,
            MatterId = submission.Matter,
            Title = submission.Title,
            Text = submission.Text,
            Link = submission.Link,
            Subject = submission.Subject,
            ApplicantId = submission.Applicant,
            UnitId = routed.Facts.Unit,
            PositionId = routed.Facts.Position,
            Amount = submission.Amount,
            Discount = submission.Discount,
            Days = submission.Days,
            Grade = submission.Grade,
            Chosen = StoredFlow.Write(routed.Facts.Chosen),
            State = FlowState.Open,
            TableId = routed.Table!.Value,
            Row = routed.Row!.Value,
            SubmittedAt = clock.Now,
        };
        var moved = (await moving.ProgressOf(approval, cancel)).Submit();
        if (moved.Refused is { } code)
        {
            throw Refusal.Conflict(code);
        }

        approval.Take(moved.Flow);
        db.Add(approval);
        await db.SaveChangesAsync(cancel);
        await moving.Write(approval, moved.Events, null, cancel);
        await moving.CopyTo(approval, submission.CopyTo, cancel);
        return approval;
    }

    /// <summary>Under the version of the table it started under, from the first station on; the row may be another when the facts are.</summary>
    /// <param name="copies">Who gets a copy instead of whom it went to before; null leaves these as they are.</param>
    public async Task<Approval> Resubmit(ApprovalId id, ApprovalSubmission submission, string? comment, IReadOnlyList<PersonId>? copies, CancellationToken cancel)
    {
        var approval = await moving.Locked(id, cancel);
        if (approval.State != FlowState.Returned)
        {
            throw Refusal.Conflict("approvals.not-returned");
        }

        if (approval.ApplicantId != submission.Applicant)
        {
            throw Refusal.Conflict("approvals.not-applicant");
        }

        var routed = await Route(submission with { Kind = approval.Kind, Matter = approval.MatterId }, approval.TableId, cancel);
        RefuseWhere(routed);
        (approval.Title, approval.Text, approval.Amount, approval.Discount, approval.Days, approval.Grade) =
            (submission.Title, submission.Text, submission.Amount, submission.Discount, submission.Days, submission.Grade);
        (approval.UnitId, approval.PositionId) = (routed.Facts.Unit, routed.Facts.Position);
        approval.Row = routed.Row!.Value;
        approval.Chosen = StoredFlow.Write(routed.Facts.Chosen);
        approval.Round++;
        if (copies is not null)
        {
            db.RemoveRange(await db.Set<Copy>().Where(copy => copy.ApprovalId == id && !copies.Contains(copy.PersonId)).ToListAsync(cancel));
        }

        await moving.Move(approval, (progress, flow) => progress.Submit(flow), comment, cancel);
        await moving.CopyTo(approval, copies ?? [], cancel);
        return approval;
    }

    /// <summary>
    /// Would a row of the live table take it? Of an applicant who is no longer in the chart unit and position are not known, and rows that
    /// ask nothing of them take it all the same.
    /// </summary>
    public async Task<bool> Takes(ApprovalSubmission submission, CancellationToken cancel)
    {
        if (await Live(submission.Kind, cancel) is not { } stored)
        {
            return false;
        }

        var facts = FactsOf(submission, null);
        var (table, nobody) = (stored.Table(), new Chart([], []));
        // Most subjects are small: the house is asked only where a row could take it but for unit and position.
        if (!table.Rows.Any(row => Matching.Of(row, facts, nobody) is null or Mismatch.Unit or Mismatch.Position))
        {
            return false;
        }

        var chart = (await houses.Load(cancel)).Chart;
        return Matching.RowOf(table, FactsOf(submission, chart.Person(submission.Applicant)), chart) is not null;
    }

    /// <summary>What would become of it, without doing it.</summary>
    public async Task<Routed> Route(ApprovalSubmission submission, ApprovalTableId? under, CancellationToken cancel)
    {
        var house = await houses.Load(cancel);
        var applicant = house.Chart.Person(submission.Applicant);
        var facts = FactsOf(submission, applicant);
        if (applicant is null)
        {
            return new Routed(null, null, null, false, facts, [], "approvals.no-person");
        }

        var stored = under is null ? await Live(submission.Kind, cancel) : await db.Set<StoredTable>().AsNoTracking().FirstOrDefaultAsync(table => table.Id == under, cancel);
        if (stored is null)
        {
            return new Routed(null, null, null, false, facts, [], "approvals.no-table");
        }

        var content = stored.Table();
        if (Matching.RowOf(content, facts, house.Chart) is not { } row)
        {
            return new Routed(stored.Id, null, null, content.TwiceAllowed, facts, [], "approvals.no-row");
        }

        var steps = Planning.Steps(content.Rows[row], content.TwiceAllowed, facts, house, submission.Kind);
        return new Routed(stored.Id, row, content.Rows[row], content.TwiceAllowed, facts, steps, steps.All(step => step.Turns.Count == 0) ? "approvals.nobody-decides" : null);
    }

    private Task<StoredTable?> Live(string kind, CancellationToken cancel) =>
        db.Set<StoredTable>().AsNoTracking().FirstOrDefaultAsync(table => table.Kind == kind && table.State == TableState.Live, cancel);

    private static Facts FactsOf(ApprovalSubmission submission, ChartPerson? applicant) => new()
    {
        Applicant = submission.Applicant,
        Matter = submission.Matter,
        Amount = submission.Amount,
        Discount = submission.Discount,
        Days = submission.Days,
        Grade = submission.Grade,
        Unit = applicant?.UnitId,
        Position = applicant?.PositionId,
        Chosen = submission.Chosen ?? new Dictionary<int, IReadOnlyList<PersonId>>(),
    };

    private static void RefuseWhere(Routed routed)
    {
        if (routed.Refused is { } code && code != "approvals.nobody-decides")
        {
            throw Refusal.Conflict(code);
        }

        // Asked for by the table, so said beside the field, before it is said that nobody was found.
        var missing = routed.Found!.Route.Index().Where(node => node.Item.Finder == Finder.Choice && !routed.Facts.Chosen.ContainsKey(node.Index))
            .Select(node => Fault.At($"chosen[{node.Index}]", "approvals.choose", ("step", node.Item.Name))).ToList();
        if (missing.Count > 0)
        {
            throw Refusal.Faulty(missing);
        }

        if (routed.Refused is { } nobody)
        {
            throw Refusal.Conflict(nobody);
        }
    }
}
