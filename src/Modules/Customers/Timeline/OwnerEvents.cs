using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Timelines;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Timeline;

// Whose he is, and where he lies.

/// <summary>Each set of parts that began at one instant; and that it ended, where none followed.</summary>
internal sealed class ShareEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "share";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var people = db.PersonCards;
        // Ten parts at most each time, and few times: all of them.
        var parts = await db.Set<CustomerShare>().AsNoTracking().Where(share => ids.Contains(share.CustomerId))
            .OrderBy(share => share.CustomerId).ThenBy(share => share.Line)
            .Select(share => new { share.CustomerId, share.Since, share.Until, share.Share, Name = people.Where(person => person.Id == share.PersonId).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var begun = parts.Select(part => (part.CustomerId, part.Since)).ToHashSet();
        var shared = parts.GroupBy(part => (part.CustomerId, part.Since)).Select(set => new TimelineEntry
        {
            At = set.Key.Since,
            What = "customer-shared",
            Params = new Dictionary<string, object?> { ["names"] = string.Join("、", set.Select(part => FormattableString.Invariant($"{part.Name} {part.Share.ToDecimal() * 100:0.##}%"))) },
        });
        var ended = parts.Where(part => part.Until is not null).Select(part => (part.CustomerId, At: part.Until!.Value)).Distinct().Where(end => !begun.Contains(end)).Select(end => new TimelineEntry { At = end.At, What = "customer-alone" });
        return [.. shared.Concat(ended).Where(entry => entry.At <= until).OrderByDescending(entry => entry.At).Take(asked.Most)];
    }
}

/// <summary>Of the disputes one may read: what was claimed, answered and ruled is read there.</summary>
internal sealed class DisputeEvents(AppDb db, DisputeReaders readers) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "dispute";

    public Permission Permission => OwnershipPermissions.ReadDisputes;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var people = db.PersonCards;
        var disputes = await readers.Readable().Where(dispute => ids.Contains(dispute.CustomerId) && dispute.OpenedAt <= until)
            .OrderByDescending(dispute => dispute.ClosedAt ?? dispute.OpenedAt).ThenBy(dispute => dispute.Id).Take(asked.Most)
            .Select(dispute => new
            {
                dispute.Id,
                dispute.Number,
                dispute.OpenedAt,
                dispute.ClosedAt,
                dispute.State,
                dispute.Ruling,
                dispute.ClaimantId,
                dispute.RuledById,
                Holder = people.Where(person => person.Id == dispute.HolderId).Select(person => person.Name).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. disputes.SelectMany(dispute => new[]
            {
                Entry(dispute.OpenedAt, "dispute-raised", dispute.ClaimantId),
                dispute.ClosedAt is not { } at ? null : dispute.State == DisputeState.Ruled ? Entry(at, "dispute-ruled", dispute.RuledById) : Entry(at, "dispute-withdrawn", dispute.ClaimantId),
            }.OfType<TimelineEntry>().Select(entry => entry with
            {
                Params = new Dictionary<string, object?> { ["number"] = dispute.Number, ["holder"] = dispute.Holder, ["ruling"] = dispute.Ruling is { } ruling ? $"DisputeRuling.{ruling}" : null },
                Link = RaiseDispute.Link(dispute.Id),
            })).Where(entry => entry.At <= until).OrderByDescending(entry => entry.At).Take(asked.Most)];

        static TimelineEntry Entry(DateTimeOffset at, string what, PersonId? by) => new() { At = at, What = what, PersonId = by };
    }
}

/// <summary>Moves by rules and plans, which are written past the trail; one by hand is a change of the customer.</summary>
internal sealed class TerritoryEvents(AppDb db, CompanyClock clock) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "territory";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until, places) = (asked.Ids.Select(CustomerId.From).ToList(), clock.DayOf(asked.Until), db.TerritoryCards);
        return [.. (await db.Set<TerritoryMove>().AsNoTracking().Where(move => ids.Contains(move.CustomerId) && move.CauseId != null && move.First <= until)
                .OrderByDescending(move => move.First).ThenByDescending(move => move.Id).Take(asked.Most)
                .Select(move => new
                {
                    move.First,
                    From = places.Where(place => place.Id == move.FromId).Select(place => place.Name).FirstOrDefault(),
                    To = places.Where(place => place.Id == move.ToId).Select(place => place.Name).FirstOrDefault(),
                }).ToListAsync(cancel))
            .Select(move => new TimelineEntry
            {
                At = clock.StartOf(move.First),
                IsDay = true,
                What = "territory-moved",
                Params = new Dictionary<string, object?> { ["from"] = move.From ?? "timeline.nowhere", ["to"] = move.To ?? "timeline.nowhere" },
            })];
    }
}
