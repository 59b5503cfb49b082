using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Robots;

internal sealed record RobotRow
{
    public required RobotId Id { get; init; }

    public required string Name { get; init; }

    public required RobotKind Kind { get; init; }

    /// <summary>Enough to know the address again; the address itself nobody is told.</summary>
    public required string WebhookHint { get; init; }

    public required bool HasSecret { get; init; }

    public required string Language { get; init; }

    public required bool IsOn { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Empty is everybody's.</summary>
    public required IReadOnlyList<UnitId> Units { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/notification-robots</summary>
internal static class ListRobots
{
    public static async Task<ListPage<RobotRow>> Handle([AsParameters] ListQuery query, AppDb db, CancellationToken cancel)
    {
        var robots = db.Set<Robot>().AsNoTracking();
        if (query.Pattern is { } pattern)
        {
            robots = robots.Where(robot => EF.Functions.Like(robot.Name.ToLower(), pattern, @"\"));
        }

        var page = await query.Cut(robots.OrderBy(robot => EF.Functions.Collate(robot.Name, db.PinyinCollation())).ThenBy(robot => robot.Id)).ToListAsync(cancel);
        return await query.PageOf([.. page.Select(robot => new RobotRow
        {
            Id = robot.Id,
            Name = robot.Name,
            Kind = robot.Kind,
            WebhookHint = robot.WebhookHint,
            HasSecret = robot.SigningSecret is not null,
            Language = robot.Language,
            IsOn = robot.IsOn,
            Kinds = robot.KindList,
            Units = robot.UnitList,
            Version = robot.Version,
        })], () => robots.CountAsync(cancel));
    }
}

internal sealed record RobotRequest : IChecked
{
    public required string Name { get; init; }

    public required RobotKind Kind { get; init; }

    /// <summary>As the group shows it. Left out, the one that is there stays.</summary>
    public string? Webhook { get; init; }

    /// <summary>Of the signature. Left out, the one that is there stays, unless the address changes.</summary>
    public string? Secret { get; init; }

    /// <summary>"zh" or "en".</summary>
    public string Language { get; init; } = Languages.Chinese;

    public required bool IsOn { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public IReadOnlyList<UnitId> Units { get; init; } = [];

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("webhook", Webhook, 500);
        check.OptionalText("secret", Secret, 200);
        check.That(Language is Languages.Chinese or Languages.English, "language", "field.not-one-of", ("allowed", "zh, en"));
        // A group reads what it was set up to read; nothing comes of itself.
        check.That(Kinds.Count is >= 1 and <= 200, "kinds", "notifications.some-kind");
        check.That(Units.Count <= 100, "units", "field.range", ("min", 0), ("max", 100));
    }
}

/// <summary>What adding and editing a robot have in common.</summary>
internal static class RobotSaving
{
    public static async Task Check(RobotRequest request, Robot? before, NotificationKinds kinds, IStanding standing, NotificationOptions options, CancellationToken cancel)
    {
        var check = new Check();
        for (var i = 0; i < request.Kinds.Count; i++)
        {
            check.That(kinds.All.Contains(request.Kinds[i], StringComparer.Ordinal), $"kinds[{i}]", "notifications.unknown-kind");
        }

        var known = await standing.Known(request.Units, cancel);
        for (var i = 0; i < request.Units.Count; i++)
        {
            check.That(known.Contains(request.Units[i]), $"units[{i}]", "record.not-found");
        }

        if (request.Webhook.CleanOrNull() is { } webhook)
        {
            check.That(RobotAddresses.IsAllowed(request.Kind, webhook, options.Origins), "webhook", "notifications.robot-not-allowed");
        }
        else
        {
            // An address belongs to its maker; and one that is switched on has to be somewhere.
            check.That(!request.IsOn || before?.Webhook is not null, "webhook", "field.required");
            check.That(before?.Webhook is null || before.Kind == request.Kind, "webhook", "notifications.robot-address-again");
        }

        check.That(request.Kind != RobotKind.WeCom || string.IsNullOrEmpty(request.Secret), "secret", "notifications.robot-no-secret");
        check.ThrowIfAny();
    }

    public static void Fill(Robot robot, RobotRequest request, HouseSecrets secrets)
    {
        (robot.Name, robot.Kind, robot.Language, robot.IsOn) = (request.Name.Clean(), request.Kind, request.Language, request.IsOn);
        robot.Kinds = string.Join(',', request.Kinds.Distinct(StringComparer.Ordinal));
        robot.Units = string.Join(',', request.Units.Distinct().Select(unit => unit.Value));
        if (request.Webhook.CleanOrNull() is { } webhook)
        {
            (robot.Webhook, robot.WebhookHint) = (secrets.Protect(webhook), RobotAddresses.Hint(webhook));
            // The secret of another group's robot would only be sent to it for nothing.
            robot.SigningSecret = null;
        }

        if (request.Secret.CleanOrNull() is { } secret)
        {
            robot.SigningSecret = secrets.Protect(secret);
        }
    }

    public static async Task Save(AppDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            throw Refusal.Faulty([Fault.At("name", "notifications.robot-name-taken")]);
        }
    }

    public static async Task<Robot> Find(AppDb db, RobotId id, CancellationToken cancel) =>
        await db.Set<Robot>().FirstOrDefaultAsync(robot => robot.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
}

/// <summary>POST /api/notification-robots</summary>
internal static class AddRobot
{
    public static async Task<Created<Saved<RobotId>>> Handle(
        RobotRequest request, AppDb db, NotificationKinds kinds, IStanding standing, HouseSecrets secrets, IOptions<NotificationOptions> options, CancellationToken cancel)
    {
        await RobotSaving.Check(request, null, kinds, standing, options.Value, cancel);
        var robot = new Robot { Id = Id.New<RobotId>(), Name = "", Kind = request.Kind, Language = "", IsOn = false, Kinds = "", Units = "" };
        RobotSaving.Fill(robot, request, secrets);
        db.Add(robot);
        await RobotSaving.Save(db, cancel);
        return TypedResults.Created($"/api/notification-robots/{robot.Id}", new Saved<RobotId>(robot.Id, robot.Version));
    }
}

/// <summary>PUT /api/notification-robots/{id}</summary>
internal static class EditRobot
{
    public static async Task<Saved<RobotId>> Handle(
        RobotId id, RobotRequest request, IfMatch seen, AppDb db, NotificationKinds kinds, IStanding standing, HouseSecrets secrets, IOptions<NotificationOptions> options, CancellationToken cancel)
    {
        var robot = await RobotSaving.Find(db, id, cancel);
        db.Expect(robot, seen);
        await RobotSaving.Check(request, robot, kinds, standing, options.Value, cancel);
        RobotSaving.Fill(robot, request, secrets);
        await RobotSaving.Save(db, cancel);
        return new Saved<RobotId>(robot.Id, robot.Version);
    }
}

/// <summary>DELETE /api/notification-robots/{id}: what was to go to its group goes nowhere.</summary>
internal static class RemoveRobot
{
    public static async Task<NoContent> Handle(RobotId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await RobotSaving.Find(db, id, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/notification-robots/{id}/test: says hello in its group, also while it is switched off.</summary>
internal static class TestRobot
{
    public static async Task<TestResult> Handle(HttpContext http, RobotId id, AppDb db, SendToRobot toRobot, DeliveryWords words, TextBook texts, CancellationToken cancel)
    {
        var robot = await RobotSaving.Find(db, id, cancel);
        return TestResult.Of(await toRobot.Send(robot, words.TestGroup(robot)), texts, Languages.Of(http));
    }
}
