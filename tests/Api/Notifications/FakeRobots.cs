using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yingpan.Tests.Api.Notifications;

/// <summary>
/// The robots of the three makers, at <c>/wecom</c>, <c>/dingtalk</c> and <c>/feishu</c>: each checks its key and its signature as the real one
/// does, written a second time here, and answers in its own words.
/// </summary>
internal sealed class FakeRobots : IAsyncDisposable
{
    public const string Key = "key-0123456789-abcdef";
    public const string Secret = "SEC of the group";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly HttpListener listener = new();
    private readonly Func<DateTimeOffset> now;
    private readonly ConcurrentQueue<(string Robot, string Text)> said = [];
    private readonly Task listening;
    private volatile bool ending;

    public FakeRobots(Func<DateTimeOffset> now)
    {
        this.now = now;
        // HttpListener takes no port 0: a free one is asked for first.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Origin = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add($"{Origin}/");
        listener.Start();
        listening = Listen();
    }

    public string Origin { get; }

    public IReadOnlyList<(string Robot, string Text)> Said => [.. said];

    public int Asked { get; private set; }

    /// <summary>Instead of what it would say, once each: status, body, and where it leads to.</summary>
    public ConcurrentQueue<(int Status, string Body, string? Location)> Answers { get; } = [];

    public string Webhook(string robot) => robot switch
    {
        "wecom" => $"{Origin}/wecom?key={Key}",
        "dingtalk" => $"{Origin}/dingtalk?access_token={Key}",
        _ => $"{Origin}/feishu/{Key}",
    };

    public async ValueTask DisposeAsync()
    {
        ending = true;
        listener.Stop();
        await listening;
        listener.Close();
    }

    private async Task Listen()
    {
        while (true)
        {
            try
            {
                await Answer(await listener.GetContextAsync());
            }
            catch (Exception) when (ending || !listener.IsListening)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        Asked++;
        using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
        var (status, text, location) = Answers.TryDequeue(out var told) ? told : (200, Usual(context.Request, body.RootElement), null);
        context.Response.StatusCode = status;
        if (location is not null)
        {
            context.Response.RedirectLocation = location;
        }

        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        context.Response.Close();
    }

    private string Usual(HttpListenerRequest request, JsonElement body)
    {
        var robot = request.Url!.Segments[1].Trim('/');
        switch (robot)
        {
            case "wecom":
                return request.QueryString["key"] == Key ? Take(robot, body.GetProperty("text").GetProperty("content"), """{"errcode":0,"errmsg":"ok"}""") : """{"errcode":93000,"errmsg":"invalid webhook url"}""";
            case "dingtalk":
                var (time, sign) = (request.QueryString["timestamp"] ?? "0", request.QueryString["sign"]);
                return request.QueryString["access_token"] != Key ? """{"errcode":300001,"errmsg":"token is not exist"}"""
                    : IsFresh(long.Parse(time, CultureInfo.InvariantCulture)) && sign == Hmac(Secret, $"{time}\n{Secret}")
                        ? Take(robot, body.GetProperty("text").GetProperty("content"), """{"errcode":0,"errmsg":"ok"}""")
                        : """{"errcode":310000,"errmsg":"sign not match, more: https://example.com"}""";
            default:
                return request.Url.Segments[^1] != Key ? """{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}"""
                    : body.TryGetProperty("timestamp", out var at) && IsFresh(long.Parse(at.GetString()!, CultureInfo.InvariantCulture) * 1_000)
                        && body.GetProperty("sign").GetString() == Hmac($"{at.GetString()}\n{Secret}", "")
                        ? Take(robot, body.GetProperty("content").GetProperty("text"), """{"code":0,"msg":"success","data":{}}""")
                        : """{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}""";
        }
    }

    private bool IsFresh(long milliseconds) => (now() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).Duration() < Hour;

    private string Take(string robot, JsonElement text, string answer)
    {
        said.Enqueue((robot, text.GetString()!));
        return answer;
    }

    private static string Hmac(string key, string text) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
