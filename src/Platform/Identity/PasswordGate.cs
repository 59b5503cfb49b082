using Microsoft.AspNetCore.Identity;

namespace Yingpan.Platform.Identity;

/// <summary>
/// Checking a password costs a core some tenths of a second on purpose. Only half the cores may do so at a time, so that a flood of
/// sign-ins slows sign-ins and not the work of those who are in.
/// </summary>
internal sealed class PasswordGate(IPasswordHasher<Account> hasher) : IDisposable
{
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(new Account(), "nobody's"));

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
            hasher.VerifyHashedPassword(new Account(), decoy.Value, password);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
