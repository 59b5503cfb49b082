using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Territories.Guarding;

internal sealed record GuardPolicyRow
{
    public required GuardPolicyId Id { get; init; }

    public required TerritoryAct Act { get; init; }

    public required DateOnly First { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public PositionId? PositionId { get; init; }

    public string? PositionName { get; init; }

    public required OutsideRule Rule { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/territory-policies: what holds outside of one's territory, the newest first.</summary>
internal static class ListGuardPolicies
{
    public sealed record View(IReadOnlyList<GuardPolicyRow> Items, int Total);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var positions = await db.PositionCards.ToDictionaryAsync(position => position.Id, position => position.Name, cancel);
        var rows = await db.Set<GuardPolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ThenBy(policy => policy.Id).ToListAsync(cancel);
        return new View([.. rows.Select(policy => new GuardPolicyRow
        {
            Id = policy.Id,
            Act = policy.Act,
            First = policy.First,
            UnitId = policy.UnitId,
            UnitName = policy.UnitId is { } unit ? units.GetValueOrDefault(unit) : null,
            PositionId = policy.PositionId,
            PositionName = policy.PositionId is { } position ? positions.GetValueOrDefault(position) : null,
            Rule = policy.Rule,
            Can = policy.First > clock.Today ? ["delete"] : [],
        })], rows.Count);
    }
}

/// <summary>POST /api/territory-policies: from a day on, today at the earliest.</summary>
internal static class AddGuardPolicy
{
    public sealed record Request : IChecked
    {
        public required TerritoryAct Act { get; init; }

        public required DateOnly First { get; init; }

        /// <summary>With those below it; left out, the whole house.</summary>
        public UnitId? UnitId { get; init; }

        public PositionId? PositionId { get; init; }

        public required OutsideRule Rule { get; init; }

        public void Check(Check check) => check.Day("first", First);
    }

    public static async Task<Created<Saved<GuardPolicyId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        // An index can't hold it for the house: empty fields are never the same to a database.
        await db.LockCompany(cancel);
        var check = new Check();
        check.That(request.UnitId is null || await db.UnitCards.AnyAsync(unit => unit.Id == request.UnitId, cancel), "unitId", "record.not-found");
        check.That(request.PositionId is null || await db.PositionCards.AnyAsync(position => position.Id == request.PositionId, cancel), "positionId", "record.not-found");
        await check.FirstDay(
            request.First, clock.Today, "territories.policy-past",
            db.Set<GuardPolicy>().Where(policy => policy.Act == request.Act && policy.UnitId == request.UnitId && policy.PositionId == request.PositionId), "territories.policy-day-taken", cancel);
        check.ThrowIfAny();
        var policy = new GuardPolicy
        {
            Id = Id.New<GuardPolicyId>(),
            Act = request.Act,
            First = request.First,
            UnitId = request.UnitId,
            PositionId = request.PositionId,
            Rule = request.Rule,
        };
        db.Add(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/territory-policies/{policy.Id}", new Saved<GuardPolicyId>(policy.Id, 1));
    }
}

/// <summary>DELETE /api/territory-policies/{id}: only one that does not hold yet.</summary>
internal static class RemoveGuardPolicy
{
    public static Task<NoContent> Handle(GuardPolicyId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<GuardPolicy>(policy => policy.Id == id, clock.Today, "territories.policy-holds", cancel);
}
