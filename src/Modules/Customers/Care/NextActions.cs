using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Care;

internal sealed record NextRow
{
    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    /// <summary>Masked unless the caller looks after the customer.</summary>
    public string? Phone { get; init; }

    public string? Grade { get; init; }

    public required NextSignal Signal { get; init; }

    /// <summary>Until when; of no contact, since when.</summary>
    public DateOnly? On { get; init; }

    /// <summary>A code of the kinds of care, a contact's name.</summary>
    public string? What { get; init; }

    /// <summary>What to say, in the reader's language.</summary>
    public required string Script { get; init; }

    /// <summary>The page where it is done.</summary>
    public required string Link { get; init; }
}

/// <summary>GET /api/next-actions: for each of somebody's customers the most important next deed, the most pressing first.</summary>
internal static class ListNextActions
{
    public sealed class Query : IChecked
    {
        /// <summary>Whose; the caller's unless told.</summary>
        public PersonId? Person { get; init; }

        /// <summary>10 unless told, at most 100.</summary>
        public int? Size { get; init; }

        public void Check(Check check) => check.That(Size is null or (>= 1 and <= 100), "size", "field.range", ("min", 1), ("max", 100));
    }

    /// <param name="Total">How many customers there is something to do for.</param>
    /// <param name="Due">Open cares of that person that are due today, and those overdue.</param>
    public sealed record View(IReadOnlyList<NextRow> Items, int Total, int Due, int Overdue);

    public static async Task<View> Handle([AsParameters] Query query, HttpContext http, AppDb db, Reach reach, NextActions next, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        if ((query.Person ?? reach.Caller.Person) is not { } person)
        {
            return new View([], 0, 0, 0);
        }

        var rows = await next.Of(db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => customer.OwnerId == person), Languages.Of(http) == Languages.English, cancel);
        var mine = await db.CareSeen(reach).AsNoTracking().Narrowed(new CareFilter { Person = person, Due = CareDue.Now }, db, reach, today, cancel);
        var late = await mine.CountAsync(item => item.DueOn < today, cancel);
        return new View([.. rows.Take(query.Size ?? 10)], rows.Count, await mine.CountAsync(cancel) - late, late);
    }
}

/// <summary>GET /api/customers/{id}/next-action</summary>
internal static class ReadNextAction
{
    public sealed record View(NextRow? Next);

