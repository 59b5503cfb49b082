using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Timeline;

// What stands in the customer's file, each kind for itself: all of it is seen by who sees the customer.

internal sealed class ContactEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "contact";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        return [.. (await db.Set<Contact>().AsNoTracking().Where(contact => ids.Contains(contact.CustomerId) && contact.CreatedAt <= until)
                .OrderByDescending(contact => contact.CreatedAt).ThenBy(contact => contact.Id).Take(asked.Most).Select(contact => new { contact.CreatedAt, contact.Name, contact.Position }).ToListAsync(cancel))
            .Select(contact => new TimelineEntry { At = contact.CreatedAt, What = "contact-added", Params = new Dictionary<string, object?> { ["name"] = contact.Name }, Text = contact.Position })];
    }
}

internal sealed class RecordEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "record";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var contacts = db.Set<Contact>();
        return [.. (await db.Set<CustomerRecord>().AsNoTracking().Where(record => ids.Contains(record.CustomerId) && record.At <= until)
                .OrderByDescending(record => record.At).ThenBy(record => record.Id).Take(asked.Most)
                .Select(record => new { record.At, record.AuthorId, record.Text, Contact = contacts.Where(contact => contact.Id == record.ContactId).Select(contact => contact.Name).FirstOrDefault() }).ToListAsync(cancel))
            .Select(record => new TimelineEntry
            {
                At = record.At,
                What = record.Contact is null ? "record-written" : "record-with",
                Params = new Dictionary<string, object?> { ["name"] = record.Contact },
                PersonId = record.AuthorId,
                Text = record.Text,
            })];
    }
}

internal sealed class CardEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "card";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var strategies = await db.Set<StrategyCard>().AsNoTracking().Where(card => ids.Contains(card.CustomerId) && card.At <= until)
            .OrderByDescending(card => card.At).ThenBy(card => card.Id).Take(asked.Most).Select(card => new { card.At, card.AuthorId, card.Aim }).ToListAsync(cancel);
        var reviews = await db.Set<ReviewCard>().AsNoTracking().Where(card => ids.Contains(card.CustomerId) && card.At <= until)
            .OrderByDescending(card => card.At).ThenBy(card => card.Id).Take(asked.Most).Select(card => new { card.At, card.AuthorId, card.Month, card.Judgement }).ToListAsync(cancel);
        return
        [
            .. strategies.Select(card => new TimelineEntry { At = card.At, What = "strategy-card", PersonId = card.AuthorId, Text = card.Aim }),
            .. reviews.Select(card => new TimelineEntry { At = card.At, What = "review-card", Params = new Dictionary<string, object?> { ["month"] = card.Month.ToString() }, PersonId = card.AuthorId, Text = card.Judgement }),
        ];
    }
}

internal sealed class MergeEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "merge";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var all = db.CustomersWithMerged;
        var merges = await db.Set<CustomerMerge>().AsNoTracking().Where(merge => ids.Contains(merge.SurvivorId))
            .Select(merge => new { merge.At, merge.ById, merge.UndoneAt, merge.UndoneById, merge.Reason, Merged = all.First(customer => customer.Id == merge.MergedId) })
            .Select(merge => new { merge.At, merge.ById, merge.UndoneAt, merge.UndoneById, merge.Reason, merge.Merged.Name, merge.Merged.Number }).ToListAsync(cancel);
        return [.. merges.SelectMany(merge => new[]
            {
                new TimelineEntry { At = merge.At, What = "merged", Params = Of(merge.Name, merge.Number), PersonId = merge.ById, Text = merge.Reason },
                merge.UndoneAt is { } at ? new TimelineEntry { At = at, What = "merge-undone", Params = Of(merge.Name, merge.Number), PersonId = merge.UndoneById } : null,
            }).OfType<TimelineEntry>().Where(entry => entry.At <= until).OrderByDescending(entry => entry.At).Take(asked.Most)];

        static Dictionary<string, object?> Of(string name, string number) => new() { ["name"] = name, ["number"] = number };
    }
}
