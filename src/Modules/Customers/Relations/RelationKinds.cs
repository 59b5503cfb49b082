using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Relations;

internal sealed record RelationKindRow(RelationKindId Id, string Name, string NameEn, string Reverse, string ReverseEn, bool IsParent, int Order, bool IsClosed, int Version);

/// <summary>GET /api/customer-relation-kinds: in the order of the house; the closed ones too, for what was said with them.</summary>
internal static class ListRelationKinds
{
    public sealed record View(IReadOnlyList<RelationKindRow> Items);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel) => new(
        await db.Set<RelationKind>().AsNoTracking().OrderBy(kind => kind.IsClosed).ThenBy(kind => kind.Order).ThenBy(kind => kind.Name)
            .Select(kind => new RelationKindRow(kind.Id, kind.Name, kind.NameEn, kind.Reverse, kind.ReverseEn, kind.IsParent, kind.Order, kind.IsClosed, kind.Version)).ToListAsync(cancel));
}

internal sealed record RelationKindFields : IChecked
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string Reverse { get; init; }

    public required string ReverseEn { get; init; }

    public required int Order { get; init; }

    public bool IsClosed { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 30);
        check.Text("nameEn", NameEn, 60);
        check.Text("reverse", Reverse, 30);
        check.Text("reverseEn", ReverseEn, 60);
        check.That(Order is >= 0 and <= 1000, "order", "field.range", ("min", 0), ("max", 1000));
    }

    public async Task CheckName(AppDb db, RelationKindId? self, CancellationToken cancel)
    {
        var (check, name) = (new Check(), Name.Clean());
        check.That(!await db.Set<RelationKind>().AnyAsync(kind => kind.Name == name && kind.Id != self, cancel), "name", "customers.relation-kind-taken", ("name", name));
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/customer-relation-kinds: one of its own; which of them makes the tree is not the house's to add.</summary>
internal static class AddRelationKind
{
    public static async Task<Created<Saved<RelationKindId>>> Handle(RelationKindFields request, AppDb db, CancellationToken cancel)
    {
        await request.CheckName(db, null, cancel);
        var kind = new RelationKind
        {
            Id = Id.New<RelationKindId>(),
            Name = request.Name.Clean(),
            NameEn = request.NameEn.Clean(),
            Reverse = request.Reverse.Clean(),
            ReverseEn = request.ReverseEn.Clean(),
            IsParent = false,
            Order = request.Order,
            IsClosed = request.IsClosed,
        };
        db.Add(kind);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customer-relation-kinds/{kind.Id}", new Saved<RelationKindId>(kind.Id, kind.Version));
    }
}

/// <summary>PUT /api/customer-relation-kinds/{id}</summary>
internal static class EditRelationKind
{
    public static async Task<Saved<RelationKindId>> Handle(RelationKindId id, RelationKindFields request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var kind = await db.Set<RelationKind>().FirstOrDefaultAsync(kind => kind.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(kind, seen);
        await request.CheckName(db, id, cancel);
        (kind.Name, kind.NameEn, kind.Reverse, kind.ReverseEn) = (request.Name.Clean(), request.NameEn.Clean(), request.Reverse.Clean(), request.ReverseEn.Clean());
        (kind.Order, kind.IsClosed) = (request.Order, request.IsClosed);
        await db.SaveChangesAsync(cancel);
        return new Saved<RelationKindId>(kind.Id, kind.Version);
    }
}
