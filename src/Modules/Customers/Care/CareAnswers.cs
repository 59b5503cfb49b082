using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Timeline;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Care;

// What care answers when the others ask.

/// <summary>Who did something for a customer was in contact with him.</summary>
internal sealed class CareContacts(AppDb db) : ICustomerContacts
{
    public async Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var done = db.Set<CareItem>().AsNoTracking().Where(item => item.State == CareState.Done && item.ClosedOn <= until);
        if (only is not null)
        {
            done = done.Where(item => only.Contains(item.CustomerId));
        }

        return await done.GroupBy(item => item.CustomerId).Select(all => new CustomerContact(all.Key, all.Max(item => item.ClosedOn!.Value))).ToListAsync(cancel);
    }
}

internal sealed class CareDone(AppDb db) : ICustomerActivity
{
    public string Kind => "care";

    public bool IsDeal => false;

    public IQueryable<CustomerId> Since(DateOnly day) => db.Set<CareItem>().Where(item => item.State == CareState.Done && item.ClosedOn >= day).Select(item => item.CustomerId);

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel) =>
        await db.Set<CareItem>().Where(item => item.State == CareState.Done && customers.Contains(item.CustomerId)).GroupBy(item => item.CustomerId)
            .Select(group => new { group.Key, On = group.Max(item => item.ClosedOn!.Value) }).ToDictionaryAsync(one => one.Key, one => one.On, cancel);

    public async Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel) =>
        [.. (await db.Set<CareItem>().AsNoTracking().Where(item => item.CustomerId == customer && item.State == CareState.Done).OrderByDescending(item => item.ClosedOn).ThenBy(item => item.Id).Take(most)
            .Select(item => new { On = item.ClosedOn!.Value, item.ClosedById, item.Result }).ToListAsync(cancel)).Select(item => new CustomerDeed(item.On, item.ClosedById, item.Result ?? ""))];
}

/// <summary>What was done for him and what was passed over; without what it cost.</summary>
internal sealed class CareEvents(AppDb db, IHttpContextAccessor http, CompanyClock clock) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "care";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var kinds = await ReadCareWords.ByCode(db, clock.Today, cancel);
        var english = http.HttpContext is { } context && Languages.Of(context) == Languages.English;
        return [.. (await db.Set<CareItem>().AsNoTracking().Where(item => ids.Contains(item.CustomerId) && item.State != CareState.Open && item.ClosedAt <= until)
                .OrderByDescending(item => item.ClosedAt).ThenBy(item => item.Id).Take(asked.Most)
                .Select(item => new { item.Id, item.Kind, item.State, item.ClosedAt, item.ClosedById, item.Result, item.Score }).ToListAsync(cancel))
            .Select(item => new TimelineEntry
            {
                At = item.ClosedAt!.Value,
                What = item.State == CareState.Skipped ? "care-skipped" : item.Score is null ? "care-done" : "care-scored",
                Params = new Dictionary<string, object?> { ["kind"] = kinds.GetValueOrDefault(item.Kind) is { } kind ? english ? kind.NameEn : kind.Name : item.Kind, ["score"] = item.Score },
                PersonId = item.ClosedById,
                Text = item.Result,
                Link = $"/care?open={item.Id}",
            })];
    }
}

/// <summary>What is closed, and what somebody planned; the rest is of the customer as he was, and is planned anew for the one who is left.</summary>
internal sealed class CareOfCustomer(AppDb db) : CustomerRows<CareItem>(db)
{
    public override string Kind => "care";

    protected override IQueryable<CareItem> Of(IQueryable<CareItem> rows, CustomerId customer) => rows.Where(item => item.CustomerId == customer && (item.State != CareState.Open || item.IsByHand));

    protected override Guid IdOf(CareItem row) => row.Id.Value;

    protected override void Give(CareItem row, CustomerId customer) => row.CustomerId = customer;
}

/// <summary>Policies that speak of a unit, now or in days to come.</summary>
internal sealed class UnitsOfCare(AppDb db) : IUnitMentions
{
    public string Kind => "care-policies";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var policies = await db.Set<CarePolicy>().AsNoTracking().OrderBy(policy => policy.First).ToListAsync(cancel);
        return [.. policies.Where((policy, i) => i + 1 == policies.Count || policies[i + 1].First > from)
            .SelectMany(policy => policy.Spec.Lines.Select(line => line.UnitId).OfType<UnitId>().Distinct().Where(units.Contains).Select(unit => new UnitMention(unit, $"{policy.First:yyyy-MM-dd}", "/care-policy")))];
    }
}
