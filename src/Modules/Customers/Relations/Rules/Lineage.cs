namespace Yingpan.Customers.Relations.Rules;

/// <summary>Who stands above whom: nobody above himself, by however many steps.</summary>
public static class Lineage
{
    /// <param name="parentOf">Each with the one above him.</param>
    /// <returns>True when <paramref name="above"/> is below <paramref name="below"/> already, or the same: then it cannot be put above it.</returns>
    public static bool WouldCircle<T>(T above, T below, IReadOnlyDictionary<T, T> parentOf) where T : notnull
    {
        var seen = new HashSet<T>();
        for (var at = above; seen.Add(at); at = parentOf[at])
        {
            if (at.Equals(below))
            {
                return true;
            }

            if (!parentOf.ContainsKey(at))
            {
                return false;
            }
        }

        return false;
    }
}
