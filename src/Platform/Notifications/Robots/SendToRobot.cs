using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Platform.Notifications.Robots;

/// <summary>Says something in a group. What went wrong is told as a reason, never thrown.</summary>
internal sealed class SendToRobot : IDisposable
{
    /// <summary>Their answers are a line; more is not read.</summary>
    private const int LongestAnswer = 16 * 1024;

    private readonly HouseSecrets secrets;
    private readonly IOptions<NotificationOptions> options;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public SendToRobot(HouseSecrets secrets, IOptions<NotificationOptions> options, TimeProvider clock)
    {
        (this.secrets, this.options, this.clock) = (secrets, options, clock);
        http = new HttpClient(new SocketsHttpHandler
        {
            // Whoever answers with another address would choose where this server goes.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Without it no span and no log line is written, which would hold the address, and with it the key.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    public async Task<Outcome> Send(Robot robot, string text)
    {
        if (secrets.Read(robot.Webhook) is not { } webhook)
        {
            return new Outcome(SendResult.Refused, robot.Webhook is null ? "delivery.robot-no-address" : "delivery.robot-address-lost");
        }

        if (!RobotAddresses.IsAllowed(robot.Kind, webhook, options.Value.Origins))
        {
            return new Outcome(SendResult.Refused, "delivery.robot-not-allowed");
        }

        var message = RobotMessages.Of(robot.Kind, new Uri(webhook), secrets.Read(robot.SigningSecret), text, clock.GetUtcNow());
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, message.Address)
            {
                Content = new StringContent(message.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
            };
            using var response = await http.SendAsync(request);
            var wait = response.Headers.RetryAfter?.Delta;
            return Hidden(RobotAnswers.Read(robot.Kind, (int)response.StatusCode, await response.Content.ReadAsStringAsync(), wait), webhook);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return new Outcome(SendResult.Later, "delivery.no-connection", failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? "TLS" : "");
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Some answers say the key again.</summary>
    private static Outcome Hidden(Outcome outcome, string webhook)
    {
        var uri = new Uri(webhook);
        var secret = uri.Query.Contains('=', StringComparison.Ordinal) ? uri.Query[(uri.Query.IndexOf('=', StringComparison.Ordinal) + 1)..] : uri.Segments[^1];
        return secret.Length < 4 ? outcome : outcome with { Detail = outcome.Detail.Replace(WebUtility.UrlDecode(secret), "***", StringComparison.OrdinalIgnoreCase) };
    }
}
