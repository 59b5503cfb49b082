using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Settings;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <summary>Each night: deliveries that are over are forgotten after as long as the house says. The notifications stay in the list.</summary>
internal sealed class TidyDeliveries(AppDb db, CompanyClock clock) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var settings = await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new NotificationSettings();
        var before = clock.Now.AddDays(-settings.KeepDays);
        await db.InTransaction(() => db.Set<Delivery>().Where(row => row.State != DeliveryState.Waiting && row.CreatedAt < before).ExecuteDeleteAsync(cancel), cancel);
    }
}
