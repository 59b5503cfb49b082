using Yingpan.Platform.Access;
using Yingpan.Platform.Access.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class RaisingTests
{
    private static readonly ILookup<string, Scope> Held = new[]
    {
        ("customers.read", Scope.Own), ("customers.read", Scope.Team), ("orders.read", Scope.All), ("planning.read", Scope.Territory), ("planning.read", Scope.Team),
    }.ToLookup(grant => grant.Item1, grant => grant.Item2);

    [Fact]
    public void What_one_has_or_less_raises_nobody() =>
        Raising.Beyond(Held, [("customers.read", Scope.Team), ("customers.read", Scope.Own), ("orders.read", Scope.Subtree)]).ShouldBeEmpty();

    [Fact]
    public void A_wider_scope_or_another_permission_raises() =>
        Raising.Beyond(Held, [("customers.read", Scope.Subtree), ("orders.read", Scope.All), ("orders.edit", Scope.Own)])
            .ShouldBe(["customers.read", "orders.edit"]);

    [Fact]
    public void A_territory_stands_beside_units_and_within_everything()
    {
        Raising.Beyond(Held, [("planning.read", Scope.Territory), ("orders.read", Scope.Territory), ("planning.read", Scope.Own), ("planning.read", Scope.Team)]).ShouldBeEmpty();
        Raising.Beyond(Held, [("customers.read", Scope.Territory)]).ShouldBe(["customers.read"]);
        Raising.Beyond(Held, [("planning.read", Scope.Subtree)]).ShouldBe(["planning.read"]);
    }

    [Fact]
    public void Grants_of_several_roles_add_up()
    {
        GrantedScopes.OfPeople([Scope.Territory]).ShouldBe(Scope.Own);
        GrantedScopes.OfPeople([Scope.Own, Scope.Territory, Scope.Team]).ShouldBe(Scope.Team);
        GrantedScopes.InTerritories([Scope.Team, Scope.Territory]).ShouldBeTrue();
        GrantedScopes.InTerritories([Scope.All, Scope.Territory]).ShouldBeFalse();
        GrantedScopes.InTerritories([Scope.Subtree]).ShouldBeFalse();
    }
}
