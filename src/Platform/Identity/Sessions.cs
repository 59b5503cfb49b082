using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Identity;

/// <summary>Begins and ends sessions and tokens.</summary>
public sealed class Sessions(AppDb db, CallerCache cache, CallerContext context, IOptions<SignInPolicy> options, TimeProvider clock)
{
    private const string SignedIn = "signed-in";

    /// <summary>Sets the cookie of a new session; the audit trail hears of it.</summary>
    public async Task Begin(HttpContext http, Account account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var token = SessionTokens.New(SessionKind.Browser);
        var agent = http.Request.Headers.UserAgent.ToString();
        db.Add(new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Kind = SessionKind.Browser,
            TokenHash = SessionTokens.Hash(token),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddHours(options.Value.AbsoluteHours),
            From = http.Connection.RemoteIpAddress?.ToString() ?? "",
            UserAgent = agent.Length > 300 ? agent[..300] : agent,
        });
        await Note("session", account, SignedIn, cancel);
        http.Response.Cookies.Append(SessionAuthentication.CookieName(http.Request), token, Cookie(http));
    }

    /// <summary>Returns the token itself: the only time anyone sees it.</summary>
    public async Task<string> BeginToken(Guid account, string name, DateTimeOffset expires, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var token = SessionTokens.New(SessionKind.Token);
        db.Add(new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Kind = SessionKind.Token,
            Name = name,
            TokenHash = SessionTokens.Hash(token),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = expires,
        });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    public void ClearCookie(HttpContext http) =>
        http.Response.Cookies.Delete(SessionAuthentication.CookieName(http.Request), Cookie(http));

    /// <summary>Ends what <paramref name="which"/> selects, at once.</summary>
    public async Task<int> End(IQueryable<Session> which, CancellationToken cancel)
    {
        var ended = await which.ExecuteDeleteAsync(cancel);
        db.AfterCommit(cache.Forget);
        // Without a transaction nothing would run it; with one it runs again after the commit, which does no harm.
        cache.Forget();
        return ended;
    }

    public async Task Note(string subject, Account? account, string what, CancellationToken cancel)
    {
        // Nobody is signed in yet. The line names the account; the person only once he has proved to be that person.
        var newcomer = account is null
            ? null
            : new Caller
            {
                Account = new AccountId(account.Id),
                Person = what == SignedIn ? account.PersonId : null,
                Login = account.UserName ?? "",
            };
        var line = AuditTrail.Line(context, clock.GetUtcNow(), subject, account?.Id.ToString() ?? "", AuditAction.Noted,
            $$"""{"event":[null,"{{what}}"]}""", newcomer);
        db.Add(line);
        await db.SaveChangesAsync(cancel);
    }

    private static CookieOptions Cookie(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        // The page itself is static and needs no cookie, so following a link from a mail still finds the session.
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
