using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Yingpan.Platform.Notifications;

/// <summary>
/// Secrets the house entrusts to us, which we must be able to say again: a password of its mail server, the address of a robot. Stored
/// protected, and read only where they are used.
/// </summary>
internal sealed class HouseSecrets(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("yingpan.notifications");

    public string Protect(string secret) => protector.Protect(secret);

    /// <summary>Null where nothing is stored, or the keys it was protected with are gone (a restore without them).</summary>
    public string? Read(string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
