namespace Yingpan.Kernel;

/// <summary>Why a request is refused; each kind is one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong (400).</summary>
    Faulty,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or none that the caller may see (404).</summary>
    NotFound,

    /// <summary>The state of things does not allow it (409).</summary>
    Conflict,

    /// <summary>Someone else changed it in the meantime (412).</summary>
    Stale,

    /// <summary>Too often, or too much at once (429).</summary>
    TooMany,
}
