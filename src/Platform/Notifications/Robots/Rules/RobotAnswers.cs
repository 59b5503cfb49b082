using System.Text.Json;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Platform.Notifications.Robots.Rules;

/// <summary>What came of sending something.</summary>
/// <param name="Reason">Code of a text; empty when it was sent.</param>
/// <param name="Detail">What the other side said, for the administrator.</param>
/// <param name="Wait">How long it asked us to wait.</param>
public sealed record Outcome(SendResult Result, string Reason = "", string Detail = "", TimeSpan? Wait = null)
{
    public static readonly Outcome Sent = new(SendResult.Sent);
}

/// <summary>
/// Reads what they answer. All three answer 200 also when they refuse: the number in the body tells. Numbers they may add are taken as
/// "not now", so that a passing trouble loses nothing.
/// </summary>
public static class RobotAnswers
{
    public static Outcome Read(RobotKind kind, int status, string body, TimeSpan? retryAfter)
    {
        switch (status)
        {
            case 429:
                return new Outcome(SendResult.Limited, "delivery.limited", "HTTP 429", retryAfter);
            case >= 300 and < 400:
                return new Outcome(SendResult.Refused, "delivery.redirected", $"HTTP {status}");
            case >= 500:
                return new Outcome(SendResult.Later, "delivery.other-side", $"HTTP {status}");
        }

        if (Parse(body) is not var (code, said))
        {
            return status == 200
                ? new Outcome(SendResult.Later, "delivery.not-understood", "HTTP 200")
                : new Outcome(SendResult.Refused, "delivery.other-side", $"HTTP {status}");
        }

        return (kind, code) switch
        {
            (_, 0) => Outcome.Sent,
            // Twenty a minute; whoever is over it is shut out for ten minutes.
            (RobotKind.DingTalk, 130101 or 130102 or 90030) => Limited(code, said, TimeSpan.FromMinutes(10)),
            (RobotKind.WeCom, 45009) => Limited(code, said, TimeSpan.FromMinutes(1)),
            (RobotKind.Feishu, 11232 or 11233) => Limited(code, said, TimeSpan.FromMinutes(1)),
            // The signature, a keyword or the address list of the robot; the words of DingTalk tell which.
            (RobotKind.DingTalk, 310000) or (RobotKind.Feishu, 19021 or 19022 or 19024) => Refused("delivery.robot-protection", code, said),
            (RobotKind.DingTalk, 300001 or 300005 or 400101) or (RobotKind.WeCom, 93000) or (RobotKind.Feishu, 19001 or 19002) => Refused("delivery.robot-unknown", code, said),
            (RobotKind.DingTalk, 40035 or 43004 or 400013) or (RobotKind.WeCom, 40008 or 40058 or 44004 or 45002) or (RobotKind.Feishu, 9499) => Refused("delivery.robot-refused", code, said),
            _ => new Outcome(SendResult.Later, "delivery.other-side", Words(code, said)),
        };
    }

    private static Outcome Limited(int code, string said, TimeSpan wait) => new(SendResult.Limited, "delivery.limited", Words(code, said), wait);

    private static Outcome Refused(string reason, int code, string said) => new(SendResult.Refused, reason, Words(code, said));

    private static string Words(int code, string said) => said.Length == 0 ? $"{code}" : $"{code} {said}";

    /// <summary>errcode and errmsg, or code and msg, or StatusCode and StatusMessage of older ones.</summary>
    private static (int Code, string Said)? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var (number, words) in new[] { ("errcode", "errmsg"), ("code", "msg"), ("StatusCode", "StatusMessage") })
            {
                if (json.RootElement.TryGetProperty(number, out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var value))
                {
                    return (value, json.RootElement.TryGetProperty(words, out var said) ? said.ToString() : "");
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
