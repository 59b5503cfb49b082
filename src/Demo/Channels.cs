using System.Text.Json;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Notifications.Settings;

namespace Yingpan.Demo;

/// <summary>
/// How the company tells its people, and what the sign-ins were told. Mail server and robots are switched off and lead nowhere, so that a demo
/// never writes to anybody.
/// </summary>
internal static class Channels
{
    private const string Asked = "approval-asked";
    private const string Late = "approval-late";
    private const string Approved = "approval-approved";
    private const string Refused = "approval-refused";
    private const string Returned = "approval-returned";

    /// <summary>Longer ago is not worth telling again.</summary>
    private const int Weeks = 6;

    public static IEnumerable<object> Of(ulong seed, Days days, People people, Approvals approvals, IReadOnlyList<Account> accounts)
    {
        var dice = new Dice(seed, "channels");
        var began = days.At(days.MonthsAgo(7), 600);
        yield return new NotificationSettings { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 30), UsualChoice = NotificationChoice.InApp };
        yield return new NotificationKindRule { Kind = Asked, Choice = NotificationChoice.Email };
        yield return new NotificationKindRule { Kind = Late, Choice = NotificationChoice.Email, IsUrgent = true };
        yield return new MailServer { Host = "smtp.example.com", SenderAddress = "yingpan@example.com", SenderName = "营盘" };
        foreach (var (name, kind, kinds) in new[] { ("销售管理群", RobotKind.WeCom, $"{Asked},{Late}"), ("外贸组", RobotKind.DingTalk, Approved), ("门店值班群", RobotKind.Feishu, Approved) })
        {
            yield return new Robot { Id = dice.Id<RobotId>(began), Name = name, Kind = kind, Language = "zh", IsOn = false, Kinds = kinds, Units = "" };
        }

        yield return new NotificationWish { AccountId = accounts.First(account => account.UserName == "gm").Id, Digest = Digest.Daily, DailyAt = new TimeOnly(8, 0) };
        yield return new NotificationWish { AccountId = accounts.First(account => account.UserName == "finance").Id, Choices = $"{Approved}={NotificationChoice.Off}" };
        foreach (var row in Told(dice, days, people, approvals, accounts))
        {
            yield return row;
        }
    }

    private static IEnumerable<object> Told(Dice dice, Days days, People people, Approvals approvals, IReadOnlyList<Account> accounts)
    {
        var of = accounts.ToDictionary(account => account.PersonId!.Value);
        var names = people.All.ToDictionary(person => person.Id, person => person.Row.Name);
        var since = days.At(days.Today.AddDays(-7 * Weeks), 0);
        foreach (var request in approvals.Requests.Where(request => request.SubmittedAt >= since).OrderBy(request => request.SubmittedAt).ThenBy(request => request.Number, StringComparer.Ordinal))
        {
            foreach (var turn in request.Turns.Where(turn => turn.OpenedAt is not null && of.ContainsKey(turn.PersonId)))
            {
                var (account, at) = (of[turn.PersonId], turn.OpenedAt!.Value);
                var told = Notification(dice, account, Asked, request, names[request.ApplicantId], at, turn.State == TurnState.Open ? null : turn.SeenAt ?? at.AddMinutes(30));
                yield return told;
                yield return Mail(dice, told, account);
            }

            var outcome = request.State switch
            {
                FlowState.Approved => Approved,
                FlowState.Refused => Refused,
                FlowState.Returned => Returned,
                _ => null,
            };
            if (outcome is not null && of.TryGetValue(request.ApplicantId, out var applicant))
            {
                var at = request.FinishedAt ?? request.SubmittedAt.AddHours(4);
                yield return Notification(dice, applicant, outcome, request, names[request.ApplicantId], at, at < days.At(days.Today.AddDays(-2), 0) ? at.AddMinutes(dice.Between(5, 300)) : null);
            }
        }
    }

    private static Notification Notification(Dice dice, Account account, string kind, Approval request, string applicant, DateTimeOffset at, DateTimeOffset? read) => new()
    {
        Id = dice.Guid(at),
        AccountId = account.Id,
        Kind = kind,
        Params = JsonSerializer.Serialize(new { title = request.Title, applicant, number = request.Number }, Platform.Http.JsonTypes.Options),
        Link = $"/approvals?open={request.Id}",
        CreatedAt = at,
        ReadAt = read,
    };

    /// <summary>One in thirty found a mailbox that was full.</summary>
    private static Delivery Mail(Dice dice, Notification told, Account account)
    {
        var failed = dice.Chance(1 / 30.0);
        return new Delivery
        {
            Id = dice.Id<DeliveryId>(told.CreatedAt),
            NotificationId = told.Id,
            AccountId = account.Id,
            Channel = DeliveryChannel.Email,
            State = failed ? DeliveryState.Failed : DeliveryState.Sent,
            CreatedAt = told.CreatedAt,
            DueAt = told.CreatedAt,
            NextAt = told.CreatedAt,
            Attempts = failed ? 6 : 1,
            BatchId = dice.Guid(told.CreatedAt),
            SentAt = failed ? null : told.CreatedAt.AddSeconds(2),
            Reason = failed ? "delivery.mail-recipient" : null,
            Detail = failed ? "452 4.2.2 mailbox full" : null,
        };
    }
}
