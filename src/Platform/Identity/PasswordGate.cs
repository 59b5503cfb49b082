using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Yingpan.Platform.Identity;

/// <summary>
/// Checking a password costs a core some tenths of a second on purpose. Only half the cores may do so at a time, so that a flood of
/// sign-ins slows sign-ins and not the work of those who are in.
/// </summary>
internal sealed class PasswordGate(IOptions<PasswordHasherOptions> options) : IDisposable
{
    private readonly PasswordHasher<Account> hasher = new(options);
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private string? decoy;

    public async Task<bool> Check(UserManager<Account> accounts, Account account, string password, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            return await accounts.CheckPasswordAsync(account, password);
        }
        finally
        {
            places.Release();
        }
    }

    public async Task Waste(string password, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            decoy ??= hasher.HashPassword(new Account(), "nobody's");
            hasher.VerifyHashedPassword(new Account(), decoy, password);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
