using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Customers.Care.Rules;

/// <summary>A day of a contact, and when it is kept next.</summary>
internal readonly record struct CareDay(ContactId Contact, int Line, ContactDayKind Kind, DateOnly On);

/// <summary>The last care of a kind that was done or passed over.</summary>
internal readonly record struct LastCare(string Kind, CareItemId Item, DateOnly On);

/// <param name="Sponsor">Null where he has left the house.</param>
internal sealed record KeptAccount(int CadenceDays, DateOnly First, PersonId? Sponsor);

/// <summary>What is known of a customer who is somebody's.</summary>
internal sealed record CareFacts
{
    public required CustomerId Id { get; init; }

    public required PersonId Owner { get; init; }

    public required CustomerState State { get; init; }

    public string? Grade { get; init; }

    /// <summary>That of his owner and those above it.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    public DateOnly? FirstOrderOn { get; init; }

    public IReadOnlyList<CareDay> Days { get; init; } = [];

    public KeptAccount? Account { get; init; }

    public IReadOnlyList<LastCare> Last { get; init; } = [];

    public LastCare? LastOf(string kind)
    {
        foreach (var last in Last)
        {
            if (last.Kind == kind)
            {
                return last;
            }
        }

        return null;
    }
}

/// <summary>The day it is planned for, and what is the same for everybody.</summary>
internal sealed record CareToday(DateOnly Day, WorkCalendar Calendar, IReadOnlyList<HouseHoliday> Holidays);
