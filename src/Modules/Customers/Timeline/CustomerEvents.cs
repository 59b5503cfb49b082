using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Timelines;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Timeline;

/// <summary>
/// When he was entered, and what was changed of him and his data card since: out of the trail, without what is not for everybody who sees
/// him (the house's own fields are only named). A nightly run writes past the trail: who was taken back by it is told by his spells of ownership.
/// </summary>
internal sealed class CustomerEvents(AppDb db) : ITimelineSource
{
    private const string Card = "customers_data_card";
    private const string CustomPrefix = "custom.";

    /// <summary>Told by other entries, or nobody's business.</summary>
    private static readonly HashSet<string> Untold = ["mergedIntoId", "importId", "createdAt", "completeness", "customerId", "ownedOn", "poolId"];

    public string? Entity => ReadTimeline.Entity;

    public string Kind => "customer";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var created = await db.CustomersWithMerged.AsNoTracking().Where(customer => ids.Contains(customer.Id) && customer.CreatedAt <= until)
            .OrderByDescending(customer => customer.CreatedAt).ThenBy(customer => customer.Id).Take(asked.Most)
            .Select(customer => new { customer.CreatedAt, customer.Name, customer.Number }).ToListAsync(cancel);
        var (texts, spells) = (asked.Texts, db.Set<OwnershipSpell>().AsNoTracking());
        var recycled = await spells.Where(spell => ids.Contains(spell.CustomerId) && spell.Cause == OwnershipCause.Recycled && spell.Since <= until)
            .OrderByDescending(spell => spell.Since).ThenBy(spell => spell.CustomerId).Take(asked.Most)
            .Select(spell => new { spell.Since, Before = spells.Where(one => one.CustomerId == spell.CustomerId && one.Line < spell.Line).OrderByDescending(one => one.Line).Select(one => one.OwnerId).FirstOrDefault() })
            .ToListAsync(cancel);
        var owners = await db.NamesOf([.. recycled.Select(spell => spell.Before).OfType<PersonId>()], [], cancel);
        var lines = await db.Set<AuditEntry>().AsNoTracking()
            .Where(line => (line.Entity == ReadTimeline.Entity || line.Entity == Card) && texts.Contains(line.EntityId) && line.Action == AuditAction.Changed && line.At <= until)
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(asked.Most).ToListAsync(cancel);
        var told = lines.ConvertAll(line => (Line: line, Fields: (JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(line.Changes) ?? []).Where(field => !Untold.Contains(field.Key)).ToDictionary()));
        var names = await Names(told.SelectMany(one => one.Fields), cancel);
        return
        [
            .. created.Select(customer => new TimelineEntry { At = customer.CreatedAt, What = "customer-entered", Params = new Dictionary<string, object?> { ["name"] = customer.Name, ["number"] = customer.Number } }),
            .. recycled.Select(spell => new TimelineEntry { At = spell.Since, What = "customer-recycled", Params = new Dictionary<string, object?> { ["from"] = spell.Before is { } before ? owners.GetValueOrDefault(before.ToString()) : null } }),
            .. told.Where(one => one.Fields.Count > 0).Select(one => Entry(one.Line, one.Fields, names)),
        ];
    }

    private static TimelineEntry Entry(AuditEntry line, Dictionary<string, JsonElement[]> fields, IReadOnlyDictionary<string, string> names)
    {
        var owner = fields.GetValueOrDefault("ownerId");
        return new TimelineEntry
        {
            At = line.At,
            What = owner is not null ? "customer-owner" : line.Entity == Card ? "customer-card" : "customer-changed",
            Params = owner is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["from"] = Said(owner[0], names) ?? "timeline.nobody", ["to"] = Said(owner[1], names) ?? "timeline.nobody" },
            PersonId = line.PersonId,
            Changes = [.. fields.Where(field => field.Key != "ownerId").Select(field => Change(field.Key, field.Value, names))],
        };
    }

    private static TimelineChange Change(string field, JsonElement[] values, IReadOnlyDictionary<string, string> names) =>
        field.StartsWith(CustomPrefix, StringComparison.Ordinal)
            ? new TimelineChange("timeline.own-field", null, null)
            : new TimelineChange($"customers.column.{(field.EndsWith("Id", StringComparison.Ordinal) ? $"{field[..^2]}Name" : field)}", Said(values[0], names), Said(values[1], names));

    private static string? Said(JsonElement value, IReadOnlyDictionary<string, string> names) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "word.yes",
        JsonValueKind.False => "word.no",
        JsonValueKind.String => names.GetValueOrDefault(value.GetString()!, value.GetString()!),
        _ => value.ToString(),
    };

    /// <summary>Of owners and territories, by id; of states, the code of their text.</summary>
    private async Task<IReadOnlyDictionary<string, string>> Names(IEnumerable<KeyValuePair<string, JsonElement[]>> fields, CancellationToken cancel)
    {
        var values = fields.ToLookup(field => field.Key, field => field.Value);
        var owners = Ids<PersonId>(values["ownerId"]);
        var places = Ids<TerritoryId>(values["territoryId"]);
        var names = await db.NamesOf(owners, places, cancel);
        foreach (var state in Enum.GetNames<CustomerState>())
        {
            names[state] = $"CustomerState.{state}";
        }

        return names;
    }

    private static List<T> Ids<T>(IEnumerable<JsonElement[]> values) where T : struct, IId<T> =>
        [.. values.SelectMany(pair => pair).Where(value => value.ValueKind == JsonValueKind.String).Select(value => Id.TryParse<T>(value.GetString(), out var id) ? id : (T?)null).OfType<T>().Distinct()];
}
