using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Lists;

namespace Yingpan.Organization.Accounts;

internal sealed record AccountRow
{
    public required Guid Id { get; init; }

    public required string Login { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonName { get; init; }

    public required bool IsDisabled { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public required bool TwoFactor { get; init; }

    public required IReadOnlyList<RoleId> Roles { get; init; }

    public int Version => AccountVersion.Of(IsDisabled, Roles);
}

/// <summary>
/// What an editor of an account has seen: another number whenever its roles or its being open have changed. The row itself changes all day
/// long, with every sign-in.
/// </summary>
internal static class AccountVersion
{
    public static int Of(bool isDisabled, IEnumerable<RoleId> roles) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{isDisabled} {string.Join(' ', roles.Select(role => role.ToString()).Order(StringComparer.Ordinal))}"))) & int.MaxValue;
}

/// <summary>GET /api/accounts</summary>
internal static class ListAccounts
{
    private static readonly ListSpec<AccountRow> Spec = new ListSpec<AccountRow>("accounts", row => row.Id)
        .Column("login", row => row.Login)
        .NameColumn("personName", row => row.PersonName)
        .Column("isDisabled", row => row.IsDisabled)
        .SortedBy("login");

    public static async Task<ListPage<AccountRow>> Handle([AsParameters] ListQuery query, AppDb db, CancellationToken cancel)
    {
        var accounts = db.Users.AsNoTracking();
        var people = db.PersonCards;
        if (query.Pattern is { } pattern)
        {
            accounts = accounts.Where(account => EF.Functions.Like(account.UserName!.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == account.PersonId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        return await Spec.Page(accounts.Select(account => new AccountRow
        {
            Id = account.Id,
            Login = account.UserName!,
            PersonId = account.PersonId,
            PersonName = people.Where(person => person.Id == account.PersonId).Select(person => person.Name).FirstOrDefault(),
            IsDisabled = account.IsDisabled,
            LockedUntil = account.LockoutEnd,
            TwoFactor = account.TwoFactorEnabled,
            Roles = db.Set<AccountRole>().Where(link => link.AccountId == account.Id).Select(link => link.RoleId).ToList(),
        }), query, db, cancel);
    }
}

/// <summary>POST /api/accounts: the password is initial; its owner chooses his own at the first sign-in.</summary>
internal static class AddAccount
{
    public sealed record Request : IChecked
    {
        public required string Login { get; init; }

        public required string Password { get; init; }

        public PersonId? PersonId { get; init; }

        public required IReadOnlyList<RoleId> Roles { get; init; }

        public void Check(Check check)
        {
            check.Text("login", Login, 100);
            check.That(Password.Length <= 200, "password", "field.too-long", ("max", 200));
            AccountRoles.Check(check, Roles);
        }
    }

    public static async Task<Created<Saved<AccountId>>> Handle(Request request, AppDb db, UserManager<Account> accounts, TimeProvider clock, CancellationToken cancel)
    {
        var check = new Check();
        check.That(request.PersonId is null || await db.PersonCards.AnyAsync(person => person.Id == request.PersonId, cancel), "personId", "record.not-found");
        check.That(request.PersonId is null || !await db.Users.AnyAsync(account => account.PersonId == request.PersonId, cancel), "personId", "organization.has-account");
        await AccountRoles.Check(db, check, request.Roles, cancel);
        check.ThrowIfAny();

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = request.Login.Clean(),
            PersonId = request.PersonId,
            MustChangePassword = true,
            CreatedAt = clock.GetUtcNow(),
        };
        Accepted(await accounts.CreateAsync(account, request.Password));
        await AccountRoles.Set(db, account.Id, request.Roles, cancel);
        return TypedResults.Created($"/api/accounts/{account.Id}", new Saved<AccountId>(new AccountId(account.Id), AccountVersion.Of(isDisabled: false, request.Roles)));
    }

    internal static void Accepted(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw Refusal.Faulty([.. result.Errors.Select(error => error.Code.Contains("Password", StringComparison.Ordinal)
                ? Fault.At("password", IdentityCodes.Of(error))
                : Fault.At("login", IdentityCodes.Of(error)))]);
        }
    }
}

/// <summary>PUT /api/accounts/{id}: roles, and whether it may sign in at all.</summary>
internal static class EditAccount
{
    public sealed record Request : IChecked
    {
        public required IReadOnlyList<RoleId> Roles { get; init; }

        public required bool IsDisabled { get; init; }

        public void Check(Check check) => AccountRoles.Check(check, Roles);
    }

    public static async Task<NoContent> Handle(
        Guid id, Request request, IfMatch seen, AppDb db, Caller caller, UserManager<Account> accounts, Sessions sessions, CancellationToken cancel)
    {
        // Two who save at once wait for each other here.
        await db.Locked<Account>(id).AsNoTracking().LoadAsync(cancel);
        var account = await accounts.FindByIdAsync(id.ToString()) ?? throw Refusal.NotFound("record.not-found");
        if (caller.Account.Value == id)
        {
            // Otherwise the last administrator could lock the house out, or anyone with this permission raise himself.
            throw Refusal.Conflict("organization.own-account");
        }

        var roles = await db.Set<AccountRole>().Where(link => link.AccountId == id).Select(link => link.RoleId).ToListAsync(cancel);
        if (AccountVersion.Of(account.IsDisabled, roles) != seen.Version)
        {
            throw Refusal.Stale("version.stale");
        }

        var check = new Check();
        await AccountRoles.Check(db, check, request.Roles, cancel);
        check.ThrowIfAny();
        account.IsDisabled = request.IsDisabled;
        await accounts.UpdateAsync(account);
        await AccountRoles.Set(db, id, request.Roles, cancel);
        if (request.IsDisabled)
        {
            await sessions.End(db.Set<Session>().Where(session => session.AccountId == id), cancel);
        }

        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/accounts/{id}/password: also ends a lock-out, and every session.</summary>
internal static class ResetPassword
{
    public sealed record Request : IChecked
    {
        public required string Password { get; init; }

        public void Check(Check check) => check.That(Password.Length is > 0 and <= 200, "password", "field.required");
    }

    public static async Task<NoContent> Handle(
        Guid id, Request request, AppDb db, UserManager<Account> accounts, Sessions sessions, CancellationToken cancel)
    {
        var account = await accounts.FindByIdAsync(id.ToString()) ?? throw Refusal.NotFound("record.not-found");
        AddAccount.Accepted(await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), request.Password));
        account.MustChangePassword = true;
        account.LockoutEnd = null;
        await accounts.UpdateAsync(account);
        await sessions.End(db.Set<Session>().Where(session => session.AccountId == id), cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/accounts/{id}/end-sessions: everywhere, browsers and tokens.</summary>
internal static class EndSessions
{
    public static async Task<NoContent> Handle(Guid id, AppDb db, Sessions sessions, CancellationToken cancel)
    {
        await sessions.End(db.Set<Session>().Where(session => session.AccountId == id), cancel);
        return TypedResults.NoContent();
    }
}

internal static class AccountRoles
{
    private const int Most = 100;

    public static void Check(Check check, IReadOnlyList<RoleId> roles) => check.That(roles.Count <= Most, "roles", "field.too-many", ("max", Most));

    public static async Task Check(AppDb db, Check check, IReadOnlyList<RoleId> roles, CancellationToken cancel)
    {
        var known = await db.Set<Role>().Where(role => roles.Contains(role.Id)).Select(role => role.Id).ToListAsync(cancel);
        for (var i = 0; i < roles.Count; i++)
        {
            check.That(known.Contains(roles[i]), $"roles[{i}]", "record.not-found");
        }
    }

    public static async Task Set(AppDb db, Guid account, IReadOnlyList<RoleId> roles, CancellationToken cancel)
    {
        var had = await db.Set<AccountRole>().Where(link => link.AccountId == account).ToListAsync(cancel);
        db.RemoveRange(had.Where(link => !roles.Contains(link.RoleId)));
        db.AddRange(roles.Distinct().Where(role => !had.Exists(link => link.RoleId == role))
            .Select(role => new AccountRole { AccountId = account, RoleId = role }));
        await db.SaveChangesAsync(cancel);
    }
}
