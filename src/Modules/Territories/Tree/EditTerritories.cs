using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Numbers;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

internal abstract record TerritoryRequest : IChecked
{
    public required string Name { get; init; }

    public TerritoryId? ParentId { get; init; }

    public string? Kind { get; init; }

    public int Order { get; init; }

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("kind", Kind, 40);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
    }

    protected internal async Task CheckReferences(AppDb db, Check check, TerritoryId? self, CancellationToken cancel)
    {
        check.That(ParentId is null || await db.Set<Territory>().AnyAsync(territory => territory.Id == ParentId, cancel), "parentId", "record.not-found");
        check.That(!await db.Set<Territory>().AnyAsync(territory => territory.ParentId == ParentId && territory.Name == Name.Clean() && territory.Id != self, cancel),
            "name", "territories.name-taken", ("name", Name));
        if (self is { } id && ParentId is { } parent)
        {
            check.That(!(await db.TerritoriesUnder(id, cancel)).Contains(parent), "parentId", "territories.under-itself");
        }
    }
}

/// <summary>POST /api/territories</summary>
internal static class AddTerritory
{
    public sealed record Request : TerritoryRequest
    {
        /// <summary>Left out, the next number is given.</summary>
        public string? Number { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
        }
    }

    public static async Task<Created<Saved<TerritoryId>>> Handle(Request request, AppDb db, NumberSequences numbers, CancellationToken cancel)
    {
        var check = new Check();
        var number = request.Number.CleanOrNull();
        check.That(number is null || !await db.Set<Territory>().AnyAsync(territory => territory.Number == number, cancel), "number", "record.number-taken", ("number", number));
        await request.CheckReferences(db, check, null, cancel);
        check.ThrowIfAny();
        var territory = new Territory
        {
            Id = Id.New<TerritoryId>(),
            Number = number ?? await numbers.Take("territories", db.Set<Territory>().Select(territory => territory.Number), cancel),
            ParentId = request.ParentId,
            Name = request.Name.Clean(),
            Kind = request.Kind.CleanOrNull(),
            Order = request.Order,
        };
        db.Add(territory);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/territories/{territory.Id}", new Saved<TerritoryId>(territory.Id, territory.Version));
    }
}

/// <summary>PUT /api/territories/{id}</summary>
internal static class EditTerritory
{
    public sealed record Request : TerritoryRequest;

