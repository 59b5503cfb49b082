using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.People;

internal sealed record PrivateFields : IChecked
{
    /// <summary>Sent back masked, as it was shown, it stays as it is; so do the others.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>A month: an amount.</summary>
    public string? BaseSalary { get; init; }

    public string? HomeAddress { get; init; }

    public void Check(Check check) => Check(check, "");

    public void Check(Check check, string prefix)
    {
        check.OptionalText($"{prefix}identityNumber", IdentityNumber, 18);
        check.That(string.IsNullOrEmpty(IdentityNumber) || Masking.IsMasked(IdentityNumber) || Rules.IdentityNumber.IsValid(IdentityNumber.Clean().ToUpperInvariant()),
            $"{prefix}identityNumber", "organization.identity-number");
        if (Salary is { } salary)
        {
            check.NotNegative($"{prefix}baseSalary", salary);
        }
        else
        {
            check.That(BaseSalary.CleanOrNull() is null || Masking.IsMasked(BaseSalary), $"{prefix}baseSalary", "field.not-money");
        }

        check.OptionalText($"{prefix}homeAddress", HomeAddress, 200);
    }

    private Money? Salary => Money.TryParse(BaseSalary.CleanOrNull(), out var amount) ? amount : null;

    public void Into(Person person)
    {
        var check = new Check();
        check.That(Masking.MayStay(IdentityNumber?.ToUpperInvariant(), Masking.Identity(person.IdentityNumber)), "identityNumber", "organization.identity-number");
        check.That(Masking.MayStay(BaseSalary, Masking.Whole(person.BaseSalary)), "baseSalary", "field.not-money");
        check.That(Masking.MayStay(HomeAddress, Masking.Whole(person.HomeAddress)), "homeAddress", "field.not-valid");
        check.ThrowIfAny();
        person.IdentityNumber = Masking.Kept(IdentityNumber.CleanOrNull()?.ToUpperInvariant(), person.IdentityNumber, Masking.Identity);
        person.BaseSalary = Masking.IsMasked(BaseSalary) ? person.BaseSalary : Salary;
        person.HomeAddress = Masking.Kept(HomeAddress.CleanOrNull(), person.HomeAddress, Masking.Whole);
    }
}

/// <summary>GET /api/people/{id}/private: what of his file is nobody's business but his own and that of those who need it.</summary>
internal static class ReadPrivateData
{
    public sealed record View : IHasVersion
    {
        /// <summary>Masked: 110***********1234 is shown as 110****1234.</summary>
        public string? IdentityNumber { get; init; }

        /// <summary>This and the address: **** where there is one, null where there is none.</summary>
        public string? BaseSalary { get; init; }

        public string? HomeAddress { get; init; }

        public required int Version { get; init; }

        public IReadOnlyList<string> Can { get; init; } = [];
    }

    public static async Task<View> Handle(PersonId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.PrivateData)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return new View
        {
            IdentityNumber = Masking.Identity(person.IdentityNumber),
            BaseSalary = Masking.Whole(person.BaseSalary),
            HomeAddress = Masking.Whole(person.HomeAddress),
            Version = person.Version,
            Can = await reach.Covers(id, OrganizationPermissions.EditPeople, cancel) ? ["edit"] : [],
        };
    }
}

/// <summary>PUT /api/people/{id}/private: for those who may both see it and edit him.</summary>
internal static class EditPrivateData
{
    public static async Task<Saved<PersonId>> Handle(PersonId id, PrivateFields request, IfMatch seen, AppDb db, Reach reach, CancellationToken cancel)
    {
        var person = await db.Set<Person>().VisibleTo(reach, OrganizationPermissions.PrivateData)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (!await reach.Covers(id, OrganizationPermissions.EditPeople, cancel))
        {
            throw OrganizationPermissions.EditPeople.Missing();
        }

        db.Expect(person, seen);
        request.Into(person);
        await db.SaveChangesAsync(cancel);
        return new Saved<PersonId>(person.Id, person.Version);
    }
}

/// <summary>POST /api/people/{id}/reveal: what is masked in full, and a line in the trail of who asked for whose.</summary>
internal static class RevealField
{
    public enum Field
    {
        Phone,
        Email,
        Birthday,
        IdentityNumber,
        BaseSalary,
        HomeAddress,
    }

    public sealed record Request : IChecked
    {
        public required Field Field { get; init; }

        public void Check(Check check) => check.That(Enum.IsDefined(Field), "field", "field.not-valid");
    }

    public sealed record View(string? Value);

    public static async Task<View> Handle(PersonId id, Request request, AppDb db, Reach reach, AuditNotes notes, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadPeople)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (request.Field is Field.IdentityNumber or Field.BaseSalary or Field.HomeAddress && !await reach.Covers(id, OrganizationPermissions.PrivateData, cancel))
        {
            throw OrganizationPermissions.PrivateData.Missing();
        }

        notes.Add("organization_person", id.ToString(), "revealed", JsonNamingPolicy.CamelCase.ConvertName(request.Field.ToString()));
        await db.SaveChangesAsync(cancel);
        return new View(request.Field switch
        {
            Field.Phone => person.Phone,
            Field.Email => person.Email,
            Field.Birthday => PersonView.Text(person.Birthday),
            Field.IdentityNumber => person.IdentityNumber,
            Field.BaseSalary => person.BaseSalary?.ToString(),
            _ => person.HomeAddress,
        });
    }
}
