using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Platform.Http;

namespace Yingpan.Collaboration.Rhythms;

/// <summary>When something comes round, as a form sends it and a view shows it.</summary>
internal sealed record RhythmRequest
{
    public required RhythmKind Kind { get; init; }

    /// <summary>Each day, week or month; 2 is every second.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Of a weekly one.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Of a monthly one, 1 to 31; a shorter month has it on its last day.</summary>
    public int DayOfMonth { get; init; } = 1;

    public OffDay OffDay { get; init; } = OffDay.After;

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }

    public void Check(Check check, string prefix)
    {
        check.That(Every is >= 1 and <= 52, $"{prefix}every", "field.range", ("min", 1), ("max", 52));
        check.That(Kind != RhythmKind.Weekly || Weekdays.Count > 0, $"{prefix}weekdays", "field.required");
        check.That(Weekdays.Count <= 7 && Weekdays.All(Enum.IsDefined), $"{prefix}weekdays", "field.not-valid");
        check.That(DayOfMonth is >= 1 and <= 31, $"{prefix}dayOfMonth", "field.range", ("min", 1), ("max", 31));
        check.Period($"{prefix}first", First, Last);
    }

    public Rhythm Rhythm => new(Kind, Every, Weekdays, DayOfMonth, OffDay, First, Last);

    public void Into(IRhythmic row)
    {
        (row.RhythmKind, row.Every, row.DayOfMonth, row.OffDay, row.First, row.Last) = (Kind, Every, DayOfMonth, OffDay, First, Last);
        row.Weekdays = Weekdays.Aggregate(0, (bits, day) => bits | (1 << (int)day));
    }

    public static RhythmRequest Of(IRhythmic row) => new()
    {
        Kind = row.RhythmKind,
        Every = row.Every,
        Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(day => (row.Weekdays & (1 << (int)day)) != 0)],
        DayOfMonth = row.DayOfMonth,
        OffDay = row.OffDay,
        First = row.First,
        Last = row.Last,
    };
}

/// <summary>A row that comes round by the calendar.</summary>
internal interface IRhythmic
{
    RhythmKind RhythmKind { get; set; }

    int Every { get; set; }

    /// <summary>A bit for each day, Sunday the lowest.</summary>
    int Weekdays { get; set; }

    int DayOfMonth { get; set; }

    OffDay OffDay { get; set; }

    DateOnly First { get; set; }

    DateOnly? Last { get; set; }
}

internal static class RhythmOfRow
{
    public static Rhythm Rhythm(this IRhythmic row) => RhythmRequest.Of(row).Rhythm;
}
