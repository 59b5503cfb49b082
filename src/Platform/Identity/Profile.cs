using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QRCoder;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Identity;

/// <summary>GET and PUT /api/profile: one's own account.</summary>
internal static class Profile
{
    public sealed record View
    {
        public required string Login { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public string? Language { get; init; }

        public required bool TwoFactor { get; init; }

        public required int RecoveryCodesLeft { get; init; }

        public required IReadOnlyList<PasskeyView> Passkeys { get; init; }
    }

    public sealed record PasskeyView(string Id, string Name, DateTimeOffset CreatedAt);

    public sealed record Edit : IChecked
    {
        public string? Email { get; init; }

        public string? Phone { get; init; }

        public string? Language { get; init; }

        public void Check(Check check)
        {
            check.Email("email", Email);
            check.Phone("phone", Phone);
            check.That(Language is null or "zh" or "en", "language", "field.not-one-of", ("allowed", "zh, en"));
        }
    }

    public static async Task<View> Read(CallerContext context, UserManager<Account> accounts)
    {
        var account = await Mine(context, accounts);
        return new View
        {
            Login = account.UserName!,
            Email = account.Email,
            Phone = account.PhoneNumber,
            Language = account.Language,
            TwoFactor = account.TwoFactorEnabled,
            RecoveryCodesLeft = await accounts.CountRecoveryCodesAsync(account),
            Passkeys = [.. (await accounts.GetPasskeysAsync(account))
                .Select(key => new PasskeyView(Convert.ToHexStringLower(key.CredentialId), key.Name ?? "", key.CreatedAt))],
        };
    }

    public static async Task<View> Save(Edit request, CallerContext context, UserManager<Account> accounts)
    {
        var account = await Mine(context, accounts);
        account.Email = request.Email.CleanOrNull();
        account.PhoneNumber = request.Phone.CleanOrNull();
        account.Language = request.Language;
        Accepted(await accounts.UpdateAsync(account), "email");
        return await Read(context, accounts);
    }

    public static async Task<Account> Mine(CallerContext context, UserManager<Account> accounts) =>
        await accounts.FindByIdAsync(context.Caller.Account.ToString()) ?? throw Refusal.Forbidden("session.required");

