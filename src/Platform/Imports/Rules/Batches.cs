namespace Yingpan.Platform.Imports.Rules;

/// <summary>
/// Cuts lines into batches. Lines that belong together (an order and its lines) are never parted: a batch ends only where a group
/// ends, and so may grow past its size.
/// </summary>
public sealed class Batches<T>(int size, Func<T, string?> groupOf)
{
    private readonly List<T> open = [];
    private string? group;

    /// <summary>The batch that this line closes, without the line; null as long as it goes on.</summary>
    public IReadOnlyList<T>? Add(T line)
    {
        var key = groupOf(line);
        var goesOn = key is not null && key == group;
        group = key;
        if (goesOn || open.Count < size)
        {
            open.Add(line);
            return null;
        }

        T[] full = [.. open];
        open.Clear();
        open.Add(line);
        return full;
    }

    public IReadOnlyList<T> Rest() => open;

    /// <summary>The groups of a batch, in their order; a line without a group stands alone.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Groups(IReadOnlyList<T> lines, Func<T, string?> groupOf)
    {
        var groups = new List<IReadOnlyList<T>>();
        List<T>? running = null;
        string? key = null;
        foreach (var line in lines)
        {
            var own = groupOf(line);
            if (running is null || own is null || own != key)
            {
                groups.Add(running = []);
            }

            running.Add(line);
            key = own;
        }

        return groups;
    }
}
