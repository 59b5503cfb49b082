using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Notifications.Settings;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <param name="Due">When it is to be sent.</param>
internal sealed record PlannedDelivery(DeliveryChannel Channel, RobotId? Robot, DateTimeOffset Due);

/// <param name="IsSilent">Kept in the list as read.</param>
internal sealed record Planned(bool IsSilent, IReadOnlyList<PlannedDelivery> Deliveries);

/// <summary>Where a notification goes besides the list. What the house says of it is in the memory of the house.</summary>
internal sealed class DeliveryPlan(AppDb db, IStanding standing, CompanyClock clock)
{
    private sealed record House(NotificationSettings Settings, IReadOnlyDictionary<string, NotificationKindRule> Kinds, bool HasMail, IReadOnlyList<Robot> Robots);

    public async Task<IReadOnlyList<(Account Account, Planned Planned)>> For(IReadOnlyList<Account> accounts, string kind, CancellationToken cancel)
    {
        var house = await db.FromHouse(() => Load(cancel));
        var ids = accounts.Select(account => account.Id).ToList();
        var wishes = await db.Set<NotificationWish>().AsNoTracking().Where(wish => ids.Contains(wish.AccountId)).ToDictionaryAsync(wish => wish.AccountId, cancel);
        var all = new List<(Account, Planned)>(accounts.Count);
        foreach (var account in accounts)
        {
            all.Add((account, await For(account, wishes.GetValueOrDefault(account.Id), house, kind, cancel)));
        }

        return all;
    }

    private async Task<Planned> For(Account account, NotificationWish? wish, House house, string kind, CancellationToken cancel)
    {
        var rule = house.Kinds.GetValueOrDefault(kind);
        var told = Timing.Of(
            wish?.ChoiceOfKind is { } choices && choices.TryGetValue(kind, out var own) ? own : null,
            rule?.Choice ?? house.Settings.UsualChoice,
            rule?.IsUrgent == true && house.Settings.UrgentPasses,
            clock.WallOf(clock.Now),
            Wishes(house.Settings, wish));
        var deliveries = new List<PlannedDelivery>();
        if (told.MailLeaves is { } leaves && house.HasMail && !string.IsNullOrEmpty(account.Email))
        {
            deliveries.Add(new PlannedDelivery(DeliveryChannel.Email, null, leaves == clock.WallOf(clock.Now) ? clock.Now : clock.InstantOf(leaves)));
        }

        foreach (var robot in await RobotsFor(house, account, kind, cancel))
        {
            deliveries.Add(new PlannedDelivery(DeliveryChannel.Robot, robot.Id, clock.Now));
        }

        return new Planned(told.IsSilent, deliveries);
    }

    public static MailWishes Wishes(NotificationSettings settings, NotificationWish? wish) => new(
        wish is { OwnQuietHours: true } ? QuietHours.Of(wish.QuietFrom, wish.QuietTo) : QuietHours.Of(settings.QuietFrom, settings.QuietTo),
        wish?.Digest ?? settings.Digest,
        wish?.DailyAt ?? settings.DailyAt);

    private async Task<House> Load(CancellationToken cancel) => new(
        await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new NotificationSettings(),
        await db.Set<NotificationKindRule>().AsNoTracking().ToDictionaryAsync(rule => rule.Kind, StringComparer.Ordinal, cancel),
        await db.Set<MailServer>().AnyAsync(server => server.IsOn, cancel),
        await db.Set<Robot>().AsNoTracking().Where(robot => robot.IsOn).ToListAsync(cancel));

    /// <summary>A group hears of a person's notification whatever he chose for himself: it is the house's choice.</summary>
    private async Task<IReadOnlyList<Robot>> RobotsFor(House house, Account account, string kind, CancellationToken cancel)
    {
        var some = house.Robots.Where(robot => robot.KindList.Contains(kind, StringComparer.Ordinal)).ToList();
        if (some.TrueForAll(robot => robot.Units.Length == 0))
        {
            return some;
        }

        var units = account.PersonId is { } person ? await standing.UnitsAbove(person, cancel) : [];
        return some.FindAll(robot => robot.Units.Length == 0 || robot.UnitList.Intersect(units).Any());
    }
}
