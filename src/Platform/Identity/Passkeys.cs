using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Identity;

/// <summary>Passkeys (WebAuthn): the framework does the ceremony; its state waits in a short-lived protected cookie.</summary>
internal static class Passkeys
{
    public sealed record Credential : IChecked
    {
        /// <summary>What the browser's <c>PublicKeyCredential.toJSON()</c> gave, as text.</summary>
        public required string CredentialJson { get; init; }

        public void Check(Check check) => check.That(CredentialJson.Length > 0, "credentialJson", "field.required");
    }

    public sealed record NewPasskey : IChecked
    {
        public required string Name { get; init; }

        public required string CredentialJson { get; init; }

        public void Check(Check check)
        {
            check.Text("name", Name, 60);
            check.That(CredentialJson.Length > 0, "credentialJson", "field.required");
        }
    }

    public static async Task<IResult> CreationOptions(CallerContext context, UserManager<Account> accounts, SignInManager<Account> signIn)
    {
        var account = await Profile.Mine(context, accounts);
        return Results.Text(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.UserName!,
            DisplayName = account.UserName!,
        }), "application/json");
    }

    public static async Task<NoContent> Add(NewPasskey request, CallerContext context, UserManager<Account> accounts, SignInManager<Account> signIn)
    {
        var account = await Profile.Mine(context, accounts);
        var attestation = await Ceremony(() => signIn.PerformPasskeyAttestationAsync(request.CredentialJson));
        if (attestation is not { Succeeded: true })
        {
            throw Refusal.Faulty([Fault.At("credentialJson", "profile.passkey-refused")]);
        }

        attestation.Passkey.Name = request.Name.Clean();
        Profile.Accepted(await accounts.AddOrUpdatePasskeyAsync(account, attestation.Passkey), "name");
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> Remove(string id, CallerContext context, UserManager<Account> accounts)
    {
        var account = await Profile.Mine(context, accounts);
        if (id.Length % 2 != 0 || !id.All(char.IsAsciiHexDigit) || await accounts.GetPasskeyAsync(account, Convert.FromHexString(id)) is null)
        {
            throw Refusal.NotFound("record.not-found");
        }

        Profile.Accepted(await accounts.RemovePasskeyAsync(account, Convert.FromHexString(id)), "id");
        return TypedResults.NoContent();
    }

    public static async Task<IResult> RequestOptions(SignInManager<Account> signIn) =>
        Results.Text(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public static async Task<SessionView> SignIn(
        Credential request, HttpContext http, SignInManager<Account> signIn, UserManager<Account> accounts, Sessions sessions,
        SessionViews views, CallerLoader loader, CancellationToken cancel)
    {
        var assertion = await Ceremony(() => signIn.PerformPasskeyAssertionAsync(request.CredentialJson));
        if (assertion is not { Succeeded: true } || assertion.User.IsDisabled || await loader.HasLeft(assertion.User, cancel))
        {
            await sessions.Note("session", assertion?.User, "refused", cancel);
            throw Refusal.Forbidden("session.passkey-refused");
        }

        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await sessions.Begin(http, assertion.User, cancel);
        return await views.Of(assertion.User, cancel);
    }

    /// <summary>Null when none has begun, or it began too long ago: the framework throws at that.</summary>
    private static async Task<T?> Ceremony<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
