namespace Yingpan.Kernel;

/// <summary>Making and reading typed ids.</summary>
public static class Id
{
    /// <summary>
    /// A new id, version 7. Made at the edge, where a request comes in, never in Rules: a rule that makes ids gives another
    /// answer each time.
    /// </summary>
    public static T New<T>()
        where T : struct, IId<T> => T.From(Guid.CreateVersion7());

    /// <summary>
    /// Reads the form that ToString writes, 8-4-4-4-12 hexadecimal digits in either case, and no other: one id has one text.
    /// </summary>
    public static bool TryParse<T>(string? text, out T id)
        where T : struct, IId<T>
    {
        // TryParseExact alone also takes blanks around and signs inside the groups.
        var read = Guid.TryParseExact(text, "D", out var value)
            && string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase);
        id = read ? T.From(value) : default;
        return read;
    }
}
