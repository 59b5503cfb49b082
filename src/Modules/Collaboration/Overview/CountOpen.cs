using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Overview;

/// <summary>GET /api/collaboration/counts: what waits for me, for the numbers on tabs and in the menu.</summary>
internal static class CountOpen
{
    /// <param name="Notices">Unread, or not confirmed where asked to.</param>
    /// <param name="Concerns">Reported to me and not answered yet.</param>
    /// <param name="Answers">Of mine: answered, and not closed by me.</param>
    /// <param name="Tasks">Mine to do, due today or before, or without a day.</param>
    /// <param name="ToAccept">Finished by others, for me to accept.</param>
    /// <param name="IssuesToUs">With me: a day to agree to, or one that I take care of.</param>
    /// <param name="IssuesFromUs">Raised by me: a counter-proposal, or something to confirm.</param>
    public sealed record View(int Notices, int Concerns, int Answers, int Tasks, int ToAccept, int IssuesToUs, int IssuesFromUs);

    public static async Task<View> Handle(AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            return new View(0, 0, 0, 0, 0, 0, 0);
        }

        DateOnly? today = clock.Today;
        // Whose unit is asked, where nobody has taken it up: its head.
        var led = db.UnitCards.Where(unit => unit.HeadId == me).Select(unit => unit.Id);
        return new View(
            await (from receipt in db.Set<NoticeReceipt>()
                   join notice in db.Set<Notice>() on receipt.NoticeId equals notice.Id
                   where receipt.PersonId == me && notice.State == NoticeState.Published && (receipt.ReadAt == null || (notice.MustConfirm && receipt.ConfirmedAt == null))
                   select receipt).CountAsync(cancel),
            await db.Set<Concern>().CountAsync(concern => (concern.State == ConcernState.Sent || concern.State == ConcernState.Acknowledged) && concern.Receivers.Any(receiver => receiver.PersonId == me), cancel),
            await db.Set<Concern>().CountAsync(concern => concern.AuthorId == me && concern.State == ConcernState.Answered, cancel),
            await db.Set<WorkTask>().CountAsync(task => task.OwnerId == me && (task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress) && (task.DueOn == null || task.DueOn <= today), cancel),
            await db.Set<WorkTask>().CountAsync(task => task.GiverId == me && task.State == WorkTaskState.ToAccept, cancel),
            await db.Set<Issue>().CountAsync(issue => (issue.OwnerId == me && (issue.State == IssueState.Agreed || (issue.State == IssueState.Raised && issue.ProposedByAsking)))
                || (issue.OwnerId == null && issue.State == IssueState.Raised && led.Contains(issue.ToUnitId)), cancel),
            await db.Set<Issue>().CountAsync(issue => issue.RaisedById == me && (issue.State == IssueState.Done || (issue.ProposedOn != null && !issue.ProposedByAsking && issue.State != IssueState.Withdrawn)), cancel));
    }
}
