using System.Text;
using System.Text.Json;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class RobotTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_784_080_800_123);

    /// <summary>Worked out with openssl: <c>printf "1784080800123\nSECtest" | openssl dgst -sha256 -hmac SECtest -binary | base64</c>.</summary>
    [Fact]
    public void DingTalk_signs_the_time_and_the_secret_with_the_secret()
    {
        const string Sign = "pe8eSnUVi54TICHCPqnfnFOlZ3Rm3MumOs77Ki8MFZU=";
        RobotMessages.DingTalkSign("SECtest", Now.ToUnixTimeMilliseconds()).ShouldBe(Sign);
        var message = RobotMessages.Of(RobotKind.DingTalk, new Uri("https://oapi.dingtalk.com/robot/send?access_token=abc"), "SECtest", "你好", Now);
        message.Address.AbsoluteUri.ShouldBe($"https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1784080800123&sign={Uri.EscapeDataString(Sign)}");
        message.Body.ShouldBe("""{"msgtype":"text","text":{"content":"你好"}}""");
    }

    /// <summary>Worked out with openssl: <c>printf '' | openssl dgst -sha256 -hmac "$(printf '1784080800\ntest')" -binary | base64</c>.</summary>
    [Fact]
    public void Feishu_signs_nothing_with_the_time_and_the_secret()
    {
        const string Sign = "3FWNruoyfAzMiHG6uMGq5/PKxnbBHeijKFo4DcfkWYk=";
        var message = RobotMessages.Of(RobotKind.Feishu, new Uri("https://open.feishu.cn/open-apis/bot/v2/hook/abc"), "test", "你好", Now);
        message.Address.AbsoluteUri.ShouldBe("https://open.feishu.cn/open-apis/bot/v2/hook/abc");
        using var body = JsonDocument.Parse(message.Body);
        body.RootElement.GetProperty("timestamp").GetString().ShouldBe("1784080800");
        body.RootElement.GetProperty("sign").GetString().ShouldBe(Sign);
        body.RootElement.GetProperty("content").GetProperty("text").GetString().ShouldBe("你好");
    }

    [Theory]
    [InlineData(RobotKind.WeCom, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", true)]
    [InlineData(RobotKind.WeCom, "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", false)]
    [InlineData(RobotKind.WeCom, "https://oapi.dingtalk.com/robot/send?access_token=1", false)]
    [InlineData(RobotKind.DingTalk, "https://oapi.dingtalk.com/robot/send?access_token=1", true)]
    [InlineData(RobotKind.DingTalk, "https://oapi.dingtalk.com:8443/robot/send", false)]
    [InlineData(RobotKind.DingTalk, "https://oapi.dingtalk.com.example.com/robot/send", false)]
    [InlineData(RobotKind.DingTalk, "https://oapi.dingtalk.com@10.0.0.1/robot/send", false)]
    [InlineData(RobotKind.DingTalk, "https://user@oapi.dingtalk.com/robot/send", false)]
    [InlineData(RobotKind.Feishu, "https://169.254.169.254/latest/meta-data", false)]
    [InlineData(RobotKind.Feishu, "file:///etc/passwd", false)]
    [InlineData(RobotKind.Feishu, "open.feishu.cn/x", false)]
    [InlineData(RobotKind.Feishu, "https://robots.example.com/x", true)]
    [InlineData(RobotKind.Feishu, "https://robots.example.com:444/x", false)]
    public void A_robot_is_only_where_its_maker_or_the_configuration_says(RobotKind kind, string address, bool allowed) =>
        RobotAddresses.IsAllowed(kind, address, ["https://robots.example.com"]).ShouldBe(allowed);

    [Theory]
    [InlineData(RobotKind.DingTalk, 200, """{"errcode":0,"errmsg":"ok"}""", SendResult.Sent)]
    [InlineData(RobotKind.DingTalk, 200, """{"errcode":310000,"errmsg":"sign not match"}""", SendResult.Refused)]
    [InlineData(RobotKind.DingTalk, 200, """{"errcode":130101,"errmsg":"send too fast"}""", SendResult.Limited)]
    [InlineData(RobotKind.WeCom, 200, """{"errcode":0,"errmsg":"ok"}""", SendResult.Sent)]
    [InlineData(RobotKind.WeCom, 200, """{"errcode":93000,"errmsg":"invalid webhook url"}""", SendResult.Refused)]
    [InlineData(RobotKind.WeCom, 200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", SendResult.Limited)]
    [InlineData(RobotKind.WeCom, 200, """{"errcode":-1,"errmsg":"system busy"}""", SendResult.Later)]
    [InlineData(RobotKind.Feishu, 200, """{"code":0,"msg":"success","data":{}}""", SendResult.Sent)]
    [InlineData(RobotKind.Feishu, 200, """{"StatusCode":0,"StatusMessage":"success"}""", SendResult.Sent)]
    [InlineData(RobotKind.Feishu, 200, """{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}""", SendResult.Refused)]
    [InlineData(RobotKind.Feishu, 400, """{"code":9499,"msg":"Bad Request"}""", SendResult.Refused)]
    [InlineData(RobotKind.Feishu, 200, """{"code":11232,"msg":"frequency limited psm"}""", SendResult.Limited)]
    [InlineData(RobotKind.Feishu, 429, "", SendResult.Limited)]
    [InlineData(RobotKind.Feishu, 302, "", SendResult.Refused)]
    [InlineData(RobotKind.Feishu, 502, "<html>", SendResult.Later)]
    [InlineData(RobotKind.Feishu, 404, "<html>", SendResult.Refused)]
    [InlineData(RobotKind.Feishu, 200, "[]", SendResult.Later)]
    public void What_they_answer_is_understood(RobotKind kind, int status, string body, SendResult result) =>
        RobotAnswers.Read(kind, status, body, null).Result.ShouldBe(result);

    [Fact]
    public void A_long_message_is_cut_between_lines_and_says_how_many_are_left()
    {
        var lines = Enumerable.Range(1, 100).Select(i => $"【某人】第 {i} 条通知,写得长一些").ToList();
        var text = RobotMessages.Fit(lines, RobotMessages.LargestText(RobotKind.WeCom), rest => $"另有 {rest} 条");
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(2_000);
        var shown = text.Split('\n');
        shown[^1].ShouldBe($"另有 {100 - (shown.Length - 1)} 条");
        shown[..^1].ShouldBe(lines.Take(shown.Length - 1));
        RobotMessages.Fit(["只有一条"], 2_000, _ => "").ShouldBe("只有一条");
        Encoding.UTF8.GetByteCount(RobotMessages.Fit([new string('字', 5_000)], 2_000, _ => "")).ShouldBeLessThanOrEqualTo(2_000);
    }

    [Fact]
    public void A_hint_does_not_give_the_address_away() =>
        RobotAddresses.Hint("https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef").ShouldBe("oapi.dingtalk.com/…cdef");
}
