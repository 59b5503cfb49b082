using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Dividing;

internal sealed record DivisionRequest : IChecked
{
    private const int MostRules = 500;
    private const int MostOfAKind = 5_000;

    /// <summary>From which it is to hold; applied before that day, it waits for it.</summary>
    public required DateOnly First { get; init; }

    public required TerritoryId DefaultId { get; init; }

    public required IReadOnlyList<DivisionRule> Rules { get; init; }

    public string? Remark { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        check.OptionalText("remark", Remark, 200);
        check.That(Rules.Count <= MostRules, "rules", "field.too-many", ("max", MostRules));
        foreach (var (i, rule) in Rules.Take(MostRules).Index())
        {
            check.Text($"rules[{i}].name", rule.Name, 60);
            check.That(rule.Priority is >= 1 and <= 999, $"rules[{i}].priority", "field.range", ("min", 1), ("max", 999));
            check.That(rule.AsksForSomething, $"rules[{i}].name", "territories.rule-asks-nothing");
            check.That(rule.Customers.Count <= MostOfAKind && rule.Regions.Count <= MostOfAKind && rule.Cities.Count <= MostOfAKind && rule.Industries.Count <= MostOfAKind, $"rules[{i}].customers", "field.too-many", ("max", MostOfAKind));
            check.That(rule.Regions.All(ShippedTables.Regions.Has), $"rules[{i}].regions", "territories.region-unknown");
            check.That(rule.From is null || rule.Below is null || rule.From < rule.Below, $"rules[{i}].below", "territories.size-backwards");
            foreach (var (field, word) in rule.Industries.Take(MostOfAKind).Select(word => ("industries", word)).Concat(rule.Cities.Take(MostOfAKind).Select(word => ("cities", word))))
            {
                check.Text($"rules[{i}].{field}", word, 60);
            }
        }
    }

    public async Task CheckReferences(AppDb db, Check check, CancellationToken cancel)
    {
        var known = await db.TerritoryCards.Select(territory => territory.Id).ToHashSetAsync(cancel);
        check.That(known.Contains(DefaultId), "defaultId", "record.not-found");
        foreach (var (i, rule) in Rules.Index())
        {
            check.That(known.Contains(rule.TerritoryId), $"rules[{i}].territoryId", "record.not-found");
        }
    }

    public string Content => JsonSerializer.Serialize(new Division { DefaultId = DefaultId, Rules = Rules }, JsonTypes.Options);
}

/// <summary>POST /api/territory-divisions: a draft of new rules.</summary>
internal static class AddDivision
{
    public static async Task<Created<Saved<DivisionId>>> Handle(DivisionRequest request, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var check = new Check();
        await request.CheckReferences(db, check, cancel);
        check.ThrowIfAny();
        var version = new DivisionVersion
        {
            Id = Id.New<DivisionId>(),
            Number = (await db.Set<DivisionVersion>().MaxAsync(version => (int?)version.Number, cancel) ?? 0) + 1,
            State = DivisionState.Draft,
            First = request.First,
            Content = request.Content,
            Remark = request.Remark.CleanOrNull(),
            EditedById = caller.Person,
            EditedAt = clock.Now,
        };
        db.Add(version);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/territory-divisions/{version.Id}", new Saved<DivisionId>(version.Id, version.Version));
    }
}

/// <summary>PUT /api/territory-divisions/{id}: a draft only.</summary>
internal static class EditDivision
{
    public static async Task<Saved<DivisionId>> Handle(DivisionId id, DivisionRequest request, IfMatch seen, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var version = await db.FindDivision(id, cancel);
        db.Expect(version, seen);
        version.MustBe(DivisionState.Draft);
        var check = new Check();
        await request.CheckReferences(db, check, cancel);
        check.ThrowIfAny();
        (version.First, version.Content, version.Remark, version.EditedById, version.EditedAt) = (request.First, request.Content, request.Remark.CleanOrNull(), caller.Person, clock.Now);
        await db.SaveChangesAsync(cancel);
        return new Saved<DivisionId>(version.Id, version.Version);
    }
}

/// <summary>DELETE /api/territory-divisions/{id}: a draft only.</summary>
internal static class RemoveDivision
{
    public static async Task<NoContent> Handle(DivisionId id, AppDb db, CancellationToken cancel)
    {
        var version = await db.FindDivision(id, cancel);
        version.MustBe(DivisionState.Draft);
        db.Remove(version);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class DivisionLookup
{
    public static async Task<DivisionVersion> FindDivision(this AppDb db, DivisionId id, CancellationToken cancel) =>
        await db.Set<DivisionVersion>().FirstOrDefaultAsync(version => version.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    public static void MustBe(this DivisionVersion version, DivisionState state)
    {
        if (version.State != state)
        {
            throw Refusal.Conflict($"territories.division-{version.State.ToString().ToLowerInvariant()}", ("number", version.Number));
        }
    }
}
