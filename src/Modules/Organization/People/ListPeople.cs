using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.People;

internal sealed record PersonRow
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public string? PositionName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required DateOnly HiredOn { get; init; }

    public DateOnly? LeftOn { get; init; }
}

/// <summary>GET /api/people, GET /api/people/export</summary>
internal static class ListPeople
{
    public sealed class Filter : IChecked
    {
        /// <summary>That unit and all below it.</summary>
        public UnitId? Unit { get; init; }

        /// <summary>True leaves out who has left.</summary>
        public bool? Active { get; init; }
    }

    public static readonly ListSpec<PersonRow> Spec = new ListSpec<PersonRow>("people", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("unitName", row => row.UnitName)
        .Column("positionName", row => row.PositionName)
        .Column("email", row => row.Email)
        .Column("phone", row => row.Phone)
        .Column("hiredOn", row => row.HiredOn)
        .Column("leftOn", row => row.LeftOn)
        .SortedBy("number");

    public static async Task<ListPage<PersonRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, reach, clock, cancel), query, db, cancel);

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(query, filter, db, reach, clock, cancel), query.Sort, cancel);

    private static async Task<IQueryable<PersonRow>> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var people = db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadPeople);
        if (query.Pattern is { } pattern)
        {
            people = people.Where(person => EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"));
        }

        if (filter.Active == true)
        {
            people = people.Where(person => person.LeftOn == null || person.LeftOn >= today);
        }

        if (filter.Unit is { } unit)
        {
            var units = await db.UnitsUnder(unit, cancel);
            people = people.Where(person => person.Memberships.Any(membership => units.Contains(membership.UnitId)
                && membership.First <= today && (membership.Last == null || membership.Last >= today)));
        }

        return
            from person in people
            let place = person.Memberships.FirstOrDefault(membership =>
                membership.First <= today && (membership.Last == null || membership.Last >= today))
            select new PersonRow
            {
                Id = person.Id,
                Number = person.Number,
                Name = person.Name,
                UnitId = place == null ? null : place.UnitId,
                UnitName = db.Set<Unit>().Where(unit => unit.Id == place!.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                PositionName = db.Set<Position>().Where(position => position.Id == place!.PositionId).Select(position => position.Name).FirstOrDefault(),
                Email = person.Email,
                Phone = person.Phone,
                HiredOn = person.HiredOn,
                LeftOn = person.LeftOn,
            };
    }
}
