using Yingpan.Platform.Access;
using Yingpan.Platform.Modules;

namespace Yingpan.Host;

/// <summary>The roles a new house starts with. From then on they are the house's own: edited, added to, never reset.</summary>
internal static class DefaultRoles
{
    // The id is made from the code of the role: a new one in a real house, always the same in the demo.
    public static IReadOnlyList<Role> All(ModuleList modules, Func<string, RoleId> id)
    {
        var everything = modules.Permissions.Values.ToDictionary(permission => permission.Code, _ => Scope.All);
        return [
            Role("admin", "系统管理员", "Administrator", everything),
            Role("general-manager", "总经理", "General manager", With(Submitting(Reading(modules, Scope.All)), ("planning.edit", Scope.All), ("approvals.read-all", Scope.All), ("organization.people-private", Scope.All), ("customers.contacts-reveal", Scope.All), ("customers.sensitive", Scope.All), ("orders.sensitive", Scope.All), ("organization.people-sensitive", Scope.All),
                ("customers.transfer", Scope.All), ("customers.transfer-anywhere", Scope.All), ("customers.disputes-rule", Scope.All), ("customers.ownership-edit", Scope.All), ("customers.grading-edit", Scope.All), ("customers.warning-policy-edit", Scope.All), ("customers.key-accounts-edit", Scope.All), ("customers.grade-override", Scope.All), ("customers.campaigns-edit", Scope.All), ("customers.name-norms-edit", Scope.All), ("customers.care-policy-edit", Scope.All), ("customers.care-costs", Scope.All), ("customers.credit", Scope.All), ("customers.credit-policy-edit", Scope.All), ("catalog.costs", Scope.All),
                ("territories.market", Scope.All), ("territories.market-edit", Scope.All), ("territories.divide", Scope.All), ("territories.policy-edit", Scope.All), ("territories.release", Scope.All),
                ("collaboration.notices-write", Scope.All), ("collaboration.notices-read-all", Scope.All), ("collaboration.concerns-read-all", Scope.All), ("collaboration.tasks-give", Scope.All), ("collaboration.feedback-handle", Scope.All), ("collaboration.meetings-hold", Scope.All), ("organization.documents-edit", Scope.All), ("organization.documents-review", Scope.All), ("organization.reorganize", Scope.All))),
            Role("director", "销售总监", "Sales director", With(Leading(Reading(modules, Scope.Subtree), Scope.Subtree), ("customers.transfer-anywhere", Scope.All), ("customers.name-norms-edit", Scope.All), ("organization.documents-review", Scope.All), ("territories.market", Scope.All), ("territories.market-edit", Scope.All), ("territories.divide", Scope.All))),
            Role("manager", "销售经理", "Sales manager", Leading(Reading(modules, Scope.Subtree), Scope.Subtree)),
            Role("rep", "销售员", "Sales rep", With(Working(Reading(modules, Scope.Own), Scope.Own), ("customers.care-costs", Scope.Own))),
            Role("assistant", "销售内勤", "Sales assistant", Working(Reading(modules, Scope.Subtree), Scope.Subtree)),
            Role("finance", "财务", "Finance", With(Submitting(Reading(modules, Scope.All)), ("collections.edit", Scope.All), ("collections.import", Scope.All), ("customers.care-costs", Scope.All), ("customers.credit", Scope.All), ("customers.credit-policy-edit", Scope.All), ("catalog.costs", Scope.All), ("customers.sensitive", Scope.All), ("orders.sensitive", Scope.All), ("collaboration.tasks-give", Scope.Own), ("organization.people-private", Scope.Own))),
            // Appraisal needs goals and results; customers and what they pay are no business of it.
            Role("hr", "人事", "Human resources", new()
            {
                ["organization.units-read"] = Scope.All,
                ["organization.units-edit"] = Scope.All,
                ["organization.reorganize"] = Scope.All,
                ["organization.people-read"] = Scope.All,
                ["organization.people-edit"] = Scope.All,
                ["organization.hand-over"] = Scope.All,
                ["organization.people-import"] = Scope.All,
                ["territories.read"] = Scope.All,
                ["orders.read"] = Scope.All,
                ["planning.read"] = Scope.All,
                ["insights.board-read"] = Scope.All,
                ["organization.calendar-edit"] = Scope.All,
                ["organization.people-private"] = Scope.All,
                ["organization.people-sensitive"] = Scope.All,
                ["organization.documents-edit"] = Scope.All,
                ["organization.attendance-read"] = Scope.All,
                ["organization.attendance-edit"] = Scope.All,
                ["organization.attendance-close"] = Scope.All,
                ["approvals.submit"] = Scope.All,
                ["platform.export"] = Scope.All,
                ["collaboration.notices-write"] = Scope.All,
                ["collaboration.feedback-handle"] = Scope.All,
                ["collaboration.tasks-read"] = Scope.Own,
                ["collaboration.meetings-read"] = Scope.All,
                ["collaboration.meetings-hold"] = Scope.All,
                ["collaboration.tasks-give"] = Scope.Own,
            }),
        ];

        Role Role(string code, string name, string nameEn, Dictionary<string, Scope> grants)
        {
            var role = new Role { Id = id(code), Code = code, Name = name, NameEn = nameEn };
            role.Grants.AddRange(grants.OrderBy(grant => grant.Key, StringComparer.Ordinal)
                .Select(grant => new RoleGrant { RoleId = role.Id, Permission = grant.Key, Scope = grant.Value }));
            return role;
        }
    }

    /// <summary>Every permission to read, but not the platform's own.</summary>
    private static Dictionary<string, Scope> Reading(ModuleList modules, Scope scope) => modules.Permissions.Values
        .Where(permission => !permission.Code.StartsWith("platform.", StringComparison.Ordinal) && permission.Code.EndsWith("read", StringComparison.Ordinal))
        .ToDictionary(permission => permission.Code, permission => permission.Scoped ? scope : Scope.All);

    /// <summary>Whoever works here may ask for something, and take what he sees with him until the house says otherwise.</summary>
    private static Dictionary<string, Scope> Submitting(Dictionary<string, Scope> grants) => With(grants, ("approvals.submit", Scope.All), ("platform.export", Scope.All));

    /// <summary>The daily work on top of it.</summary>
    private static Dictionary<string, Scope> Working(Dictionary<string, Scope> grants, Scope scope) => With(Submitting(grants),
        ("customers.edit", scope), ("customers.import", scope), ("customers.claim", Scope.All), ("orders.edit", scope), ("orders.import", scope), ("collaboration.tasks-give", scope),
        // His own file is his to read whole.
        ("organization.people-private", Scope.Own));

    /// <summary>And the goals of those one leads.</summary>
    private static Dictionary<string, Scope> Leading(Dictionary<string, Scope> grants, Scope scope) => With(Working(grants, scope),
        ("planning.edit", scope), ("planning.import", scope), ("organization.hand-over", scope), ("organization.attendance-edit", scope),
        ("customers.merge", scope), ("customers.care-costs", scope), ("customers.grade-override", scope), ("customers.key-accounts-edit", scope), ("customers.transfer", scope), ("customers.disputes-rule", scope), ("customers.campaigns-edit", scope), ("territories.release", scope),
        ("collaboration.notices-write", scope), ("collaboration.tasks-import", Scope.All), ("collaboration.meetings-hold", Scope.All));

    private static Dictionary<string, Scope> With(Dictionary<string, Scope> grants, params (string Code, Scope Scope)[] more)
    {
        foreach (var (code, scope) in more)
        {
            grants[code] = scope;
        }

        return grants;
    }
}
