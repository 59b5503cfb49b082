using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;

namespace Yingpan.Platform.Notifications.Mail;

/// <param name="Id">Of the batch: the same for each attempt, so that the receiver can tell a second copy.</param>
internal sealed record MailText(Guid Id, string To, string ToName, string Subject, string Text, string Html);

/// <summary>Hands one mail to the house's mail server. What went wrong is told as a reason, never thrown.</summary>
internal sealed class SendMail(HouseSecrets secrets, IOptions<NotificationOptions> options)
{
    public async Task<Outcome> Send(MailServer server, MailText mail)
    {
        using var message = Message(server, mail);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        using var client = new SmtpClient
        {
            Timeout = options.Value.TimeoutSeconds * 1_000,
            // The certificate is checked; asking its issuer each time is not, which many house networks do not let through.
            CheckCertificateRevocation = false,
        };
        var isHandedOver = false;
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, time.Token);
            if (!string.IsNullOrEmpty(server.UserName))
            {
                if (secrets.Read(server.Password) is not { } password)
                {
                    return new Outcome(SendResult.Later, "delivery.mail-password-lost");
                }

                await client.AuthenticateAsync(server.UserName, password, time.Token);
            }

            await client.SendAsync(message, time.Token);
            isHandedOver = true;
            await client.DisconnectAsync(quit: true, time.Token);
            return Outcome.Sent;
        }
        catch (Exception failure) when (isHandedOver)
        {
            // The server has it; how it said goodbye does not matter.
            _ = failure;
            return Outcome.Sent;
        }
        catch (AuthenticationException failure)
        {
            return new Outcome(SendResult.Later, "delivery.mail-sign-in", Words(failure));
        }
        catch (SmtpCommandException failure)
        {
            // 5xx is for good, 4xx for now.
            var result = (int)failure.StatusCode >= 500 ? SendResult.Refused : SendResult.Later;
            var reason = failure.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? "delivery.mail-recipient" : "delivery.mail-refused";
            return new Outcome(result, reason, $"{(int)failure.StatusCode} {Words(failure)}");
        }
        catch (Exception failure) when (failure is SslHandshakeException or NotSupportedException)
        {
            return new Outcome(SendResult.Later, "delivery.mail-encryption");
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException or TimeoutException or ProtocolException or ServiceNotConnectedException)
        {
            return new Outcome(SendResult.Later, "delivery.no-connection");
        }
    }

    private static MimeMessage Message(MailServer server, MailText mail)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(server.SenderName ?? "", server.SenderAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        message.Subject = mail.Subject;
        message.MessageId = $"{mail.Id:N}@{server.SenderAddress[(server.SenderAddress.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        // Keeps absence notes from answering.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        return message;
    }

    private static string Words(Exception failure) => failure.Message.ReplaceLineEndings(" ").Trim();
}
