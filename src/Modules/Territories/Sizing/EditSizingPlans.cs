using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Sizing;

internal sealed record SizingPlanRequest : IChecked
{
    public required string Name { get; init; }

    public required int Year { get; init; }

    public required SizingInput Input { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.That(Year is >= 2000 and <= 2100, "year", "field.range", ("min", 2000), ("max", 2100));
        var inner = new Check();
        Input.Check(inner);
        foreach (var fault in inner.Faults)
        {
            check.Add($"input.{fault.Field}", fault.Code, [.. fault.Params.Select(one => (one.Key, one.Value))]);
        }
    }

    public async Task CheckName(AppDb db, Check check, SizingPlanId? self, CancellationToken cancel) =>
        check.That(!await db.Set<SizingPlan>().AnyAsync(plan => plan.Year == Year && plan.Name == Name.Clean() && plan.Id != self, cancel), "name", "territories.name-taken", ("name", Name));
}

internal sealed record SizingPlanView(SizingPlanId Id, string Name, int Year, SizingInput Input, SizingResult Result, DateTimeOffset EditedAt, int Version);

/// <summary>GET /api/sizing-plans: each with what follows from it.</summary>
internal static class ListSizingPlans
{
    public sealed record View(IReadOnlyList<SizingPlanView> Items, int Total);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var plans = (await db.Set<SizingPlan>().AsNoTracking().OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Name).ToListAsync(cancel)).ConvertAll(plan =>
        {
            var input = JsonSerializer.Deserialize<SizingInput>(plan.Content, JsonTypes.Options)!;
            return new SizingPlanView(plan.Id, plan.Name, plan.Year, input, SizingResult.Of(input), plan.EditedAt, plan.Version);
        });
        return new View(plans, plans.Count);
    }
}

/// <summary>POST /api/sizing-plans</summary>
internal static class AddSizingPlan
{
    public static async Task<Created<Saved<SizingPlanId>>> Handle(SizingPlanRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await request.CheckName(db, check, null, cancel);
        check.ThrowIfAny();
        var plan = new SizingPlan
        {
            Id = Id.New<SizingPlanId>(),
            Name = request.Name.Clean(),
            Year = request.Year,
            Content = JsonSerializer.Serialize(request.Input, JsonTypes.Options),
            EditedAt = clock.Now,
        };
        db.Add(plan);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/sizing-plans/{plan.Id}", new Saved<SizingPlanId>(plan.Id, plan.Version));
    }
}

/// <summary>PUT /api/sizing-plans/{id}</summary>
internal static class EditSizingPlan
{
    public static async Task<Saved<SizingPlanId>> Handle(SizingPlanId id, SizingPlanRequest request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var plan = await db.Set<SizingPlan>().FirstOrDefaultAsync(plan => plan.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(plan, seen);
        var check = new Check();
        await request.CheckName(db, check, id, cancel);
        check.ThrowIfAny();
        (plan.Name, plan.Year, plan.Content, plan.EditedAt) = (request.Name.Clean(), request.Year, JsonSerializer.Serialize(request.Input, JsonTypes.Options), clock.Now);
        await db.SaveChangesAsync(cancel);
        return new Saved<SizingPlanId>(plan.Id, plan.Version);
    }
}

/// <summary>DELETE /api/sizing-plans/{id}</summary>
internal static class RemoveSizingPlan
{
    public static async Task<NoContent> Handle(SizingPlanId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await db.Set<SizingPlan>().FirstOrDefaultAsync(plan => plan.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
