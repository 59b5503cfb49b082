using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Grades;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.People;

internal sealed record PlacementView
{
    public required MembershipId Id { get; init; }

    public required UnitId UnitId { get; init; }

    public required string UnitName { get; init; }

    public required PositionId PositionId { get; init; }

    public required string PositionName { get; init; }

    public PersonId? ManagerId { get; init; }

    public string? ManagerName { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }
}

internal sealed record PersonView : IHasVersion
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Masked for others than himself; POST …/reveal gives it in full, and the trail remembers.</summary>
    public string? Email { get; init; }

    /// <summary>Masked.</summary>
    public string? Phone { get; init; }

    public GradeId? GradeId { get; init; }

    public string? GradeName { get; init; }

    /// <summary>Null for who has left or is still to come.</summary>
    public ServiceStage? Stage { get; init; }

    /// <summary>****-07-09 for others than himself.</summary>
    public string? Birthday => IsOwn ? Text(Born) : Masking.Birthday(Born);

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Skills { get; init; }

    public string? CareerGoal { get; init; }

    public required DateOnly HiredOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<PlacementView> Placements { get; init; }

    public string? Login { get; init; }

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; init; } = NoCustom.Values;

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];

    internal DateOnly? Born { get; init; }

    internal bool IsOwn { get; init; }

    internal static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>GET /api/people/{id}</summary>
internal static class ReadPerson
{
    public static async Task<PersonView> Handle(PersonId id, AppDb db, Reach reach, CompanyClock clock, CustomValues<PersonId> fields, CancellationToken cancel)
    {
        var today = clock.Today;
        var view = await (
            from person in db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadPeople)
            where person.Id == id
            select new PersonView
            {
                Id = person.Id,
                Number = person.Number,
                Name = person.Name,
                Email = person.Email,
                Phone = person.Phone,
                GradeId = person.GradeId,
                GradeName = db.Set<Grade>().Where(grade => grade.Id == person.GradeId).Select(grade => grade.Name).FirstOrDefault(),
                Born = person.Birthday,
                Hobbies = person.Hobbies,
                Strengths = person.Strengths,
                Skills = person.Skills,
                CareerGoal = person.CareerGoal,
                HiredOn = person.HiredOn,
                LeftOn = person.LeftOn,
                Login = db.Users.Where(account => account.PersonId == person.Id).Select(account => account.UserName).FirstOrDefault(),
                Version = person.Version,
                Placements = (
                    from membership in person.Memberships
                    orderby membership.First descending
                    select new PlacementView
                    {
                        Id = membership.Id,
                        UnitId = membership.UnitId,
                        // What it was called at last while he was there, or will be when he comes.
                        UnitName = db.Set<UnitTerm>().Where(term => term.UnitId == membership.UnitId
                                && term.First <= (membership.First > today ? membership.First : today) && (membership.Last == null || term.First <= membership.Last))
                            .OrderByDescending(term => term.First).Select(term => term.Name).First(),
                        PositionId = membership.PositionId,
                        PositionName = db.Set<Position>().Where(position => position.Id == membership.PositionId).Select(position => position.Name).First(),
                        ManagerId = membership.ManagerId,
                        ManagerName = db.Set<Person>().Where(manager => manager.Id == membership.ManagerId).Select(manager => manager.Name).FirstOrDefault(),
                        First = membership.First,
                        Last = membership.Last,
                    }).ToList(),
            }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        var isOwn = id == reach.Caller.Person;
        var hasLeft = view.LeftOn < clock.Today;
        return view with
        {
            IsOwn = isOwn,
            Email = isOwn ? view.Email : Masking.Email(view.Email),
            Phone = Masking.Phone(view.Phone),
            Custom = await fields.Of(id, cancel),
            Stage = hasLeft ? null : ServiceStages.Of(view.HiredOn, clock.Today, await db.StageBoundsOn(clock.Today, cancel)),
            Can =
            [
                .. await reach.Covers(id, OrganizationPermissions.EditPeople, cancel) ? ["edit", "place"] : Array.Empty<string>(),
                .. await reach.Covers(id, OrganizationPermissions.PrivateData, cancel) ? ["private"] : Array.Empty<string>(),
            ],
        };
    }
}
