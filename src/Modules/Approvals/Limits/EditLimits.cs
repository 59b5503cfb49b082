using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Approvals.Limits;

internal sealed record LimitRow
{
    public required ApprovalLimitId Id { get; init; }

    public PersonId? PersonId { get; init; }

    public PositionId? PositionId { get; init; }

    /// <summary>Of the person or the position.</summary>
    public required string HolderName { get; init; }

    public string? Kind { get; init; }

    public Money? Amount { get; init; }

    public Rate? Discount { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/approval-limits: who may approve up to how much.</summary>
internal static class ListLimits
{
    private static readonly ListSpec<LimitRow> Spec = new ListSpec<LimitRow>("approval-limits", row => row.Id)
        .NameColumn("holderName", row => row.HolderName)
        .Column("kind", row => row.Kind)
        .Column("amount", row => row.Amount)
        .Column("discount", row => row.Discount)
        .SortedBy("-amount");

    public static async Task<ListPage<LimitRow>> Handle([AsParameters] ListQuery query, AppDb db, CancellationToken cancel)
    {
        var (people, positions) = (db.PersonCards, db.PositionCards);
        var rows = db.Set<Limit>().AsNoTracking().Select(limit => new LimitRow
        {
            Id = limit.Id,
            PersonId = limit.PersonId,
            PositionId = limit.PositionId,
            HolderName = (limit.PersonId != null
                ? people.Where(person => person.Id == limit.PersonId).Select(person => person.Name).FirstOrDefault()
                : positions.Where(position => position.Id == limit.PositionId).Select(position => position.Name).FirstOrDefault()) ?? "",
            Kind = limit.Kind,
            Amount = limit.Amount,
            Discount = limit.Discount,
            Version = limit.Version,
        });
        if (query.Pattern is { } pattern)
        {
            rows = rows.Where(row => EF.Functions.Like(row.HolderName.ToLower(), pattern, @"\"));
        }

        return await Spec.Page(rows, query, db, cancel);
    }
}

internal record LimitRequest : IChecked
{
    /// <summary>Included; left out is without limit.</summary>
    public Money? Amount { get; init; }

    public Rate? Discount { get; init; }

    public virtual void Check(Check check)
    {
        if (Amount is { } amount)
        {
            check.NotNegative("amount", amount);
        }

        if (Discount is { } discount)
        {
            check.Fraction("discount", discount);
        }
    }
}

/// <summary>POST /api/approval-limits: of a person or of a position, for one kind or for all.</summary>
internal static class AddLimit
{
    public sealed record Request : LimitRequest
    {
        public PersonId? PersonId { get; init; }

        public PositionId? PositionId { get; init; }

        public string? Kind { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.That(PersonId is null != PositionId is null, "positionId", "approvals.person-or-position");
            check.OptionalText("kind", Kind, 40);
        }
    }

    public static async Task<Created<Saved<ApprovalLimitId>>> Handle(Request request, AppDb db, IEnumerable<ApprovalKind> kinds, CancellationToken cancel)
    {
        var check = new Check();
        check.That(request.Kind is null || kinds.Any(kind => kind.Code == request.Kind), "kind", "approvals.unknown-kind");
        check.That(request.PersonId is null || await db.PersonCards.AnyAsync(person => person.Id == request.PersonId, cancel), "personId", "record.not-found");
        check.That(request.PositionId is null || await db.PositionCards.AnyAsync(position => position.Id == request.PositionId, cancel), "positionId", "record.not-found");
        check.ThrowIfAny();
        // The index can't hold it: two empty fields are never the same to a database.
        await db.LockCompany(cancel);
        if (await db.Set<Limit>().AnyAsync(limit => limit.PersonId == request.PersonId && limit.PositionId == request.PositionId && limit.Kind == request.Kind, cancel))
        {
            throw Refusal.Faulty([Fault.At(request.PersonId is null ? "positionId" : "personId", "approvals.limit-exists")]);
        }

        var limit = new Limit
        {
            Id = Id.New<ApprovalLimitId>(),
            PersonId = request.PersonId,
            PositionId = request.PositionId,
            Kind = request.Kind,
            Amount = request.Amount,
            Discount = request.Discount,
        };
        db.Add(limit);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/approval-limits/{limit.Id}", new Saved<ApprovalLimitId>(limit.Id, limit.Version));
    }
}

/// <summary>PUT /api/approval-limits/{id}: whose it is stays.</summary>
internal static class EditLimit
{
    public static async Task<Saved<ApprovalLimitId>> Handle(ApprovalLimitId id, LimitRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var limit = await db.Set<Limit>().FirstOrDefaultAsync(limit => limit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(limit, seen);
        (limit.Amount, limit.Discount) = (request.Amount, request.Discount);
        await db.SaveChangesAsync(cancel);
        return new Saved<ApprovalLimitId>(limit.Id, limit.Version);
    }
}

/// <summary>DELETE /api/approval-limits/{id}</summary>
internal static class RemoveLimit
{
    public static async Task<NoContent> Handle(ApprovalLimitId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await db.Set<Limit>().FirstOrDefaultAsync(limit => limit.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
