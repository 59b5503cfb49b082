using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Settings;

/// <summary>GET and PUT /api/profile/notifications: how one wants to be told oneself.</summary>
internal static class MyWishes
{
    public sealed record KindView
    {
        public required string Kind { get; init; }

        public required string Name { get; init; }

        /// <summary>Null follows the house.</summary>
        public NotificationChoice? Choice { get; init; }

        /// <summary>What following the house means.</summary>
        public required NotificationChoice HouseChoice { get; init; }

        /// <summary>Waits for neither quiet hours nor digest.</summary>
        public required bool Passes { get; init; }
    }

    public sealed record View
    {
        public required IReadOnlyList<KindView> Kinds { get; init; }

        public required bool OwnQuietHours { get; init; }

        public TimeOnly? QuietFrom { get; init; }

        public TimeOnly? QuietTo { get; init; }

        public TimeOnly? HouseQuietFrom { get; init; }

        public TimeOnly? HouseQuietTo { get; init; }

        public Digest? Digest { get; init; }

        public TimeOnly? DailyAt { get; init; }

        public required Digest HouseDigest { get; init; }

        public required TimeOnly HouseDailyAt { get; init; }

        /// <summary>False says why no mail comes, whatever is chosen: the house has no mail server.</summary>
        public required bool HouseSendsMail { get; init; }

        /// <summary>Where mails go; null where the account has no address.</summary>
        public string? Email { get; init; }
    }

    public sealed record KindRequest
    {
        public required string Kind { get; init; }

        public NotificationChoice? Choice { get; init; }
    }

    public sealed record Request : IChecked
    {
        /// <summary>What is left out follows the house.</summary>
        public IReadOnlyList<KindRequest> Kinds { get; init; } = [];

        /// <summary>True with both ends left out has no quiet hours at all.</summary>
        public bool OwnQuietHours { get; init; }

        public TimeOnly? QuietFrom { get; init; }

        public TimeOnly? QuietTo { get; init; }

        public Digest? Digest { get; init; }

        public TimeOnly? DailyAt { get; init; }

        public void Check(Check check)
        {
            check.That(QuietFrom is null == QuietTo is null, "quietTo", "notifications.both-ends");
            for (var i = 0; i < Kinds.Count; i++)
            {
                check.That(Kinds.Take(i).All(kind => kind.Kind != Kinds[i].Kind), $"kinds[{i}].kind", "field.repeated");
            }
        }
    }

    public static async Task<View> Read(HttpContext http, AppDb db, Caller caller, NotificationKinds kinds, CancellationToken cancel)
    {
        var settings = await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new NotificationSettings();
        var rules = await db.Set<NotificationKindRule>().AsNoTracking().ToDictionaryAsync(rule => rule.Kind, StringComparer.Ordinal, cancel);
        var wish = await Mine(db, caller).AsNoTracking().FirstOrDefaultAsync(cancel) ?? new NotificationWish { AccountId = caller.Account.Value };
        var (own, language) = (wish.ChoiceOfKind, Languages.Of(http));
        return new View
        {
            Kinds = [.. kinds.All.Select(kind => new KindView
            {
                Kind = kind,
                Name = kinds.Name(kind, language),
                Choice = own.TryGetValue(kind, out var choice) ? choice : null,
                HouseChoice = rules.GetValueOrDefault(kind)?.Choice ?? settings.UsualChoice,
                Passes = settings.UrgentPasses && rules.GetValueOrDefault(kind)?.IsUrgent == true,
            })],
            OwnQuietHours = wish.OwnQuietHours,
            QuietFrom = wish.QuietFrom,
            QuietTo = wish.QuietTo,
            HouseQuietFrom = settings.QuietFrom,
            HouseQuietTo = settings.QuietTo,
            Digest = wish.Digest,
            DailyAt = wish.DailyAt,
            HouseDigest = settings.Digest,
            HouseDailyAt = settings.DailyAt,
            HouseSendsMail = await db.Set<MailServer>().AnyAsync(server => server.IsOn, cancel),
            Email = await db.Set<Account>().Where(account => account.Id == caller.Account.Value).Select(account => account.Email).FirstAsync(cancel),
        };
    }

    public static async Task<View> Save(HttpContext http, Request request, AppDb db, Caller caller, NotificationKinds kinds, CancellationToken cancel)
    {
        var check = new Check();
        for (var i = 0; i < request.Kinds.Count; i++)
        {
            check.That(kinds.All.Contains(request.Kinds[i].Kind, StringComparer.Ordinal), $"kinds[{i}].kind", "notifications.unknown-kind");
        }

        check.ThrowIfAny();
        // Two windows of one person wait for each other, so that he has one row.
        await db.Locked<Account>(caller.Account.Value).FirstAsync(cancel);
        var wish = await Mine(db, caller).FirstOrDefaultAsync(cancel);
        if (wish is null)
        {
            db.Add(wish = new NotificationWish { AccountId = caller.Account.Value });
        }

        wish.OwnQuietHours = request.OwnQuietHours;
        (wish.QuietFrom, wish.QuietTo) = request.OwnQuietHours ? (request.QuietFrom, request.QuietTo) : (null, null);
        (wish.Digest, wish.DailyAt) = (request.Digest, request.DailyAt);
        wish.Choices = string.Join(',', request.Kinds.Where(kind => kind.Choice is not null).Select(kind => $"{kind.Kind}={kind.Choice}"));
        await db.SaveChangesAsync(cancel);
        return await Read(http, db, caller, kinds, cancel);
    }

    private static IQueryable<NotificationWish> Mine(AppDb db, Caller caller) => db.Set<NotificationWish>().Where(wish => wish.AccountId == caller.Account.Value);
}
