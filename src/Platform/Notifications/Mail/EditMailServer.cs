using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Notifications.Settings;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Mail;

/// <summary>GET /api/mail-server: everything but the password.</summary>
internal static class ReadMailServer
{
    public sealed record View : IHasVersion
    {
        public required bool IsOn { get; init; }

        public required string Host { get; init; }

        public required int Port { get; init; }

        public required MailSecurity Security { get; init; }

        public string? UserName { get; init; }

        public required bool HasPassword { get; init; }

        public required string SenderAddress { get; init; }

        public string? SenderName { get; init; }

        public required int Version { get; init; }
    }

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var server = await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new MailServer();
        return new View
        {
            IsOn = server.IsOn,
            Host = server.Host,
            Port = server.Port,
            Security = server.Security,
            UserName = server.UserName,
            HasPassword = server.Password is not null,
            SenderAddress = server.SenderAddress,
            SenderName = server.SenderName,
            Version = server.Version,
        };
    }
}

/// <summary>PUT /api/mail-server: a password that is left out stays; without a user there is none.</summary>
internal static class EditMailServer
{
    public sealed record Request : IChecked
    {
        public required bool IsOn { get; init; }

        public required string Host { get; init; }

        public required int Port { get; init; }

        public required MailSecurity Security { get; init; }

        public string? UserName { get; init; }

        public string? Password { get; init; }

        public required string SenderAddress { get; init; }

        public string? SenderName { get; init; }

        public void Check(Check check)
        {
            check.Text("host", Host, 200);
            check.That(Uri.CheckHostName(Host.Trim()) != UriHostNameType.Unknown, "host", "notifications.not-host");
            check.That(Port is >= 1 and <= 65_535, "port", "field.range", ("min", 1), ("max", 65_535));
            check.OptionalText("userName", UserName, 200);
            check.OptionalText("password", Password, 200);
            check.Text("senderAddress", SenderAddress, 200);
            check.Email("senderAddress", SenderAddress);
            check.OptionalText("senderName", SenderName, 100);
        }
    }

    public static async Task<ReadMailServer.View> Handle(
        Request request, IfMatch seen, AppDb db, HouseSecrets secrets, IOptions<NotificationOptions> options, CancellationToken cancel)
    {
        var user = request.UserName.CleanOrNull();
        if (user is not null && request.Security == MailSecurity.None && !options.Value.AllowPlainPasswords)
        {
            throw Refusal.Faulty([Fault.At("security", "notifications.plain-password")]);
        }

        var server = await db.TheOne(() => new MailServer(), seen, cancel);
        // Somebody who may set this up but does not know the password must not have it sent to a server of his own.
        var moved = server.Password is not null && (server.Host != request.Host.Clean() || server.Port != request.Port || server.Security != request.Security || server.UserName != user);
        if (moved && user is not null && string.IsNullOrEmpty(request.Password))
        {
            throw Refusal.Faulty([Fault.At("password", "notifications.password-again")]);
        }

        (server.IsOn, server.Host, server.Port, server.Security) = (request.IsOn, request.Host.Clean(), request.Port, request.Security);
        (server.SenderAddress, server.SenderName) = (request.SenderAddress.Clean(), request.SenderName.CleanOrNull());
        server.UserName = user;
        if (user is null)
        {
            server.Password = null;
        }
        else if (!string.IsNullOrEmpty(request.Password))
        {
            server.Password = secrets.Protect(request.Password);
        }

        await db.SaveChangesAsync(cancel);
        return await ReadMailServer.Handle(db, cancel);
    }
}

/// <summary>What came of a test. A failed one is no fault of the request: it is what the test was for.</summary>
internal sealed record TestResult(bool IsSent, string? Reason, string? Detail)
{
    public static TestResult Of(Outcome outcome, TextBook texts, string language) => outcome.Result == SendResult.Sent
        ? new TestResult(IsSent: true, null, null)
        : new TestResult(IsSent: false, texts.Say(outcome.Reason, language), outcome.Detail.Length == 0 ? null : outcome.Detail);
}

/// <summary>POST /api/mail-server/test: a mail to that address, with what is saved, at once.</summary>
internal static class TestMailServer
{
    public sealed record Request : IChecked
    {
        public required string To { get; init; }

        public void Check(Check check)
        {
            check.Text("to", To, 200);
            check.Email("to", To);
        }
    }

    public static async Task<TestResult> Handle(HttpContext http, Request request, AppDb db, SendMail mail, DeliveryWords words, TextBook texts, CancellationToken cancel)
    {
        var server = await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? throw Refusal.Conflict("notifications.no-mail-server");
        var language = Languages.Of(http);
        return TestResult.Of(await mail.Send(server, words.TestMail(Guid.CreateVersion7(), request.To.Clean(), language)), texts, language);
    }
}
