using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Cards;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Customers.Relations.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Relations;

/// <summary>A relation as it looks from one of the two.</summary>
/// <param name="Id">Of the relation.</param>
/// <param name="What">What the other one is to this one, in the reader's language.</param>
/// <param name="CustomerId">Left out for one the caller may not see; his name is told all the same.</param>
internal sealed record RelationRow(RelationId Id, RelationKindId KindId, string What, CustomerId? CustomerId, string Name, string? Number, string? Note, IReadOnlyList<string> Can);

/// <summary>A customer in the tree of companies, with those below him.</summary>
internal sealed record GroupNode(CustomerId? CustomerId, string Name, bool IsSelf, IReadOnlyList<GroupNode> Below);

/// <summary>GET /api/customers/{id}/relations: in both directions, and the tree he stands in.</summary>
internal static class ReadRelations
{
    /// <summary>Larger trees are cut off: they are read from their head.</summary>
    private const int MostNodes = 200;

    public sealed record View(IReadOnlyList<RelationRow> Items, GroupNode? Group, IReadOnlyList<string> Can);

    public static async Task<View> Handle(CustomerId id, HttpContext http, AppDb db, Reach reach, CancellationToken cancel)
    {
        var can = await db.MayEdit(id, reach, cancel);
        var english = Languages.Of(http) == Languages.English;
        var kinds = await db.Set<RelationKind>().AsNoTracking().ToDictionaryAsync(kind => kind.Id, cancel);
        var relations = await db.Set<Relation>().AsNoTracking().Where(relation => relation.FromId == id || relation.ToId == id).ToListAsync(cancel);
        var (tree, parents) = await db.FamilyOf(id, MostNodes, cancel);
        var others = relations.ConvertAll(relation => relation.FromId == id ? relation.ToId : relation.FromId);
        var asked = others.Concat(tree).Distinct().ToList();
        var names = await db.Set<Customer>().AsNoTracking().Where(customer => asked.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel);
        var seen = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => asked.Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Number, cancel);
        var rows =
            from relation in relations
            let isFrom = relation.FromId == id
            let other = isFrom ? relation.ToId : relation.FromId
            where names.ContainsKey(other)
            let kind = kinds[relation.KindId]
            orderby kind.Order, names[other]
            select new RelationRow(relation.Id, kind.Id, isFrom ? english ? kind.ReverseEn : kind.Reverse : english ? kind.NameEn : kind.Name,
                seen.ContainsKey(other) ? other : null, names[other], seen.GetValueOrDefault(other), relation.Note, can.Count > 0 ? ["delete"] : []);
        return new View([.. rows], tree.Count < 2 ? null : Node(tree[0], id, parents, names, seen.Keys.ToHashSet(), tree.ToHashSet()), can);
    }

    private static GroupNode Node(
        CustomerId at, CustomerId self, Dictionary<CustomerId, CustomerId> parents, Dictionary<CustomerId, string> names, HashSet<CustomerId> seen, HashSet<CustomerId> left)
    {
        left.Remove(at);
        return new GroupNode(seen.Contains(at) ? at : null, names.GetValueOrDefault(at, "–"), at == self,
            [.. parents.Where(pair => pair.Value == at && left.Contains(pair.Key)).Select(pair => pair.Key).OrderBy(one => names.GetValueOrDefault(one), StringComparer.Ordinal).ToList()
                .Select(one => Node(one, self, parents, names, seen, left))]);
    }
}

/// <summary>POST /api/customers/{id}/relations: what this one is to another, or the other to this one.</summary>
internal static class AddRelation
{
    public sealed record Request : IChecked
    {
        public required RelationKindId KindId { get; init; }

        public required CustomerId OtherId { get; init; }

        /// <summary>The other one is what the kind says first: he is the parent of this one.</summary>
        public required bool OtherFirst { get; init; }

        public string? Note { get; init; }

        public void Check(Check check) => check.OptionalText("note", Note, 200);
    }

