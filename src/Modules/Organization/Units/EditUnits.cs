using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Units;

internal abstract record UnitRequest : IChecked
{
    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    public UnitId? ParentId { get; init; }

    public PersonId? HeadId { get; init; }

    public int Order { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
    }

    protected internal async Task CheckReferences(AppDb db, UnitId? self, CancellationToken cancel)
    {
        var check = new Check();
        check.That(HeadId is null || await db.Set<Person>().AnyAsync(person => person.Id == HeadId, cancel), "headId", "record.not-found");
        check.That(ParentId is null || await db.Set<Unit>().AnyAsync(unit => unit.Id == ParentId, cancel), "parentId", "record.not-found");
        check.That(!await db.Set<Unit>().AnyAsync(unit => unit.ParentId == ParentId && unit.Name == Name.Clean() && unit.Id != self, cancel),
            "name", "organization.unit-name-taken", ("name", Name));
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/units</summary>
internal static class AddUnit
{
    public sealed record Request : UnitRequest;

    public static async Task<IResult> Handle(Request request, AppDb db, CancellationToken cancel)
    {
        if (request.ParentId is null)
        {
            throw Refusal.Faulty([Fault.At("parentId", "field.required")]);
        }

        await request.CheckReferences(db, null, cancel);
        var unit = new Unit
        {
            Id = Id.New<UnitId>(),
            ParentId = request.ParentId,
            Name = request.Name.Clean(),
            Kind = request.Kind,
            HeadId = request.HeadId,
            Order = request.Order,
        };
        db.Add(unit);
        await db.SaveChangesAsync(cancel);
        return Results.Created($"/api/units/{unit.Id}", new Saved<UnitId>(unit.Id, unit.Version));
    }
}

/// <summary>PUT /api/units/{id}</summary>
internal static class EditUnit
{
    public sealed record Request : UnitRequest;

    public static async Task<Saved<UnitId>> Handle(UnitId id, Request request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var unit = await db.Set<Unit>().FirstOrDefaultAsync(unit => unit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(unit, seen);
        if (unit.ParentId is null != request.ParentId is null)
        {
            throw Refusal.Faulty([Fault.At("parentId", "organization.one-root")]);
        }

        await request.CheckReferences(db, id, cancel);
        await RefuseCycle(id, request.ParentId, db, cancel);
        unit.ParentId = request.ParentId;
        unit.Name = request.Name.Clean();
        unit.Kind = request.Kind;
        unit.HeadId = request.HeadId;
        unit.Order = request.Order;
        await db.SaveChangesAsync(cancel);
        return new Saved<UnitId>(unit.Id, unit.Version);
    }

    /// <summary>A unit put under itself would take its whole branch out of the tree.</summary>
    private static async Task RefuseCycle(UnitId id, UnitId? parent, AppDb db, CancellationToken cancel)
    {
        // Two moves at once could each be fine and together make a circle, so movers queue at the root.
        var root = await db.Set<Unit>().Where(unit => unit.ParentId == null).Select(unit => unit.Id).SingleAsync(cancel);
        await db.Locked<Unit>(root.Value).AsNoTracking().LoadAsync(cancel);
        var parents = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancel);
        for (var above = parent; above is { } node; above = parents.GetValueOrDefault(node))
        {
            if (node == id)
            {
                throw Refusal.Faulty([Fault.At("parentId", "organization.unit-under-itself")]);
            }
        }
    }
}

/// <summary>DELETE /api/units/{id}: only one that never held anybody or anything.</summary>
internal static class RemoveUnit
{
    public static async Task<IResult> Handle(UnitId id, AppDb db, CancellationToken cancel)
    {
        var unit = await db.Set<Unit>().FirstOrDefaultAsync(unit => unit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (unit.ParentId is null)
        {
            throw Refusal.Conflict("organization.one-root");
        }

        if (await db.Set<Membership>().AnyAsync(membership => membership.UnitId == id, cancel)
            || await db.Set<Unit>().AnyAsync(child => child.ParentId == id, cancel))
        {
            throw Refusal.Conflict("organization.unit-in-use", ("name", unit.Name));
        }

        db.Remove(unit);
        await db.SaveChangesAsync(cancel);
        return Results.NoContent();
    }
}
