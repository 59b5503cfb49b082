using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Contacts;

/// <summary>A day as it is entered and shown.</summary>
internal sealed record ContactDayFields
{
    public required ContactDayKind Kind { get; init; }

    public string? Name { get; init; }

    public required DayCalendar Calendar { get; init; }

    public int? Year { get; init; }

    public required int Month { get; init; }

    public required int Day { get; init; }

    public bool IsLeap { get; init; }

    public YearlyDay Yearly => new(Calendar, Month, Day, IsLeap, Year);
}

/// <summary>What is entered of a contact.</summary>
internal sealed record ContactFields : IChecked
{
    private const int MostDays = 10;

    public required string Name { get; init; }

    public string? Department { get; init; }

    public string? Position { get; init; }

    public DecisionRole? Role { get; init; }

    public string? Mobile { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Remark { get; init; }

    public bool HasLeft { get; init; }

    public IReadOnlyList<ContactDayFields> Days { get; init; } = [];

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("department", Department, 60);
        check.OptionalText("position", Position, 60);
        check.Phone("mobile", Mobile);
        check.Phone("phone", Phone);
        check.Email("email", Email);
        check.OptionalText("hobbies", Hobbies, 200);
        check.OptionalText("strengths", Strengths, 200);
        check.OptionalText("remark", Remark, 1000, lines: true);
        check.That(Days.Count <= MostDays, "days", "field.too-many", ("max", MostDays));
        for (var i = 0; i < Math.Min(Days.Count, MostDays); i++)
        {
            check.OptionalText($"days[{i}].name", Days[i].Name, 60);
            check.That(Days[i].Kind != ContactDayKind.Other || !string.IsNullOrWhiteSpace(Days[i].Name), $"days[{i}].name", "field.required");
            check.That(Days[i].Yearly.Exists, $"days[{i}].day", "customers.no-such-day");
        }
    }

    /// <summary>A wedding may be ahead; who is born is born.</summary>
    public void CheckDays(DateOnly today)
    {
        var check = new Check();
        foreach (var (i, day) in Days.Index())
        {
            check.That(day.Kind != ContactDayKind.Birthday || !(day.Yearly.First > today), $"days[{i}].day", "customers.birthday-ahead");
        }

        check.ThrowIfAny();
    }

    public void WriteTo(Contact contact, DateOnly today)
    {
        contact.Name = Name.Clean();
        contact.Department = Department.CleanOrNull();
        contact.Position = Position.CleanOrNull();
        contact.Role = Role;
        contact.Mobile = Mobile.CleanOrNull();
        contact.Phone = Phone.CleanOrNull();
        contact.Email = Email.CleanOrNull();
        contact.Hobbies = Hobbies.CleanOrNull();
        contact.Strengths = Strengths.CleanOrNull();
        contact.Remark = Remark.CleanOrNull();
        contact.HasLeft = HasLeft;
        contact.Days.AddRange(Days.Select((day, i) => ContactDay.Of(contact.Id, i + 1, day.Kind, day.Yearly, today, day.Name.CleanOrNull())));
    }
}

/// <summary>POST /api/customers/{id}/contacts</summary>
internal static class AddContact
{
    public static async Task<Created<Saved<ContactId>>> Handle(CustomerId id, ContactFields request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        await db.CustomerToEdit(id, reach, cancel);
        request.CheckDays(clock.Today);
        var contact = new Contact { Id = Id.New<ContactId>(), CustomerId = id, Name = request.Name, CreatedAt = clock.Now };
        request.WriteTo(contact, clock.Today);
        db.Add(contact);
        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, [id], clock.Today, cancel);
        await KeepContactKeys.Of(db, [id], cancel);
        return TypedResults.Created($"/api/customer-contacts/{contact.Id}", new Saved<ContactId>(contact.Id, contact.Version));
    }
}

/// <summary>PUT /api/customer-contacts/{id}</summary>
internal static class EditContact
{
    public static async Task<Saved<ContactId>> Handle(ContactId id, ContactFields request, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var contact = await db.Contacts(reach, CustomersPermissions.Edit).Include(contact => contact.Days).FirstOrDefaultAsync(contact => contact.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(contact, seen);
        request.CheckDays(clock.Today);
        db.RemoveRange(contact.Days);
        await db.SaveChangesAsync(cancel);
        request.WriteTo(contact, clock.Today);
        // The days alone may have changed: the contact is another one all the same.
        db.Entry(contact).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, [contact.CustomerId], clock.Today, cancel);
        await KeepContactKeys.Of(db, [contact.CustomerId], cancel);
        return new Saved<ContactId>(contact.Id, contact.Version);
    }
}

/// <summary>DELETE /api/customer-contacts/{id}: for a mistaken entry; who has left is marked so.</summary>
internal static class RemoveContact
{
    public static async Task<NoContent> Handle(ContactId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var contact = await db.Contacts(reach, CustomersPermissions.Edit).Include(contact => contact.Days).FirstOrDefaultAsync(contact => contact.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Remove(contact);
        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, [contact.CustomerId], clock.Today, cancel);
        await KeepContactKeys.Of(db, [contact.CustomerId], cancel);
        return TypedResults.NoContent();
    }
}

internal static class ContactsOf
{
    /// <summary>The contacts of customers for whom the caller has all of these permissions.</summary>
    public static IQueryable<Contact> Contacts(this AppDb db, Reach reach, params IEnumerable<Permission> permissions)
    {
        var customers = permissions.Aggregate(db.Set<Customer>().AsQueryable(), (seen, permission) => seen.VisibleTo(reach, permission)).Select(customer => customer.Id);
        return db.Set<Contact>().Where(contact => customers.Contains(contact.CustomerId));
    }
}
