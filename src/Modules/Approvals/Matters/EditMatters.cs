using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Texts;

namespace Yingpan.Approvals.Matters;

internal sealed record MatterView(ApprovalMatterId Id, string Name, string NameEn, bool NeedsAmount, bool IsClosed, int Order, int Version);

/// <summary>A kind of request, and which facts its table may ask for.</summary>
/// <param name="Name">In the reader's language.</param>
internal sealed record KindView(string Code, string Name, bool HasMatter, bool HasAmount, bool HasDiscount, bool HasDays, bool HasGrade, bool IsOptional);

/// <summary>GET /api/approval-matters: the house's list, and the kinds of all modules.</summary>
internal static class ListMatters
{
    public sealed record View(IReadOnlyList<MatterView> Items, IReadOnlyList<KindView> Kinds);

    public static async Task<View> Handle(HttpContext http, AppDb db, IEnumerable<ApprovalKind> kinds, TextBook texts, CancellationToken cancel) => new(
        await db.Set<Matter>().AsNoTracking().OrderBy(matter => matter.Order).ThenBy(matter => matter.Id)
            .Select(matter => new MatterView(matter.Id, matter.Name, matter.NameEn, matter.NeedsAmount, matter.IsClosed, matter.Order, matter.Version)).ToListAsync(cancel),
        [.. kinds.Select(kind => new KindView(kind.Code, texts.Say($"approval-kind.{kind.Code}", Languages.Of(http)), kind.HasMatter, kind.HasAmount, kind.HasDiscount, kind.HasDays, kind.HasGrade, kind.IsOptional))]);
}

internal sealed record MatterRequest : IChecked
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public bool NeedsAmount { get; init; }

    public bool IsClosed { get; init; }

    public int Order { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 40);
        check.Text("nameEn", NameEn, 60);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
    }

    public async Task WriteTo(Matter matter, AppDb db, CancellationToken cancel)
    {
        var name = Name.Clean();
        if (await db.Set<Matter>().AnyAsync(other => other.Name == name && other.Id != matter.Id, cancel))
        {
            throw Refusal.Faulty([Fault.At("name", "approvals.matter-taken", ("name", name))]);
        }

        (matter.Name, matter.NameEn, matter.NeedsAmount, matter.IsClosed, matter.Order) = (name, NameEn.Clean(), NeedsAmount, IsClosed, Order);
    }
}

/// <summary>POST /api/approval-matters</summary>
internal static class AddMatter
{
    public static async Task<Created<Saved<ApprovalMatterId>>> Handle(MatterRequest request, AppDb db, CancellationToken cancel)
    {
        var matter = new Matter { Id = Id.New<ApprovalMatterId>(), Name = "", NameEn = "" };
        await request.WriteTo(matter, db, cancel);
        db.Add(matter);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/approval-matters/{matter.Id}", new Saved<ApprovalMatterId>(matter.Id, matter.Version));
    }
}

/// <summary>PUT /api/approval-matters/{id}</summary>
internal static class EditMatter
{
    public static async Task<Saved<ApprovalMatterId>> Handle(ApprovalMatterId id, MatterRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var matter = await db.Set<Matter>().FirstOrDefaultAsync(matter => matter.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(matter, seen);
        await request.WriteTo(matter, db, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<ApprovalMatterId>(matter.Id, matter.Version);
    }
}

/// <summary>DELETE /api/approval-matters/{id}: only what was never used; everything else is closed.</summary>
internal static class RemoveMatter
{
    public static async Task<NoContent> Handle(ApprovalMatterId id, AppDb db, CancellationToken cancel)
    {
        var matter = await db.Set<Matter>().FirstOrDefaultAsync(matter => matter.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var text = id.ToString();
        if (await db.Set<Approval>().AnyAsync(approval => approval.MatterId == id, cancel) || await db.Set<StoredTable>().AnyAsync(table => table.Content.Contains(text), cancel))
        {
            throw Refusal.Conflict("approvals.matter-in-use", ("name", matter.Name));
        }

        db.Remove(matter);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
