using Yingpan.Kernel;

namespace Yingpan.Customers.Grading.Rules;

/// <summary>What somebody entered for a criterion: the newest entry up to the day.</summary>
internal readonly record struct EnteredMark(int Points, DateOnly On);

/// <summary>What is known of one customer on a day. Null is not known; a buyer who bought nothing of late has zeros.</summary>
internal sealed class CustomerFigures
{
    public required Guid Id { get; init; }

    public DateOnly? FirstOn { get; set; }

    public DateOnly? LastOn { get; set; }

    /// <summary>In the window.</summary>
    public int Orders { get; set; }

    /// <summary>In the window.</summary>
    public Money Sales { get; set; }

    /// <summary>In the window before.</summary>
    public Money SalesBefore { get; set; }

    /// <summary>Of orders that have fallen due.</summary>
    public Money Due { get; set; }

    public Money PaidInTime { get; set; }

    public Money Overdue { get; set; }

    public DateOnly? OverdueSince { get; set; }

    /// <summary>By name, for criteria that ask a field.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; set; }

    /// <summary>By code of the criterion.</summary>
    public IReadOnlyDictionary<string, EnteredMark>? Marks { get; set; }

    public bool HasBought => LastOn is not null;

    /// <summary>One confirmed order up to the day; orders come in any order.</summary>
    public void Add(DateOnly on, Money amount, GradingWindow window)
    {
        FirstOn = FirstOn is { } first && first < on ? first : on;
        LastOn = LastOn is { } last && last > on ? last : on;
        if (on > window.After)
        {
            Orders++;
            Sales += amount;
        }
        else if (on > window.BeforeAfter)
        {
            SalesBefore += amount;
        }
    }
}

/// <summary>The months up to a day, and as many before: both begin the day after.</summary>
internal readonly record struct GradingWindow(DateOnly Day, DateOnly After, DateOnly BeforeAfter)
{
    public static GradingWindow Of(DateOnly day, int months) => new(day, day.AddMonths(-months), day.AddMonths(-2 * months));
}
