using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing;

/// <summary>POST /api/territory-divisions/{id}/apply: today, all customers at once; before its day it waits for it.</summary>
internal static class ApplyDivision
{
    public static async Task<Saved<DivisionId>> Handle(DivisionId id, IfMatch seen, AppDb db, DivisionApplying applying, CompanyClock clock, CancellationToken cancel)
    {
        // Of two who apply at once the second waits, and finds that his version has been overtaken or applied.
        await db.LockCompany(cancel);
        var version = await db.FindDivision(id, cancel);
        db.Expect(version, seen);
        version.MustBe(DivisionState.Draft);
        if (version.First > clock.Today)
        {
            version.State = DivisionState.Planned;
            await db.SaveChangesAsync(cancel);
        }
        else
        {
            await applying.Apply(version, cancel);
        }

        return new Saved<DivisionId>(version.Id, version.Version);
    }
}

/// <summary>POST /api/territory-divisions/{id}/withdraw: as long as its day has not come it is a draft again.</summary>
internal static class WithdrawDivision
{
    public static async Task<Saved<DivisionId>> Handle(DivisionId id, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var version = await db.FindDivision(id, cancel);
        db.Expect(version, seen);
        version.MustBe(DivisionState.Planned);
        version.State = DivisionState.Draft;
        await db.SaveChangesAsync(cancel);
        return new Saved<DivisionId>(version.Id, version.Version);
    }
}

internal sealed class DivisionApplying(AppDb db, Redividing redividing, ITerritoryMembers members, CompanyClock clock)
{
    public async Task Apply(DivisionVersion version, CancellationToken cancel)
    {
        var told = await redividing.Of(version.Division, cancel);
        foreach (var live in await db.Set<DivisionVersion>().Where(other => other.State == DivisionState.Live).ToListAsync(cancel))
        {
            live.State = DivisionState.Retired;
        }

        version.State = DivisionState.Live;
        version.AppliedAt = clock.Now;
        version.Moved = await members.Move(version.Id.Value, clock.Today, [.. told.Moves.Select(move => new MemberMove(move.Who.Id, move.Who.TerritoryId, move.Where.TerritoryId))], cancel);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>At the beginning of a day: the rules whose day it is.</summary>
internal sealed class ApplyPlannedDivisions(AppDb db, DivisionApplying applying, CompanyClock clock) : IRecurringJob
{
    public Task Run(CancellationToken cancel) => db.InTransaction(async () =>
    {
        await db.LockCompany(cancel);
        foreach (var version in await db.Set<DivisionVersion>().Where(version => version.State == DivisionState.Planned && version.First <= clock.Today)
            .OrderBy(version => version.First).ThenBy(version => version.Number).ToListAsync(cancel))
        {
            await applying.Apply(version, cancel);
        }
    }, cancel);
}
