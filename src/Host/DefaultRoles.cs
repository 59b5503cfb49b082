using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Modules;

namespace Yingpan.Host;

/// <summary>The roles a new house starts with. From then on they are the house's own: edited, added to, never reset.</summary>
internal static class DefaultRoles
{
    public static IReadOnlyList<Role> All(ModuleList modules)
    {
        var everything = modules.Permissions.Values.ToDictionary(permission => permission.Code, _ => Scope.All);
        return [
            Role("admin", "系统管理员", "Administrator", everything),
            Role("general-manager", "总经理", "General manager", Reading(modules, Scope.All)),
            Role("director", "销售总监", "Sales director", Working(Reading(modules, Scope.Subtree), Scope.Subtree)),
            Role("manager", "销售经理", "Sales manager", Working(Reading(modules, Scope.Subtree), Scope.Subtree)),
            Role("rep", "销售员", "Sales rep", Working(Reading(modules, Scope.Own), Scope.Own)),
            Role("assistant", "销售内勤", "Sales assistant", Working(Reading(modules, Scope.Subtree), Scope.Subtree)),
            Role("finance", "财务", "Finance", With(Reading(modules, Scope.All), ("collections.edit", Scope.All), ("collections.import", Scope.All))),
            Role("hr", "人事", "Human resources", new() { ["organization.units-read"] = Scope.All, ["organization.people-read"] = Scope.All, ["organization.people-edit"] = Scope.All, ["organization.people-import"] = Scope.All, ["organization.units-edit"] = Scope.All }),
        ];
    }

    /// <summary>Every permission to read, but not the platform's own.</summary>
    private static Dictionary<string, Scope> Reading(ModuleList modules, Scope scope) => modules.Permissions.Values
        .Where(permission => !permission.Code.StartsWith("platform.", StringComparison.Ordinal) && permission.Code.EndsWith("read", StringComparison.Ordinal))
        .ToDictionary(permission => permission.Code, permission => permission.Scoped ? scope : Scope.All);

    /// <summary>The daily work on top of it.</summary>
    private static Dictionary<string, Scope> Working(Dictionary<string, Scope> grants, Scope scope) => With(grants,
        ("customers.edit", scope), ("customers.import", scope), ("orders.edit", scope), ("orders.import", scope));

    private static Dictionary<string, Scope> With(Dictionary<string, Scope> grants, params (string Code, Scope Scope)[] more)
    {
        foreach (var (code, scope) in more)
        {
            grants[code] = scope;
        }

        return grants;
    }

    private static Role Role(string code, string name, string nameEn, Dictionary<string, Scope> grants)
    {
        var role = new Role { Id = Id.New<RoleId>(), Code = code, Name = name, NameEn = nameEn };
        role.Grants.AddRange(grants.OrderBy(grant => grant.Key, StringComparer.Ordinal)
            .Select(grant => new RoleGrant { RoleId = role.Id, Permission = grant.Key, Scope = grant.Value }));
        return role;
    }
}
