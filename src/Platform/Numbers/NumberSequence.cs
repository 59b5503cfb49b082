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
/// that does not exist yet begins with the prefix it is asked for with.
/// </summary>
public sealed class NumberSequences(AppDb db)
{
    public async Task<string> Take(string name, string prefix, CancellationToken cancel) => (await Take(name, prefix, 1, cancel))[0];

    public async Task<IReadOnlyList<string>> Take(string name, string prefix, int count, CancellationToken cancel)
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
