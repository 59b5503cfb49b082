namespace Yingpan.Kernel;

/// <summary>What the strict readers share.</summary>
internal static class StrictText
{
    /// <summary>ASCII digits only; at most nine of them. int.TryParse would also take trailing NULs.</summary>
    public static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 9)
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    public static FormatException Unreadable<T>(string text) => new($"'{text}' is not a {typeof(T).Name}.");
}
