using System.Security.Cryptography;
using System.Text;

namespace Yingpan.Collaboration.Feedbacks;

/// <summary>The code with which an anonymous author finds his feedback again: 80 bits of chance, kept only as a hash.</summary>
internal static class FeedbackCodes
{
    /// <summary>Without the letters and digits that are taken for each other.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int Length = 16;

    /// <summary>ABCD-EFGH-JKLM-NPQR</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(part => new string(part)));

    /// <summary>Null when it can be no code: blanks, dashes and case do not matter.</summary>
    public static string? HashOf(string? typed)
    {
        var code = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return code.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }

    /// <summary>An id of no time: its clock part is that of the day, the rest is chance.</summary>
    public static Guid IdOf(DateTimeOffset startOfDay) => Guid.CreateVersion7(startOfDay);
}
