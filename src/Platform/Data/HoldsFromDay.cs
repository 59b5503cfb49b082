using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Data;

/// <summary>A rule of the house that holds from a day until the day of the next one of its kind. What held once nobody changes any more.</summary>
public interface IHoldsFromDay
{
    DateOnly First { get; }
}

/// <summary>What the modules' dated rules have in common; each names the codes of its own refusals.</summary>
public static class HoldsFromDay
{
    private sealed record Held<T>(T? Rule);

    /// <summary>The one that holds on a day, from the memory of the house; null in a house that had said nothing by then.</summary>
    public static async ValueTask<T?> HoldingOn<T>(this AppDb db, DateOnly day, CancellationToken cancel)
        where T : class, IHoldsFromDay =>
        (await db.FromHouse(async () => new Held<T>(
            await db.Set<T>().AsNoTracking().Where(rule => rule.First <= day).OrderByDescending(rule => rule.First).FirstOrDefaultAsync(cancel)), day)).Rule;

    /// <summary>The one asked for, while its day is to come.</summary>
    /// <param name="holds">The code where it holds, or held, already.</param>
    public static async Task<T> ToCome<T>(this IQueryable<T> asked, DateOnly today, string holds, CancellationToken cancel)
        where T : class, IHoldsFromDay
    {
        var rule = await asked.FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        return rule.First > today ? rule : throw Refusal.Conflict(holds);
    }

    /// <summary>Takes one back while its day is to come.</summary>
    /// <param name="holds">The code where it holds, or held, already.</param>
    public static async Task<NoContent> RemoveToCome<T>(this AppDb db, Expression<Func<T, bool>> which, DateOnly today, string holds, CancellationToken cancel)
        where T : class, IHoldsFromDay
    {
        db.Remove(await db.Set<T>().Where(which).ToCome(today, holds, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    /// <summary>No day that has passed, and none with which another one begins.</summary>
    /// <param name="others">Those of the same kind, for the same unit or position.</param>
    public static async Task FirstDay<T>(this Check check, DateOnly first, DateOnly earliest, string past, IQueryable<T> others, string taken, CancellationToken cancel)
        where T : class, IHoldsFromDay
    {
        check.That(first >= earliest, "first", past);
        check.That(!await others.AnyAsync(rule => rule.First == first, cancel), "first", taken);
    }
}
