using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Identity;

/// <summary>POST /api/session</summary>
internal static class SignIn
{
    public sealed record Request : IChecked
    {
        /// <summary>Sign-in name, e-mail address or mobile number.</summary>
        public required string Login { get; init; }

        public required string Password { get; init; }

        /// <summary>Six digits of the authenticator, or a recovery code.</summary>
        public string? Code { get; init; }

        public void Check(Check check)
        {
            check.Text("login", Login, 200);
            check.That(Password.Length is > 0 and <= 500, "password", "field.required");
            check.OptionalText("code", Code, 20);
        }
    }

    public static async Task<SessionView> Handle(
        Request request, HttpContext http, UserManager<Account> accounts, Sessions sessions, PasswordGate gate, SessionViews views, CallerLoader loader,
        TimeProvider clock, CancellationToken cancel)
    {
        var account = await Find(accounts, request.Login.Clean());
        if (account is null || account.IsDisabled || account.PasswordHash is null || await loader.HasLeft(account, cancel))
        {
            // The same work as for a real account, so that the time taken does not tell which logins exist.
            await gate.Waste(request.Password, cancel);
            await sessions.Note("session", null, "refused", cancel);
            throw Refusal.Forbidden("session.wrong-credentials");
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            await sessions.Note("session", account, "refused-locked", cancel);
            throw Locked(account, clock);
        }

        if (!await gate.Check(accounts, account, request.Password, cancel))
        {
            await accounts.AccessFailedAsync(account);
            await sessions.Note("session", account, "refused", cancel);
            throw await accounts.IsLockedOutAsync(account) ? Locked(account, clock) : Refusal.Forbidden("session.wrong-credentials");
        }

        await SecondFactor.Require(accounts, account, request.Code, clock);
        await accounts.ResetAccessFailedCountAsync(account);
        await sessions.Begin(http, account, cancel);
        return await views.Of(account, cancel);
    }

    private static async Task<Account?> Find(UserManager<Account> accounts, string login)
    {
        var normal = accounts.NormalizeName(login);
        return await accounts.FindByNameAsync(login)
            ?? await accounts.Users.Where(account => account.NormalizedEmail == normal || account.PhoneNumber == login)
                .OrderBy(account => account.Id).FirstOrDefaultAsync();
    }

    private static Refusal Locked(Account account, TimeProvider clock) =>
        Refusal.Forbidden("session.locked",
            ("minutes", (int)Math.Ceiling(((account.LockoutEnd ?? clock.GetUtcNow()) - clock.GetUtcNow()).TotalMinutes)));
}

/// <summary>DELETE /api/session</summary>
internal static class SignOut
{
    public static async Task<NoContent> Handle(HttpContext http, AppDb db, Sessions sessions, CallerContext context, CancellationToken cancel)
    {
        await sessions.End(db.Set<Session>().Where(session => session.Id == context.SessionId && session.Kind == SessionKind.Browser), cancel);
        sessions.ClearCookie(http);
        return TypedResults.NoContent();
    }
}

/// <summary>GET /api/session: who I am and what I may.</summary>
internal static class ReadSession
{
    public static async Task<SessionView> Handle(CallerContext context, AppDb db, SessionViews views, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(account => account.Id == context.Caller.Account.Value, cancel);
        return await views.Of(account, cancel);
    }
}

public sealed record SessionView
{
    public required SessionAccount Account { get; init; }

    public PersonBadge? Person { get; init; }

    /// <summary>What I may, and over whose records.</summary>
    public required IReadOnlyDictionary<string, Scope> Permissions { get; init; }

    public required CompanyView Company { get; init; }
}

public sealed record SessionAccount(AccountId Id, string Login, string? Language, bool TwoFactor, bool MustChangePassword);

public sealed record CompanyView(string Name, string NameEn, string Currency, string TimeZone, DateOnly Today, int FiscalYearStart, bool Demo)
{
    public static CompanyView Of(CompanyClock clock) => new(clock.Facts.Name, clock.Facts.NameEn, clock.Facts.Currency,
        clock.Facts.TimeZone, clock.Today, clock.Facts.FiscalYearStart, clock.Facts.IsDemo);
}

internal sealed class SessionViews(CallerLoader loader, IBadges badges, CompanyClock clock)
{
    public async Task<SessionView> Of(Account account, CancellationToken cancel)
    {
        var caller = await loader.Load(account, cancel);
        return new SessionView
        {
            Account = new SessionAccount(account.AccountId, account.UserName!, account.Language, account.TwoFactorEnabled, account.MustChangePassword),
            Person = account.PersonId is { } person ? await badges.Of(person, cancel) : null,
            Permissions = caller.Grants,
            Company = CompanyView.Of(clock),
        };
    }
}
