using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.People;

internal sealed record Colleague
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? UnitName { get; init; }
}

/// <summary>GET /api/colleagues: who works here, by name and unit and nothing else. No secret in a house: one must be able to name a deputy.</summary>
internal static class ListColleagues
{
    private static readonly ListSpec<Colleague> Spec = new ListSpec<Colleague>("people", row => row.Id)
        .NameColumn("name", row => row.Name)
        .Column("number", row => row.Number)
        .SortedBy("name");

    public static async Task<ListPage<Colleague>> Handle([AsParameters] ListQuery query, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var people = db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null || person.LeftOn >= today);
        if (query.Pattern is { } pattern)
        {
            people = people.Where(person => EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"));
        }

        return await Spec.Page(Rows(people, db, today), query, db, cancel);
    }

    /// <summary>GET /api/colleagues/{id}: his name, also when he has left; what a picker shows of a value it was given.</summary>
    public static async Task<Colleague> Read(PersonId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        await Rows(db.Set<Person>().AsNoTracking().Where(person => person.Id == id), db, clock.Today).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");

    private static IQueryable<Colleague> Rows(IQueryable<Person> people, AppDb db, DateOnly today)
    {
        var units = db.UnitCards;
        return people.Select(person => new Colleague
        {
            Id = person.Id,
            Number = person.Number,
            Name = person.Name,
            UnitName = units.Where(unit => unit.Id == db.Set<Membership>()
                .Where(place => place.PersonId == person.Id && place.First <= today && (place.Last == null || place.Last >= today))
                .Select(place => place.UnitId).FirstOrDefault()).Select(unit => unit.Name).FirstOrDefault(),
        });
    }
}
