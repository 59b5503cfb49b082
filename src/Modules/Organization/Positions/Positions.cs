using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Positions;

/// <param name="DocumentId">Its duties and rights, once they are published.</param>
internal sealed record PositionRow(PositionId Id, string Name, int Holders, HouseDocumentId? DocumentId, int Version);

internal sealed record PositionRequest : IChecked
{
    public required string Name { get; init; }

    public void Check(Check check) => check.Text("name", Name, 60);

    public async Task RefuseTaken(AppDb db, PositionId? self, CancellationToken cancel)
    {
        if (await db.Set<Position>().AnyAsync(position => position.Name == Name.Clean() && position.Id != self, cancel))
        {
            throw Refusal.Faulty([Fault.At("name", "organization.position-name-taken", ("name", Name))]);
        }
    }
}

/// <summary>GET /api/positions</summary>
internal static class ListPositions
{
    public sealed record View(IReadOnlyList<PositionRow> Items);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel) =>
        new(await db.Set<Position>().AsNoTracking().OrderBy(position => EF.Functions.Collate(position.Name, db.PinyinCollation()))
            .Select(position => new PositionRow(
                position.Id, position.Name, db.Set<Membership>().Count(membership => membership.PositionId == position.Id && membership.Last == null),
                db.Set<HouseDocument>().Where(document => document.PositionId == position.Id && document.Current != null && document.WithdrawnAt == null)
                    .Select(document => (HouseDocumentId?)document.Id).FirstOrDefault(), position.Version))
            .ToListAsync(cancel));
}

/// <summary>POST /api/positions</summary>
internal static class AddPosition
{
    public static async Task<Created<Saved<PositionId>>> Handle(PositionRequest request, AppDb db, CancellationToken cancel)
    {
        await request.RefuseTaken(db, null, cancel);
        var position = new Position { Id = Id.New<PositionId>(), Name = request.Name.Clean() };
        db.Add(position);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/positions/{position.Id}", new Saved<PositionId>(position.Id, position.Version));
    }
}

/// <summary>PUT /api/positions/{id}</summary>
internal static class EditPosition
{
    public static async Task<Saved<PositionId>> Handle(PositionId id, PositionRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var position = await db.Set<Position>().FirstOrDefaultAsync(position => position.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(position, seen);
        await request.RefuseTaken(db, id, cancel);
        position.Name = request.Name.Clean();
        await db.SaveChangesAsync(cancel);
        return new Saved<PositionId>(position.Id, position.Version);
    }
}

/// <summary>DELETE /api/positions/{id}</summary>
internal static class RemovePosition
{
    public static async Task<NoContent> Handle(PositionId id, AppDb db, CancellationToken cancel)
    {
        var position = await db.Set<Position>().FirstOrDefaultAsync(position => position.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (await db.Set<Membership>().AnyAsync(membership => membership.PositionId == id, cancel))
        {
            throw Refusal.Conflict("organization.position-in-use", ("name", position.Name));
        }

        if (await db.Set<HouseDocument>().AnyAsync(document => document.PositionId == id, cancel))
        {
            throw Refusal.Conflict("organization.position-has-document", ("name", position.Name));
        }

        db.Remove(position);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
