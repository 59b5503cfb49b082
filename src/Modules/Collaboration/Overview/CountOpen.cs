using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
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
    public sealed record View(int Notices, int Concerns, int Answers, int Tasks, int ToAccept);

    public static async Task<View> Handle(AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            return new View(0, 0, 0, 0, 0);
        }

        DateOnly? today = clock.Today;
        return new View(
            await (from receipt in db.Set<NoticeReceipt>()
                   join notice in db.Set<Notice>() on receipt.NoticeId equals notice.Id
                   where receipt.PersonId == me && notice.State == NoticeState.Published && (receipt.ReadAt == null || (notice.MustConfirm && receipt.ConfirmedAt == null))
                   select receipt).CountAsync(cancel),
            await db.Set<Concern>().CountAsync(concern => (concern.State == ConcernState.Sent || concern.State == ConcernState.Acknowledged) && concern.Receivers.Any(receiver => receiver.PersonId == me), cancel),
            await db.Set<Concern>().CountAsync(concern => concern.AuthorId == me && concern.State == ConcernState.Answered, cancel),
            await db.Set<WorkTask>().CountAsync(task => task.OwnerId == me && (task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress) && (task.DueOn == null || task.DueOn <= today), cancel),
            await db.Set<WorkTask>().CountAsync(task => task.GiverId == me && task.State == WorkTaskState.ToAccept, cancel));
    }
}
