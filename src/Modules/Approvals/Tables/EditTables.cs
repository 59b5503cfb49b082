using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Tables;

/// <summary>POST /api/approval-tables: a new draft of a kind, from what is live, or from the rows given. One draft for each kind.</summary>
internal static class AddTable
{
    public sealed record Request : IChecked
    {
        public required string Kind { get; init; }

        /// <summary>Left out, a copy of the live version.</summary>
        public TableContent? Content { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            Content?.Check(check);
        }
    }

    public static async Task<Created<Saved<ApprovalTableId>>> Handle(Request request, AppDb db, TableChecks checks, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        checks.FactsOf(request.Kind);
        await db.LockCompany(cancel);
        var versions = await db.Set<StoredTable>().AsNoTracking().Where(table => table.Kind == request.Kind).ToListAsync(cancel);
        if (versions.Find(table => table.State == TableState.Draft) is { } draft)
        {
            throw Refusal.Conflict("approvals.draft-exists", ("number", draft.Number));
        }

        var content = request.Content;
        if (content is null)
        {
            var live = versions.Find(table => table.State == TableState.Live) ?? throw Refusal.Faulty([Fault.At("content", "field.required")]);
            var rows = live.Table();
            content = new TableContent { Rows = rows.Rows, TwiceAllowed = rows.TwiceAllowed };
        }
        else
        {
            await checks.RefuseFaults(request.Kind, content.Table, cancel);
        }

        var table = new StoredTable
        {
            Id = Id.New<ApprovalTableId>(),
            Kind = request.Kind,
            Number = versions.Select(one => one.Number).DefaultIfEmpty().Max() + 1,
            State = TableState.Draft,
            Content = StoredFlow.Write(content.Table),
            Remark = content.Remark.CleanOrNull(),
            EditedById = caller.Person,
            EditedAt = clock.Now,
        };
        db.Add(table);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/approval-tables/{table.Id}", new Saved<ApprovalTableId>(table.Id, table.Version));
    }
}

/// <summary>PUT /api/approval-tables/{id}: a draft only; with faults it is refused, each with its place.</summary>
internal static class EditTable
{
    public static async Task<Saved<ApprovalTableId>> Handle(
        ApprovalTableId id, TableContent request, IfMatch seen, AppDb db, TableChecks checks, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var table = await db.FindDraft(id, cancel);
        db.Expect(table, seen);
        await checks.RefuseFaults(table.Kind, request.Table, cancel);
        table.Content = StoredFlow.Write(request.Table);
        table.Remark = request.Remark.CleanOrNull();
        (table.EditedById, table.EditedAt) = (caller.Person, clock.Now);
        await db.SaveChangesAsync(cancel);
        return new Saved<ApprovalTableId>(table.Id, table.Version);
    }
}

/// <summary>POST /api/approval-tables/{id}/go-live: from now on new requests start under it. Checked once more: people may have left.</summary>
internal static class PutTableLive
{
    public static async Task<Saved<ApprovalTableId>> Handle(
        ApprovalTableId id, IfMatch seen, AppDb db, TableChecks checks, CompanyClock clock, CancellationToken cancel)
    {
        // Two drafts of a kind must not both become the live one.
        await db.LockCompany(cancel);
        var table = await db.FindDraft(id, cancel);
        db.Expect(table, seen);
        await checks.RefuseFaults(table.Kind, table.Table(), cancel);
        foreach (var live in await db.Set<StoredTable>().Where(one => one.Kind == table.Kind && one.State == TableState.Live).ToListAsync(cancel))
        {
            live.State = TableState.Retired;
        }

        table.State = TableState.Live;
        table.LiveSince = clock.Now;
        await db.SaveChangesAsync(cancel);
        return new Saved<ApprovalTableId>(table.Id, table.Version);
    }
}

/// <summary>DELETE /api/approval-tables/{id}: a draft only.</summary>
internal static class RemoveTable
{
    public static async Task<NoContent> Handle(ApprovalTableId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await db.FindDraft(id, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class TableLookup
{
    public static async Task<StoredTable> FindDraft(this AppDb db, ApprovalTableId id, CancellationToken cancel)
    {
        var table = await db.Set<StoredTable>().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return table.State == TableState.Draft ? table : throw Refusal.Conflict("approvals.not-draft", ("number", table.Number));
    }
}
