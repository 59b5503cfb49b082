using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>For those who decide about a leave: who acts for the one who asks for it.</summary>
public sealed class LeaveCover
{
    private readonly AppDb db;
    private readonly LeaveDeputies deputies;

    internal LeaveCover(AppDb db, LeaveDeputies deputies)
    {
        (this.db, this.deputies) = (db, deputies);
    }

    /// <param name="DeputyName">Named with the application, or standing in already.</param>
    /// <param name="IsMissing">Work would lie or people be without a superior, and nobody is named.</param>
    public sealed record View(string? DeputyName, bool IsMissing);

    public async Task<View> Of(LeaveApplicationId id, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var leave = await db.Set<LeaveApplication>().AsNoTracking().Where(application => application.Id == id).Select(application => new
        {
            application.PersonId,
            application.First,
            application.Last,
            Deputy = people.Where(person => person.Id == application.DeputyId).Select(person => person.Name).FirstOrDefault(),
        }).FirstAsync(cancel);
        if (leave.Deputy is not null)
        {
            return new View(leave.Deputy, false);
        }

        var need = await deputies.Need(leave.PersonId, new Period(leave.First, leave.Last), cancel);
        return new View(need.DeputyName, need.IsWanted);
    }
}
