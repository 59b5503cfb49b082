using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Care;

internal sealed record CareRow
{
    public required CareItemId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    /// <summary>Masked unless the caller looks after the customer.</summary>
    public string? Phone => SeesPhone ? FullPhone : Covered.Mobile(FullPhone);

    /// <summary>A code of the kinds: GET /api/care-words.</summary>
    public required string Kind { get; init; }

    public required CareState State { get; init; }

    /// <summary>When it is due; of one that is closed, when that was.</summary>
    public required DateOnly On { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? OccasionOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>To how many superiors it has gone.</summary>
    public required int Level { get; init; }

    public string? Grade { get; init; }

    /// <summary>Whose duty it is.</summary>
    public string? PersonName { get; init; }

    public string? ClosedByName { get; init; }

    public string? ContactName { get; init; }

    public int? Score { get; init; }

    public Money? Budget { get; init; }

    /// <summary>Null to who may not know what care costs.</summary>
    public Money? Cost => SeesCost ? Gift + Banquet + Travel + Other : null;

    public string? Result { get; init; }

    public string? Note { get; init; }

    public required int Version { get; init; }

    internal string? FullPhone { get; init; }

    internal bool SeesPhone { get; init; }

    // Not told, but what the cost is made of.
    internal bool SeesCost { get; init; }

    internal Money Gift { get; init; }

    internal Money Banquet { get; init; }

    internal Money Travel { get; init; }

    internal Money Other { get; init; }
}

/// <summary>GET /api/care-items, /api/care-items/export: of the customers one sees, and those one is the sponsor of.</summary>
internal static class ListCare
{
    private static readonly ListSpec<CareRow> Spec = Columns(code => code);

    public static async Task<ListPage<CareRow>> Handle([AsParameters] ListQuery query, [AsParameters] CareFilter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, reach, clock.Today, cancel), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] CareFilter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var kinds = await ReadCareWords.ByCode(db, clock.Today, cancel);
        var english = Languages.Of(http) == Languages.English;
        var named = Columns(code => kinds.GetValueOrDefault(code) is { } kind ? english ? kind.NameEn : kind.Name : code);
        await ExportList.Write(http, db, named, await Rows(query, filter, db, reach, clock.Today, cancel), query.Sort, cancel);
    }

    private static ListSpec<CareRow> Columns(Func<string, string> kind) => new ListSpec<CareRow>("care-items", row => row.Id)
        .NameColumn("customerName", row => row.CustomerName)
        .ExportColumn("kindName", row => kind(row.Kind))
        .Column("state", row => row.State)
        .Column("on", row => row.On)
        .Column("dueOn", row => row.DueOn)
        .Column("occasionOn", row => row.OccasionOn)
        .Column("closedOn", row => row.ClosedOn)
        .Column("level", row => row.Level)
        .Column("grade", row => row.Grade)
        .NameColumn("personName", row => row.PersonName)
        .NameColumn("closedByName", row => row.ClosedByName)
        .ExportColumn("contactName", row => row.ContactName)
        .Column("score", row => row.Score)
        .Column("budget", row => row.Budget)
        .ExportColumn("cost", row => row.Cost)
        .ExportColumn("result", row => row.Result)
        // What is to be done, as it falls due; then what was done, the latest first.
        .SortedBy(rows => rows.OrderBy(row => row.ClosedOn != null).ThenBy(row => row.ClosedOn == null ? row.DueOn : (DateOnly?)null).ThenByDescending(row => row.ClosedOn));

    private static async Task<IQueryable<CareRow>> Rows(ListQuery query, CareFilter filter, AppDb db, Reach reach, DateOnly today, CancellationToken cancel)
    {
        var items = await db.CareSeen(reach).AsNoTracking().Narrowed(filter, db, reach, today, cancel);
        var customers = db.Set<Customer>().AsNoTracking();
        if (query.Q.CleanOrNull() is { } words)
        {
            customers = customers.Matching(db, words);
        }

        var (kept, keepsAll) = (db.Kept(reach), reach.KeepsAll());
        var (people, contacts, costly) = (db.PersonCards, db.Set<Contact>(), db.CareWithCosts(reach));
        return items.Join(customers, item => item.CustomerId, customer => customer.Id, (item, customer) => new CareRow
        {
            Id = item.Id,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            FullPhone = customer.Phone,
            SeesPhone = keepsAll || kept.Any(one => one.Id == customer.Id),
            Kind = item.Kind,
            State = item.State,
            On = item.ClosedOn ?? item.DueOn,
            DueOn = item.DueOn,
            OccasionOn = item.OccasionOn,
            ClosedOn = item.ClosedOn,
            IsOverdue = item.State == CareState.Open && item.DueOn < today,
            Level = item.Level,
            Grade = item.Grade,
            PersonName = people.Where(person => person.Id == (item.SponsorId ?? customer.OwnerId)).Select(person => person.Name).FirstOrDefault(),
            ClosedByName = people.Where(person => person.Id == item.ClosedById).Select(person => person.Name).FirstOrDefault(),
            ContactName = contacts.Where(contact => contact.Id == item.ContactId).Select(contact => contact.Name).FirstOrDefault(),
            Score = item.Score,
            Budget = item.Budget,
            SeesCost = costly.Any(one => one.Id == item.Id),
            Gift = item.GiftCost,
            Banquet = item.BanquetCost,
            Travel = item.TravelCost,
            Other = item.OtherCost,
            Result = item.Result,
            Note = item.Note,
            Version = item.Version,
        });
    }
}
