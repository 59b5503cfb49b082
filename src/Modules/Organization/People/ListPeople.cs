using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Grades;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.People;

internal sealed record PersonRow : IHasCustom
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public string? PositionName { get; init; }

    /// <summary>Masked for others than himself.</summary>
    public string? Email => IsOwn ? FullEmail : Masking.Email(FullEmail);

    /// <summary>Masked.</summary>
    public string? Phone => Masking.Phone(FullPhone);

    public string? GradeName { get; init; }

    /// <summary>Null for who has left or is still to come.</summary>
    public ServiceStage? Stage => (ServiceStage?)StageNumber;

    /// <summary>****-07-09 for others than himself.</summary>
    public string? Birthday => IsOwn ? PersonView.Text(Born) : Masking.Birthday(Born);

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Skills { get; init; }

    public string? CareerGoal { get; init; }

    /// <summary>Masked; null where the caller may not know.</summary>
    public string? IdentityNumber => Masking.Identity(FullIdentityNumber);

    public required DateOnly HiredOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; set; } = NoCustom.Values;

    internal string? FullEmail { get; init; }

    internal string? FullPhone { get; init; }

    internal DateOnly? Born { get; init; }

    /// <summary>This and the two below: null where the caller may not know. Salary and address are in exports alone; on a screen they are unmasked one by one.</summary>
    internal Money? BaseSalary { get; init; }

    internal string? HomeAddress { get; init; }

    internal string? FullIdentityNumber { get; init; }

    internal bool IsOwn { get; init; }

    internal int? StageNumber { get; init; }

    /// <summary>An export, which the trail remembers, holds everything in full for those who may know everything of that person.</summary>
    internal bool IsOpen { get; init; }
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

        public GradeId? Grade { get; init; }

        public ServiceStage? Stage { get; init; }

        /// <summary>Month of birth, 1 to 12.</summary>
        public int? Born { get; init; }

        public void Check(Check check)
        {
            check.That(Born is null or (>= 1 and <= 12), "born", "field.range", ("min", 1), ("max", 12));
        }
    }

    public static readonly ListSpec<PersonRow> Spec = new ListSpec<PersonRow>("people", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("unitName", row => row.UnitName)
        .Column("positionName", row => row.PositionName)
        .Column("gradeName", row => row.GradeName)
        // What is masked or hidden is no column to sort by: its order would tell what it is.
        .ExportColumn("email", row => row.IsOpen ? row.FullEmail : row.Email)
        .ExportColumn("phone", row => row.IsOpen ? row.FullPhone : row.Phone)
        .ExportColumn("stage", row => row.Stage)
        .Column("hiredOn", row => row.HiredOn)
        .Column("leftOn", row => row.LeftOn)
        .ExportColumn("birthday", row => row.IsOpen ? PersonView.Text(row.Born) : row.Birthday)
        .ExportColumn("hobbies", row => row.Hobbies)
        .ExportColumn("strengths", row => row.Strengths)
        .ExportColumn("skills", row => row.Skills)
        .ExportColumn("careerGoal", row => row.CareerGoal)
        .ExportColumn("identityNumber", row => row.FullIdentityNumber)
        .ExportColumn("baseSalary", row => row.BaseSalary)
        .ExportColumn("homeAddress", row => row.HomeAddress)
        .SortedBy("number");

    public static async Task<ListPage<PersonRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, AppDb db, Reach reach, CompanyClock clock, CustomValues<PersonId> fields, CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        return await listing.Page(Spec, await Rows(query, filter, listing, db, reach, clock, cancel), query, cancel);
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CustomValues<PersonId> fields,
        CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        await listing.Export(http, Spec, await Rows(query, filter, listing, db, reach, clock, cancel), query.Sort, cancel);
    }

    private static async Task<IQueryable<PersonRow>> Rows(
        ListQuery query, Filter filter, CustomListing<PersonId> listing, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var people = db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadPeople);
        foreach (var fitting in listing.Matching)
        {
            people = people.Where(person => fitting.Contains(person.Id));
        }

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
            var under = await db.UnitsUnder(unit, cancel);
            people = people.Where(person => person.Memberships.Any(membership => under.Contains(membership.UnitId)
                && membership.First <= today && (membership.Last == null || membership.Last >= today)));
        }

        // A whole month of hire days at once: the database compares days and need not count months.
        var bounds = await db.StageBoundsOn(today, cancel);
        var (survival, growth) = (ServiceStages.FirstHireWithin(today, bounds.SurvivalMonths), ServiceStages.FirstHireWithin(today, bounds.GrowthMonths));
        if (filter.Stage is { } stage)
        {
            people = people.Where(person => person.HiredOn <= today && (person.LeftOn == null || person.LeftOn >= today));
            people = stage switch
            {
                ServiceStage.Survival => people.Where(person => person.HiredOn >= survival),
                ServiceStage.Growth => people.Where(person => person.HiredOn < survival && person.HiredOn >= growth),
                _ => people.Where(person => person.HiredOn < growth),
            };
        }

        people = filter.Grade is { } grade ? people.Where(person => person.GradeId == grade) : people;
        people = filter.Born is { } month ? people.Where(person => person.Birthday != null && person.Birthday.Value.Month == month) : people;
        var open = reach.People(OrganizationPermissions.PrivateData) ?? db.Set<Person>().Select(person => person.Id);
        var units = db.UnitCards;
        var me = reach.Caller.Person;
        return
            from person in people
            let isOpen = open.Contains(person.Id)
            let place = person.Memberships.FirstOrDefault(membership =>
                membership.First <= today && (membership.Last == null || membership.Last >= today))
            select new PersonRow
            {
                Id = person.Id,
                Number = person.Number,
                Name = person.Name,
                UnitId = place == null ? null : place.UnitId,
                UnitName = units.Where(unit => unit.Id == place!.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                PositionName = db.Set<Position>().Where(position => position.Id == place!.PositionId).Select(position => position.Name).FirstOrDefault(),
                IsOwn = person.Id == me,
                FullEmail = person.Email,
                FullPhone = person.Phone,
                GradeName = db.Set<Grade>().Where(grade => grade.Id == person.GradeId).Select(grade => grade.Name).FirstOrDefault(),
                StageNumber = person.LeftOn < today || person.HiredOn > today ? null : person.HiredOn >= survival ? 0 : person.HiredOn >= growth ? 1 : 2,
                Born = person.Birthday,
                Hobbies = person.Hobbies,
                Strengths = person.Strengths,
                Skills = person.Skills,
                CareerGoal = person.CareerGoal,
                IsOpen = isOpen,
                FullIdentityNumber = isOpen ? person.IdentityNumber : null,
                BaseSalary = isOpen ? person.BaseSalary : null,
                HomeAddress = isOpen ? person.HomeAddress : null,
                HiredOn = person.HiredOn,
                LeftOn = person.LeftOn,
            };
    }
}
