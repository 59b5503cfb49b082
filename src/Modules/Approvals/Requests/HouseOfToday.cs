using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Requests;

/// <summary>What routing must know of the house.</summary>
internal sealed class HouseOfToday(AppDb db, CompanyClock clock, WorkingTimes times)
{
    public ValueTask<House> Load(CancellationToken cancel) => db.FromHouse(() => Read(cancel), clock.Today);

    /// <summary>With the hours of work, where a station of the row counts them.</summary>
    public async Task<House> For(RouteRow row, CancellationToken cancel)
    {
        var house = await Load(cancel);
        return row.Route.Any(node => node.WorkingHours) ? house with { Time = await times.Load(cancel) } : house;
    }

    private async Task<House> Read(CancellationToken cancel)
    {
        var roles = await db.Set<Role>().AsNoTracking().Select(role => role.Code).ToListAsync(cancel);
        var holders = await (
            from link in db.Set<AccountRole>()
            join role in db.Set<Role>() on link.RoleId equals role.Id
            join account in db.Set<Account>() on link.AccountId equals account.Id
            where account.PersonId != null && !account.IsDisabled
            select new { role.Code, PersonId = account.PersonId!.Value }).AsNoTracking().ToListAsync(cancel);
        var limits = await db.Set<Limit>().AsNoTracking()
            .Select(limit => new AuthorityLimit(limit.PersonId, limit.PositionId, limit.Kind, limit.Amount, limit.Discount)).ToListAsync(cancel);
        return new House
        {
            Chart = await db.LoadChart(clock.Today, cancel),
            Roles = roles.ToDictionary(role => role, role => (IReadOnlyList<PersonId>)[.. holders.Where(holder => holder.Code == role).Select(holder => holder.PersonId).Distinct()]),
            Limits = limits,
        };
    }
}
