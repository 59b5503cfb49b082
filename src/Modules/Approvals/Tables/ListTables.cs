using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Approvals.Tables;

internal sealed record TableRow
{
    public required ApprovalTableId Id { get; init; }

    public required string Kind { get; init; }

    public required int Number { get; init; }

    public required TableState State { get; init; }

    public string? Remark { get; init; }

    public string? EditedByName { get; init; }

    public required DateTimeOffset EditedAt { get; init; }

    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>Requests that are on their way under it.</summary>
    public required int Running { get; init; }
}

/// <summary>GET /api/approval-tables: every version of every kind, the newest first.</summary>
internal static class ListTables
{
    public sealed class Filter : IChecked
    {
        public string? Kind { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("kind", Kind, 40);
        }
    }

    private static readonly ListSpec<TableRow> Spec = new ListSpec<TableRow>("approval-tables", row => row.Id)
        .Column("kind", row => row.Kind)
        .Column("number", row => row.Number)
        .Column("state", row => row.State)
        .Column("liveSince", row => row.LiveSince)
        .SortedBy("-number");

    public static async Task<ListPage<TableRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var rows = db.Set<StoredTable>().AsNoTracking().Where(table => filter.Kind == null || table.Kind == filter.Kind).Select(table => new TableRow
        {
            Id = table.Id,
            Kind = table.Kind,
            Number = table.Number,
            State = table.State,
            Remark = table.Remark,
            EditedByName = people.Where(person => person.Id == table.EditedById).Select(person => person.Name).FirstOrDefault(),
            EditedAt = table.EditedAt,
            LiveSince = table.LiveSince,
            Running = db.Set<Approval>().Count(approval => approval.TableId == table.Id && (approval.State == FlowState.Open || approval.State == FlowState.Returned)),
        });
        return await Spec.Page(rows, query, db, cancel);
    }
}

internal sealed record TableView : IHasVersion
{
    public required ApprovalTableId Id { get; init; }

    public required string Kind { get; init; }

    public required int Number { get; init; }

    public required TableState State { get; init; }

    public string? Remark { get; init; }

    public required IReadOnlyList<RouteRow> Rows { get; init; }

    public required bool TwiceAllowed { get; init; }

    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>What no row takes, what two rows take, and rows that never decide.</summary>
    public required Covered Coverage { get; init; }

    /// <summary>Names of the people the rows speak of.</summary>
    public required IReadOnlyList<PersonName> People { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/approval-tables/{id}</summary>
internal static class ReadTable
{
    public static async Task<TableView> Handle(ApprovalTableId id, AppDb db, TableChecks checks, CancellationToken cancel)
    {
        var stored = await db.Set<StoredTable>().AsNoTracking().FirstOrDefaultAsync(table => table.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var table = stored.Table();
        var named = table.People();
        return new TableView
        {
            Id = id,
            Kind = stored.Kind,
            Number = stored.Number,
            State = stored.State,
            Remark = stored.Remark,
            Rows = table.Rows,
            TwiceAllowed = table.TwiceAllowed,
            LiveSince = stored.LiveSince,
            Coverage = await checks.Coverage(stored.Kind, table, cancel),
            People = await db.PersonCards.Where(person => named.Contains(person.Id)).Select(person => new PersonName(person.Id, person.Name)).ToListAsync(cancel),
            Version = stored.Version,
            Can = stored.State == TableState.Draft ? ["edit", "goLive", "delete"] : [],
        };
    }
}