    public static async Task<View> Handle(CustomerId id, HttpContext http, AppDb db, Reach reach, NextActions next, CancellationToken cancel)
    {
        var customer = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => customer.Id == id);
        if (!await customer.AnyAsync(cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return new View((await next.Of(customer, Languages.Of(http) == Languages.English, cancel)).FirstOrDefault());
    }
}

/// <summary>Gathers what stands out about some customers, a question a kind, and weighs it by the rule table of the day.</summary>
internal sealed class NextActions(AppDb db, Reach reach, DueCustomers due, OwnedFactsOf owned, WatchFacts contacts, CompanyClock clock)
{
    public async Task<IReadOnlyList<NextRow>> Of(IQueryable<Customer> among, bool english, CancellationToken cancel)
    {
        var today = clock.Today;
        var table = (await db.CareOn(today, cancel)).Next;
        var customers = await among.Select(customer => new { customer.Id, customer.Name, customer.Phone, customer.State, customer.OwnedOn }).ToListAsync(cancel);
        if (customers.Count == 0 || table.Count == 0)
        {
            return [];
        }

        var seen = among.Select(customer => customer.Id);
        var kept = await db.Kept(reach).Where(customer => seen.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var grades = await db.CustomerGrades.Where(grade => grade.Grade != null && seen.Contains(grade.CustomerId)).ToDictionaryAsync(grade => grade.CustomerId, grade => grade.Grade, cancel);
        var disputes = await db.Set<Dispute>().AsNoTracking().Where(dispute => dispute.State == DisputeState.Open && dispute.AnsweredAt == null && seen.Contains(dispute.CustomerId))
            .Select(dispute => new { dispute.CustomerId, dispute.Id, dispute.AnswerBy }).ToListAsync(cancel);
        var warnings = await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.State == WarningState.Open && seen.Contains(warning.CustomerId))
            .Select(warning => new { warning.CustomerId, warning.Id, warning.DueOn }).ToListAsync(cancel);
        var care = (await db.Set<CareItem>().AsNoTracking().Where(item => item.State == CareState.Open && item.SponsorId == null && seen.Contains(item.CustomerId))
            .Select(item => new { item.CustomerId, item.Id, item.Kind, item.DueOn }).ToListAsync(cancel)).OrderBy(item => item.DueOn).ThenBy(item => item.Id.Value).DistinctBy(item => item.CustomerId).ToDictionary(item => item.CustomerId);
        var days = await ContactDays(table, seen, today, cancel);
        var reviews = await ToReview(seen, today, cancel);
        var recycled = await Recycled(table, among, today, cancel);
        var last = await contacts.LastContacts(today, [.. customers.Select(customer => customer.Id)], cancel);
        var answers = disputes.DistinctBy(dispute => dispute.CustomerId).ToDictionary(dispute => dispute.CustomerId);
        var followed = warnings.ToDictionary(warning => warning.CustomerId);
        var deeds = new List<(NextRow Row, int Rank)>();
        foreach (var customer in customers)
        {
            var facts = new NextFacts
            {
                AnswerBy = answers.GetValueOrDefault(customer.Id)?.AnswerBy,
                FollowUpBy = followed.GetValueOrDefault(customer.Id)?.DueOn,
                RecycledOn = recycled.TryGetValue(customer.Id, out var back) ? back : null,
                Care = care.GetValueOrDefault(customer.Id) is { } item ? (item.Kind, item.DueOn) : null,
                ContactDay = days.TryGetValue(customer.Id, out var day) ? day : null,
                NeedsReview = reviews.Contains(customer.Id),
                // Who is lost is not missed every sixty days.
                LastContact = customer.State == CustomerState.Lost ? null : last.TryGetValue(customer.Id, out var on) ? on : customer.OwnedOn,
            };
            if (NextAction.Of(table, facts, today) is { } deed)
            {
                deeds.Add((new NextRow
                {
                    CustomerId = customer.Id,
                    CustomerName = customer.Name,
                    Phone = kept.Contains(customer.Id) ? customer.Phone : Covered.Mobile(customer.Phone),
                    Grade = grades.GetValueOrDefault(customer.Id),
                    Signal = deed.Line.Signal,
                    On = deed.On,
                    What = deed.What,
                    Script = english ? deed.Line.ScriptEn : deed.Line.Script,
                    Link = deed.Line.Signal switch
                    {
                        NextSignal.Dispute => $"/customer-disputes?open={answers[customer.Id].Id}",
                        NextSignal.Warning => $"/customer-warnings?open={followed[customer.Id].Id}",
                        NextSignal.CareOverdue or NextSignal.CareDue => $"/care?open={care[customer.Id].Id}",
                        _ => $"/customers/{customer.Id}",
                    },
                }, table.Index().First(line => line.Item == deed.Line).Index));
            }
        }

        return [.. deeds.OrderBy(deed => deed.Rank).ThenBy(deed => deed.Row.On ?? DateOnly.MaxValue).ThenBy(deed => deed.Row.Grade ?? "~", StringComparer.Ordinal)
            .ThenBy(deed => deed.Row.CustomerName, StringComparer.Ordinal).Select(deed => deed.Row)];
    }

    private async Task<Dictionary<CustomerId, (string, DateOnly)>> ContactDays(IReadOnlyList<NextLine> table, IQueryable<CustomerId> seen, DateOnly today, CancellationToken cancel)
    {
        var until = today.AddDays(table.FirstOrDefault(line => line.Signal == NextSignal.ContactDay)?.Days ?? -1);
        var rows = await db.Set<Contact>().AsNoTracking().Where(contact => !contact.HasLeft && seen.Contains(contact.CustomerId))
            .SelectMany(contact => contact.Days.Where(day => day.NextOn >= today && day.NextOn <= until), (contact, day) => new { contact.CustomerId, contact.Name, On = day.NextOn!.Value }).ToListAsync(cancel);
        return rows.OrderBy(row => row.On).ThenBy(row => row.Name, StringComparer.Ordinal).DistinctBy(row => row.CustomerId).ToDictionary(row => row.CustomerId, row => (row.Name, row.On));
    }

    private async Task<HashSet<CustomerId>> ToReview(IQueryable<CustomerId> seen, DateOnly today, CancellationToken cancel)
    {
        var month = Month.Of(today);
        var states = (await db.FilePolicyOf(month, cancel)).States;
        var cards = db.Set<ReviewCard>().Where(card => card.Month == month);
        return await db.Set<Customer>().AsNoTracking().Where(customer => seen.Contains(customer.Id) && states.Contains(customer.State) && !cards.Any(card => card.CustomerId == customer.Id))
            .Select(customer => customer.Id).ToHashSetAsync(cancel);
    }

    private async Task<Dictionary<CustomerId, DateOnly>> Recycled(IReadOnlyList<NextLine> table, IQueryable<Customer> among, DateOnly today, CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(today, cancel);
        if (rules.Recycling.Count == 0 || table.FirstOrDefault(line => line.Signal == NextSignal.Recycling) is not { } line)
        {
            return [];
        }

        List<CustomerId> soon = [.. (await due.On(today.AddDays(line.Days), rules, rules.Recycling, among, cancel)).Select(one => one.Id)];
        return (await owned.Load(soon, rules, cancel)).Select(one => (one.Key, OwnershipDays.Due(one.Value, rules)?.On)).Where(one => one.On is not null).ToDictionary(one => one.Key, one => one.On!.Value);
    }
}
