using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Contacts;

internal sealed record ContactDayView
{
    public required ContactDayKind Kind { get; init; }

    public string? Name { get; init; }

    public required DayCalendar Calendar { get; init; }

    public int? Year { get; init; }

    public required int Month { get; init; }

    public required int Day { get; init; }

    public bool IsLeap { get; init; }

    public DateOnly? NextOn { get; init; }

    /// <summary>How old, or how long ago, on that next day.</summary>
    public int? Years { get; init; }
}

internal sealed record ContactView
{
    public required ContactId Id { get; init; }

    public required string Name { get; init; }

    public string? Department { get; init; }

    public string? Position { get; init; }

    public DecisionRole? Role { get; init; }

    /// <summary>Masked unless the caller looks after the customer.</summary>
    public string? Mobile { get; init; }

    public string? Phone { get; init; }

    /// <summary>As the mobile.</summary>
    public string? Email { get; init; }

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Remark { get; init; }

    public required bool HasLeft { get; init; }

    public required IReadOnlyList<ContactDayView> Days { get; init; }

    public required int Version { get; init; }

    /// <summary><c>edit</c>, <c>delete</c>, <c>reveal</c>.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/customers/{id}/contacts: those still there first.</summary>
internal static class ReadContacts
{
    public sealed record View(IReadOnlyList<ContactView> Items, int Total, IReadOnlyList<string> Can);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => customer.Id == id)
            .Select(customer => new { customer.OwnerId, customer.TerritoryId }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        var keeps = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit).AnyAsync(one => one.Id == id, cancel);
        var reveals = !keeps && await reach.Covers(customer.OwnerId, customer.TerritoryId, CustomersPermissions.RevealContacts, cancel);
        var contacts = await db.Set<Contact>().AsNoTracking().Include(contact => contact.Days).Where(contact => contact.CustomerId == id)
            .OrderBy(contact => contact.HasLeft).ThenBy(contact => contact.CreatedAt).ThenBy(contact => contact.Id).ToListAsync(cancel);
        return new View([.. contacts.Select(contact => ViewOf(contact, clock.Today, keeps, reveals))], contacts.Count, keeps ? ["add"] : []);
    }

    private static ContactView ViewOf(Contact contact, DateOnly today, bool keeps, bool reveals) => new()
    {
        Id = contact.Id,
        Name = contact.Name,
        Department = contact.Department,
        Position = contact.Position,
        Role = contact.Role,
        Mobile = keeps ? contact.Mobile : Covered.Mobile(contact.Mobile),
        Phone = contact.Phone,
        Email = keeps ? contact.Email : Covered.Email(contact.Email),
        Hobbies = contact.Hobbies,
        Strengths = contact.Strengths,
        Remark = contact.Remark,
        HasLeft = contact.HasLeft,
        Days = [.. contact.Days.OrderBy(day => day.Line).Select(day => DayOf(day, today))],
        Version = contact.Version,
        Can = keeps ? ["edit", "delete"] : reveals ? ["reveal"] : [],
    };

    private static ContactDayView DayOf(ContactDay day, DateOnly today)
    {
        var next = day.Yearly.Next(today);
        return new ContactDayView
        {
            Kind = day.Kind,
            Name = day.Name,
            Calendar = day.Calendar,
            Year = day.Year,
            Month = day.Month,
            Day = day.Day,
            IsLeap = day.IsLeap,
            NextOn = next,
            Years = next is { } on ? day.Yearly.YearsOn(on) : null,
        };
    }
}

/// <summary>POST /api/customer-contacts/{id}/reveal: what is masked in full, and a line in the trail of who asked for whose.</summary>
internal static class RevealContact
{
    public enum Field
    {
        Mobile,
        Email,
    }

    public sealed record Request : IChecked
    {
        public required Field Field { get; init; }

        public void Check(Check check) => check.That(Enum.IsDefined(Field), "field", "field.not-valid");
    }

    public sealed record View(string? Value);

    public static async Task<View> Handle(ContactId id, Request request, AppDb db, Reach reach, AuditNotes notes, CancellationToken cancel)
    {
        var contact = await db.Contacts(reach, CustomersPermissions.Read, CustomersPermissions.RevealContacts).AsNoTracking().FirstOrDefaultAsync(contact => contact.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        notes.Add("customers_contact", id.ToString(), "revealed", request.Field == Field.Mobile ? "mobile" : "email");
        await db.SaveChangesAsync(cancel);
        return new View(request.Field == Field.Mobile ? contact.Mobile : contact.Email);
    }
}

internal sealed record ContactRow
{
    public required ContactId Id { get; init; }