    public static async Task<Saved<TerritoryId>> Handle(TerritoryId id, Request request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var territory = await db.Set<Territory>().FirstOrDefaultAsync(territory => territory.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(territory, seen);
        // Two moves at once could each be fine and together make a circle.
        await db.LockCompany(cancel);
        var check = new Check();
        await request.CheckReferences(db, check, id, cancel);
        check.ThrowIfAny();
        territory.Name = request.Name.Clean();
        territory.ParentId = request.ParentId;
        territory.Kind = request.Kind.CleanOrNull();
        territory.Order = request.Order;
        await db.SaveChangesAsync(cancel);
        return new Saved<TerritoryId>(territory.Id, territory.Version);
    }
}

/// <summary>DELETE /api/territories/{id}: refused while anything lies in it, or will by rules that hold or are being made.</summary>
internal static class RemoveTerritory
{
    public static async Task<NoContent> Handle(TerritoryId id, AppDb db, CancellationToken cancel)
    {
        // Nobody names it meanwhile.
        await db.LockCompany(cancel);
        var territory = await db.Set<Territory>().FirstOrDefaultAsync(territory => territory.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        await NamedByRules.Refuse(db, [id], cancel);
        db.Remove(territory);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/territories/{id}/holders: from that day a person answers for it, or supports it.</summary>
internal static class HoldTerritory
{
    public sealed record Request : IChecked
    {
        public required PersonId PersonId { get; init; }

        public required bool IsResponsible { get; init; }

        public required DateOnly First { get; init; }

        public DateOnly? Last { get; init; }

        public void Check(Check check) => check.Period("first", First, Last);
    }

    public static async Task<Saved<TerritoryId>> Handle(TerritoryId id, Request request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var territory = await db.Set<Territory>().Include(territory => territory.Holders)
            .FirstOrDefaultAsync(territory => territory.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(territory, seen);
        var check = new Check();
        var people = db.PersonCards;
        check.That(await people.AnyAsync(person => person.Id == request.PersonId, cancel), "personId", "record.not-found");
        var clash = territory.Holders.Find(holder => holder.PersonId == request.PersonId && holder.Overlaps(request.First, request.Last));
        check.That(clash is null, "personId", "territories.holds-already", ("day", clash?.First));
        if (request.IsResponsible)
        {
            Relieve(db, territory, request, check);
        }

        check.ThrowIfAny();
        db.Add(new TerritoryHolder
        {
            Id = Id.New<TerritoryHolderId>(),
            TerritoryId = id,
            PersonId = request.PersonId,
            Part = request.IsResponsible ? HolderPart.Responsible : HolderPart.Supporting,
            First = request.First,
            Last = request.Last,
        });
        db.Entry(territory).Property(territory => territory.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<TerritoryId>(territory.Id, territory.Version);
    }

    /// <summary>
    /// One answers for a territory on any day: whoever did so until now ends the day before, the past stays as it was. After one who only stands in for a
    /// time he goes on as he was.
    /// </summary>
    private static void Relieve(AppDb db, Territory territory, Request request, Check check)
    {
        foreach (var holder in territory.Holders.Where(holder => holder.Part == HolderPart.Responsible && holder.Overlaps(request.First, request.Last)).ToList())
        {
            if (holder.First >= request.First)
            {
                check.Add("first", "territories.responsible-in-the-way", ("day", holder.First));
            }
            else
            {
                var until = holder.Last;
                holder.Last = request.First.AddDays(-1);
                if (request.Last is { } end && (until is null || until > end))
                {
                    db.Add(new TerritoryHolder
                    {
                        Id = Id.New<TerritoryHolderId>(),
                        TerritoryId = territory.Id,
                        PersonId = holder.PersonId,
                        Part = HolderPart.Responsible,
                        First = end.AddDays(1),
                        Last = until,
                    });
                }
            }
        }
    }
}

/// <summary>PUT /api/territories/{id}/holders/{holder}: the last day of his time, whether somebody follows or not; none is until further notice.</summary>
internal static class EndHolder
{
    public sealed record Request : IChecked
    {
        /// <summary>His last day; none where it goes on.</summary>
        public DateOnly? Last { get; init; }

        public void Check(Check check)
        {
            if (Last is { } last)
            {
                check.Day("last", last);
            }
        }
    }

    public static async Task<Saved<TerritoryId>> Handle(TerritoryId id, TerritoryHolderId holder, Request request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var territory = await db.Set<Territory>().Include(territory => territory.Holders)
            .FirstOrDefaultAsync(territory => territory.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(territory, seen);
        var row = territory.Holders.Find(row => row.Id == holder) ?? throw Refusal.NotFound("record.not-found");
        var check = new Check();
        check.Period("last", row.First, request.Last);
        // Longer than he had it is only as long as nobody else has it.
        var clash = territory.Holders.Find(other => other != row && other.Overlaps(row.First, request.Last) && (other.PersonId == row.PersonId || (row.Part == HolderPart.Responsible && other.Part == HolderPart.Responsible)));
        check.That(clash is null, "last", clash?.PersonId == row.PersonId ? "territories.holds-already" : "territories.responsible-in-the-way", ("day", clash?.First));
        check.ThrowIfAny();
        row.Last = request.Last;
        db.Entry(territory).Property(territory => territory.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<TerritoryId>(territory.Id, territory.Version);
    }
}

/// <summary>DELETE /api/territories/{id}/holders/{holder}: for a mistake; who goes ends, and stays in the history.</summary>
internal static class RemoveHolder
{
    public static async Task<NoContent> Handle(TerritoryId id, TerritoryHolderId holder, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var territory = await db.Set<Territory>().Include(territory => territory.Holders)
            .FirstOrDefaultAsync(territory => territory.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(territory, seen);
        var row = territory.Holders.Find(row => row.Id == holder) ?? throw Refusal.NotFound("record.not-found");
        db.Remove(row);
        db.Entry(territory).Property(territory => territory.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
