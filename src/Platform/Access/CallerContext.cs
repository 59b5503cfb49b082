using System.Net;
using Yingpan.Kernel;

namespace Yingpan.Platform.Access;

/// <summary>
/// The scoped holder of the caller: set once, by authentication for a request, by the code that opens the scope for a job.
/// The audit trail takes who, from where and through what from here.
/// </summary>
public sealed class CallerContext
{
    private Caller? caller;

    public Caller Caller => caller ?? throw new InvalidOperationException("Nobody is signed in on this scope.");

    public Caller? CallerOrNull => caller;

    public Guid? SessionId { get; private set; }

    public IPAddress? From { get; private set; }

    /// <summary>The route or job through which the change came: <c>PUT /api/customers/{id}</c>.</summary>
    public string Via { get; set; } = "";

    public void Set(Caller value, Guid? sessionId = null, IPAddress? from = null, string via = "")
    {
        caller = value;
        SessionId = sessionId;
        From = from;
        Via = via;
    }
}
