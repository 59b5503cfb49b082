using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Access;

public sealed record GrantView(string Permission, Scope Scope);

public sealed record RoleView
{
    public required RoleId Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required IReadOnlyList<GrantView> Grants { get; init; }

    /// <summary>Accounts that hold it.</summary>
    public required int Accounts { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/roles: all of them; a house has a dozen.</summary>
internal static class ListRoles
{
    public sealed record View(IReadOnlyList<RoleView> Items);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel) =>
        new(await db.Set<Role>().AsNoTracking().OrderBy(role => role.Code).Select(role => new RoleView
        {
            Id = role.Id,
            Code = role.Code,
            Name = role.Name,
            NameEn = role.NameEn,
            Grants = role.Grants.OrderBy(grant => grant.Permission).Select(grant => new GrantView(grant.Permission, grant.Scope)).ToList(),
            Accounts = db.Set<AccountRole>().Count(link => link.RoleId == role.Id),
            Version = role.Version,
        }).ToListAsync(cancel));
}

/// <summary>GET /api/permissions: what there is to grant, in the words of the reader, in the order of the modules.</summary>
internal static class ListPermissions
{
    /// <param name="Scoped">Granted over a set of records; one that is not is granted whole, with the scope All.</param>
    /// <param name="InTerritories">Its records lie in territories; granted over territories, any other reaches one's own.</param>
    public sealed record Row(string Code, string Module, string Text, bool Scoped, bool InTerritories);

    public sealed record View(IReadOnlyList<Row> Items);

    public static View Handle(HttpContext http, ModuleList modules, TextBook texts)
    {
        var language = Languages.Of(http);
        return new View([.. modules.Items.SelectMany(module => module.Permissions.Select(permission =>
            new Row(permission.Code, module.Name, texts.Say($"permission.{permission.Code}", language), permission.Scoped, permission.InTerritories)))]);
    }
}
