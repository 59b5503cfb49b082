using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;

namespace Yingpan.Organization.People;

/// <summary>What a file holds beside name and placement, the same when it is opened and when it is changed.</summary>
internal abstract record FileRequest : IChecked, ICustomized
{
    public required string Name { get; init; }

    /// <summary>This, telephone and birthday: sent back masked, as it was shown, it stays as it is.</summary>
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required DateOnly HiredOn { get; init; }

    public GradeId? GradeId { get; init; }

    /// <summary>A day: 1996-07-09.</summary>
    public string? Birthday { get; init; }

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Skills { get; init; }

    public string? CareerGoal { get; init; }

    public Dictionary<string, JsonElement>? Custom { get; init; }

    string ICustomized.Subject => PersonFields.Code;

    IReadOnlyDictionary<string, string?> ICustomized.Facts => PersonFields.Facts(Email, Phone, GradeId, Birthday, Hobbies, Strengths, Skills, CareerGoal);

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 60);
        if (!Masking.IsMasked(Email))
        {
            check.Email("email", Email);
        }

        if (!Masking.IsMasked(Phone))
        {
            check.Phone("phone", Phone);
        }

        check.Day("hiredOn", HiredOn);
        if (Birthday.CleanOrNull() is { } birthday && !Masking.IsMasked(birthday))
        {
            if (Born is { } born)
            {
                check.Day("birthday", born);
                check.That(born < HiredOn, "birthday", "organization.born-after-hire");
            }
            else
            {
                check.Add("birthday", "field.not-date");
            }
        }

        check.OptionalText("hobbies", Hobbies, 200, lines: true);
        check.OptionalText("strengths", Strengths, 200, lines: true);
        check.OptionalText("skills", Skills, 200, lines: true);
        check.OptionalText("careerGoal", CareerGoal, 500, lines: true);
    }

    private DateOnly? Born => DateOnly.TryParseExact(Birthday.CleanOrNull(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public async Task CheckGrade(AppDb db, Check check, CancellationToken cancel) =>
        check.That(GradeId is null || await db.Set<Grade>().AnyAsync(grade => grade.Id == GradeId, cancel), "gradeId", "record.not-found");

    /// <summary>What is kept covered is not asked about: it stays as it is, and nothing is said about it.</summary>
    public void Into(Person person)
    {
        var check = new Check();
        check.That(Masking.MayStay(Phone, Masking.Phone(person.Phone)), "phone", "field.phone");
        check.That(Masking.MayStay(Email, Masking.Email(person.Email)), "email", "field.email");
        check.That(Masking.MayStay(Birthday, Masking.Birthday(person.Birthday)), "birthday", "field.not-date");
        check.ThrowIfAny();
        person.Name = Name.Clean();
        person.Email = Masking.Kept(Email.CleanOrNull(), person.Email, Masking.Email);
        person.Phone = Masking.Kept(Phone.CleanOrNull(), person.Phone, Masking.Phone);
        person.HiredOn = HiredOn;
        person.GradeId = GradeId;
        person.Birthday = Masking.IsMasked(Birthday) ? person.Birthday : Born;
        person.Hobbies = Hobbies.CleanOrNull();
        person.Strengths = Strengths.CleanOrNull();
        person.Skills = Skills.CleanOrNull();
        person.CareerGoal = CareerGoal.CleanOrNull();
    }
}

internal sealed record PlacementRequest : IChecked
{
    public required UnitId UnitId { get; init; }

    public required PositionId PositionId { get; init; }

    public PersonId? ManagerId { get; init; }

    /// <summary>First day there; the running placement ends the day before.</summary>
    public required DateOnly First { get; init; }

    public void Check(Check check) => check.Day("first", First);

    public async Task CheckReferences(AppDb db, Check check, string prefix, PersonId self, CancellationToken cancel)
    {
        check.That(await db.UnitCardsOn(First).AnyAsync(unit => unit.Id == UnitId && !unit.IsClosed, cancel), $"{prefix}unitId", "record.not-found");
        var end = await db.Set<UnitTerm>().AsNoTracking().Where(term => term.UnitId == UnitId && term.IsClosed && term.First > First).OrderBy(term => term.First).FirstOrDefaultAsync(cancel);
        check.That(end is null, $"{prefix}unitId", "organization.unit-closes", ("name", end?.Name), ("day", end?.First));
        check.That(await db.Set<Position>().AnyAsync(position => position.Id == PositionId, cancel), $"{prefix}positionId", "record.not-found");
        check.That(ManagerId != self, $"{prefix}managerId", "organization.own-manager");
        check.That(ManagerId is null || await db.Set<Person>().AnyAsync(person => person.Id == ManagerId, cancel), $"{prefix}managerId", "record.not-found");
    }

    public Membership For(PersonId person) => new()
    {
        Id = Id.New<MembershipId>(),
        PersonId = person,
        UnitId = UnitId,
        PositionId = PositionId,
        ManagerId = ManagerId,
        First = First,
    };
}

/// <summary>POST /api/people</summary>
internal static class AddPerson
{
    public sealed record Request : FileRequest
    {
        /// <summary>Left out, the next employee number is given.</summary>
        public string? Number { get; init; }

        public required PlacementRequest Placement { get; init; }

        /// <summary>For those who may see it of everybody.</summary>
        public PrivateFields? Private { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
            check.Day("placement.first", Placement.First);
            Private?.Check(check, "private.");
        }
    }

    public static async Task<Created<Saved<PersonId>>> Handle(
        Request request, AppDb db, Caller caller, NumberSequences numbers, CustomValues<PersonId> fields, CompanyClock clock, CancellationToken cancel)
    {
        // A new person is nobody's subordinate yet, so only who edits everybody may bring one in.
        if (caller.ScopeOf(OrganizationPermissions.EditPeople) != Scope.All)
        {
            throw OrganizationPermissions.EditPeople.Missing();
        }

        if (request.Private is not null && caller.ScopeOf(OrganizationPermissions.PrivateData) != Scope.All)
        {
            throw OrganizationPermissions.PrivateData.Missing();
        }

        var number = request.Number.CleanOrNull();
        var id = Id.New<PersonId>();
        var check = new Check();
        check.That(number is null || !await db.Set<Person>().AnyAsync(person => person.Number == number, cancel), "number", "record.number-taken", ("number", number));
        await request.Placement.CheckReferences(db, check, "placement.", id, cancel);
        await request.CheckGrade(db, check, cancel);
        var custom = await fields.Check(request, null, clock.Today, check, cancel);
        check.ThrowIfAny();

        var person = new Person
        {
            Id = id,
            Number = number ?? await numbers.Take("people", db.Set<Person>().Select(person => person.Number), cancel),
            Name = request.Name,
            HiredOn = request.HiredOn,
        };
        request.Into(person);
        request.Private?.Into(person);
        person.Memberships.Add(request.Placement.For(person.Id));
        db.Add(person);
        await fields.Write(custom, person.Id, null, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/people/{person.Id}", new Saved<PersonId>(person.Id, person.Version));
    }
}

/// <summary>PUT /api/people/{id}</summary>
internal static class EditPerson
{
    public sealed record Request : FileRequest
    {
        /// <summary>Last day of work.</summary>
        public DateOnly? LeftOn { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.Period("hiredOn", HiredOn, LeftOn);
        }
    }

    public static async Task<Saved<PersonId>> Handle(
        PersonId id, Request request, IfMatch seen, AppDb db, Reach reach, CustomValues<PersonId> fields, CancellationToken cancel)
    {
        var person = await db.Set<Person>().VisibleTo(reach, OrganizationPermissions.EditPeople)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(person, seen);
        var check = new Check();
        await request.CheckGrade(db, check, cancel);
        var custom = await fields.Check(request, id, person.HiredOn, check, cancel);
        check.ThrowIfAny();
        request.Into(person);
        person.LeftOn = request.LeftOn;
        await fields.Write(custom, id, person, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<PersonId>(person.Id, person.Version);
    }
}

/// <summary>POST /api/people/{id}/placements: from that day he is there.</summary>
internal static class PlacePerson
{
    public static async Task<Saved<PersonId>> Handle(
        PersonId id, PlacementRequest request, IfMatch seen, AppDb db, Reach reach, Followers followers, CancellationToken cancel)
    {
        // A re-organisation that moves him at the same time waits here, or is waited for.
        await db.LockPerson(id, cancel);
        var person = await db.Set<Person>().Include(person => person.Memberships).VisibleTo(reach, OrganizationPermissions.EditPeople)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(person, seen);
        var check = new Check();
        await request.CheckReferences(db, check, "", id, cancel);
        check.That(request.First >= person.HiredOn, "first", "organization.before-hire", ("day", person.HiredOn));
        check.ThrowIfAny();

        var onFile = person.Memberships.ConvertAll(membership => new Stay(membership.First, membership.Last));
        var placed = Placing.Place(onFile, request.First);
        if (placed.InTheWay is { } later)
        {
            throw Refusal.Faulty([Fault.At("first", "organization.placement-in-the-way", ("day", later))]);
        }

        if (placed.Ended is { } ended)
        {
            person.Memberships[ended.Index].Last = ended.Last;
        }

        var membership = request.For(id);
        db.Add(membership);
        // The person is the record that people look at, so it is the person's version that moves.
        db.Entry(person).Property(person => person.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await followers.Follow([id], request.First.AddDays(-1), cancel);
        return new Saved<PersonId>(person.Id, person.Version);
    }
}
