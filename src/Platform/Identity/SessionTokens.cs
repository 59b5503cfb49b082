using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Yingpan.Platform.Identity;

/// <summary>Secrets of 256 random bits. A fast hash is enough for them: there is nothing to guess.</summary>
internal static class SessionTokens
{
    /// <summary>Personal access tokens carry a mark, so that a leaked one is recognised in logs and by scanners.</summary>
    public const string TokenPrefix = "yp_";

    public static string New(SessionKind kind) =>
        (kind == SessionKind.Token ? TokenPrefix : "") + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
