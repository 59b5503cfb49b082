using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Merging;

internal sealed record MergeRow
{
    public required CustomerMergeId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CustomerId SurvivorId { get; init; }

    public required string SurvivorName { get; init; }

    public required CustomerId MergedId { get; init; }

    public required string MergedNumber { get; init; }

    public required string MergedName { get; init; }

    public string? ByName { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public required int Version { get; init; }

    /// <summary>It can be undone now: not yet undone, and the one who is left was not merged himself.</summary>
    public required bool CanUndo { get; init; }
}

/// <summary>GET /api/customer-merges: of customers the caller may merge.</summary>
internal static class ListMerges
{
    public sealed class Filter : IChecked
    {
        /// <summary>Merges into that customer.</summary>
        public CustomerId? Survivor { get; init; }

        public bool? Undone { get; init; }
    }

    private static readonly ListSpec<MergeRow> Spec = new ListSpec<MergeRow>("customer-merges", row => row.Id)
        .Column("at", row => row.At)
        .NameColumn("survivorName", row => row.SurvivorName)
        .NameColumn("mergedName", row => row.MergedName)
        .Column("mergedNumber", row => row.MergedNumber)
        .NameColumn("byName", row => row.ByName)
        .Column("undoneAt", row => row.UndoneAt)
        .SortedBy("-at");

    public static async Task<ListPage<MergeRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach), query, db, cancel);

    private static IQueryable<MergeRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach)
    {
        // Of one who was merged further on only where he himself would be seen: his owner says it still.
        var seen = db.CustomersWithMerged.MergeableBy(reach);
        var people = db.PersonCards;
        var merges = db.Set<CustomerMerge>().AsNoTracking();
        if (filter.Survivor is { } survivor)
        {
            merges = merges.Where(merge => merge.SurvivorId == survivor);
        }

        if (filter.Undone is { } undone)
        {
            merges = merges.Where(merge => merge.UndoneAt != null == undone);
        }

        var rows =
            from merge in merges
            join left in seen on merge.SurvivorId equals left.Id
            join merged in seen on merge.MergedId equals merged.Id
            select new MergeRow
            {
                Id = merge.Id,
                At = merge.At,
                SurvivorId = left.Id,
                SurvivorName = left.Name,
                MergedId = merged.Id,
                MergedNumber = merged.Number,
                MergedName = merged.Name,
                ByName = people.Where(person => person.Id == merge.ById).Select(person => person.Name).FirstOrDefault(),
                Reason = merge.Reason,
                UndoneAt = merge.UndoneAt,
                Version = merge.Version,
                CanUndo = merge.UndoneAt == null && left.MergedIntoId == null,
            };
        return query.Pattern is { } pattern
            ? rows.Where(row => EF.Functions.Like(row.SurvivorName.ToLower(), pattern, @"\") || EF.Functions.Like(row.MergedName.ToLower(), pattern, @"\") || EF.Functions.Like(row.MergedNumber.ToLower(), pattern, @"\"))
            : rows;
    }
}
