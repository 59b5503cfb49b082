using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>Hears what became of an application for leave, in the transaction of the decision.</summary>
public sealed class LeaveOutcomes
{
    private readonly AppDb db;
    private readonly LeaveSaving saving;
    private readonly LeaveDeputies deputies;

    internal LeaveOutcomes(AppDb db, LeaveSaving saving, LeaveDeputies deputies)
    {
        (this.db, this.saving, this.deputies) = (db, saving, deputies);
    }

    /// <summary>An approved one is entered as leave, and its deputy stands in; refuses where it can no longer be: another leave is there, or the month is closed.</summary>
    public async Task Heard(LeaveApplicationId id, LeaveApplicationState outcome, CancellationToken cancel)
    {
        var application = await db.Set<LeaveApplication>().FirstAsync(one => one.Id == id, cancel);
        application.State = outcome;
        if (outcome == LeaveApplicationState.Approved)
        {
            var request = LeaveRequest.Of(application);
            await saving.CheckDays(request, null, cancel);
            var entry = request.Entry(id);
            db.Add(entry);
            await deputies.Appoint(application, entry.Id, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}
