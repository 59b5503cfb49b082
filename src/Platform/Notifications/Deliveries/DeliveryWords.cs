using System.Net;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <summary>What a mail or a group reads.</summary>
internal sealed class DeliveryWords(TextBook texts, CompanyClock clock)
{
    private const int LongestSubject = 120;

    /// <param name="address">Of the application; null writes no links.</param>
    public MailText Mail(Guid batch, string to, string toName, string language, IReadOnlyList<Notification> notifications, string? address)
    {
        var sentences = notifications.Select(notification => Sentence(notification, language)).ToList();
        var subject = sentences.Count == 1 ? sentences[0] : texts.Say("mail.several", language, new Dictionary<string, object?> { ["count"] = sentences.Count });
        var company = language == Languages.English ? clock.Facts.NameEn : clock.Facts.Name;
        var why = texts.Say("mail.why", language, new Dictionary<string, object?> { ["company"] = company });
        var (text, html) = (new List<string>(), new List<string>());
        foreach (var (notification, sentence) in notifications.Zip(sentences))
        {
            var at = clock.WallOf(notification.CreatedAt).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            var link = Link(address, notification.Link);
            text.Add($"{sentence}\n{at}{(link is null ? "" : $"\n{link}")}\n");
            var shown = WebUtility.HtmlEncode(sentence);
            html.Add($"<p style=\"margin:0 0 16px\">{(link is null ? shown : $"<a href=\"{WebUtility.HtmlEncode(link)}\">{shown}</a>")}<br><small style=\"color:#666\">{at}</small></p>");
        }

        var choose = Link(address, "/profile");
        text.Add($"-- \n{why}{(choose is null ? "" : $"\n{choose}")}");
        html.Add($"<p style=\"color:#666;font-size:12px\">{WebUtility.HtmlEncode(why)}{(choose is null ? "" : $" <a href=\"{WebUtility.HtmlEncode(choose)}\">{WebUtility.HtmlEncode(texts.Say("mail.choose", language))}</a>")}</p>");
        return new MailText(batch, to, toName, Short(subject), string.Join('\n', text),
            $"<!doctype html><html lang=\"{language}\"><body style=\"font-family:sans-serif;font-size:15px\">{string.Concat(html)}</body></html>");
    }

    public MailText TestMail(Guid id, string to, string language) => new(id, to, "", texts.Say("mail.test-subject", language, Company(language)),
        texts.Say("mail.test", language, Company(language)), $"<p>{WebUtility.HtmlEncode(texts.Say("mail.test", language, Company(language)))}</p>");

    /// <summary>In a group "you" is nobody: each line names whose notification it is.</summary>
    public string Group(Robot robot, IReadOnlyList<(Notification Notification, string Name)> told, string? address)
    {
        var lines = told.Select(one => texts.Say("robot.line", robot.Language, new Dictionary<string, object?> { ["name"] = one.Name, ["text"] = Sentence(one.Notification, robot.Language) })
            + (Link(address, one.Notification.Link) is { } link ? $" {link}" : "")).ToList();
        return RobotMessages.Fit(lines, RobotMessages.LargestText(robot.Kind), rest => texts.Say("robot.rest", robot.Language, new Dictionary<string, object?> { ["count"] = rest }));
    }

    public string TestGroup(Robot robot) => texts.Say("robot.test", robot.Language, new Dictionary<string, object?>(Company(robot.Language)) { ["name"] = robot.Name });

    private Dictionary<string, object?> Company(string language) => new() { ["company"] = language == Languages.English ? clock.Facts.NameEn : clock.Facts.Name };

    private string Sentence(Notification notification, string language) => texts.Say($"notification.{notification.Kind}", language, Notification.ValuesOf(notification.Params));

    private static string? Link(string? address, string page) => address is null || page.Length == 0 ? null : address.TrimEnd('/') + page;

    // A line break would begin another header; the library refuses it, so it never gets there.
    private static string Short(string subject) => subject.ReplaceLineEndings(" ").Shortened(LongestSubject);
}
