using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Cards;

internal sealed record ReviewRow
{
    /// <summary>Of the customer.</summary>
    public required CustomerId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null, as all that follows but whose he was and whether it is done, of who is no longer the caller's to see.</summary>
    public string? Number { get; init; }

    public PersonId? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public required bool IsDone { get; init; }

    public ReviewTrend? Trend { get; init; }

    public string? AuthorName { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>GET /api/customer-reviews?month=2026-07: whose card of that month is written and whose is missing, of the customers one sees; of a past month with whose they were then.</summary>
internal static class ListReviews
{
    public sealed class Filter : IChecked
    {
        /// <summary>This one unless told.</summary>
        public Month? Month { get; init; }

        public PersonId? Owner { get; init; }

        public bool? Done { get; init; }
    }

    private static readonly ListSpec<ReviewRow> Spec = new ListSpec<ReviewRow>("customer-reviews", row => row.Id)
        .NameColumn("name", row => row.Name)
        .Column("number", row => row.Number)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("isDone", row => row.IsDone)
        .Column("trend", row => row.Trend)
        .NameColumn("authorName", row => row.AuthorName)
        .Column("at", row => row.At)
        .SortedBy("isDone");

    public static async Task<ListPage<ReviewRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, reach, clock, cancel), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(query, filter, db, reach, clock, cancel), query.Sort, cancel);

    private static async Task<IQueryable<ReviewRow>> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var month = filter.Month ?? Month.Of(clock.Today);
        var reviewed = await db.ToReview(month, reach, clock, cancel);
        if (filter.Owner is { } owner)
        {
            reviewed = reviewed.Where(one => one.OwnerId == owner);
        }

        if (query.Q.CleanOrNull() is { } words)
        {
            var found = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).Matching(db, words).Select(customer => customer.Id);
            // By what stands in his file he is found by who sees it.
            reviewed = reviewed.Where(one => found.Contains(one.Customer.Id) || (!one.IsSeen && one.Customer.Name.Contains(words)));
        }

        var cards = db.Set<ReviewCard>().Where(card => card.Month == month);
        if (filter.Done is { } done)
        {
            reviewed = reviewed.Where(one => cards.Any(card => card.CustomerId == one.Customer.Id && (one.IsSeen || card.AuthorId == one.OwnerId)) == done);
        }

        var people = db.PersonCards;
        return reviewed.Select(one => new ReviewRow
        {
            Id = one.Customer.Id,
            Name = one.Customer.Name,
            Number = one.IsSeen ? one.Customer.Number : null,
            OwnerId = one.OwnerId,
            OwnerName = people.Where(person => person.Id == one.OwnerId).Select(person => person.Name).FirstOrDefault(),
            IsDone = cards.Any(card => card.CustomerId == one.Customer.Id && (one.IsSeen || card.AuthorId == one.OwnerId)),
            Trend = cards.Where(card => one.IsSeen && card.CustomerId == one.Customer.Id).OrderByDescending(card => card.At).Select(card => (ReviewTrend?)card.Trend).FirstOrDefault(),
            AuthorName = people.Where(person => cards.Where(card => one.IsSeen && card.CustomerId == one.Customer.Id).OrderByDescending(card => card.At).Select(card => card.AuthorId).FirstOrDefault() == person.Id)
                .Select(person => person.Name).FirstOrDefault(),
            At = cards.Where(card => one.IsSeen && card.CustomerId == one.Customer.Id).OrderByDescending(card => card.At).Select(card => (DateTimeOffset?)card.At).FirstOrDefault(),
        });
    }
}

/// <summary>GET /api/customer-reviews/completion?month=2026-07: how far each owner is.</summary>
internal static class ReadReviewCompletion
{
    public sealed class Query : IChecked
    {
        /// <summary>This one unless told.</summary>
        public Month? Month { get; init; }
    }

    public sealed record Row(PersonId? OwnerId, string? OwnerName, int Needed, int Done);

    public sealed record View(Month Month, int Needed, int Done, IReadOnlyList<Row> Items);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var month = query.Month ?? Month.Of(clock.Today);
        var cards = db.Set<ReviewCard>().Where(card => card.Month == month);
        var rows = await (await db.ToReview(month, reach, clock, cancel))
            .Select(one => new { one.OwnerId, Done = cards.Any(card => card.CustomerId == one.Customer.Id && (one.IsSeen || card.AuthorId == one.OwnerId)) ? 1 : 0 })
            .GroupBy(one => one.OwnerId).Select(group => new { OwnerId = group.Key, Needed = group.Count(), Done = group.Sum(one => one.Done) }).ToListAsync(cancel);
        var owners = rows.Select(row => row.OwnerId).OfType<PersonId>().ToList();
        var names = await db.PersonCards.Where(person => owners.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new View(month, rows.Sum(row => row.Needed), rows.Sum(row => row.Done),
            [.. rows.Select(row => new Row(row.OwnerId, row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, row.Needed, row.Done))
                .OrderBy(row => row.Needed == 0 ? 1m : (decimal)row.Done / row.Needed).ThenByDescending(row => row.Needed).ThenBy(row => row.OwnerName, StringComparer.Ordinal)]);
    }
}

/// <summary>A customer who needs a card of a month.</summary>
internal sealed record ReviewedCustomer
{
    public required Customer Customer { get; init; }

    /// <summary>Whose he was when the month ended; of the month that runs, whose he is.</summary>
    public PersonId? OwnerId { get; init; }

    /// <summary>False of who is told only because he was somebody's then.</summary>
    public required bool IsSeen { get; init; }
}

internal static class ReviewedCustomers
{
    /// <summary>
    /// Who needs a card of that month by the rule of the house, of those the caller sees: as they stand today, and were there by its end. The cards of a month
    /// that is over stay with whoever had the customer then, and are seen by him and those above him.
    /// </summary>
    public static async Task<IQueryable<ReviewedCustomer>> ToReview(this AppDb db, Month month, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var policy = await db.FilePolicyOf(month, cancel);
        var (states, end) = (policy.States, clock.StartOf(month.Plus(1).First));
        var (seen, all) = (db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read), db.Set<Customer>().AsNoTracking().Where(customer => states.Contains(customer.State) && customer.CreatedAt < end));
        IQueryable<ReviewedCustomer> reviewed;
        if (month >= Month.Of(clock.Today))
        {
            reviewed = seen.Where(customer => states.Contains(customer.State) && customer.CreatedAt < end).Select(customer => new ReviewedCustomer { Customer = customer, OwnerId = customer.OwnerId, IsSeen = true });
        }
        else
        {
            var spells = db.Set<OwnershipSpell>().Where(spell => spell.Since < end && (spell.Until == null || spell.Until >= end));
            if (reach.People(CustomersPermissions.Read) is { } people)
            {
                var ids = seen.Select(customer => customer.Id);
                all = all.Where(customer => ids.Contains(customer.Id) || spells.Any(spell => spell.CustomerId == customer.Id && spell.OwnerId != null && people.Contains(spell.OwnerId.Value)));
            }

            var mine = seen.Select(customer => customer.Id);
            // Of who came in past the product nothing else is known.
            reviewed =
                from customer in all
                join spell in spells on customer.Id equals spell.CustomerId into then
                from spell in then.DefaultIfEmpty()
                select new ReviewedCustomer { Customer = customer, OwnerId = spell == null ? customer.OwnerId : spell.OwnerId, IsSeen = mine.Contains(customer.Id) };
        }

        return policy.ReviewOwnedOnly ? reviewed.Where(one => one.OwnerId != null) : reviewed;
    }
}
