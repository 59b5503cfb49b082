using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Numbers;

internal sealed record NumberRow
{
    public required string Name { get; init; }

    /// <summary>What is numbered by it, in the reader's language.</summary>
    public required string Title { get; init; }

    public required string Prefix { get; init; }

    public required int Width { get; init; }

    public required long Next { get; init; }

    /// <summary>The next one as it will be written.</summary>
    public required string Example { get; init; }

    /// <summary>0 until a number was taken or the house has set it.</summary>
    public required int Version { get; init; }
}

/// <summary>GET /api/number-sequences: how the numbers of each kind of record are made.</summary>
internal static class ListNumbers
{
    public sealed record View(IReadOnlyList<NumberRow> Items, int Total);

    public static async Task<View> Handle(HttpContext http, AppDb db, IEnumerable<NumberKind> kinds, TextBook texts, CancellationToken cancel)
    {
        var kept = await db.Set<NumberSequence>().AsNoTracking().ToDictionaryAsync(sequence => sequence.Name, cancel);
        var items = kinds.Select(kind =>
        {
            var sequence = kept.GetValueOrDefault(kind.Name);
            var shown = sequence ?? new NumberSequence { Name = kind.Name, Prefix = kind.Prefix, Width = NumberKind.Width };
            return new NumberRow
            {
                Name = kind.Name,
                Title = texts.Say($"numbers.{kind.Name}", Languages.Of(http)),
                Prefix = shown.Prefix,
                Width = shown.Width,
                Next = shown.Next,
                Example = shown.Format(shown.Next),
                Version = sequence?.Version ?? 0,
            };
        }).ToList();
        return new View(items, items.Count);
    }
}

/// <summary>PUT /api/number-sequences/{name}: of numbers to come; what is numbered keeps its number.</summary>
internal static class EditNumbers
{
    private const int MostDigits = 12;

    public sealed record Request : IChecked
    {
        public required string Prefix { get; init; }

        public required int Width { get; init; }

        /// <summary>Left out, it goes on where it is. Never back: those numbers may be taken.</summary>
        public long? Next { get; init; }

        public void Check(Check check)
        {
            check.That(IsPrefix(Prefix), "prefix", "numbers.prefix-form");
            check.That(Width is >= 1 and <= MostDigits, "width", "field.range", ("min", 1), ("max", MostDigits));
            check.That(Next is null or (>= 1 and <= 999_999_999_999), "next", "field.range", ("min", 1), ("max", 999_999_999_999));
        }

        // Nothing a spreadsheet would take for a formula at the beginning, and no space to be lost.
        private static bool IsPrefix(string text) =>
            text.Length <= 20 && (text.Length == 0 || char.IsLetterOrDigit(text[0])) && text.All(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '/' or '.');
    }

    public static async Task<Saved<string>> Handle(string name, Request request, IfMatch seen, AppDb db, IEnumerable<NumberKind> kinds, CancellationToken cancel)
    {
        var kind = kinds.FirstOrDefault(kind => kind.Name == name) ?? throw Refusal.NotFound("record.not-found");
        // The row is made and held first: a number taken meanwhile would be given again.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_number_sequence (name, prefix, width, next, version) VALUES ({kind.Name}, {kind.Prefix}, {NumberKind.Width}, 1, 0)
            ON CONFLICT (name) DO UPDATE SET next = platform_number_sequence.next
            """, cancel);
        var sequence = await db.Set<NumberSequence>().FirstAsync(one => one.Name == name, cancel);
        db.Expect(sequence, seen);
        if (request.Next < sequence.Next)
        {
            throw Refusal.Faulty([Fault.At("next", "numbers.going-back", ("next", sequence.Next))]);
        }

        (sequence.Prefix, sequence.Width, sequence.Next) = (request.Prefix, request.Width, request.Next ?? sequence.Next);
        await db.SaveChangesAsync(cancel);
        return new Saved<string>(sequence.Name, sequence.Version);
    }
}
