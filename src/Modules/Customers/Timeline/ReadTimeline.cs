using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Timeline;

/// <summary>GET /api/customers/{id}/timeline: everything that happened around him, and around those who were merged into him.</summary>
internal static class ReadTimeline
{
    public const string Entity = "customers_customer";

    public static async Task<TimelinePage> Handle(CustomerId id, [AsParameters] TimelineFilter filter, AppDb db, Reach reach, TimelineReader timelines, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var together = await db.Together(id, cancel);
        return await timelines.Page(Entity, [.. together.Select(one => one.Value)], [.. together.SelectMany(one => new[] { $"/customers/{one}", $"/customers?open={one}" })], filter, cancel);
    }
}
