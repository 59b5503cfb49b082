using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yingpan.Tests.Api.Notifications;

/// <summary>A mail as it arrived: its recipient and all its lines.</summary>
internal sealed record Arrived(string To, string Text)
{
    public string Header(string name) =>
        Text.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";

    /// <summary>What a person reads, of the plain part.</summary>
    public string Read
    {
        get
        {
            using var message = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Text)));
            return message.TextBody ?? "";
        }
    }

    public string Subject
    {
        get
        {
            using var message = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Text)));
            return message.Subject ?? "";
        }
    }
}

/// <summary>A mail server that speaks as much SMTP as a client needs, wants a password, and can be told to say no.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    public const string User = "robot@touchstone.example";
    public const string Password = "s3cret of the mail server";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<Arrived> arrived = [];
    private readonly Task listening;

    public FakeMailServer()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<Arrived> Mails => [.. arrived];

    /// <summary>Answers to RCPT TO, one for each mail, before it is friendly again: <c>450 busy</c>.</summary>
    public ConcurrentQueue<string> AnswersToRecipients { get; } = [];

    /// <summary>After the mail is in, before that is said.</summary>
    public TimeSpan SlowToAccept { get; set; }

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await listening;
        ending.Dispose();
    }

    private async Task Listen()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(ending.Token);
                _ = Serve(client);
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        Connections++;
        try
        {
            using var reader = new StreamReader(client.GetStream(), new UTF8Encoding(false));
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await Talk(reader, writer);
        }
        catch (IOException)
        {
            // Whoever hangs up has nothing more to say.
        }
    }

    private async Task Talk(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 fake ready");
        var (to, known) = ("", false);
        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (word)
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                    break;
                case "AUTH":
                    known = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Split('\0') is [_, User, Password];
                    await writer.WriteLineAsync(known ? "235 ok" : "535 authentication failed");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync(known ? "250 ok" : "530 authentication required");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(AnswersToRecipients.TryDequeue(out var answer) ? answer : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    arrived.Enqueue(new Arrived(to, await Body(reader)));
                    await Task.Delay(SlowToAccept, ending.Token);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static async Task<string> Body(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }
}
