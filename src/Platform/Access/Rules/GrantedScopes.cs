namespace Yingpan.Platform.Access.Rules;

/// <summary>What the grants of one permission by several roles come to: they add up. Units stand one in the other, a territory beside them.</summary>
internal static class GrantedScopes
{
    /// <summary>The widest of them by people; a territory reaches nobody but oneself.</summary>
    public static Scope OfPeople(IEnumerable<Scope> granted) => granted.Max(OfPeople);

    /// <summary>Do they reach the records of one's territories besides?</summary>
    public static bool InTerritories(IEnumerable<Scope> granted) => granted.Contains(Scope.Territory) && !granted.Contains(Scope.All);

    /// <summary>Would <paramref name="wanted"/> reach nothing that <paramref name="held"/> does not?</summary>
    public static bool Contain(IEnumerable<Scope> held, Scope wanted) => held.Any(scope =>
        scope == Scope.All || scope == wanted || (wanted != Scope.Territory && wanted <= OfPeople(scope)));

    private static Scope OfPeople(Scope scope) => scope == Scope.Territory ? Scope.Own : scope;
}
