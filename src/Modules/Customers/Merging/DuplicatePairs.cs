using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Merging;

internal sealed record PairSide(CustomerId Id, string Number, string Name, string? City, string? OwnerName);

internal sealed record DuplicatePairRow
{
    /// <summary>Both ids, for the list.</summary>
    public required string Id { get; init; }

    public required PairSide One { get; init; }

    public required PairSide Other { get; init; }

    public required IReadOnlyList<DuplicateReason> Reasons { get; init; }

    /// <summary>Why they are two after all.</summary>
    public string? Dismissed { get; init; }
}

/// <summary>
/// GET /api/customer-duplicates: pairs that look alike by the rules of identity, of customers the caller may merge; the likeliest first. They
/// are looked for when they are asked for, among those who share a key that says much; a key that many share says nothing.
/// </summary>
internal static class ListDuplicatePairs
{
    private const int MostOfAKey = 12;
    private const int MostKeys = 3_000;

    /// <summary>What says most first: the name, the telephone, the root of a name, the domain, the address.</summary>
    private static readonly string[] Kinds = ["n:", "t:", "x:", "r:", "d:", "y:", "a:"];

    /// <param name="Left">Names, telephones, addresses… that several share and that were not looked at: the strongest come first, and the rest when these are done.</param>
    public sealed record View(IReadOnlyList<DuplicatePairRow> Items, int Total, int Left);

    public sealed class Filter : IChecked
    {
        /// <summary>Those that were found to be two.</summary>
        public bool? Dismissed { get; init; }
    }

    public static async Task<View> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, Duplicates duplicates, CancellationToken cancel)
    {
        var mine = db.Set<Customer>().AsNoTracking().MergeableBy(reach);
        var dismissed = await db.Set<DismissedPair>().AsNoTracking().ToDictionaryAsync(pair => (pair.FirstId, pair.SecondId), pair => pair.Reason, cancel);
        var (alike, left) = filter.Dismissed == true ? ([.. dismissed.Keys], 0) : await Alike(db, mine, cancel);
        var pairs = filter.Dismissed == true ? alike : alike.FindAll(pair => !dismissed.ContainsKey(pair));
        var ids = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().ToList();
        var people = db.PersonCards;
        var customers = new Dictionary<CustomerId, (PairSide Side, IdentityFacts Facts)>();
        foreach (List<CustomerId> some in ids.Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            foreach (var one in await mine.Where(customer => some.Contains(customer.Id))
                .Select(customer => new { Customer = customer, OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel))
            {
                customers[one.Customer.Id] = (new PairSide(one.Customer.Id, one.Customer.Number, one.Customer.Name, one.Customer.City, one.OwnerName), one.Customer.IdentityFacts);
            }
        }

        var contacts = new List<CustomerKey>();
        foreach (List<CustomerId> some in customers.Keys.Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            contacts.AddRange(await KeepContactKeys.OfContacts(db.Set<CustomerKey>().AsNoTracking().Where(key => some.Contains(key.CustomerId))).ToListAsync(cancel));
        }

        var ofContacts = contacts.ToLookup(key => key.CustomerId, key => key.Value);
        var rules = await duplicates.Rules(cancel);
        var words = query.Q.CleanOrNull();
        var rows =
            from pair in pairs
            where customers.ContainsKey(pair.First) && customers.ContainsKey(pair.Second)
            let one = customers[pair.First]
            let other = customers[pair.Second]
            let reasons = Judging.Judge(
                one.Facts with { ContactKeys = [.. ofContacts[pair.First]] }, other.Facts with { ContactKeys = [.. ofContacts[pair.Second]] }, rules.Words, rules.Duplicates)
            where (reasons.Count > 0 || filter.Dismissed == true)
                && (words is null || one.Side.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || other.Side.Name.Contains(words, StringComparison.OrdinalIgnoreCase))
            orderby reasons.Count == 0 ? DuplicateRule.Off : reasons[0].Rule descending, reasons.Count descending, one.Side.Number
            select new DuplicatePairRow { Id = $"{one.Side.Id} {other.Side.Id}", One = one.Side, Other = other.Side, Reasons = reasons, Dismissed = dismissed.GetValueOrDefault(pair) };
        var all = rows.ToList();
        return new View([.. query.Cut(all.AsQueryable())], all.Count, left);
    }

    /// <summary>Who share a key, the smaller id first; and how many keys were left.</summary>
    private static async Task<(List<(CustomerId First, CustomerId Second)> Pairs, int Left)> Alike(AppDb db, IQueryable<Customer> mine, CancellationToken cancel)
    {
        var ids = mine.Select(customer => customer.Id);
        var keys = db.Set<CustomerKey>().AsNoTracking().Where(key => ids.Contains(key.CustomerId));
        var (values, left) = (new List<string>(), 0);
        foreach (var pattern in Kinds.Select(kind => $"{kind}%"))
        {
            var shared = keys.Where(key => EF.Functions.Like(key.Value, pattern)).GroupBy(key => key.Value).Where(group => group.Count() > 1 && group.Count() <= MostOfAKey).Select(group => group.Key);
            var room = MostKeys - values.Count;
            var some = room > 0 ? await shared.OrderBy(value => value).Take(room).ToListAsync(cancel) : [];
            values.AddRange(some);
            left += some.Count < room ? 0 : await shared.CountAsync(cancel) - some.Count;
        }

        var found = new HashSet<(CustomerId, CustomerId)>();
        foreach (List<string> some in values.Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            foreach (var group in (await keys.Where(key => some.Contains(key.Value)).ToListAsync(cancel)).GroupBy(key => key.Value, StringComparer.Ordinal))
            {
                var together = group.Select(key => key.CustomerId).OrderBy(id => id.Value).ToList();
                for (var i = 0; i < together.Count; i++)
                {
                    for (var j = i + 1; j < together.Count; j++)
                    {
                        found.Add((together[i], together[j]));
                    }
                }
            }
        }

        return ([.. found], left);
    }
}

/// <summary>POST /api/customer-duplicates/dismiss: they are two, and this is why; or they go back on the list.</summary>
internal static class DismissPair
{
    public sealed record Request : IChecked
    {
        public required CustomerId OneId { get; init; }

        public required CustomerId OtherId { get; init; }

        public string? Reason { get; init; }

        /// <summary>It was a mistake: they look alike as before.</summary>
        public bool Restore { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("reason", Reason, 200);
            check.That(Restore || !string.IsNullOrWhiteSpace(Reason), "reason", "field.required");
            check.That(OneId != OtherId, "otherId", "field.not-valid");
        }
    }

    public static async Task<NoContent> Handle(Request request, AppDb db, Reach reach, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var (first, second) = request.OneId.Value < request.OtherId.Value ? (request.OneId, request.OtherId) : (request.OtherId, request.OneId);
        if (await db.Set<Customer>().MergeableBy(reach).CountAsync(customer => customer.Id == first || customer.Id == second, cancel) != 2)
        {
            throw Refusal.NotFound("record.not-found");
        }

        var pair = await db.Set<DismissedPair>().FirstOrDefaultAsync(pair => pair.FirstId == first && pair.SecondId == second, cancel);
        var reason = request.Reason.CleanOrNull() ?? "";
        if (request.Restore)
        {
            if (pair is not null)
            {
                db.Remove(pair);
            }
        }
        else if (pair is null)
        {
            db.Add(new DismissedPair { FirstId = first, SecondId = second, Reason = reason, At = clock.Now, ById = caller.Person });
        }
        else
        {
            (pair.Reason, pair.At, pair.ById) = (reason, clock.Now, caller.Person);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