    /// <summary>Identity's own refusals, as faults of the field they are about.</summary>
    public static void Accepted(IdentityResult result, string field)
    {
        if (!result.Succeeded)
        {
            throw Refusal.Faulty([.. result.Errors.Select(error => Fault.At(field, IdentityCodes.Of(error)))]);
        }
    }
}

public static class IdentityCodes
{
    /// <summary>Identity's "PasswordTooShort" as our "identity.password-too-short".</summary>
    public static string Of(IdentityError error) => "identity." + string.Concat(error.Code.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>POST /api/profile/password: ends every other session.</summary>
internal static class ChangePassword
{
    public sealed record Request : IChecked
    {
        public required string Current { get; init; }

        public required string Next { get; init; }

        public void Check(Check check)
        {
            check.That(Current.Length is > 0 and <= 500, "current", "field.required");
            check.That(Next.Length <= 200, "next", "field.too-long", ("max", 200));
        }
    }

    public static async Task<NoContent> Handle(
        Request request, CallerContext context, UserManager<Account> accounts, AppDb db, Sessions sessions, PasswordGate gate, CancellationToken cancel)
    {
        var account = await Profile.Mine(context, accounts);
        if (!await gate.Check(accounts, account, request.Current, cancel))
        {
            throw Refusal.Faulty([Fault.At("current", "identity.password-mismatch")]);
        }

        Profile.Accepted(await accounts.ChangePasswordAsync(account, request.Current, request.Next), "next");
        account.MustChangePassword = false;
        await accounts.UpdateAsync(account);
        await sessions.End(db.Set<Session>().Where(session => session.AccountId == account.Id && session.Id != context.SessionId
            && session.Kind == SessionKind.Browser), cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>The authenticator: set up, confirm with a first code, switch off with the password.</summary>
internal static class TwoFactor
{
    public sealed record Setup(string Secret, string Uri, string QrSvg);

    public sealed record ConfirmRequest : IChecked
    {
        public required string Code { get; init; }

        public void Check(Check check) => check.Text("code", Code, 20);
    }

    public sealed record Confirmed(IReadOnlyList<string> RecoveryCodes);

    public sealed record DisableRequest : IChecked
    {
        public required string Password { get; init; }

        public void Check(Check check) => check.That(Password.Length is > 0 and <= 500, "password", "field.required");
    }

    public static async Task<Setup> Begin(CallerContext context, UserManager<Account> accounts, CompanyClock company)
    {
        var account = await Profile.Mine(context, accounts);
        if (account.TwoFactorEnabled)
        {
            throw Refusal.Conflict("profile.two-factor-on");
        }

        await accounts.ResetAuthenticatorKeyAsync(account);
        var secret = (await accounts.GetAuthenticatorKeyAsync(account))!;
        var issuer = Uri.EscapeDataString(company.Facts.NameEn);
        var uri = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={secret}&issuer={issuer}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return new Setup(secret, uri, svg.GetGraphic(4));
    }

    public static async Task<Confirmed> Confirm(ConfirmRequest request, CallerContext context, UserManager<Account> accounts, TimeProvider clock)
    {
        var account = await Profile.Mine(context, accounts);
        if (request.Code.Trim().Length != 6 || !await SecondFactor.IsGood(accounts, account, request.Code.Trim(), clock))
        {
            throw Refusal.Faulty([Fault.At("code", "session.wrong-code")]);
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        return new Confirmed([.. codes!]);
    }

    public static async Task<NoContent> Disable(
        DisableRequest request, CallerContext context, UserManager<Account> accounts, PasswordGate gate, CancellationToken cancel)
    {
        var account = await Profile.Mine(context, accounts);
        if (!await gate.Check(accounts, account, request.Password, cancel))
        {
            throw Refusal.Faulty([Fault.At("password", "identity.password-mismatch")]);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        return TypedResults.NoContent();
    }
}

/// <summary>One's own sessions and personal access tokens.</summary>
internal static class MySessions
{
    public sealed record SessionRow(Guid Id, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string Ip, string UserAgent);

    public sealed record TokenRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset LastUsedAt);

    public sealed record Items<T>(IReadOnlyList<T> Values)
    {
        [System.Text.Json.Serialization.JsonPropertyName("items")]
        public IReadOnlyList<T> Values { get; } = Values;
    }

    public sealed record NewToken : IChecked
    {
        public required string Name { get; init; }

        /// <summary>Last day on which it is good.</summary>
        public required DateOnly ExpiresOn { get; init; }

        public void Check(Check check)
        {
            check.Text("name", Name, 60);
            check.Day("expiresOn", ExpiresOn);
        }
    }

    public sealed record TokenOnce(string Token);

    public static async Task<Items<SessionRow>> List(CallerContext context, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new(await Mine(context, db, SessionKind.Browser).AsNoTracking().Where(session => session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionRow(session.Id, session.Id == context.SessionId, session.CreatedAt, session.LastSeenAt, session.From, session.UserAgent))
            .ToListAsync(cancel));
    }

    public static async Task<NoContent> End(Guid id, CallerContext context, AppDb db, Sessions sessions, CancellationToken cancel) =>
        await sessions.End(Mine(context, db, SessionKind.Browser).Where(session => session.Id == id), cancel) == 0
            ? throw Refusal.NotFound("record.not-found")
            : TypedResults.NoContent();

    public static async Task<NoContent> EndOthers(CallerContext context, AppDb db, Sessions sessions, CancellationToken cancel)
    {
        await sessions.End(Mine(context, db, SessionKind.Browser).Where(session => session.Id != context.SessionId), cancel);
        return TypedResults.NoContent();
    }

    public static async Task<Items<TokenRow>> Tokens(CallerContext context, AppDb db, CancellationToken cancel) =>
        new(await Mine(context, db, SessionKind.Token).AsNoTracking().OrderByDescending(session => session.CreatedAt)
            .Select(session => new TokenRow(session.Id, session.Name, session.CreatedAt, session.ExpiresAt, session.LastSeenAt))
            .ToListAsync(cancel));

    public static async Task<Created<TokenOnce>> CreateToken(
        NewToken request, CallerContext context, Sessions sessions, IOptions<SignInPolicy> options, CompanyClock clock, CancellationToken cancel)
    {
        if (request.ExpiresOn < clock.Today || request.ExpiresOn > clock.Today.AddDays(options.Value.TokenDays))
        {
            throw Refusal.Faulty([Fault.At("expiresOn", "profile.token-days", ("days", options.Value.TokenDays))]);
        }

        var expires = new DateTimeOffset(request.ExpiresOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var token = await sessions.BeginToken(context.Caller.Account.Value, request.Name.Clean(), expires, cancel);
        return TypedResults.Created("/api/profile/tokens", new TokenOnce(token));
    }

    public static async Task<NoContent> EndToken(Guid id, CallerContext context, AppDb db, Sessions sessions, CancellationToken cancel) =>
        await sessions.End(Mine(context, db, SessionKind.Token).Where(session => session.Id == id), cancel) == 0
            ? throw Refusal.NotFound("record.not-found")
            : TypedResults.NoContent();

    private static IQueryable<Session> Mine(CallerContext context, AppDb db, SessionKind kind) =>
        db.Set<Session>().Where(session => session.AccountId == context.Caller.Account.Value && session.Kind == kind);
}
