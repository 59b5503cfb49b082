using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Texts;

namespace Yingpan.Demo;

/// <summary>One sign-in for each role. Everybody may know the password: it is shown on the sign-in page.</summary>
internal static class Accounts
{
    public const string Password = "yingpan-demo";

    /// <summary>Login, whose it is, and his role; in the order in which they are shown.</summary>
    public static readonly (string Login, string Person, string Role)[] List =
    [
        ("rep1", "phone1-1", "rep"),
        ("rep2", "east-channel-1", "rep"),
        ("manager", "phone-head", "manager"),
        ("director", "director", "director"),
        ("gm", "gm", "general-manager"),
        ("assistant", "sales-assistant", "assistant"),
        ("finance", "finance-head", "finance"),
        ("hr", "hr-head", "hr"),
        ("admin", "admin", "admin"),
    ];

    public static IEnumerable<object> Of(ulong seed, Days days, People people, IReadOnlyDictionary<string, RoleId> roles, int hashIterations)
    {
        var dice = new Dice(seed, "accounts");
        // One hash for all: it hides nothing, and making one takes a noticeable time on purpose.
        var hash = Hash(Password, dice.Bytes(16), hashIterations);
        foreach (var (login, key, role) in List)
        {
            var at = days.At(people[key].Row.HiredOn, 600);
            var account = new Account
            {
                Id = dice.Guid(at),
                UserName = login,
                NormalizedUserName = login.ToUpperInvariant(),
                Email = $"{login}@example.com",
                NormalizedEmail = $"{login}@example.com".ToUpperInvariant(),
                PersonId = people[key].Id,
                PasswordHash = hash,
                SecurityStamp = Convert.ToHexString(dice.Bytes(20)),
                ConcurrencyStamp = dice.Guid(at).ToString(),
                LockoutEnabled = true,
                CreatedAt = at,
            };
            yield return account;
            yield return new AccountRole { AccountId = account.Id, RoleId = roles[role] };
        }
    }

    /// <summary>As ASP.NET Core Identity writes it (version 3, HMAC-SHA-512), with a salt that is the same on every machine.</summary>
    private static string Hash(string password, byte[] salt, int iterations)
    {
        var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, 32);
        var head = new byte[13];
        head[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(5), (uint)iterations);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(9), (uint)salt.Length);
        return Convert.ToBase64String([.. head, .. salt, .. key]);
    }
}

/// <summary>The sign-ins as they are in the house now: who was renamed, or may no longer sign in, is shown so or not at all.</summary>
internal sealed class DemoSignIns(AppDb db) : IDemoSignIns
{
    public async Task<IReadOnlyList<DemoSignIn>> In(string language, CancellationToken cancel)
    {
        var logins = Accounts.List.Select(entry => entry.Login).ToList();
        var people = db.PersonCards;
        var rows = await (
            from account in db.Users
            where logins.Contains(account.UserName!) && !account.IsDisabled && !account.MustChangePassword
            join link in db.Set<AccountRole>() on account.Id equals link.AccountId
            join role in db.Set<Role>() on link.RoleId equals role.Id
            select new
            {
                Login = account.UserName!,
                Name = people.Where(person => person.Id == account.PersonId).Select(person => person.Name).FirstOrDefault(),
                Role = language == Languages.English ? role.NameEn : role.Name,
            }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Login).OrderBy(group => logins.IndexOf(group.Key)).Select(group => new DemoSignIn(
            group.Key, Accounts.Password, group.First().Name ?? "", string.Join(" · ", group.Select(row => row.Role).Order(StringComparer.Ordinal))))];
    }
}
