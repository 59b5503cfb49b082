using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Grades;

internal sealed record StageRuleRow(StageRuleId Id, DateOnly First, int SurvivalMonths, int GrowthMonths, IReadOnlyList<string> Can);

/// <summary>GET /api/stage-rules: the newest first.</summary>
internal static class ListStageRules
{
    public sealed record View(IReadOnlyList<StageRuleRow> Items);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var rules = await db.Set<StageRule>().AsNoTracking().OrderByDescending(rule => rule.First).ToListAsync(cancel);
        return new([.. rules.Select(rule => new StageRuleRow(
            rule.Id, rule.First, rule.SurvivalMonths, rule.GrowthMonths, rule.First > clock.Today ? ["delete"] : []))]);
    }
}

/// <summary>POST /api/stage-rules: other boundaries from a day on, today at the earliest; what was said before stays.</summary>
internal static class AddStageRule
{
    public sealed record Request : IChecked
    {
        public required DateOnly First { get; init; }

        public required int SurvivalMonths { get; init; }

        public required int GrowthMonths { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            check.That(SurvivalMonths is >= 1 and <= 120, "survivalMonths", "field.range", ("min", 1), ("max", 120));
            check.That(GrowthMonths is >= 1 and <= 240, "growthMonths", "field.range", ("min", 1), ("max", 240));
            check.That(GrowthMonths > SurvivalMonths, "growthMonths", "organization.stage-order");
        }
    }

    public static async Task<Created<Saved<StageRuleId>>> Handle(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "organization.stage-past", db.Set<StageRule>(), "organization.stage-day-taken", cancel);
        check.ThrowIfAny();
        var rule = new StageRule
        {
            Id = Id.New<StageRuleId>(),
            First = request.First,
            SurvivalMonths = request.SurvivalMonths,
            GrowthMonths = request.GrowthMonths,
        };
        db.Add(rule);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/stage-rules/{rule.Id}", new Saved<StageRuleId>(rule.Id, 1));
    }
}

/// <summary>DELETE /api/stage-rules/{id}: only one that does not hold yet.</summary>
internal static class RemoveStageRule
{
    public static Task<NoContent> Handle(StageRuleId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<StageRule>(rule => rule.Id == id, clock.Today, "organization.stage-holds", cancel);
}

internal static class StageRuleOf
{
    /// <summary>The boundaries that hold on a day.</summary>
    public static async Task<StageBounds> StageBoundsOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<StageRule>(day, cancel) is { } rule ? new StageBounds(rule.SurvivalMonths, rule.GrowthMonths) : StageBounds.Usual;
}
