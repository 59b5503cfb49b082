using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yingpan.Platform.Notifications.Robots.Rules;

/// <summary>Whose group it is.</summary>
public enum RobotKind
{
    /// <summary>企业微信</summary>
    WeCom,

    /// <summary>钉钉</summary>
    DingTalk,

    /// <summary>飞书</summary>
    Feishu,
}

/// <summary>What is sent to a robot.</summary>
/// <param name="Address">With the signature, where it belongs there.</param>
public sealed record RobotMessage(Uri Address, string Body);

/// <summary>A message as each of them wants it, signed as each of them signs.</summary>
public static class RobotMessages
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RobotMessage Of(RobotKind kind, Uri webhook, string? secret, string text, DateTimeOffset now)
    {
        switch (kind)
        {
            case RobotKind.DingTalk:
                var body = JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Plain);
                return new RobotMessage(secret is null ? webhook : Signed(webhook, secret, now.ToUnixTimeMilliseconds()), body);
            case RobotKind.Feishu when secret is not null:
                var seconds = now.ToUnixTimeSeconds();
                return new RobotMessage(webhook, JsonSerializer.Serialize(new
                {
                    timestamp = seconds.ToString(CultureInfo.InvariantCulture),
                    sign = FeishuSign(secret, seconds),
                    msg_type = "text",
                    content = new { text },
                }, Plain));
            case RobotKind.Feishu:
                return new RobotMessage(webhook, JsonSerializer.Serialize(new { msg_type = "text", content = new { text } }, Plain));
            default:
                // The key in the address is all that WeCom asks for.
                return new RobotMessage(webhook, JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Plain));
        }
    }

    /// <summary>HMAC-SHA256 with the secret, over the milliseconds, a line break and the secret.</summary>
    public static string DingTalkSign(string secret, long milliseconds) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{Number(milliseconds)}\n{secret}")));

    /// <summary>HMAC-SHA256 over nothing, with the seconds, a line break and the secret as its key.</summary>
    public static string FeishuSign(string secret, long seconds) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{Number(seconds)}\n{secret}"), Array.Empty<byte>()));

    /// <summary>So many bytes of UTF-8 does each of them take as one text; a little less, since they count in their own ways.</summary>
    public static int LargestText(RobotKind kind) => kind == RobotKind.WeCom ? 2_000 : 15_000;

    /// <summary>The lines that fit, from the first; what does not fit is counted in <paramref name="rest"/>.</summary>
    public static string Fit(IReadOnlyList<string> lines, int largest, Func<int, string> rest)
    {
        var kept = lines.Count;
        while (kept > 1 && Encoding.UTF8.GetByteCount(Text(kept)) > largest)
        {
            kept--;
        }

        return Cut(Text(kept), largest);

        string Text(int count) => string.Join('\n', count == lines.Count ? lines : [.. lines.Take(count), rest(lines.Count - count)]);
    }

    private static string Cut(string text, int largest)
    {
        if (Encoding.UTF8.GetByteCount(text) <= largest)
        {
            return text;
        }

        var (kept, bytes) = (new StringBuilder(), 3);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > largest)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    private static Uri Signed(Uri webhook, string secret, long milliseconds)
    {
        var separator = webhook.Query.Length > 0 ? '&' : '?';
        return new Uri($"{webhook.AbsoluteUri}{separator}timestamp={Number(milliseconds)}&sign={Uri.EscapeDataString(DingTalkSign(secret, milliseconds))}");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
