using Microsoft.AspNetCore.Identity;
using Yingpan.Kernel;

namespace Yingpan.Platform.Identity;

/// <summary>The authenticator's six digits (RFC 6238), each good once, or one of the recovery codes.</summary>
internal static class SecondFactor
{
    private const int CodesInTheWindow = 10;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public static async Task Require(UserManager<Account> accounts, Account account, string? code, TimeProvider clock)
    {
        if (!account.TwoFactorEnabled)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            throw Refusal.Forbidden("session.code-required");
        }

        if (!await IsGood(accounts, account, code.Trim(), clock))
        {
            await accounts.AccessFailedAsync(account);
            throw Refusal.Forbidden("session.wrong-code");
        }
    }

    public static async Task<bool> IsGood(UserManager<Account> accounts, Account account, string code, TimeProvider clock)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 6)
        {
            return (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
        }

        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            return false;
        }

        // The window of good codes is five minutes wide at the most; within it no code may come twice, also not after a later one.
        var now = clock.GetUtcNow();
        var hash = SessionTokens.Hash(digits);
        string[] used = now - account.LastCodeAt < Remembered ? account.LastCodeHash?.Split(' ') ?? [] : [];
        if (used.Contains(hash))
        {
            return false;
        }

        account.LastCodeHash = string.Join(' ', used.Prepend(hash).Take(CodesInTheWindow));
        account.LastCodeAt = now;
        await accounts.UpdateAsync(account);
        return true;
    }
}
