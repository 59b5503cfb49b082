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
    public CreditStanding Standing { get; set; } = Blank;

    private static readonly CreditStanding Blank = new(null, null, Money.Zero, null, CreditVerdict.NoLimit, OverLimit.Allow);

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
        if (filter.Verdict is not { } verdict)
        {
            return rows;
        }

        // Worked out, so asked of all of them first. One parameter, however many they are.
        var all = await rows.ToListAsync(cancel);
        await Tell(all, book, clock, cancel);
        var fitting = all.Where(row => row.Standing.Verdict == verdict).Select(row => row.Id).ToList();
        return rows.Where(row => EF.Parameter(fitting).Contains(row.Id));
    }

    private static async Task Tell(IReadOnlyList<CreditRow> rows, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        var open = (await book.Open([.. rows.Select(row => row.Id)], cancel)).ToLookup(one => one.Customer);
        var (spec, today) = (await book.Spec(cancel), clock.Today);
        foreach (var row in rows)
        {
            row.Standing = CreditRule.Of(row.Facts, spec, CreditBook.Sum(open[row.Id]), today);
        }
    }
}
