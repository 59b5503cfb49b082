using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Numbers;

/// <summary>A run of numbers that a module gives its records, and how they begin until the house says otherwise. Its name is the text <c>numbers.{name}</c>.</summary>
public sealed record NumberKind(string Name, string Prefix)
{
    public const int Width = 6;
}

public static class NumberServices
{
    public static void AddNumbers(this IServiceCollection services, string name, string prefix) => services.AddSingleton(new NumberKind(name, prefix));
}

/// <summary>A running number for people: <c>C-000123</c>. Prefix and width are the house's to change.</summary>
public sealed class NumberSequence : IVersioned
{
    public required string Name { get; init; }

    public required string Prefix { get; set; }

    /// <summary>Digits, with leading zeros; a larger number simply grows longer.</summary>
    public required int Width { get; set; }

    public string Format(long number) => Prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Width, '0');

    public long Next { get; set; } = 1;

    /// <summary>Of what the house has set; taking a number leaves it alone.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>
/// Takes numbers. The row of the sequence stays locked until the transaction ends, so numbers have no gaps and no twins; a sequence
/// that does not exist yet begins as its kind says. Numbers that records already bear, because the house brought
/// them along, are passed over.
/// </summary>
public sealed class NumberSequences(AppDb db, IEnumerable<NumberKind> kinds)
{
    private const int LargestStep = 1_000;

    /// <param name="taken">The numbers of all records there are.</param>
    public async Task<string> Take(string name, IQueryable<string> taken, CancellationToken cancel) => (await Take(name, 1, taken, [], cancel))[0];

    /// <param name="besides">Numbers that are about to be taken: those a file brings along.</param>
    public async Task<IReadOnlyList<string>> Take(
        string name, int count, IQueryable<string> taken, IReadOnlyCollection<string> besides, CancellationToken cancel)
    {
        var kind = kinds.First(kind => kind.Name == name);
        var free = new List<string>(count);
        // In ever larger steps: a house may have brought a hundred thousand along.
        for (var step = count; ; step = Math.Min(step * 2, LargestStep))
        {
            var some = await Next(kind, step, cancel);
            var used = (await taken.Where(number => some.Contains(number)).ToListAsync(cancel)).Concat(besides).ToHashSet(StringComparer.Ordinal);
            free.AddRange(some.Where(number => !used.Contains(number)));
            if (free.Count >= count)
            {
                await GiveBack(name, some.Count - 1 - some.IndexOf(free[count - 1]), cancel);
                return free[..count];
            }
        }
    }

    private async Task<List<string>> Next(NumberKind kind, int count, CancellationToken cancel)
    {
        var taken = await db.Database.SqlQuery<TakenNumbers>(
            $"""
            INSERT INTO platform_number_sequence (name, prefix, width, next, version) VALUES ({kind.Name}, {kind.Prefix}, {NumberKind.Width}, {1L + count}, 1)
            ON CONFLICT (name) DO UPDATE SET next = platform_number_sequence.next + {(long)count}
            RETURNING next AS "After", prefix AS "Prefix", width AS "Width"
            """).ToListAsync(cancel);
        var row = new NumberSequence { Name = kind.Name, Prefix = taken[0].Prefix, Width = taken[0].Width };
        return [.. Enumerable.Range(0, count).Select(i => row.Format(taken[0].After - count + i))];
    }

    /// <summary>The last ones of a step; nobody else can have gone on from them, for the row is ours.</summary>
    private async Task GiveBack(string name, int count, CancellationToken cancel)
    {
        if (count > 0)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE platform_number_sequence SET next = next - {(long)count} WHERE name = {name}", cancel);
        }
    }

    private sealed record TakenNumbers(long After, string Prefix, int Width);
}

internal sealed class NumberSequenceTable : IEntityTypeConfiguration<NumberSequence>
{
    public void Configure(EntityTypeBuilder<NumberSequence> table)
    {
        table.ToTable("platform_number_sequence");
        table.HasKey(sequence => sequence.Name);
        table.Property(sequence => sequence.Name).HasMaxLength(40);
        table.Property(sequence => sequence.Prefix).HasMaxLength(20);
        table.Property(sequence => sequence.Version).IsConcurrencyToken();
    }
}
