using System.Collections.Concurrent;

namespace Yingpan.Tests.Api.Notifications;

/// <summary>An open window: the names of the events it has heard, as a browser's EventSource reads them.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<string> heard = [];
    private readonly Task reading;

    private Window(HttpResponseMessage response)
    {
        this.response = response;
        reading = Read();
    }

    public IReadOnlyList<string> Heard => [.. heard];

    /// <summary>The server has ended it.</summary>
    public bool IsOver => reading.IsCompleted;

    public static async Task<Window> Open(Client client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/notifications/stream");
        var opened = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        opened.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        opened.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var window = new Window(opened);
        await window.Hears("open");
        return window;
    }

    public Task Hears(string name, int times = 1) => Eventually.Holds(() => Task.FromResult(heard.Count(one => one == name) >= times));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await reading;
        response.Dispose();
        closing.Dispose();
    }

    private async Task Read()
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(closing.Token));
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    heard.Enqueue(line[7..]);
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or HttpRequestException)
        {
            // Closed.
        }
    }
}
