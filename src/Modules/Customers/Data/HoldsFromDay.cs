using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>A policy that holds from a day until the day of the next one.</summary>
internal interface IHoldsFromDay
{
    DateOnly First { get; }
}

internal static class HoldsFromDay
{
    /// <summary>The one that holds on a day; null in a house that had said nothing by then.</summary>
    public static Task<T?> HoldingOn<T>(this IQueryable<T> policies, DateOnly day, CancellationToken cancel)
        where T : class, IHoldsFromDay =>
        policies.AsNoTracking().Where(policy => policy.First <= day).OrderByDescending(policy => policy.First).FirstOrDefaultAsync(cancel);

    /// <summary>The one asked for, while its day is to come: what held once nobody changes any more.</summary>
    public static async Task<T> ToCome<T>(this IQueryable<T> asked, DateOnly today, CancellationToken cancel)
        where T : class, IHoldsFromDay
    {
        var policy = await asked.FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        return policy.First > today ? policy : throw Refusal.Conflict("customers.policy-holds");
    }

    /// <summary>No day that has passed, and none with which another policy begins.</summary>
    public static async Task FirstDay<T>(this Check check, DateOnly first, DateOnly earliest, IQueryable<T> others, CancellationToken cancel)
        where T : class, IHoldsFromDay
    {
        check.That(first >= earliest, "first", "customers.day-past");
        check.That(!await others.AnyAsync(policy => policy.First == first, cancel), "first", "customers.policy-day-taken");
    }
}
