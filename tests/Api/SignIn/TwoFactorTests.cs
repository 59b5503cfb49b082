using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Yingpan.Tests.Api.SignIn;

public sealed class TwoFactorTests
{
    [Theory, Databases]
    public async Task With_an_authenticator_the_password_alone_is_not_enough(Database database)
    {
        await using var house = await House.Open(database);
        var (secret, _) = await SwitchOn(house);
        using var nobody = house.Nobody();
        (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 401)).Code.ShouldBe("session.code-required");
        (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password, code = "000000" }, 401)).Code.ShouldBe("session.wrong-code");
        (await house.SignIn("rep-a", code: Code(secret, +1))).Dispose();
    }

    [Theory, Databases]
    public async Task A_code_is_good_once_also_after_a_later_one(Database database)
    {
        await using var house = await House.Open(database);
        var (secret, _) = await SwitchOn(house);
        var (now, next) = (Code(secret, 0), Code(secret, +1));
        using var thief = house.Nobody();
        // The code of now confirmed the authenticator.
        (await thief.Post("/api/session", new { login = "rep-a", password = Seed.Password, code = now }, 401)).Code.ShouldBe("session.wrong-code");
        (await house.SignIn("rep-a", code: next)).Dispose();
        foreach (var code in new[] { next, now })
        {
            (await thief.Post("/api/session", new { login = "rep-a", password = Seed.Password, code }, 401)).Code.ShouldBe("session.wrong-code");
        }
    }

    [Theory, Databases]
    public async Task A_recovery_code_lets_in_once(Database database)
    {
        await using var house = await House.Open(database);
        var (_, recovery) = await SwitchOn(house);
        recovery.Count.ShouldBe(10);
        using var rep = await house.SignIn("rep-a", code: recovery[0]);
        (await rep.Get("/api/profile", 200)).Json.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
        using var nobody = house.Nobody();
        await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password, code = recovery[0] }, 401);
    }

    [Theory, Databases]
    public async Task Guessing_codes_locks_the_account(Database database)
    {
        await using var house = await House.Open(database);
        await SwitchOn(house);
        using var nobody = house.Nobody();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password, code = $"00000{attempt}" }, 401);
        }

        (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password, code = "000009" }, 401)).Code.ShouldBe("session.locked");
    }

    [Theory, Databases]
    public async Task It_is_confirmed_with_a_code_and_switched_off_with_the_password(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/profile/two-factor/setup", null, 200);
        (await rep.Post("/api/profile/two-factor", new { code = "000000" }, 400)).Faults.ShouldBe(["code: session.wrong-code"]);
        (await rep.Get("/api/profile", 200)).Json.GetProperty("twoFactor").GetBoolean().ShouldBeFalse();

        var secret = (await rep.Post("/api/profile/two-factor/setup", null, 200))["secret"];
        await rep.Post("/api/profile/two-factor", new { code = Code(secret, 0) }, 200);
        (await rep.Post("/api/profile/two-factor/setup", null, 409)).Code.ShouldBe("profile.two-factor-on");
        await rep.Post("/api/profile/two-factor/disable", new { password = "not mine" }, 400);
        await rep.Post("/api/profile/two-factor/disable", new { password = Seed.Password }, 204);
        (await house.SignIn("rep-a")).Dispose();
    }

    private static async Task<(string Secret, IReadOnlyList<string> RecoveryCodes)> SwitchOn(House house)
    {
        using var rep = await house.SignIn("rep-a");
        var secret = (await rep.Post("/api/profile/two-factor/setup", null, 200))["secret"];
        var confirmed = await rep.Post("/api/profile/two-factor", new { code = Code(secret, 0) }, 200);
        return (secret, [.. confirmed.Json.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)]);
    }

    /// <summary>RFC 6238, written a second time. The framework's clock is the real one.</summary>
    private static string Code(string secret, int steps)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Select(c => Convert.ToString(alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
