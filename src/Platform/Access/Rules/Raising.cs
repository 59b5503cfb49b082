namespace Yingpan.Platform.Access.Rules;

/// <summary>
/// Nobody raises himself. Whoever edits roles may give others anything, and the audit trail says so; a role that he holds himself he
/// may change only within what he already has, and his own account he may not edit at all. That is all: asking that he hold whatever
/// he gives away would force administrators to see the sales they need not see.
/// </summary>
internal static class Raising
{
    /// <summary>The permissions of <paramref name="wanted"/> that reach further than <paramref name="held"/>.</summary>
    public static IReadOnlyList<string> Beyond(ILookup<string, Scope> held, IEnumerable<(string Permission, Scope Scope)> wanted) =>
        [.. wanted.Where(grant => !GrantedScopes.Contain(held[grant.Permission], grant.Scope)).Select(grant => grant.Permission)];
}
