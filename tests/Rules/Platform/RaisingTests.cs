using Yingpan.Platform.Access;
using Yingpan.Platform.Access.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class RaisingTests
{
    private static readonly Dictionary<string, Scope> Held = new() { ["customers.read"] = Scope.Team, ["orders.read"] = Scope.All };

    [Fact]
    public void What_one_has_or_less_raises_nobody() =>
        Raising.Beyond(Held, [("customers.read", Scope.Team), ("customers.read", Scope.Own), ("orders.read", Scope.Subtree)]).ShouldBeEmpty();

    [Fact]
    public void A_wider_scope_or_another_permission_raises() =>
        Raising.Beyond(Held, [("customers.read", Scope.Subtree), ("orders.read", Scope.All), ("orders.edit", Scope.Own)])
            .ShouldBe(["customers.read", "orders.edit"]);
}
