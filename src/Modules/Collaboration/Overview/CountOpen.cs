using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Overview;

/// <summary>GET /api/collaboration/counts: what waits for me, for the numbers on tabs and in the menu.</summary>
internal static class CountOpen
{
    /// <param name="Notices">Unread, or not confirmed where asked to.</param>
    /// <param name="Concerns">Reported to me and not answered yet.</param>
    /// <param name="Answers">Of mine: answered, and not closed by me.</param>
    public sealed record View(int Notices, int Concerns, int Answers);

    public static async Task<View> Handle(AppDb db, Caller caller, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            return new View(0, 0, 0);
        }

        return new View(
            await (from receipt in db.Set<NoticeReceipt>()
                   join notice in db.Set<Notice>() on receipt.NoticeId equals notice.Id
                   where receipt.PersonId == me && notice.State == NoticeState.Published && (receipt.ReadAt == null || (notice.MustConfirm && receipt.ConfirmedAt == null))
                   select receipt).CountAsync(cancel),
            await db.Set<Concern>().CountAsync(concern => (concern.State == ConcernState.Sent || concern.State == ConcernState.Acknowledged) && concern.Receivers.Any(receiver => receiver.PersonId == me), cancel),
            await db.Set<Concern>().CountAsync(concern => concern.AuthorId == me && concern.State == ConcernState.Answered, cancel));
    }
}
