using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Disputes;

/// <summary>GET /api/customer-dispute-figures?from=&amp;to=: of those one may read, opened in that time.</summary>
internal static class DisputeFigures
{
    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public void Check(Check check) => check.Period("from", From, To);
    }

    /// <param name="Name">In the reader's language; a code for rulings.</param>
    public sealed record Part(string Name, int Count);

    /// <param name="Days">From opening to ruling, on the average, of those that are ruled.</param>
    public sealed record View(int Opened, int Ruled, int Withdrawn, int Late, decimal? Days, IReadOnlyList<Part> Causes, IReadOnlyList<Part> Rulings, IReadOnlyList<Part> Units, IReadOnlyList<Part> Rulers);

    public static async Task<View> Handle([AsParameters] Query query, HttpContext http, AppDb db, DisputeReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var (from, to, today) = (query.From, query.To, clock.Today);
        var all = await readers.Readable().Where(dispute => dispute.OpenedOn >= from && dispute.OpenedOn <= to).ToListAsync(cancel);
        var people = all.SelectMany(dispute => new[] { dispute.HolderId, dispute.RuledById ?? dispute.HolderId }).Distinct().ToList();
        var places = await db.PlacementsOf(people, cancel);
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var names = await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var causes = await Causes(db, Languages.Of(http) == Languages.English, cancel);
        var ruled = all.FindAll(dispute => dispute.State == DisputeState.Ruled);
        return new View(
            all.Count, ruled.Count, all.Count(dispute => dispute.State == DisputeState.Withdrawn), all.Count(dispute => (dispute.ClosedOn ?? today) > dispute.RuleBy),
            ruled.Count == 0 ? null : Math.Round((decimal)ruled.Average(dispute => dispute.ClosedOn!.Value.DayNumber - dispute.OpenedOn.DayNumber), 1),
            Parts(ruled.Select(dispute => dispute.Cause is { } cause ? causes.GetValueOrDefault(cause, cause) : null)),
            Parts(ruled.Select(dispute => dispute.Ruling?.ToString())),
            Parts(all.Select(dispute => places.UnitOn(dispute.HolderId, dispute.OpenedOn) is { } unit ? units.GetValueOrDefault(unit) : null)),
            Parts(ruled.Select(dispute => dispute.RuledById is { } by ? names.GetValueOrDefault(by) : null)));
    }

    /// <summary>What each cause is called by the newest rules that know it; a dispute keeps the rules of its day.</summary>
    private static async Task<Dictionary<string, string>> Causes(AppDb db, bool english, CancellationToken cancel)
    {
        var rules = await db.Set<OwnershipRuleSet>().AsNoTracking().OrderByDescending(set => set.First).Select(set => set.Rules).ToListAsync(cancel);
        return rules.Select(OwnershipBooks.Read).Append(OwnershipRules.Usual).SelectMany(one => one.Causes).DistinctBy(cause => cause.Code)
            .ToDictionary(cause => cause.Code, cause => english ? cause.NameEn : cause.Name);
    }

    private static IReadOnlyList<Part> Parts(IEnumerable<string?> names) =>
        [.. names.OfType<string>().CountBy(name => name).OrderByDescending(part => part.Value).ThenBy(part => part.Key, StringComparer.Ordinal).Select(part => new Part(part.Key, part.Value))];
}
