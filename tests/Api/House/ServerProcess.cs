using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Yingpan.Tests.Api;

/// <summary>
/// The program itself in a process of its own, on a copy of the test company and by the clock of the wall: what a kill does to it and how
/// much memory it takes shows only there.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = [];
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    /// <summary>What it has written so far, to both streams.</summary>
    public IReadOnlyCollection<string> Said => said;

    /// <summary>The most memory it ever had, in megabytes.</summary>
    public long PeakMegabytes => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    public static async Task<ServerProcess> Start(DatabaseCopy copy, params string[] settings)
    {
        string[] arguments =
        [
            "serve", $"--data={copy.Folder}", $"--ConnectionStrings:Default={copy.ConnectionString}", "--urls=http://127.0.0.1:0", $"--Audit:Key={Convert.ToBase64String(new byte[32])}",
            "--SignIn:HashIterations=1000", "--Logging:LogLevel:Default=Error", .. settings.Select(setting => $"--{setting}"),
        ];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "yingpan"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var server = new ServerProcess(new Process { StartInfo = start });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.address.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', server.said)}", late);
        }

        return server;
    }

    /// <summary>A browser that has not signed in.</summary>
    public async Task<Client> Nobody() =>
        new(new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = await address.Task }, () => string.Join('\n', said));

    public async Task<Client> SignIn(string login)
    {
        var client = await Nobody();
        await client.Post("/api/session", new { login, password = Seed.Password }, 200);
        return client;
    }

    /// <summary>SIGKILL: it learns nothing of it and tidies nothing up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        said.Enqueue(line);
        if (line.StartsWith("营盘 Yingpan: ", StringComparison.Ordinal))
        {
            address.TrySetResult(new Uri(line.Split(' ')[2]));
        }
    }
}
