using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Balance;

internal sealed record ScenarioRequest : IChecked
{
    private const int MostMoves = 200;
    private const int MostCustomers = 2_000;

    public required string Name { get; init; }

    public required IReadOnlyList<WhatIf> Moves { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.That(Moves.Count <= MostMoves, "moves", "field.too-many", ("max", MostMoves));
        foreach (var (i, move) in Moves.Take(MostMoves).Index())
        {
            check.That(move.From != move.To, $"moves[{i}].to", "territories.move-nowhere");
            check.That(move.Area is not null || move.Customers.Count > 0, $"moves[{i}].area", "field.required");
            check.That(move.Area is null || ShippedTables.Regions.Has(move.Area), $"moves[{i}].area", "territories.region-unknown");
            check.That(move.Customers.Count <= MostCustomers, $"moves[{i}].customers", "field.too-many", ("max", MostCustomers));
        }
    }

    /// <summary>Until the transaction ends nobody takes a territory away.</summary>
    public async Task CheckReferences(AppDb db, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var check = new Check();
        var known = await db.TerritoryCards.Select(territory => territory.Id).ToHashSetAsync(cancel);
        foreach (var (i, move) in Moves.Index())
        {
            check.That(known.Contains(move.From), $"moves[{i}].from", "record.not-found");
            check.That(known.Contains(move.To), $"moves[{i}].to", "record.not-found");
        }

        check.ThrowIfAny();
    }
}

internal sealed record ScenarioRow(ScenarioId Id, string Name, int Moves, DateTimeOffset EditedAt, DateTimeOffset? AppliedAt, int? Moved);

/// <summary>GET /api/territory-scenarios: the newest first.</summary>
internal static class ListScenarios
{
    public sealed record View(IReadOnlyList<ScenarioRow> Items, int Total);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var rows = (await db.Set<Scenario>().AsNoTracking().ToListAsync(cancel)).OrderByDescending(row => row.EditedAt)
            .Select(row => new ScenarioRow(row.Id, row.Name, row.Moves.Count, row.EditedAt, row.AppliedAt, row.Moved)).ToList();
        return new View(rows, rows.Count);
    }
}

/// <summary>GET /api/territory-scenarios/{id}: the moves, and the territories before and after them.</summary>
internal static class ReadScenario
{
    public sealed record View : IHasVersion
    {
        public required ScenarioId Id { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<WhatIf> Moves { get; init; }

        /// <summary>Of the areas, by code.</summary>
        public required IReadOnlyDictionary<string, string> Areas { get; init; }

        public required IReadOnlyList<Load> Before { get; init; }

        public required IReadOnlyList<Load> After { get; init; }

        public required Rate SpreadBefore { get; init; }

        public required Rate SpreadAfter { get; init; }

        /// <summary>Customers who would go elsewhere.</summary>
        public required int Moved { get; init; }

        public DateTimeOffset? AppliedAt { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> Handle(ScenarioId id, AppDb db, BalanceFacts facts, CancellationToken cancel)
    {
        var scenario = await db.FindScenario(id, cancel);
        var (members, territories) = await facts.Load(cancel);
        var moved = Balancing.After(members, scenario.Moves);
        IReadOnlyList<TerritoryId> all = [.. territories.Concat(scenario.Moves.Select(move => move.To)).Distinct()];
        var (before, after) = (Balancing.Loads(members, all), Balancing.Loads(moved, all));
        return new View
        {
            Id = scenario.Id,
            Name = scenario.Name,
            Moves = scenario.Moves,
            Areas = scenario.Moves.Select(move => move.Area).OfType<string>().Distinct().ToDictionary(code => code, ShippedTables.Regions.FullName),
            Before = before,
            After = after,
            SpreadBefore = Balancing.Spread(before),
            SpreadAfter = Balancing.Spread(after),
            Moved = members.Zip(moved).Count(pair => pair.First.TerritoryId != pair.Second.TerritoryId),
            AppliedAt = scenario.AppliedAt,
            Version = scenario.Version,
            Can = scenario.AppliedAt is null ? ["edit", "apply", "delete"] : [],
        };
    }
}

/// <summary>POST /api/territory-scenarios</summary>
internal static class AddScenario
{
    public static async Task<Created<Saved<ScenarioId>>> Handle(ScenarioRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        await request.CheckReferences(db, cancel);
        var scenario = new Scenario { Id = Id.New<ScenarioId>(), Name = request.Name.Clean(), Content = JsonSerializer.Serialize(request.Moves, JsonTypes.Options), EditedAt = clock.Now };
        db.Add(scenario);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/territory-scenarios/{scenario.Id}", new Saved<ScenarioId>(scenario.Id, scenario.Version));
    }
}

/// <summary>PUT /api/territory-scenarios/{id}: until it is applied.</summary>
internal static class EditScenario
{
    public static async Task<Saved<ScenarioId>> Handle(ScenarioId id, ScenarioRequest request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var scenario = await db.FindScenario(id, cancel);
        db.Expect(scenario, seen);
        scenario.MustBeOpen();
        await request.CheckReferences(db, cancel);
        (scenario.Name, scenario.Content, scenario.EditedAt) = (request.Name.Clean(), JsonSerializer.Serialize(request.Moves, JsonTypes.Options), clock.Now);
        await db.SaveChangesAsync(cancel);
        return new Saved<ScenarioId>(scenario.Id, scenario.Version);
    }
}

/// <summary>DELETE /api/territory-scenarios/{id}: until it is applied.</summary>
internal static class RemoveScenario
{
    public static async Task<NoContent> Handle(ScenarioId id, AppDb db, CancellationToken cancel)
    {
        var scenario = await db.FindScenario(id, cancel);
        scenario.MustBeOpen();
        db.Remove(scenario);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/territory-scenarios/{id}/apply: its customers move from today on. The rules stay as they are: who wants it to last, writes it into them.</summary>
internal static class ApplyScenario
{
    public static async Task<Saved<ScenarioId>> Handle(ScenarioId id, IfMatch seen, AppDb db, BalanceFacts facts, ITerritoryMembers members, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var scenario = await db.FindScenario(id, cancel);
        db.Expect(scenario, seen);
        scenario.MustBeOpen();
        var (lying, _) = await facts.Load(cancel);
        var moves = lying.Zip(Balancing.After(lying, scenario.Moves)).Where(pair => pair.First.TerritoryId != pair.Second.TerritoryId)
            .Select(pair => new MemberMove(pair.First.Id, pair.First.TerritoryId, pair.Second.TerritoryId)).ToList();
        scenario.Moved = await members.Move(id.Value, clock.Today, moves, cancel);
        scenario.AppliedAt = clock.Now;
        await db.SaveChangesAsync(cancel);
        return new Saved<ScenarioId>(scenario.Id, scenario.Version);
    }
}

internal static class ScenarioLookup
{
    public static async Task<Scenario> FindScenario(this AppDb db, ScenarioId id, CancellationToken cancel) =>
        await db.Set<Scenario>().FirstOrDefaultAsync(scenario => scenario.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    public static void MustBeOpen(this Scenario scenario)
    {
        if (scenario.AppliedAt is not null)
        {
            throw Refusal.Conflict("territories.scenario-applied", ("name", scenario.Name));
        }
    }
}
