using Yingpan.Customers.Data;
using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>What is done for customers: the code stays, the names may change.</summary>
/// <param name="IsSurvey">Asks how satisfied he is, from 1 to 10.</param>
internal sealed record CareKind(string Code, string Name, string NameEn, bool IsSurvey = false);

/// <summary>From what the day of a care is counted.</summary>
internal enum CareTrigger
{
    /// <summary>The last care of that kind; before there was one, the first order.</summary>
    Interval,

    /// <summary>The first order, once.</summary>
    FirstOrder,

    /// <summary>A day of a contact, every year.</summary>
    ContactDay,

    /// <summary>The first day of a public holiday.</summary>
    Holiday,

    /// <summary>The last care of that kind, in the rhythm of the key account; the duty of its sponsor.</summary>
    KeyAccount,
}

internal enum CareSpan
{
    Day,
    Week,
    Month,
}

/// <summary>One line of the policy: for whom, when, for how much. Of those of a kind the first that fits a customer holds.</summary>
internal sealed record CareLine
{
    /// <summary>By which an item knows its line again.</summary>
    public required string Code { get; init; }

    /// <summary>A code of the kinds.</summary>
    public required string Kind { get; init; }

    public required CareTrigger Trigger { get; init; }

    /// <summary>Only customers whose owner stands in that unit or below; null is the whole house.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Only these grades; <see cref="NoGrade"/> is who has none; empty is any.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>Only these; empty is everybody but those who are lost.</summary>
    public IReadOnlyList<CustomerState> States { get; init; } = [];

    /// <summary>Stage of service: whole months since the first order, from and before which it holds; null is open.</summary>
    public int? FromMonths { get; init; }

    public int? BeforeMonths { get; init; }

    /// <summary>Of an interval, or after the first order.</summary>
    public int Every { get; init; } = 1;

    public CareSpan Span { get; init; } = CareSpan.Month;

    public ContactDayKind? DayKind { get; init; }

    /// <summary>Names out of the work calendar; empty is every public holiday.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>Days before the contact's day or the holiday.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Of one deed; null is no limit.</summary>
    public Money? Budget { get; init; }

    /// <summary>Days before it is due at which it appears.</summary>
    public int AppearDays { get; init; } = 7;

    /// <summary>Days overdue at which it goes to the first superior, to the second …; empty is never.</summary>
    public IReadOnlyList<int> EscalateDays { get; init; } = [3, 7];

    public const string NoGrade = "-";
}

/// <summary>What speaks for turning to a customer now.</summary>
internal enum NextSignal
{
    /// <summary>A dispute about him waits for an answer.</summary>
    Dispute,

    /// <summary>He may be leaving.</summary>
    Warning,

    /// <summary>He is about to go back into a pool.</summary>
    Recycling,

    CareOverdue,
    CareDue,

    /// <summary>A day of one of his contacts comes.</summary>
    ContactDay,

    /// <summary>His card of the month is not written.</summary>
    Review,

    /// <summary>Nobody was in contact for long.</summary>
    NoContact,
}

/// <summary>A line of the rule table of next deeds; the first that holds is the customer's.</summary>
/// <param name="Days">Ahead of which it speaks; of the month's end for a review card; since the last contact.</param>
/// <param name="Script">What to say.</param>
internal sealed record NextLine(NextSignal Signal, int Days, string Script, string ScriptEn);

/// <summary>All that customers are cared for by, from a day on.</summary>
internal sealed record CareSpec
{
    public required IReadOnlyList<CareKind> Kinds { get; init; }

    public required IReadOnlyList<CareLine> Lines { get; init; }

    /// <summary>May a deed cost more than its budget, with a reason? Else it is refused.</summary>
    public bool OverBudgetWithReason { get; init; }

    /// <summary>In the order of what matters most.</summary>
    public required IReadOnlyList<NextLine> Next { get; init; }

    public CareLine? Line(string? code) => Lines.FirstOrDefault(line => line.Code == code);
}
