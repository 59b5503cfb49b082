using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Numbers;

/// <summary>A running number for people: <c>C-000123</c>. Prefix and width are the house's to change.</summary>
public sealed class NumberSequence
{
    public required string Name { get; init; }

    public required string Prefix { get; set; }

    /// <summary>Digits, with leading zeros; a larger number simply grows longer.</summary>
    public required int Width { get; set; }

    public string Format(long number) => Prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Width, '0');

    public long Next { get; init; } = 1;
}

/// <summary>
/// Takes numbers. The row of the sequence stays locked until the transaction ends, so numbers have no gaps and no twins; a sequence
/// that does not exist yet begins with the prefix it is asked for with. Numbers that records already bear, because the house brought
/// them along, are passed over.
/// </summary>
public sealed class NumberSequences(AppDb db)
{
    private const int LargestStep = 1_000;

    /// <param name="taken">The numbers of all records there are.</param>
    public async Task<string> Take(string name, string prefix, IQueryable<string> taken, CancellationToken cancel) =>
        (await Take(name, prefix, 1, taken, [], cancel))[0];

    /// <param name="besides">Numbers that are about to be taken: those a file brings along.</param>
    public async Task<IReadOnlyList<string>> Take(
        string name, string prefix, int count, IQueryable<string> taken, IReadOnlyCollection<string> besides, CancellationToken cancel)
    {
        var free = new List<string>(count);
        // In ever larger steps: a house may have brought a hundred thousand along.
        for (var step = count; ; step = Math.Min(step * 2, LargestStep))
        {
            var some = await Next(name, prefix, step, cancel);
            var used = (await taken.Where(number => some.Contains(number)).ToListAsync(cancel)).Concat(besides).ToHashSet(StringComparer.Ordinal);
            free.AddRange(some.Where(number => !used.Contains(number)));
            if (free.Count >= count)
            {
                await GiveBack(name, some.Count - 1 - some.IndexOf(free[count - 1]), cancel);
                return free[..count];
            }
        }
    }

    private async Task<List<string>> Next(string name, string prefix, int count, CancellationToken cancel)
    {
        var taken = await db.Database.SqlQuery<TakenNumbers>(
            $"""
            INSERT INTO platform_number_sequence (name, prefix, width, next) VALUES ({name}, {prefix}, 6, {1L + count})
            ON CONFLICT (name) DO UPDATE SET next = platform_number_sequence.next + {(long)count}
            RETURNING next AS "After", prefix AS "Prefix", width AS "Width"
            """).ToListAsync(cancel);
        var row = new NumberSequence { Name = name, Prefix = taken[0].Prefix, Width = taken[0].Width };
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
    }
}
