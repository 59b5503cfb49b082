using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Attendance;

internal sealed record LeaveKindRow
{
    public required LeaveKindId Id { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required bool IsPaid { get; init; }

    public required bool IsClosed { get; init; }

    public required int Order { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/leave-kinds: in the order of the house.</summary>
internal static class ListLeaveKinds
{
    public sealed record View(IReadOnlyList<LeaveKindRow> Items, int Total);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var kinds = await db.Set<LeaveKind>().AsNoTracking().OrderBy(kind => kind.Order).ThenBy(kind => kind.Id).Select(kind => new LeaveKindRow
        {
            Id = kind.Id,
            Name = kind.Name,
            NameEn = kind.NameEn,
            IsPaid = kind.IsPaid,
            IsClosed = kind.IsClosed,
            Order = kind.Order,
            Version = kind.Version,
        }).ToListAsync(cancel);
        return new View(kinds, kinds.Count);
    }
}

internal sealed record LeaveKindRequest : IChecked
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required bool IsPaid { get; init; }

    public bool IsClosed { get; init; }

    public required int Order { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 40);
        check.Text("nameEn", NameEn, 40);
        check.That(Order is >= 0 and <= 1_000, "order", "field.range", ("min", 0), ("max", 1_000));
    }
}

/// <summary>POST /api/leave-kinds</summary>
internal static class AddLeaveKind
{
    public static async Task<Created<Saved<LeaveKindId>>> Handle(LeaveKindRequest request, AppDb db, CancellationToken cancel)
    {
        var kind = new LeaveKind { Id = Id.New<LeaveKindId>(), Name = request.Name.Clean(), NameEn = request.NameEn.Clean(), IsPaid = request.IsPaid, IsClosed = request.IsClosed, Order = request.Order };
        db.Add(kind);
        await Save(db, cancel);
        return TypedResults.Created($"/api/leave-kinds/{kind.Id}", new Saved<LeaveKindId>(kind.Id, kind.Version));
    }

    public static async Task Save(AppDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            throw Refusal.Faulty([Fault.At("name", "organization.leave-kind-taken")]);
        }
    }
}

/// <summary>PUT /api/leave-kinds/{id}: one that is in use is closed, never removed.</summary>
internal static class EditLeaveKind
{
    public static async Task<Saved<LeaveKindId>> Handle(LeaveKindId id, LeaveKindRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var kind = await db.Set<LeaveKind>().FirstOrDefaultAsync(kind => kind.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(kind, seen);
        (kind.Name, kind.NameEn, kind.IsPaid, kind.IsClosed, kind.Order) = (request.Name.Clean(), request.NameEn.Clean(), request.IsPaid, request.IsClosed, request.Order);
        await AddLeaveKind.Save(db, cancel);
        return new Saved<LeaveKindId>(kind.Id, kind.Version);
    }
}
