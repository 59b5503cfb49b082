using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yingpan.Kernel;
using Yingpan.Platform.Access;

namespace Yingpan.Platform.Notifications.Live;

/// <summary>
/// GET /api/notifications/stream: server-sent events. <c>open</c> at once, <c>told</c> when there is something new, <c>still</c> now and
/// then, <c>ended</c> when the session is over. They carry nothing but their name: what is new is asked for at /api/notifications.
/// </summary>
internal static class StreamNotifications
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(3);

    public static ServerSentEventsResult<string> Handle(
        HttpContext http, Caller caller, CallerContext context, LiveNotifications live, TimeProvider clock, CancellationToken cancel)
    {
        var stream = live.Open(caller.Account.Value, context.SessionId ?? Guid.Empty) ?? throw Refusal.TooMany("notifications.too-many-windows", ("seconds", 30));
        http.Response.RegisterForDispose(stream);
        // nginx would collect what is said until there is enough of it.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Words(stream, clock, cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> Words(LiveStream stream, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new SseItem<string>("", "open") { ReconnectionInterval = ComeBackAfter };
        while (true)
        {
            LiveWord word;
            try
            {
                word = await stream.Next(LiveNotifications.Breath, clock, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // The window has closed.
                yield break;
            }

            yield return new SseItem<string>("", word switch
            {
                LiveWord.Told => "told",
                LiveWord.Ended => "ended",
                _ => "still",
            });
            if (word == LiveWord.Ended)
            {
                yield break;
            }
        }
    }
}
