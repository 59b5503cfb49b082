using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Identity;

/// <summary>One way in for browsers (cookie) and programs (bearer): an opaque secret whose hash is a row.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    CallerCache cache,
    IOptions<SignInPolicy> signIn,
    TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Yingpan";

    /// <summary>The __Host- prefix needs https; a plain-http trial on the own machine has to do without.</summary>
    public static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-yingpan" : "yingpan";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Token();
        if (token is null)
        {
            return AuthenticateResult.NoResult();
        }

        var hash = SessionTokens.Hash(token);
        var now = clock.GetUtcNow();
        var known = cache.Find(hash, now) ?? await LookUp(hash, now);
        if (known is null)
        {
            return AuthenticateResult.Fail("unknown, ended or idle session");
        }

        if (now - known.LastSeenAt > TimeSpan.FromMinutes(1))
        {
            known.LastSeenAt = now;
            known.IsTouched = true;
        }

        Context.RequestServices.GetService(typeof(CallerContext)).As<CallerContext>()
            .Set(known.Caller, known.SessionId, Context.Connection.RemoteIpAddress, "");
        Context.Items[typeof(KnownSession)] = known;
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(known), SchemeName));
    }

    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return header["Bearer ".Length..].Trim();
        }

        return Request.Cookies[CookieName(Request)];
    }

    private async Task<KnownSession?> LookUp(string hash, DateTimeOffset now)
    {
        var db = Context.RequestServices.GetService(typeof(AppDb)).As<AppDb>();
        var found = await db.Set<Session>().AsNoTracking()
            .Where(session => session.TokenHash == hash && session.ExpiresAt > now)
            .Join(db.Set<Account>().AsNoTracking(), session => session.AccountId, account => account.Id,
                (session, account) => new { session, account })
            .FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.account.IsDisabled || IsIdle(found.session, now))
        {
            return null;
        }

        var loader = Context.RequestServices.GetService(typeof(CallerLoader)).As<CallerLoader>();
        var caller = await loader.Load(found.account, Context.RequestAborted);
        if (caller.HasLeft)
        {
            return null;
        }

        var goodUntil = now + CallerCache.Lifetime;
        var known = new KnownSession(found.session.Id, found.account.Id, caller, found.account.MustChangePassword,
            goodUntil < found.session.ExpiresAt ? goodUntil : found.session.ExpiresAt, found.session.LastSeenAt);
        cache.Remember(hash, known);
        return known;
    }

    private bool IsIdle(Session session, DateTimeOffset now) =>
        session.Kind == SessionKind.Browser && now - session.LastSeenAt > TimeSpan.FromMinutes(signIn.Value.IdleMinutes);

    private static ClaimsPrincipal Principal(KnownSession known) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, known.AccountId.ToString())], SchemeName));
}

internal static class ServiceCast
{
    public static T As<T>(this object? service) where T : class => (T)service!;
}
