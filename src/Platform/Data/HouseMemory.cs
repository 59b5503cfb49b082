using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Yingpan.Platform.Data;

/// <summary>
/// What the house sets and nearly every request asks for: its chart, its rules, its fields. What is read of it through
/// <see cref="AppDb.FromHouse{T}"/> is kept in memory until a row of such a table is saved, so it is written by saving entities alone,
/// never by <c>ExecuteUpdate</c> or <c>ExecuteDelete</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HouseDataAttribute : Attribute;

/// <summary>
/// Keeps what was read of the house. Forgotten whole when any of it changes, which is rare: at once in this process and, by the line on which
/// processes of one PostgreSQL tell each other, in the others; and after half a minute anyhow, which bounds what a process may go by whose line is down.
/// </summary>
public sealed class HouseMemory(TimeProvider clock)
{
    internal const string Channel = "yingpan_house";

    /// <summary>Charts of past days are asked for too; more than so many things are not worth keeping.</summary>
    private const int Most = 500;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<Type, bool> Marked = new();

    private readonly Lock gate = new();
    private readonly Dictionary<(Type, object?), (object Value, DateTimeOffset GoodUntil)> kept = [];
    private int generation;

    /// <summary>Tells this process's own words from those of others.</summary>
    internal string Node { get; } = Guid.CreateVersion7().ToString("N");

    internal static bool IsTouchedBy(ChangeTracker changes) => changes.Entries().Any(entry =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && Marked.GetOrAdd(entry.Metadata.ClrType, type => type.IsDefined(typeof(HouseDataAttribute), inherit: false)));

    /// <param name="seen">To be handed to <see cref="Keep{T}"/> with what is then read.</param>
    internal T? Find<T>(object? part, out int seen)
        where T : class
    {
        lock (gate)
        {
            seen = generation;
            return kept.TryGetValue((typeof(T), part), out var found) && found.GoodUntil > clock.GetUtcNow() ? (T)found.Value : null;
        }
    }

    /// <summary>What was read while somebody changed it is not kept: it serves this once only.</summary>
    internal void Keep<T>(object? part, T value, int seen)
        where T : class
    {
        lock (gate)
        {
            if (seen != generation)
            {
                return;
            }

            if (kept.Count >= Most)
            {
                kept.Clear();
            }

            kept[(typeof(T), part)] = (value, clock.GetUtcNow() + Lifetime);
        }
    }

    internal void Forget()
    {
        lock (gate)
        {
            generation++;
            kept.Clear();
        }
    }

    /// <summary>What another process says; its own words it has heard already.</summary>
    internal void Hear(string node)
    {
        if (node != Node)
        {
            Forget();
        }
    }
}
