using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Settings;

/// <summary>What the house says of a kind of notification.</summary>
internal sealed record KindSetting
{
    public required string Kind { get; init; }

    /// <summary>In the reader's language.</summary>
    public required string Name { get; init; }

    /// <summary>Null takes the usual one.</summary>
    public NotificationChoice? Choice { get; init; }

    public required bool IsUrgent { get; init; }
}

/// <summary>GET /api/notification-settings: how the house tells its people.</summary>
internal static class ReadSettings
{
    public sealed record View : IHasVersion
    {
        public string? Address { get; init; }

        public required NotificationChoice UsualChoice { get; init; }

        public TimeOnly? QuietFrom { get; init; }

        public TimeOnly? QuietTo { get; init; }

        public required bool UrgentPasses { get; init; }

        public required Digest Digest { get; init; }

        public required TimeOnly DailyAt { get; init; }

        public required int Attempts { get; init; }

        public required int FirstWaitSeconds { get; init; }

        public required int LongestWaitMinutes { get; init; }

        public required int KeepDays { get; init; }

        public required IReadOnlyList<KindSetting> Kinds { get; init; }

        public required int Version { get; init; }
    }

    public static async Task<View> Handle(HttpContext http, AppDb db, NotificationKinds kinds, CancellationToken cancel)
    {
        var settings = await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new NotificationSettings();
        var rules = await db.Set<NotificationKindRule>().AsNoTracking().ToDictionaryAsync(rule => rule.Kind, StringComparer.Ordinal, cancel);
        var language = Languages.Of(http);
        return new View
        {
            Address = settings.Address,
            UsualChoice = settings.UsualChoice,
            QuietFrom = settings.QuietFrom,
            QuietTo = settings.QuietTo,
            UrgentPasses = settings.UrgentPasses,
            Digest = settings.Digest,
            DailyAt = settings.DailyAt,
            Attempts = settings.Attempts,
            FirstWaitSeconds = settings.FirstWaitSeconds,
            LongestWaitMinutes = settings.LongestWaitMinutes,
            KeepDays = settings.KeepDays,
            Kinds = [.. kinds.All.Select(kind => new KindSetting
            {
                Kind = kind,
                Name = kinds.Name(kind, language),
                Choice = rules.GetValueOrDefault(kind)?.Choice,
                IsUrgent = rules.GetValueOrDefault(kind)?.IsUrgent ?? false,
            })],
            Version = settings.Version,
        };
    }
}

/// <summary>PUT /api/notification-settings: the whole of it; a kind left out follows the usual choice and is not urgent.</summary>
internal static class EditSettings
{
    public sealed record KindRequest
    {
        public required string Kind { get; init; }

        public NotificationChoice? Choice { get; init; }

        public bool IsUrgent { get; init; }
    }

    public sealed record Request : IChecked
    {
        /// <summary>Where people reach the application: <c>https://sales.example.com</c>.</summary>
        public string? Address { get; init; }

        public required NotificationChoice UsualChoice { get; init; }

        public TimeOnly? QuietFrom { get; init; }

        public TimeOnly? QuietTo { get; init; }

        public required bool UrgentPasses { get; init; }

        public required Digest Digest { get; init; }

        public required TimeOnly DailyAt { get; init; }

        public required int Attempts { get; init; }

        public required int FirstWaitSeconds { get; init; }

        public required int LongestWaitMinutes { get; init; }

        public required int KeepDays { get; init; }

        public IReadOnlyList<KindRequest> Kinds { get; init; } = [];

        public void Check(Check check)
        {
            check.OptionalText("address", Address, 200);
            check.That(string.IsNullOrWhiteSpace(Address) || (Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Query.Length == 0), "address", "notifications.not-address");
            check.That(QuietFrom is null == QuietTo is null, "quietTo", "notifications.both-ends");
            check.That(Attempts is >= 1 and <= 20, "attempts", "field.range", ("min", 1), ("max", 20));
            check.That(FirstWaitSeconds is >= 1 and <= 3_600, "firstWaitSeconds", "field.range", ("min", 1), ("max", 3_600));
            check.That(LongestWaitMinutes is >= 1 and <= 1_440, "longestWaitMinutes", "field.range", ("min", 1), ("max", 1_440));
            check.That(KeepDays is >= 1 and <= 3_650, "keepDays", "field.range", ("min", 1), ("max", 3_650));
            for (var i = 0; i < Kinds.Count; i++)
            {
                check.That(Kinds.Take(i).All(kind => kind.Kind != Kinds[i].Kind), $"kinds[{i}].kind", "field.repeated");
            }
        }
    }

    public static async Task<ReadSettings.View> Handle(HttpContext http, Request request, IfMatch seen, AppDb db, NotificationKinds kinds, CancellationToken cancel)
    {
        var check = new Check();
        for (var i = 0; i < request.Kinds.Count; i++)
        {
            check.That(kinds.All.Contains(request.Kinds[i].Kind, StringComparer.Ordinal), $"kinds[{i}].kind", "notifications.unknown-kind");
        }

        check.ThrowIfAny();
        var settings = await db.TheOne(() => new NotificationSettings(), seen, cancel);
        settings.Address = request.Address.CleanOrNull()?.TrimEnd('/');
        (settings.UsualChoice, settings.UrgentPasses) = (request.UsualChoice, request.UrgentPasses);
        (settings.QuietFrom, settings.QuietTo) = (request.QuietFrom, request.QuietTo);
        (settings.Digest, settings.DailyAt) = (request.Digest, request.DailyAt);
        (settings.Attempts, settings.FirstWaitSeconds, settings.LongestWaitMinutes, settings.KeepDays) = (request.Attempts, request.FirstWaitSeconds, request.LongestWaitMinutes, request.KeepDays);
        await SetKinds(db, request.Kinds, cancel);
        await db.SaveChangesAsync(cancel);
        return await ReadSettings.Handle(http, db, kinds, cancel);
    }

    private static async Task SetKinds(AppDb db, IReadOnlyList<KindRequest> wanted, CancellationToken cancel)
    {
        var rules = await db.Set<NotificationKindRule>().ToListAsync(cancel);
        // What says nothing of its own needs no row.
        var said = wanted.Where(kind => kind.Choice is not null || kind.IsUrgent).ToList();
        db.RemoveRange(rules.Where(rule => !said.Exists(kind => kind.Kind == rule.Kind)));
        foreach (var kind in said)
        {
            var rule = rules.Find(rule => rule.Kind == kind.Kind);
            if (rule is null)
            {
                db.Add(rule = new NotificationKindRule { Kind = kind.Kind });
            }

            (rule.Choice, rule.IsUrgent) = (kind.Choice, kind.IsUrgent);
        }
    }
}

internal static class OneRow
{
    /// <summary>
    /// The only row of a table, or a new one: until somebody saves it there is none, and its readers see the usual values as version 1. So the
    /// first edit, too, must have seen version 1; of two first ones the database lets one in.
    /// </summary>
    public static async Task<T> TheOne<T>(this AppDb db, Func<T> create, IfMatch seen, CancellationToken cancel) where T : class, IVersioned
    {
        if (await db.Set<T>().FirstOrDefaultAsync(cancel) is { } row)
        {
            db.Expect(row, seen);
            return row;
        }

        if (seen.Version != 1)
        {
            throw Kernel.Refusal.Stale("version.stale");
        }

        row = create();
        row.Version = 2;
        db.Add(row);
        return row;
    }
}
