using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Norms.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Norms;

/// <summary>GET /api/name-figures, GET /api/name-figures/export: what the people within one's reach prepared and recorded day by day, beside the norm.</summary>
internal static class ReadNameFigures
{
    private const int UsualDays = 14;
    private const int MostDays = 62;

    public sealed class Query : IChecked
    {
        /// <summary>First and last day, both included; left out, the last fourteen.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        /// <summary>That unit and all below it, as its people stand today.</summary>
        public UnitId? Unit { get; init; }

        public PersonId? Person { get; init; }

        /// <summary>The caller himself, whether anything is asked of him or not.</summary>
        public bool? Mine { get; init; }

        public void Check(Check check)
        {
            check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
            check.That(From is not { } first || To is not { } last || last.DayNumber - first.DayNumber < MostDays, "from", "customers.figures-long", ("max", MostDays));
        }
    }

    public sealed record View(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<PersonDays> Items);

    public sealed record Row
    {
        public required PersonId PersonId { get; init; }

        public required DateOnly Day { get; init; }

        public required string PersonName { get; init; }

        public string? UnitName { get; init; }

        public required int Names { get; init; }

        public required int Whole { get; init; }

        public required int Counted { get; init; }

        public int? NamesFrom { get; init; }

        public int? NamesTo { get; init; }

        public required NormState NamesState { get; init; }

        public required int Records { get; init; }

        public int? RecordsFrom { get; init; }

        public int? RecordsTo { get; init; }

        public required NormState RecordsState { get; init; }

        public required int Follows { get; init; }

        public int? FollowsFrom { get; init; }

        public required NormState FollowsState { get; init; }
    }

    private static readonly ListSpec<Row> Spec = new ListSpec<Row>("name-figures", row => row.PersonId)
        .Column("day", row => row.Day)
        .Column("personName", row => row.PersonName)
        .Column("unitName", row => row.UnitName)
        .Column("names", row => row.Names)
        .Column("whole", row => row.Whole)
        .Column("counted", row => row.Counted)
        .Column("namesFrom", row => row.NamesFrom)
        .Column("namesTo", row => row.NamesTo)
        .Column("namesState", row => row.NamesState)
        .Column("records", row => row.Records)
        .Column("recordsFrom", row => row.RecordsFrom)
        .Column("recordsTo", row => row.RecordsTo)
        .Column("recordsState", row => row.RecordsState)
        .Column("follows", row => row.Follows)
        .Column("followsFrom", row => row.FollowsFrom)
        .Column("followsState", row => row.FollowsState);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, CountDays days, CompanyClock clock, CancellationToken cancel)
    {
        var period = PeriodOf(query, clock);
        return new View(period.First, period.Last, clock.Today, await Of(query, period, db, reach, days, cancel));
    }

    public static async Task Export([AsParameters] Query query, HttpContext http, AppDb db, Reach reach, CountDays days, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, [.. (await Of(query, PeriodOf(query, clock), db, reach, days, cancel)).SelectMany(person => person.Days.Select(day => new Row
        {
            PersonId = person.PersonId,
            Day = day.Day,
            PersonName = person.Name,
            UnitName = person.UnitName,
            Names = day.Names,
            Whole = day.Whole,
            Counted = day.Counted,
            NamesFrom = day.Norm?.NamesFrom,
            NamesTo = day.Norm?.NamesTo,
            NamesState = day.NamesState,
            Records = day.Records,
            RecordsFrom = day.Norm?.RecordsFrom,
            RecordsTo = day.Norm?.RecordsTo,
            RecordsState = day.RecordsState,
            Follows = day.Follows,
            FollowsFrom = day.Norm?.FollowsFrom,
            FollowsState = day.FollowsState,
        }))], cancel);

    private static Period PeriodOf(Query query, CompanyClock clock)
    {
        var last = query.To ?? (query.From is { } from ? from.AddDays(UsualDays - 1) : clock.Today);
        return new Period(query.From ?? last.AddDays(1 - UsualDays), last);
    }

    private static async Task<IReadOnlyList<PersonDays>> Of(Query query, Period period, AppDb db, Reach reach, CountDays days, CancellationToken cancel)
    {
        var people = db.PersonCards;
        if (reach.People(CustomersPermissions.Read) is { } reached)
        {
            people = people.Where(person => reached.Contains(person.Id));
        }

        if (query.Mine == true)
        {
            var me = reach.Caller.Person;
            people = people.Where(person => person.Id == me);
        }

        if (query.Person is { } one)
        {
            people = people.Where(person => person.Id == one);
        }

        if (query.Unit is { } unit)
        {
            var (units, places, today) = (await db.UnitsUnder(unit, cancel), db.Placements, db.Today);
            people = people.Where(person => places.Any(place => place.PersonId == person.Id && units.Contains(place.UnitId) && place.First <= today && (place.Last == null || place.Last >= today)));
        }

        var (first, last) = (period.First, period.Last);
        var ids = await people.Where(person => person.HiredOn <= last && (person.LeftOn == null || person.LeftOn >= first)).Select(person => person.Id).ToListAsync(cancel);
        return await days.Of(ids, period, query.Mine == true, cancel);
    }
}
