using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Records;

/// <summary>What is entered of a customer record.</summary>
internal sealed record RecordFields : IChecked
{
    public ContactId? ContactId { get; init; }

    public required string Text { get; init; }

    public string? Evasion { get; init; }

    public InterestLevel? Interest { get; init; }

    public Rate? SuccessRate { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public string? PaymentTime { get; init; }

    public void Check(Check check)
    {
        check.Text("text", Text, 2000, lines: true);
        check.OptionalText("evasion", Evasion, 200);
        check.OptionalText("paymentTime", PaymentTime, 100);
        if (SuccessRate is { } rate)
        {
            check.Fraction("successRate", rate);
        }

        if (ConfirmedOn is { } day)
        {
            check.Day("confirmedOn", day);
        }
    }

    public void WriteTo(CustomerRecord record)
    {
        record.ContactId = ContactId;
        record.Text = Text.Clean();
        record.Evasion = Evasion.CleanOrNull();
        record.Interest = Interest;
        record.SuccessRate = SuccessRate;
        record.ConfirmedOn = ConfirmedOn;
        record.PaymentTime = PaymentTime.CleanOrNull();
    }

    /// <summary>The contact is one of this customer's.</summary>
    public async Task CheckContact(CustomerId customer, AppDb db, CancellationToken cancel)
    {
        var check = new Check();
        check.That(ContactId is null || await db.Set<Contact>().AnyAsync(contact => contact.Id == ContactId && contact.CustomerId == customer, cancel), "contactId", "record.not-found");
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/customers/{id}/records: what he passed on, and what is made of it; by whom and when is not entered.</summary>
internal static class AddRecord
{
    public static async Task<Created<Saved<CustomerRecordId>>> Handle(CustomerId id, RecordFields request, AppDb db, Reach reach, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        await db.CustomerToEdit(id, reach, cancel);
        await request.CheckContact(id, db, cancel);
        var record = new CustomerRecord
        {
            Id = Id.New<CustomerRecordId>(),
            CustomerId = id,
            // It counts for somebody: an account without a person writes none.
            AuthorId = caller.Person ?? throw Refusal.Conflict("customers.no-person"),
            At = clock.Now,
            Day = clock.Today,
            Text = request.Text,
        };
        request.WriteTo(record);
        db.Add(record);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customer-records/{record.Id}", new Saved<CustomerRecordId>(record.Id, record.Version));
    }
}

/// <summary>PUT /api/customer-records/{id}: by its author, on the day on which he wrote it.</summary>
internal static class EditRecord
{
    public static async Task<Saved<CustomerRecordId>> Handle(CustomerRecordId id, RecordFields request, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var record = await db.OwnRecord(id, reach, clock, cancel);
        db.Expect(record, seen);
        await request.CheckContact(record.CustomerId, db, cancel);
        request.WriteTo(record);
        await db.SaveChangesAsync(cancel);
        return new Saved<CustomerRecordId>(record.Id, record.Version);
    }
}

/// <summary>DELETE /api/customer-records/{id}: as an edit.</summary>
internal static class RemoveRecord
{
    public static async Task<NoContent> Handle(CustomerRecordId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        db.Remove(await db.OwnRecord(id, reach, clock, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal sealed record RecordRow
{
    public required CustomerRecordId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public ContactId? ContactId { get; init; }

    public string? ContactName { get; init; }

    public required string Text { get; init; }

    public string? Evasion { get; init; }

    public InterestLevel? Interest { get; init; }

    public Rate? SuccessRate { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public string? PaymentTime { get; init; }

    public required int Version { get; init; }

    /// <summary>The caller wrote it today, and may still change it.</summary>
    public required bool CanEdit { get; init; }
}

/// <summary>GET /api/customer-records: what was written about the customers one sees, the newest first.</summary>
internal static class ListRecords
{
    public sealed class Filter : IChecked
    {
        public CustomerId? Customer { get; init; }

        public PersonId? Author { get; init; }

        public InterestLevel? Interest { get; init; }

        /// <summary>First and last day, both included.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check) => check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
    }

    private static readonly ListSpec<RecordRow> Spec = new ListSpec<RecordRow>("customer-records", row => row.Id)
        .Column("at", row => row.At)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("authorName", row => row.AuthorName)
        .NameColumn("contactName", row => row.ContactName)
        .ExportColumn("text", row => row.Text)
        .ExportColumn("evasion", row => row.Evasion)
        .Column("interest", row => row.Interest)
        .Column("successRate", row => row.SuccessRate)
        .Column("confirmedOn", row => row.ConfirmedOn)
        .ExportColumn("paymentTime", row => row.PaymentTime)
        .SortedBy("-at");

    public static async Task<ListPage<RecordRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach, clock.Today), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach, clock.Today), query.Sort, cancel);

    private static IQueryable<RecordRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, DateOnly today)
    {
        var records = db.Set<CustomerRecord>().AsNoTracking();
        records = filter.Customer is { } of ? records.Where(record => record.CustomerId == of) : records;
        records = filter.Author is { } author ? records.Where(record => record.AuthorId == author) : records;
        records = filter.Interest is { } interest ? records.Where(record => record.Interest == interest) : records;
        records = filter.From is { } from ? records.Where(record => record.Day >= from) : records;
        records = filter.To is { } to ? records.Where(record => record.Day <= to) : records;
        records = query.Pattern is { } pattern ? records.Where(record => EF.Functions.Like(record.Text.ToLower(), pattern, @"\")) : records;
        var (me, people, contacts) = (reach.Caller.Person, db.PersonCards, db.Set<Contact>());
        return records.Join(db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read), record => record.CustomerId, customer => customer.Id, (record, customer) => new RecordRow
        {
            Id = record.Id,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Day = record.Day,
            At = record.At,
            AuthorId = record.AuthorId,
            AuthorName = people.Where(person => person.Id == record.AuthorId).Select(person => person.Name).FirstOrDefault(),
            ContactId = record.ContactId,
            ContactName = contacts.Where(contact => contact.Id == record.ContactId).Select(contact => contact.Name).FirstOrDefault(),
            Text = record.Text,
            Evasion = record.Evasion,
            Interest = record.Interest,
            SuccessRate = record.SuccessRate,
            ConfirmedOn = record.ConfirmedOn,
            PaymentTime = record.PaymentTime,
            Version = record.Version,
            CanEdit = me != null && record.AuthorId == me && record.Day == today,
        });
    }
}

internal static class RecordsOf
{
    /// <summary>Refuses a customer the caller may not edit, and holds him: nobody merges him while something is written to him.</summary>
    public static async Task CustomerToEdit(this AppDb db, CustomerId id, Reach reach, CancellationToken cancel)
    {
        if (!await db.HoldCustomer(id, cancel) || !await db.MayEditCustomer(id, reach, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }
    }

    /// <summary>What deeds upon a customer ask, and so what tells of them asks too: co-owners may where the house lets them.</summary>
    public static Task<bool> MayEditCustomer(this AppDb db, CustomerId id, Reach reach, CancellationToken cancel) =>
        db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit).AnyAsync(customer => customer.Id == id, cancel);

    public static async Task<CustomerRecord> OwnRecord(this AppDb db, CustomerRecordId id, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var customers = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read);
        var record = await db.Set<CustomerRecord>().FirstOrDefaultAsync(record => record.Id == id && customers.Any(customer => customer.Id == record.CustomerId), cancel)
            ?? throw Refusal.NotFound("record.not-found");
        return record.AuthorId != reach.Caller.Person ? throw Refusal.Conflict("customers.record-not-yours")
            : record.Day != clock.Today ? throw Refusal.Conflict("customers.record-closed") : record;
    }
}
