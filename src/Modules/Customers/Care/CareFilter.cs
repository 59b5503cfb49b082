using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Care;

internal enum CareDue
{
    /// <summary>Today or before.</summary>
    Now,

    Overdue,
    Today,

    /// <summary>Until Sunday, and what is overdue.</summary>
    Week,
}

/// <summary>Which cares, for the list and for the calendar alike.</summary>
internal sealed class CareFilter : IChecked
{
    public CustomerId? Customer { get; init; }

    /// <summary>Whose duty it is.</summary>
    public PersonId? Person { get; init; }

    /// <summary>My own duties only.</summary>
    public bool? Mine { get; init; }

    /// <summary>Of people in that unit or below.</summary>
    public UnitId? Unit { get; init; }

    public string? Kind { get; init; }

    public CareState? State { get; init; }

    /// <summary>Open ones only.</summary>
    public CareDue? Due { get; init; }

    public string? Grade { get; init; }

    /// <summary>Who did it.</summary>
    public PersonId? By { get; init; }

    public int? Score { get; init; }

    /// <summary>With a score, or without.</summary>
    public bool? Scored { get; init; }

    /// <summary>That cost something; to who may know.</summary>
    public bool? Costly { get; init; }

    /// <summary>When it is due, or was closed.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

internal static class CareFiltering
{
    /// <summary>Those whose costs the caller may know.</summary>
    public static IQueryable<CareItem> CareWithCosts(this AppDb db, Reach reach) =>
        reach.Caller.May(CustomersPermissions.CareCosts) ? db.CareOf(reach, CustomersPermissions.CareCosts) : db.Set<CareItem>().Where(_ => false);

    public static async Task<IQueryable<CareItem>> Narrowed(this IQueryable<CareItem> items, CareFilter filter, AppDb db, Reach reach, DateOnly today, CancellationToken cancel)
    {
        var customers = db.Set<Customer>();
        if (filter.Customer is { } customer)
        {
            items = items.Where(item => item.CustomerId == customer);
        }

        if (filter.Mine == true)
        {
            items = reach.Caller.Person is { } me ? Of(me) : items.Where(_ => false);
        }

        if (filter.Person is { } person)
        {
            items = Of(person);
        }

        if (filter.Unit is { } unit)
        {
            var units = await db.UnitsUnder(unit, cancel);
            var team = db.Placements.Where(place => units.Contains(place.UnitId) && place.First <= today && (place.Last == null || place.Last >= today)).Select(place => (PersonId?)place.PersonId);
            items = items.Where(item => customers.Any(one => one.Id == item.CustomerId && team.Contains(item.SponsorId ?? one.OwnerId)));
        }

        if (filter.Kind.CleanOrNull() is { } kind)
        {
            items = items.Where(item => item.Kind == kind);
        }

        if (filter.State is { } state)
        {
            items = items.Where(item => item.State == state);
        }

        if (filter.Due is { } due)
        {
            var (first, last) = due switch
            {
                CareDue.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
                CareDue.Today => (today, today),
                CareDue.Now => (DateOnly.MinValue, today),
                _ => (DateOnly.MinValue, today.AddDays((7 - (int)today.DayOfWeek) % 7)),
            };
            items = items.Where(item => item.State == CareState.Open && item.DueOn >= first && item.DueOn <= last);
        }

        if (filter.Grade.CleanOrNull() is { } grade)
        {
            items = items.Where(item => item.Grade == grade);
        }

        if (filter.By is { } by)
        {
            items = items.Where(item => item.ClosedById == by);
        }

        if (filter.Score is { } score)
        {
            items = items.Where(item => item.Score == score);
        }

        if (filter.Scored is { } scored)
        {
            items = items.Where(item => (item.Score != null) == scored);
        }

        if (filter.Costly == true)
        {
            var (known, none) = (db.CareWithCosts(reach), Money.Zero);
            items = items.Where(item => known.Any(one => one.Id == item.Id) && (item.GiftCost != none || item.BanquetCost != none || item.TravelCost != none || item.OtherCost != none));
        }

        if (filter.From is { } from)
        {
            items = items.Where(item => (item.ClosedOn ?? item.DueOn) >= from);
        }

        if (filter.To is { } to)
        {
            items = items.Where(item => (item.ClosedOn ?? item.DueOn) <= to);
        }

        return items;

        IQueryable<CareItem> Of(PersonId whose) =>
            items.Where(item => item.SponsorId == whose || (item.SponsorId == null && customers.Any(one => one.Id == item.CustomerId && one.OwnerId == whose)));
    }
}
