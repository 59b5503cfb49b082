using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Access;

internal sealed record GrantRequest
{
    public required string Permission { get; init; }

    public required Scope Scope { get; init; }
}

internal static class Grants
{
    /// <summary>Only permissions that a module names, each once, and whole where it cannot be divided.</summary>
    public static void Check(Check check, ModuleList modules, IReadOnlyList<GrantRequest> grants)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < grants.Count; i++)
        {
            var known = modules.Permissions.GetValueOrDefault(grants[i].Permission);
            check.That(known is not null, $"grants[{i}].permission", "role.unknown-permission");
            check.That(seen.Add(grants[i].Permission), $"grants[{i}].permission", "field.repeated");
            check.That(known is null or { Scoped: true } || grants[i].Scope == Scope.All, $"grants[{i}].scope", "role.not-scoped");
        }
    }
}

/// <summary>POST /api/roles</summary>
internal static class AddRole
{
    public sealed record Request : IChecked
    {
        /// <summary>Small letters, digits and hyphens; stays as it is.</summary>
        public required string Code { get; init; }

        public required string Name { get; init; }

        public required string NameEn { get; init; }

        public required IReadOnlyList<GrantRequest> Grants { get; init; }

        public void Check(Check check)
        {
            check.Text("code", Code, 40);
            check.That(Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "code", "role.code-form");
            check.Text("name", Name, 60);
            check.Text("nameEn", NameEn, 60);
            check.That(Grants.Count <= 1_000, "grants", "field.too-many", ("max", 1_000));
        }
    }

    public static async Task<Created<Saved<RoleId>>> Handle(Request request, AppDb db, ModuleList modules, CancellationToken cancel)
    {
        var check = new Check();
        Grants.Check(check, modules, request.Grants);
        check.That(!await db.Set<Role>().AnyAsync(role => role.Code == request.Code, cancel), "code", "role.code-taken");
        check.ThrowIfAny();

        var role = new Role { Id = Id.New<RoleId>(), Code = request.Code, Name = request.Name.Clean(), NameEn = request.NameEn.Clean() };
        role.Grants.AddRange(request.Grants.Select(grant => new RoleGrant { RoleId = role.Id, Permission = grant.Permission, Scope = grant.Scope }));
        db.Add(role);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/roles/{role.Id}", new Saved<RoleId>(role.Id, role.Version));
    }
}

/// <summary>PUT /api/roles/{id}: names and grants as they shall be.</summary>
internal static class EditRole
{
    public sealed record Request : IChecked
    {
        public required string Name { get; init; }

        public required string NameEn { get; init; }

        public required IReadOnlyList<GrantRequest> Grants { get; init; }

        public void Check(Check check)
        {
            check.Text("name", Name, 60);
            check.Text("nameEn", NameEn, 60);
            check.That(Grants.Count <= 1_000, "grants", "field.too-many", ("max", 1_000));
        }
    }

    public static async Task<Saved<RoleId>> Handle(
        RoleId id, Request request, IfMatch seen, AppDb db, Caller caller, ModuleList modules, CancellationToken cancel)
    {
        var role = await db.Set<Role>().Include(role => role.Grants).FirstOrDefaultAsync(role => role.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        db.Expect(role, seen);
        var check = new Check();
        Grants.Check(check, modules, request.Grants);
        check.ThrowIfAny();
        await RefuseToRaiseOneself(id, request, db, caller, cancel);

        role.Name = request.Name.Clean();
        role.NameEn = request.NameEn.Clean();
        var wanted = request.Grants.ToDictionary(grant => grant.Permission, grant => grant.Scope);
        db.RemoveRange(role.Grants.Where(grant => !wanted.ContainsKey(grant.Permission)).ToList());
        foreach (var (permission, scope) in wanted)
        {
            if (role.Grants.Find(grant => grant.Permission == permission) is { } had)
            {
                had.Scope = scope;
            }
            else
            {
                db.Add(new RoleGrant { RoleId = id, Permission = permission, Scope = scope });
            }
        }

        // The role is the record that people edit, so its version moves also when only its grants do.
        db.Entry(role).Property(role => role.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await RefuseToLockOut(db, cancel);
        return new Saved<RoleId>(role.Id, role.Version);
    }

    private static async Task RefuseToRaiseOneself(RoleId id, Request request, AppDb db, Caller caller, CancellationToken cancel)
    {
        if (caller.IsSystem || !await db.Set<AccountRole>().AnyAsync(link => link.RoleId == id && link.AccountId == caller.Account.Value, cancel))
        {
            return;
        }

        // Asked anew: what the session remembers may be half a minute old.
        var held = (await db.Set<AccountRole>().Where(link => link.AccountId == caller.Account.Value)
                .Join(db.Set<RoleGrant>(), link => link.RoleId, grant => grant.RoleId, (_, grant) => new { grant.Permission, grant.Scope })
                .ToListAsync(cancel))
            .ToLookup(grant => grant.Permission, grant => grant.Scope);
        var beyond = Raising.Beyond(held, request.Grants.Select(grant => (grant.Permission, grant.Scope)));
        if (beyond.Count > 0)
        {
            throw Refusal.Conflict("role.raises-oneself", ("permission", $"permission.{beyond[0]}"));
        }
    }

    /// <summary>Somebody who can sign in must be left who may manage accounts; the command line would be the only way back.</summary>
    private static async Task RefuseToLockOut(AppDb db, CancellationToken cancel)
    {
        var code = PlatformModule.EditAccounts.Code;
        var someone = await (
            from link in db.Set<AccountRole>()
            join grant in db.Set<RoleGrant>() on link.RoleId equals grant.RoleId
            join account in db.Set<Account>() on link.AccountId equals account.Id
            where grant.Permission == code && !account.IsDisabled
            select account.Id).AnyAsync(cancel);
        if (!someone)
        {
            throw Refusal.Conflict("role.last-administrator");
        }
    }
}

/// <summary>DELETE /api/roles/{id}</summary>
internal static class RemoveRole
{
    public static async Task<NoContent> Handle(RoleId id, AppDb db, CancellationToken cancel)
    {
        var role = await db.Set<Role>().Include(role => role.Grants).FirstOrDefaultAsync(role => role.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var accounts = await db.Set<AccountRole>().CountAsync(link => link.RoleId == id, cancel);
        if (accounts > 0)
        {
            throw Refusal.Conflict("role.in-use", ("name", role.Name), ("accounts", accounts));
        }

        db.Remove(role);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
