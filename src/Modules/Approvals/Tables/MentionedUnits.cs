using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Tables;

/// <summary>Rows of the tables that ask for a unit: once it is closed they take nothing any more.</summary>
internal sealed class MentionedInTables(AppDb db) : IUnitMentions
{
    public string Kind => "approval-rules";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var tables = await db.StandingTables(cancel);
        return [.. units.SelectMany(unit => tables.SelectMany(table => table.NamesOfRows(row => row.UnitId == unit).Select(name => new UnitMention(unit, $"{name} V{table.Number}", table.Link))))];
    }
}