    public required string Name { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public string? OwnerName { get; init; }

    public string? Department { get; init; }

    public string? Position { get; init; }

    public DecisionRole? Role { get; init; }

    public required bool HasLeft { get; init; }

    /// <summary>The nearest of his days.</summary>
    public DateOnly? NextOn { get; init; }

    public ContactDayKind? NextKind { get; init; }
}

/// <summary>GET /api/customer-contacts, GET /api/customer-contacts/export: everybody at the customers one sees, with the next of their days.</summary>
internal static class ListContacts
{
    public sealed class Filter : IChecked
    {
        public PersonId? Owner { get; init; }

        public DecisionRole? Role { get; init; }

        /// <summary>Those with a day in that many days from today on, today included.</summary>
        public int? Within { get; init; }

        public void Check(Check check) => check.That(Within is null or (>= 0 and <= 366), "within", "field.range", ("min", 0), ("max", 366));
    }

    private static readonly ListSpec<ContactRow> Spec = new ListSpec<ContactRow>("contacts", row => row.Id)
        .NameColumn("name", row => row.Name)
        .NameColumn("customerName", row => row.CustomerName)
        .Column("department", row => row.Department)
        .Column("position", row => row.Position)
        .Column("role", row => row.Role)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("nextOn", row => row.NextOn)
        .Column("nextKind", row => row.NextKind)
        .SortedBy("name");

    public static async Task<ListPage<ContactRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach, clock.Today), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach, clock.Today), query.Sort, cancel);

    private static IQueryable<ContactRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, DateOnly today)
    {
        var contacts = db.Contacts(reach, CustomersPermissions.Read).AsNoTracking().Where(contact => !contact.HasLeft);
        if (query.Pattern is { } pattern)
        {
            contacts = contacts.Where(contact => EF.Functions.Like(contact.Name.ToLower(), pattern, @"\"));
        }

        if (filter.Role is { } role)
        {
            contacts = contacts.Where(contact => contact.Role == role);
        }

        if (filter.Within is { } days)
        {
            var last = today.AddDays(days);
            contacts = contacts.Where(contact => contact.Days.Any(day => day.NextOn >= today && day.NextOn <= last));
        }

        var customers = db.Set<Customer>().AsNoTracking();
        if (filter.Owner is { } owner)
        {
            customers = customers.Where(customer => customer.OwnerId == owner);
        }

        var people = db.PersonCards;
        return contacts.Join(customers, contact => contact.CustomerId, customer => customer.Id, (contact, customer) => new ContactRow
        {
            Id = contact.Id,
            Name = contact.Name,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Department = contact.Department,
            Position = contact.Position,
            Role = contact.Role,
            HasLeft = contact.HasLeft,
            NextOn = contact.Days.Where(day => day.NextOn >= today).OrderBy(day => day.NextOn).Select(day => day.NextOn).FirstOrDefault(),
            NextKind = contact.Days.Where(day => day.NextOn >= today).OrderBy(day => day.NextOn).Select(day => (ContactDayKind?)day.Kind).FirstOrDefault(),
        });
    }
}

/// <summary>Each night: a day that was kept comes round again.</summary>
internal sealed class TurnContactDays(AppDb db, CompanyClock clock) : Platform.Jobs.IRecurringJob
{
    private const int DaysAtOnce = 500;

    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        for (var turned = DaysAtOnce; turned == DaysAtOnce;)
        {
            turned = await db.InTransaction(async () =>
            {
                var passed = await db.Set<ContactDay>().AsNoTracking().Where(day => day.NextOn < today).OrderBy(day => day.NextOn).Take(DaysAtOnce).ToListAsync(cancel);
                foreach (var day in passed)
                {
                    // The calendar moved on, nobody changed anything: the trail is not told.
                    var next = day.Yearly.Next(today);
                    await db.Set<ContactDay>().Where(same => same.ContactId == day.ContactId && same.Line == day.Line)
                        .ExecuteUpdateAsync(set => set.SetProperty(same => same.NextOn, next), cancel);
                }

                return passed.Count;
            }, cancel);
        }
    }
}