    public static async Task<Created<Saved<RelationId>>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        // Whoever makes trees queues here: two who each put one above the other at once would make a circle.
        await db.LockCompany(cancel);
        await db.CustomerToEdit(id, reach, cancel);
        var kind = await db.Set<RelationKind>().FirstOrDefaultAsync(kind => kind.Id == request.KindId, cancel);
        var check = new Check();
        check.That(kind is { IsClosed: false }, "kindId", "record.not-found");
        check.That(request.OtherId == id || (await db.HoldCustomer(request.OtherId, cancel)
            && await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == request.OtherId, cancel)), "otherId", "record.not-found");
        check.That(request.OtherId != id, "otherId", "customers.relation-self");
        check.ThrowIfAny();
        var (from, to) = request.OtherFirst ? (request.OtherId, id) : (id, request.OtherId);
        if (kind!.IsParent)
        {
            if (await db.ParentLines().AnyAsync(line => line.ToId == to, cancel))
            {
                throw Refusal.Conflict("customers.has-parent");
            }

            if (Lineage.WouldCircle(from, to, await db.LinesAbove([from], cancel)))
            {
                throw Refusal.Conflict("customers.relation-circle");
            }
        }

        var (kindId, isMutual) = (kind.Id, kind.IsMutual);
        if (await db.Set<Relation>().AnyAsync(relation => relation.KindId == kindId
            && ((relation.FromId == from && relation.ToId == to) || (isMutual && relation.FromId == to && relation.ToId == from)), cancel))
        {
            throw Refusal.Conflict("customers.relation-there");
        }

        var relation = new Relation { Id = Id.New<RelationId>(), KindId = kind.Id, FromId = from, ToId = to, Note = request.Note.CleanOrNull(), CreatedAt = clock.Now };
        db.Add(relation);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customer-relations/{relation.Id}", new Saved<RelationId>(relation.Id, 1));
    }
}

/// <summary>DELETE /api/customer-relations/{id}: by who may edit one of the two.</summary>
internal static class RemoveRelation
{
    public static async Task<NoContent> Handle(RelationId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var mine = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit);
        var relation = await db.Set<Relation>().FirstOrDefaultAsync(relation => relation.Id == id && mine.Any(customer => customer.Id == relation.FromId || customer.Id == relation.ToId), cancel)
            ?? throw Refusal.NotFound("record.not-found");
        db.Remove(relation);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Relations go along with a merge, but for those that would then be nonsense: of one with himself, twice the same, or in a circle.</summary>
internal sealed class RelationsOfCustomer(AppDb db) : ICustomerReferences
{
    public string Kind => "relations";

    public Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel) =>
        db.Set<Relation>().CountAsync(relation => relation.FromId == from || relation.ToId == from, cancel);

    public async Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        return await Give(await db.Set<Relation>().Where(relation => relation.FromId == from || relation.ToId == from).ToListAsync(cancel), from, to, cancel);
    }

    public async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var ids = rows.Select(RelationId.From).ToList();
        return (await Give(await db.Set<Relation>().Where(relation => ids.Contains(relation.Id) && (relation.FromId == from || relation.ToId == from)).ToListAsync(cancel), from, to, cancel)).Count;
    }

    private async Task<IReadOnlyList<Guid>> Give(List<Relation> relations, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var kinds = await db.Set<RelationKind>().AsNoTracking().ToDictionaryAsync(kind => kind.Id, cancel);
        var there = await db.Set<Relation>().AsNoTracking().Where(relation => relation.FromId == to || relation.ToId == to).ToListAsync(cancel);
        var parents = await db.LinesAbove([to, .. relations.SelectMany(relation => new[] { relation.FromId, relation.ToId }).Distinct()], cancel);
        var given = new List<Guid>();
        foreach (var relation in relations)
        {
            var (first, second) = (relation.FromId == from ? to : relation.FromId, relation.ToId == from ? to : relation.ToId);
            var kind = kinds[relation.KindId];
            if (first == second
                || there.Exists(one => one.KindId == relation.KindId && ((one.FromId == first && one.ToId == second) || (kind.IsMutual && one.FromId == second && one.ToId == first)))
                || (kind.IsParent && (parents.ContainsKey(second) && second == to || Lineage.WouldCircle(first, second, parents))))
            {
                continue;
            }

            (relation.FromId, relation.ToId) = (first, second);
            if (kind.IsParent)
            {
                parents[second] = first;
            }

            given.Add(relation.Id.Value);
        }

        await db.SaveChangesAsync(cancel);
        return given;
    }
}
