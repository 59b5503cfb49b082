using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Units;

internal abstract record UnitRequest : IChecked
{
    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    public UnitId? ParentId { get; init; }

    public PersonId? HeadId { get; init; }

    public int Order { get; init; }

    /// <summary>First day on which it is so. Left out: of a new unit, as long as the house remembers; of a change, today.</summary>
    public DateOnly? First { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
        if (First is { } first)
        {
            check.Day("first", first);
        }
    }

    /// <summary>Asked of the tree as it is on that day, under the lock of the house: two changes at once could each be fine and together be wrong.</summary>
    protected internal async Task CheckReferences(AppDb db, UnitId? self, DateOnly day, CancellationToken cancel)
    {
        var units = await db.UnitCardsOn(day).Where(unit => !unit.IsClosed).ToDictionaryAsync(unit => unit.Id, cancel);
        var check = new Check();
        check.That(HeadId is null || await db.Set<Person>().AnyAsync(person => person.Id == HeadId, cancel), "headId", "record.not-found");
        check.That(ParentId is not { } parent || units.ContainsKey(parent), "parentId", "record.not-found");
        check.That(!units.Values.Any(unit => unit.ParentId == ParentId && unit.Name == Name.Clean() && unit.Id != self),
            "name", "organization.unit-name-taken", ("name", Name));
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/units</summary>
internal static class AddUnit
{
    public sealed record Request : UnitRequest;

    public static async Task<Created<Saved<UnitId>>> Handle(Request request, AppDb db, CancellationToken cancel)
    {
        if (request.ParentId is null)
        {
            throw Refusal.Faulty([Fault.At("parentId", "field.required")]);
        }

        await db.LockCompany(cancel);
        var from = request.First is { } day && day > db.Today ? day : db.Today;
        await request.CheckReferences(db, null, from, cancel);
        await db.RefuseClosing(request.ParentId, from, "parentId", cancel);
        var id = Id.New<UnitId>();
        var unit = UnitTerms.Found(new UnitTerm
        {
            Id = Id.New<UnitTermId>(),
            UnitId = id,
            ParentId = request.ParentId,
            Name = request.Name.Clean(),
            Kind = request.Kind,
            HeadId = request.HeadId,
            Order = request.Order,
            First = request.First ?? UnitTerm.Beginning,
        });
        db.Add(unit);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/units/{unit.Id}", new Saved<UnitId>(unit.Id, unit.Version));
    }
}

/// <summary>PUT /api/units/{id}: from that day on it is so; what it was before stays on file.</summary>
internal static class EditUnit
{
    public sealed record Request : UnitRequest;

    public static async Task<Saved<UnitId>> Handle(UnitId id, Request request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var unit = await db.Set<Unit>().Include(unit => unit.Terms).FirstOrDefaultAsync(unit => unit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(unit, seen);
        var day = request.First ?? clock.Today;
        var term = unit.From(day);
        if (term.ParentId is null != request.ParentId is null)
        {
            throw Refusal.Faulty([Fault.At("parentId", "organization.one-root")]);
        }

        if (term.IsClosed || unit.Terms.Exists(later => later.First > day && later.IsClosed))
        {
            throw Refusal.Conflict("organization.unit-closed", ("name", term.Name));
        }

        await request.CheckReferences(db, id, day, cancel);
        // What later days have of what is now changed changes with it; what they have of their own stays.
        var before = (term.ParentId, term.Name, term.Kind, term.HeadId, term.Order);
        foreach (var one in unit.Terms.Where(one => one.First >= day))
        {
            one.ParentId = one.ParentId == before.ParentId ? request.ParentId : one.ParentId;
            one.Name = one.Name == before.Name ? request.Name.Clean() : one.Name;
            one.Kind = one.Kind == before.Kind ? request.Kind : one.Kind;
            one.HeadId = one.HeadId == before.HeadId ? request.HeadId : one.HeadId;
            one.Order = one.Order == before.Order ? request.Order : one.Order;
        }

        if (request.ParentId != before.ParentId)
        {
            await db.RefuseClosing(request.ParentId, day, "parentId", cancel);
            await RefuseCircle(unit, day, db, cancel);
        }

        db.Entry(unit).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<UnitId>(unit.Id, unit.Version);
    }

    /// <summary>A unit put under itself would take its whole branch out of the tree: on that day, or on a later one when what is on file for it begins.</summary>
    private static async Task RefuseCircle(Unit unit, DateOnly day, AppDb db, CancellationToken cancel)
    {
        var terms = await db.Set<UnitTerm>().AsNoTracking().Where(term => term.UnitId != unit.Id && (term.Last == null || term.Last >= day)).ToListAsync(cancel);
        terms.AddRange(unit.Terms);
        foreach (var then in terms.Select(term => term.First > day ? term.First : day).Distinct())
        {
            var parents = terms.Where(term => term.First <= then && (term.Last is null || term.Last >= then)).ToDictionary(term => term.UnitId, term => term.ParentId);
            if (UnitTree.Above(unit.Id, parents).Skip(1).Contains(unit.Id))
            {
                throw Refusal.Faulty([Fault.At("parentId", "organization.unit-under-itself")]);
            }
        }
    }
}

/// <summary>DELETE /api/units/{id}: only one that never held anybody or anything.</summary>
internal static class RemoveUnit
{
    public static async Task<NoContent> Handle(UnitId id, AppDb db, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var unit = await db.Set<Unit>().Include(unit => unit.Terms).FirstOrDefaultAsync(unit => unit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var last = unit.Terms.MaxBy(term => term.First)!;
        if (last.ParentId is null)
        {
            throw Refusal.Conflict("organization.one-root");
        }

        if (unit.Terms.Exists(term => term.ReorganizationId != null)
            || await db.Set<Membership>().AnyAsync(membership => membership.UnitId == id, cancel)
            || await db.Set<UnitTerm>().AnyAsync(child => child.ParentId == id, cancel))
        {
            throw Refusal.Conflict("organization.unit-in-use", ("name", last.Name));
        }

        db.Remove(unit);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
