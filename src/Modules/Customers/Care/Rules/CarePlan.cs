using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>A care that the policy wants of a customer.</summary>
internal sealed record PlannedCare
{
    public required CareLine Line { get; init; }

    /// <summary>What it is for: there is never a second of the same kind for it.</summary>
    public required string Occasion { get; init; }

    public DateOnly? OccasionOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Nothing tells its day but the customer's turn: see the page.</summary>
    public bool IsByTurn { get; init; }

    public ContactId? Contact { get; init; }

    public PersonId? Sponsor { get; init; }

    public DateOnly AppearsOn => DueOn.AddDays(-Line.AppearDays);
}

/// <summary>An open item, as far as its fate depends on it.</summary>
internal readonly record struct OpenCare(string Kind, string? Line, CareTrigger? Trigger, string Occasion, DateOnly? OccasionOn, DateOnly DueOn, ContactId? Contact);

/// <summary>Which cares a customer is due, by the policy; docs/rules/care-plan.md. Preview and run are this same function.</summary>
internal static class CarePlan
{
    /// <summary>A first order this long ago still gives what is due after it.</summary>
    public const int LateDays = 14;

    /// <summary>Every care he is to have next, also those that do not appear yet; each kind and occasion once, by the first line that fits.</summary>
    public static IReadOnlyList<PlannedCare> Of(CareSpec spec, CareFacts facts, CareToday today)
    {
        var planned = new List<PlannedCare>();
        foreach (var line in spec.Lines)
        {
            if (!Fits(line, facts, today.Day))
            {
                continue;
            }

            foreach (var care in Of(line, facts, today))
            {
                if (!planned.Exists(one => one.Line.Kind == line.Kind && one.Occasion == care.Occasion))
                {
                    planned.Add(care);
                }
            }
        }

        return planned;
    }

    public static bool Fits(CareLine line, CareFacts facts, DateOnly day) =>
        (line.States.Count == 0 ? facts.State != CustomerState.Lost : line.States.Contains(facts.State))
        && (line.Grades.Count == 0 || line.Grades.Contains(facts.Grade ?? CareLine.NoGrade))
        && (line.UnitId is not { } unit || facts.Units.Contains(unit))
        && InStage(line, facts.FirstOrderOn, day)
        && (line.Trigger != CareTrigger.KeyAccount || facts.Account is not null)
        && (line.Trigger != CareTrigger.FirstOrder || facts.FirstOrderOn is not null);

    /// <summary>
    /// What becomes of an open item: as it is to be from now on, or null where it is no longer wanted. What is due already stays due, as long as any line
    /// of its kind fits him.
    /// </summary>
    /// <param name="wanted">The care of the same kind and occasion, where the policy wants one.</param>
    public static (CareLine Line, DateOnly DueOn, PlannedCare? Wanted)? FateOf(CareSpec spec, CareFacts facts, CareToday today, OpenCare open, PlannedCare? wanted)
    {
        if (wanted is not null)
        {
            var due = open.DueOn < today.Day ? open.DueOn
                : !wanted.IsByTurn ? wanted.DueOn
                : wanted.Line.Code == open.Line || open.DueOn < wanted.DueOn ? open.DueOn : wanted.DueOn;
            return (wanted.Line, due, wanted);
        }

        // The day has gone by and it was not done: still a duty, until somebody does it or says why not.
        if (open.OccasionOn < today.Day && (open.Trigger != CareTrigger.ContactDay || (open.Contact is { } contact && facts.Days.Any(day => day.Contact == contact)))
            && spec.Lines.FirstOrDefault(line => line.Kind == open.Kind && line.Trigger == open.Trigger && Fits(line, facts, today.Day)) is { } fits)
        {
            return (fits, open.DueOn, null);
        }

        return null;
    }

    /// <summary>To how many superiors it has gone by that day.</summary>
    public static int Level(IReadOnlyList<int> escalateDays, DateOnly due, DateOnly day) => escalateDays.Count(days => day.DayNumber - due.DayNumber >= days);

    public static DateOnly After(DateOnly day, int every, CareSpan span) => span switch
    {
        CareSpan.Day => day.AddDays(every),
        CareSpan.Week => day.AddDays(7 * every),
        _ => day.AddMonths(every),
    };

    /// <summary>As days, a month being thirty.</summary>
    public static int DaysOf(CareLine line) => line.Every * line.Span switch
    {
        CareSpan.Day => 1,
        CareSpan.Week => 7,
        _ => 30,
    };

