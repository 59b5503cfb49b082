using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Timeline;

// How he stands: warnings, grades, key accounts, and with whom he belongs together.

/// <summary>That he was about to leave, what was done about it, and how it ended; what stands between is read on the warning.</summary>
internal sealed class WarningEvents(AppDb db) : ITimelineSource
{
    private static readonly WarningLineKind[] Told = [WarningLineKind.Opened, WarningLineKind.Followed, WarningLineKind.Closed];

    public string? Entity => ReadTimeline.Entity;

    public string Kind => "warning";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var lines = await (
            from warning in db.Set<CustomerWarning>().AsNoTracking()
            where ids.Contains(warning.CustomerId)
            join line in db.Set<WarningLine>() on warning.Id equals line.WarningId
            where line.At <= until && Told.Contains(line.Kind)
            orderby line.At descending, line.WarningId, line.Line
            select new { warning.Id, line.Kind, line.At, line.ById, line.Text, warning.Result }).Take(asked.Most).ToListAsync(cancel);
        return [.. lines.Select(line => new TimelineEntry
        {
            At = line.At,
            What = $"warning-{line.Kind.ToString().ToLowerInvariant()}",
            Params = new Dictionary<string, object?> { ["result"] = line is { Kind: WarningLineKind.Closed, Result: { } result } ? $"WarningResult.{result}" : null },
            PersonId = line.ById,
            Text = line.Text,
            Link = $"/customer-warnings?open={line.Id}",
        })];
    }
}

/// <summary>Where the computed grade by value changed, and each that was set by hand.</summary>
internal sealed class GradeEvents(AppDb db, CompanyClock clock) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "grade";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until, all) = (asked.Ids.Select(CustomerId.From).ToList(), clock.DayOf(asked.Until), db.Set<GradeLine>().AsNoTracking());
        var changes = await all.Where(line => ids.Contains(line.CustomerId) && line.On <= until)
            .Select(line => new { line.CustomerId, line.On, line.Value, Before = all.Where(one => one.CustomerId == line.CustomerId && one.On < line.On).OrderByDescending(one => one.On).Select(one => one.Value).FirstOrDefault() })
            .Where(line => line.Value != line.Before).OrderByDescending(line => line.On).ThenBy(line => line.CustomerId).Take(asked.Most).ToListAsync(cancel);
        var byHand = await db.Set<GradeOverride>().AsNoTracking().Where(one => ids.Contains(one.CustomerId) && one.First <= until)
            .OrderByDescending(one => one.First).ThenBy(one => one.Id).Take(asked.Most).ToListAsync(cancel);
        return
        [
            .. changes.Select(line => new TimelineEntry
            {
                At = clock.StartOf(line.On),
                IsDay = true,
                What = "grade-changed",
                Params = new Dictionary<string, object?> { ["from"] = line.Before ?? "timeline.no-grade", ["to"] = line.Value ?? "timeline.no-grade" },
            }),
            .. byHand.Select(one => new TimelineEntry
            {
                At = clock.StartOf(one.First),
                IsDay = true,
                What = "grade-set",
                Params = new Dictionary<string, object?> { ["card"] = $"Scorecard.{one.Card}", ["grade"] = one.Grade, ["until"] = one.Until },
                PersonId = one.ById,
                Text = one.Reason,
            }),
        ];
    }
}

internal sealed class KeyAccountEvents(AppDb db, CompanyClock clock) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "key-account";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until, people) = (asked.Ids.Select(CustomerId.From).ToList(), clock.DayOf(asked.Until), db.PersonCards);
        var accounts = await db.Set<KeyAccount>().AsNoTracking().Where(account => ids.Contains(account.CustomerId) && account.First <= until)
            .OrderByDescending(account => account.Last ?? account.First).ThenBy(account => account.Id).Take(asked.Most)
            .Select(account => new { account.CustomerId, account.First, account.Last, account.CadenceDays, account.Note, Sponsor = people.Where(person => person.Id == account.SponsorId).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var begun = accounts.Select(account => (account.CustomerId, account.First)).ToHashSet();
        return
        [
            .. accounts.Select(account => new TimelineEntry
            {
                At = clock.StartOf(account.First),
                IsDay = true,
                What = "key-account-named",
                Params = new Dictionary<string, object?> { ["name"] = account.Sponsor, ["days"] = account.CadenceDays },
                Text = account.Note,
            }),
            .. accounts.Where(account => account.Last < until && !begun.Contains((account.CustomerId, account.Last.Value.AddDays(1))))
                .Select(account => new TimelineEntry { At = clock.StartOf(account.Last!.Value.AddDays(1)), IsDay = true, What = "key-account-ended" }),
        ];
    }
}

/// <summary>Told of the other one is his name, as the list of relations does.</summary>
internal sealed class RelationEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "relation";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until, customers) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until, db.Set<Customer>());
        return [.. (await db.Set<Relation>().AsNoTracking().Where(relation => (ids.Contains(relation.FromId) || ids.Contains(relation.ToId)) && relation.CreatedAt <= until)
                .OrderByDescending(relation => relation.CreatedAt).ThenBy(relation => relation.Id).Take(asked.Most)
                .Select(relation => new
                {
                    relation.CreatedAt,
                    relation.Note,
                    Name = customers.Where(customer => customer.Id == (ids.Contains(relation.FromId) ? relation.ToId : relation.FromId)).Select(customer => customer.Name).FirstOrDefault(),
                }).ToListAsync(cancel))
            .Where(relation => relation.Name is not null)
            .Select(relation => new TimelineEntry { At = relation.CreatedAt, What = "relation-entered", Params = new Dictionary<string, object?> { ["name"] = relation.Name }, Text = relation.Note })];
    }
}
