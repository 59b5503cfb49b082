using System.Globalization;
using System.Text;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

/// <summary>A request that can tell what is wrong with itself. Asked before its handler runs; all faults are answered at once.</summary>
public interface IChecked
{
    /// <summary>Beyond what its types already say; nothing, unless it is written.</summary>
    void Check(Check check)
    {
    }
}

/// <summary>
/// Collects faults. Lengths are counted in characters a reader would count (code points), so both databases agree on them, and
/// text that no database should hold (NUL, control characters, half a surrogate pair, what Unicode says is no character) is refused here.
/// </summary>
public sealed class Check
{
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    public void Add(string field, string code, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // The first fault of a field is the one to mend; further ones of the same field would only repeat it.
        if (!faults.Exists(fault => fault.Field == field))
        {
            faults.Add(Fault.At(field, code, parameters));
        }
    }

    public void That(bool holds, string field, string code, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!holds)
        {
            Add(field, code, parameters);
        }
    }

    /// <summary>Text of 1 to <paramref name="max"/> characters, not only blanks.</summary>
    /// <param name="lines">Where the box on the screen has several: line breaks are no fault.</param>
    public void Text(string field, string? value, int max, bool lines = false)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, "field.required");
            return;
        }

        OptionalText(field, value, max, lines);
    }

    public void OptionalText(string field, string? value, int max, bool lines = false)
    {
        if (value is null)
        {
            return;
        }

        if (!IsStorable(value, lines))
        {
            Add(field, "field.characters");
        }
        else if (Length(value) > max)
        {
            Add(field, "field.too-long", ("max", max));
        }
    }

    /// <summary>More than zero, and small enough that a million of them still add up.</summary>
    public void Positive(string field, Money value)
    {
        That(value > Money.Zero, field, "field.not-positive");
        InRange(field, value);
    }

    public void NotNegative(string field, Money value)
    {
        That(value >= Money.Zero, field, "field.negative");
        InRange(field, value);
    }

    /// <summary>The largest single amount: one trillion. Sums of millions of records then stay far from the edge of 64 bits.</summary>
    public static Money LargestAmount { get; } = new(100_000_000_000_000);

    public void InRange(string field, Money value) =>
        That(value <= LargestAmount && value >= -LargestAmount, field, "field.too-large", ("max", LargestAmount));

    public void NotNegative(string field, UnitPrice value)
    {
        That(value >= UnitPrice.Zero, field, "field.negative");
        That(value <= new UnitPrice(LargestAmount.Minor), field, "field.too-large", ("max", new UnitPrice(LargestAmount.Minor)));
    }

    public void Positive(string field, Quantity value)
    {
        That(value > Quantity.Zero, field, "field.not-positive");
        That(value <= LargestQuantity, field, "field.too-large", ("max", LargestQuantity));
    }

    /// <summary>A hundred million pieces in one line.</summary>
    public static Quantity LargestQuantity { get; } = new(100_000_000_000);

    public void Fraction(string field, Rate value) =>
        That(value >= Rate.Zero && value <= Rate.One, field, "field.not-fraction");

    public void Day(string field, DateOnly value) =>
        That(value.Year is >= 1900 and <= 2999, field, "field.year", ("min", 1900), ("max", 2999));

    public void Period(string firstField, DateOnly first, DateOnly? last)
    {
        Day(firstField, first);
        That(last is null || last >= first, firstField, "field.period-backwards");
    }

    public void Email(string field, string? value)
    {
        OptionalText(field, value, 200);
        That(string.IsNullOrEmpty(value) || System.Net.Mail.MailAddress.TryCreate(value, out _), field, "field.email");
    }

    public void Phone(string field, string? value)
    {
        OptionalText(field, value, 40);
        That(string.IsNullOrEmpty(value) || value.All(c => char.IsAsciiDigit(c) || "+-() ,;转".Contains(c, StringComparison.Ordinal)), field, "field.phone");
    }

    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            throw Refusal.Faulty(faults);
        }
    }

    public static int Length(string value)
    {
        var count = 0;
        foreach (var _ in value.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    public static bool IsStorable(string value, bool lines = false)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (!Rune.TryGetRuneAt(value, i, out _))
                {
                    return false;
                }

                i++;
            }
            else if (c is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.Control && !(lines && c is '\n' or '\r' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}

public static class Cleaning
{
    /// <summary>Trims, and composes characters, so that two spellings that look the same are the same.</summary>
    public static string Clean(this string value) => value.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>At most that many characters, … the last where something was cut; never within a sign.</summary>
    public static string Shortened(this string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    /// <summary>As <see cref="Clean"/>; nothing but blanks becomes null.</summary>
    public static string? CleanOrNull(this string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Clean();
}
