using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Credit;

internal sealed record CreditRow
{
    public required CustomerId Id { get; init; }

    public required string Number { get; init; }

    public required string CustomerName { get; init; }

    public string? OwnerName { get; init; }

    public string? Rating { get; init; }

    /// <summary>His own, as a file takes it.</summary>
    public Money? Limit { get; init; }

    public int? TermDays { get; init; }

    public bool IsHeld { get; init; }

    public DateOnly? HeldUntil { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    /// <summary>What holds, own or of the rating; and how he stands with it.</summary>
    public StandingView Standing { get; set; } = Blank;

    private static readonly StandingView Blank = new(null, null, null, null, null, OverLimit.Allow);

    internal CreditFacts Facts => new(Rating, Limit, TermDays, IsHeld, HeldUntil);
}

/// <summary>GET /api/customer-credits, GET /api/customer-credits/export: the customers one sees of whose credit something was decided; the file can be imported.</summary>
internal static class ListCredits
{
    public sealed class Filter : IChecked
    {
        public string? Rating { get; init; }

        public CreditVerdict? Verdict { get; init; }

        public PersonId? Owner { get; init; }
    }

    private static readonly ListSpec<CreditRow> Spec = new ListSpec<CreditRow>("customer-credits", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("rating", row => row.Rating)
        .Column("limit", row => row.Limit)
        .Column("termDays", row => row.TermDays)
        .ExportColumn("holdingLimit", row => row.Standing.Limit)
        .ExportColumn("used", row => row.Standing.Used)
        .ExportColumn("available", row => row.Standing.Available)
        .ExportColumn("verdict", row => row.Standing.Verdict)
        .Column("heldUntil", row => row.HeldUntil)
        .Column("at", row => row.At)
        .ExportColumn("reason", row => row.Reason)
        .SortedBy("customerName");

    public static async Task<ListPage<CreditRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        var page = await Spec.Page(await Rows(query, filter, db, reach, book, clock, cancel), query, db, cancel);
        await Tell(page.Items, book, clock, cancel);
        return page;
    }

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        var rows = await Spec.Sort(await Rows(query, filter, db, reach, book, clock, cancel), query.Sort, db).ToListAsync(cancel);
        await Tell(rows, book, clock, cancel);
        await ExportList.Write(http, db, Spec, rows, cancel);
    }

    private static async Task<IQueryable<CreditRow>> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        var customers = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        if (query.Q.CleanOrNull() is { } words)
        {
            customers = customers.Matching(db, words);
        }

        if (filter.Owner is { } owner)
        {
            customers = customers.Where(customer => customer.OwnerId == owner);
        }

        var (credits, people) = (db.Set<CustomerCredit>().AsNoTracking(), db.PersonCards);
        if (filter.Rating.CleanOrNull() is { } rating)
        {
            credits = credits.Where(credit => credit.Rating == rating);
        }

        var rows = customers.Join(credits, customer => customer.Id, credit => credit.NowFor, (customer, credit) => new CreditRow
        {
            Id = customer.Id,
            Number = customer.Number,
            CustomerName = customer.Name,
            OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Rating = credit.Rating,
            Limit = credit.Limit,
            TermDays = credit.TermDays,
            IsHeld = credit.IsHeld,
            HeldUntil = credit.HeldUntil,
            At = credit.At,
            Reason = credit.Reason,
        });
        return filter.Verdict is { } verdict ? await Standing(rows, verdict, book, clock.Today, cancel) : rows;
    }

    /// <summary>Who is held or has no limit is told by the decision alone; who is near or over owes something, and only those are worked out.</summary>
    private static async Task<IQueryable<CreditRow>> Standing(IQueryable<CreditRow> rows, CreditVerdict verdict, CreditBook book, DateOnly today, CancellationToken cancel)
    {
        if (verdict == CreditVerdict.Held)
        {
            return rows.Where(row => row.IsHeld && (row.HeldUntil == null || row.HeldUntil >= today));
        }

        var spec = await book.Spec(cancel);
        var limiting = spec.Ratings.Where(rating => rating.Limit is not null).Select(rating => rating.Code).ToList();
        rows = rows.Where(row => !row.IsHeld || row.HeldUntil < today);
        if (verdict == CreditVerdict.NoLimit)
        {
            return rows.Where(row => row.Limit == null && (row.Rating == null || !limiting.Contains(row.Rating)));
        }

        var told = book.Told();
        rows = rows.Where(row => (row.Limit != null || (row.Rating != null && limiting.Contains(row.Rating))) && told.Any(customer => customer.Id == row.Id));
        var owed = await book.Owed(rows.Select(row => row.Id), cancel);
        List<CustomerId> owing = [.. owed.Keys];
        var facts = await rows.Where(row => EF.Parameter(owing).Contains(row.Id)).Select(row => new { row.Id, row.Rating, row.Limit }).ToListAsync(cancel);
        var of = facts.ToLookup(row => CreditRule.Of(new CreditFacts(row.Rating, row.Limit, null, false, null), spec, owed[row.Id], today).Verdict, row => row.Id);
        // One parameter, however many they are.
        var (near, over) = (of[CreditVerdict.Near].ToList(), of[CreditVerdict.Over].ToList());
        return verdict switch
        {
            CreditVerdict.Near => rows.Where(row => EF.Parameter(near).Contains(row.Id)),
            CreditVerdict.Over => rows.Where(row => EF.Parameter(over).Contains(row.Id)),
            _ => rows.Where(row => !EF.Parameter(near).Contains(row.Id) && !EF.Parameter(over).Contains(row.Id)),
        };
    }

    private static async Task Tell(IReadOnlyList<CreditRow> rows, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        List<CustomerId> ids = [.. rows.Select(row => row.Id)];
        var (owed, spec, today) = (await book.Owed(ids, cancel), await book.Spec(cancel), clock.Today);
        var told = await book.Told().Where(customer => EF.Parameter(ids).Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var figured = await book.Figured().Where(customer => EF.Parameter(ids).Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        foreach (var row in rows)
        {
            row.Standing = StandingView.Of(CreditRule.Of(row.Facts, spec, owed.GetValueOrDefault(row.Id), today), told.Contains(row.Id), figured.Contains(row.Id));
        }
    }
}
