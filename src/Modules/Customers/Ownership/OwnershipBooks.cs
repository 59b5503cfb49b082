using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Ownership;

internal sealed record OwnershipVersion(OwnershipRulesId? Id, OwnershipRules Rules);

/// <summary>Which rules of ownership hold on a day.</summary>
internal static class OwnershipBooks
{
    public static async Task<OwnershipRules> OwnershipRulesOn(this AppDb db, DateOnly day, CancellationToken cancel) => (await db.OwnershipVersionOn(day, cancel)).Rules;

    /// <param name="day">Its version's id is null where the house has said nothing by then.</param>
    public static ValueTask<OwnershipVersion> OwnershipVersionOn(this AppDb db, DateOnly day, CancellationToken cancel) => db.FromHouse(
        async () => await db.HoldingOn<OwnershipRuleSet>(day, cancel) is { } held ? new OwnershipVersion(held.Id, Read(held.Rules)) : new OwnershipVersion(null, OwnershipRules.Usual), day);

    /// <summary>What a co-owner may is written beside his part, so that each list knows it without asking.</summary>
    public static async Task LetCoOwnersEdit(this AppDb db, bool edit, CancellationToken cancel) =>
        await db.Set<CustomerShare>().Where(share => share.Until == null && share.MayEdit != edit).ExecuteUpdateAsync(set => set.SetProperty(share => share.MayEdit, edit), cancel);

    public static OwnershipRules Read(string json) => JsonSerializer.Deserialize<OwnershipRules>(json, JsonTypes.Options)!;

    public static string Write(OwnershipRules rules) => JsonSerializer.Serialize(rules, JsonTypes.Options);
}
