using System.Collections.ObjectModel;

namespace Yingpan.Kernel;

/// <summary>
/// A request that is turned down, thrown by handlers and never by calculations. The message is the code and its params, for
/// logs; people read the text of the code in their language, never the message.
/// </summary>
public sealed class Refusal : Exception
{
    private Refusal(
        RefusalKind kind, string code, IReadOnlyDictionary<string, object?> parameters, IReadOnlyList<Fault> faults, string message)
        : base(message)
    {
        Kind = kind;
        Code = code;
        Params = parameters;
        Faults = faults;
    }

    public RefusalKind Kind { get; }

    /// <summary>Stable, dotted, camelCase: "run.monthIsOpen".</summary>
    public string Code { get; }

    /// <summary>Values for the text of the code, by name, in the order given.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; }

    /// <summary>Empty unless the kind is <see cref="RefusalKind.Faulty"/>.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Code "request.faulty". Refuses an empty list (ArgumentException): nothing wrong is no reason to refuse.</summary>
    public static Refusal Faulty(IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count == 0)
            throw new ArgumentException("A faulty request has at least one fault.", nameof(faults));
        const string code = "request.faulty";
        // Copied: a handler's list may go on changing after the throw.
        Fault[] copy = [.. faults];
        return new Refusal(
            RefusalKind.Faulty,
            code,
            Parameters.From([]),
            Array.AsReadOnly(copy),
            $"{code}: {string.Join("; ", copy.Select(fault => fault.ToString()))}");
    }

    public static Refusal Forbidden(string code, params ReadOnlySpan<(string Name, object? Value)> p) =>
        Of(RefusalKind.Forbidden, code, p);

    public static Refusal NotFound(string code, params ReadOnlySpan<(string Name, object? Value)> p) =>
        Of(RefusalKind.NotFound, code, p);

    public static Refusal Conflict(string code, params ReadOnlySpan<(string Name, object? Value)> p) =>
        Of(RefusalKind.Conflict, code, p);

    public static Refusal Stale(string code, params ReadOnlySpan<(string Name, object? Value)> p) =>
        Of(RefusalKind.Stale, code, p);

    public static Refusal TooMany(string code, params ReadOnlySpan<(string Name, object? Value)> p) =>
        Of(RefusalKind.TooMany, code, p);

    private static Refusal Of(RefusalKind kind, string code, ReadOnlySpan<(string Name, object? Value)> p)
    {
        var parameters = Parameters.From(p);
        return new Refusal(kind, code, parameters, ReadOnlyCollection<Fault>.Empty, Parameters.Describe(code, parameters));
    }
}
