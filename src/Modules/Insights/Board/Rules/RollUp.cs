using Yingpan.Kernel;

namespace Yingpan.Insights.Board.Rules;

/// <summary>A subject of the board in its tree; people have no parent.</summary>
public sealed record BoardNode(Guid Id, Guid? ParentId, string Name, int Order);

/// <summary>What one subject has by itself, before anything below it is added.</summary>
public sealed record OwnFigures(Money Goal, Money Actual, int Orders)
{
    public static readonly OwnFigures None = new(Money.Zero, Money.Zero, 0);

    public OwnFigures Plus(OwnFigures other) => new(Goal + other.Goal, Actual + other.Actual, Orders + other.Orders);
}

public sealed record BoardLine
{
    /// <summary>Null is what belongs to no subject: a sale without a salesperson, a person outside the tree.</summary>
    public Guid? Id { get; init; }

    public Guid? ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>0 at the top.</summary>
    public required int Level { get; init; }

    /// <summary>With everything below it.</summary>
    public required Attained Figures { get; init; }

    public required bool HasChildren { get; init; }
}

/// <summary>
/// Adds figures up a tree, depth first in the order of the house. Every figure is counted in exactly one root, so the top lines add up to
/// the total, and a line to its children and what it has by itself. Subjects without any figure are left out.
/// </summary>
public static class RollUp
{
    public static IReadOnlyList<BoardLine> Lines(
        IReadOnlyCollection<BoardNode> nodes, IReadOnlyDictionary<Guid, OwnFigures> own, string nobody)
    {
        var known = nodes.Select(node => node.Id).ToHashSet();
        var children = nodes.Where(node => node.ParentId is { } parent && known.Contains(parent)).ToLookup(node => node.ParentId!.Value);
        var lines = new List<BoardLine>();
        foreach (var root in Sorted(nodes.Where(node => node.ParentId is not { } parent || !known.Contains(parent))))
        {
            Add(root, null, 0, children, own, lines);
        }

        var rest = own.Where(pair => !known.Contains(pair.Key)).Aggregate(OwnFigures.None, (sum, pair) => sum.Plus(pair.Value));
        if (rest != OwnFigures.None)
        {
            lines.Add(Line(null, null, nobody, 0, rest, hasChildren: false));
        }

        return lines;
    }

    private static OwnFigures? Add(
        BoardNode node, Guid? parent, int level, ILookup<Guid, BoardNode> children, IReadOnlyDictionary<Guid, OwnFigures> own, List<BoardLine> lines)
    {
        var at = lines.Count;
        var sum = own.GetValueOrDefault(node.Id);
        foreach (var child in Sorted(children[node.Id]))
        {
            if (Add(child, node.Id, level + 1, children, own, lines) is { } below)
            {
                sum = (sum ?? OwnFigures.None).Plus(below);
            }
        }

        if (sum is not null)
        {
            lines.Insert(at, Line(node.Id, parent, node.Name, level, sum, lines.Count > at));
        }

        return sum;
    }

    private static IEnumerable<BoardNode> Sorted(IEnumerable<BoardNode> nodes) =>
        nodes.OrderBy(node => node.Order).ThenBy(node => node.Name, StringComparer.Ordinal).ThenBy(node => node.Id);

    private static BoardLine Line(Guid? id, Guid? parent, string name, int level, OwnFigures figures, bool hasChildren) => new()
    {
        Id = id,
        ParentId = parent,
        Name = name,
        Level = level,
        Figures = Attaining.Of(figures.Goal, figures.Actual, figures.Orders),
        HasChildren = hasChildren,
    };
}
