using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Relations;

/// <summary>Who stands above whom, read by key from one customer on: a question a step, never the whole house.</summary>
internal static class Lines
{
    /// <summary>More steps than any group of companies has: what goes on is out of order.</summary>
    private const int MostSteps = 200;

    /// <summary>Each with the one above him, of customers who are there.</summary>
    public static IQueryable<Relation> ParentLines(this AppDb db)
    {
        var (kinds, customers) = (db.Set<RelationKind>(), db.Set<Customer>());
        return db.Set<Relation>().AsNoTracking()
            .Where(relation => kinds.Any(kind => kind.Id == relation.KindId && kind.IsParent) && customers.Any(one => one.Id == relation.FromId) && customers.Any(one => one.Id == relation.ToId));
    }

    /// <summary>From these upwards: each with the one above him.</summary>
    public static async Task<Dictionary<CustomerId, CustomerId>> LinesAbove(this AppDb db, IReadOnlyCollection<CustomerId> from, CancellationToken cancel)
    {
        var above = new Dictionary<CustomerId, CustomerId>();
        List<CustomerId> next = [.. from.Distinct()];
        for (var steps = 0; next.Count > 0 && steps < MostSteps; steps++)
        {
            var asked = next;
            var lines = await db.ParentLines().Where(line => asked.Contains(line.ToId)).OrderBy(line => line.Id).Select(line => new { line.FromId, line.ToId }).ToListAsync(cancel);
            lines.ForEach(line => above.TryAdd(line.ToId, line.FromId));
            next = [.. asked.Where(above.ContainsKey).Select(one => above[one]).Where(one => !above.ContainsKey(one)).Distinct()];
        }

        return above;
    }

    /// <summary>The tree he stands in, its head first, then level by level; cut off after so many.</summary>
    public static async Task<(IReadOnlyList<CustomerId> Tree, Dictionary<CustomerId, CustomerId> Parents)> FamilyOf(this AppDb db, CustomerId id, int most, CancellationToken cancel)
    {
        var parents = await db.LinesAbove([id], cancel);
        var (head, passed) = (id, new HashSet<CustomerId> { id });
        while (parents.TryGetValue(head, out var above) && passed.Add(above))
        {
            head = above;
        }

        var tree = new List<CustomerId> { head };
        for (var level = tree.ToList(); level.Count > 0 && tree.Count < most;)
        {
            var asked = level;
            var below = await db.ParentLines().Where(line => asked.Contains(line.FromId) && !tree.Contains(line.ToId)).OrderBy(line => line.Id)
                .Select(line => new { line.FromId, line.ToId }).Take(most - tree.Count).ToListAsync(cancel);
            level = [];
            foreach (var line in below.DistinctBy(line => line.ToId))
            {
                parents[line.ToId] = line.FromId;
                tree.Add(line.ToId);
                level.Add(line.ToId);
            }
        }

        return (tree, parents);
    }
}