    private static bool InStage(CareLine line, DateOnly? first, DateOnly day)
    {
        if (line.FromMonths is null && line.BeforeMonths is null)
        {
            return true;
        }

        return first is { } on && (line.FromMonths is not { } from || on.AddMonths(from) <= day) && (line.BeforeMonths is not { } before || day < on.AddMonths(before));
    }

    private static IEnumerable<PlannedCare> Of(CareLine line, CareFacts facts, CareToday today)
    {
        switch (line.Trigger)
        {
            case CareTrigger.Interval:
                yield return ByInterval(line, facts, today);
                break;
            case CareTrigger.KeyAccount:
                var account = facts.Account!;
                var since = facts.LastOf(line.Kind)?.On is { } done && done > account.First ? done : account.First;
                yield return new PlannedCare { Line = line, Occasion = Cycle(line.Kind, facts), DueOn = Working(Later(since.AddDays(account.CadenceDays), today.Day), today), Sponsor = account.Sponsor };
                break;
            case CareTrigger.FirstOrder:
                var on = Working(After(facts.FirstOrderOn!.Value, line.Every, line.Span), today);
                if (on >= today.Day.AddDays(-LateDays))
                {
                    yield return new PlannedCare { Line = line, Occasion = $"order {line.Code} {facts.Id}", OccasionOn = on, DueOn = on };
                }

                break;
            case CareTrigger.ContactDay:
                foreach (var day in facts.Days.Where(day => day.Kind == line.DayKind && day.On >= today.Day))
                {
                    yield return new PlannedCare { Line = line, Occasion = $"{day.Contact} {day.Line} {day.On:yyyyMMdd}", OccasionOn = day.On, DueOn = Before(day.On, line.DaysBefore, today), Contact = day.Contact };
                }

                break;
            default:
                foreach (var holiday in today.Holidays.Where(holiday => holiday.First >= today.Day && (line.Holidays.Count == 0 || line.Holidays.Contains(holiday.Name))))
                {
                    yield return new PlannedCare { Line = line, Occasion = $"{holiday.First:yyyyMMdd} {facts.Id}", OccasionOn = holiday.First, DueOn = Before(holiday.First, line.DaysBefore, today) };
                }

                break;
        }
    }

    /// <summary>Counted from the last one; before that from the first order, while that still lies ahead; else by turn.</summary>
    private static PlannedCare ByInterval(CareLine line, CareFacts facts, CareToday today)
    {
        var occasion = Cycle(line.Kind, facts);
        if (facts.LastOf(line.Kind) is { } last)
        {
            return new PlannedCare { Line = line, Occasion = occasion, DueOn = Working(Later(After(last.On, line.Every, line.Span), today.Day), today) };
        }

        return facts.FirstOrderOn is { } first && After(first, line.Every, line.Span) is var due && due >= today.Day
            ? new PlannedCare { Line = line, Occasion = occasion, DueOn = Working(due, today) }
            : new PlannedCare { Line = line, Occasion = occasion, DueOn = Working(Turn(facts.Id, DaysOf(line), today.Day), today), IsByTurn = true };
    }

    /// <summary>Each care of a kind has one that follows it.</summary>
    private static string Cycle(string kind, CareFacts facts) => facts.LastOf(kind) is { } last ? After(last.Item) : $"first {facts.Id}";

    public static string After(CareItemId item) => $"after {item}";

    /// <summary>Spreads those whose day nothing tells evenly over an interval: each has a day of his own in it, by his id.</summary>
    private static DateOnly Turn(CustomerId id, int days, DateOnly from)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes);
        var own = (int)(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) % (uint)days);
        return from.AddDays((own - (from.DayNumber % days) + days) % days);
    }

    private static DateOnly Later(DateOnly day, DateOnly other) => day > other ? day : other;

    private static DateOnly Working(DateOnly day, CareToday today) => today.Calendar.Add(day, 0);

    /// <summary>So many days ahead, on a working day at or before it; where that has gone by, on the next working day, but never after the day itself.</summary>
    private static DateOnly Before(DateOnly day, int daysBefore, CareToday today)
    {
        var due = day.AddDays(-daysBefore);
        if (!today.Calendar.IsWorkingDay(due))
        {
            due = today.Calendar.Add(due, -1);
        }

        if (due >= today.Day)
        {
            return due;
        }

        var next = Working(today.Day, today);
        return next <= day ? next : today.Day;
    }
}
