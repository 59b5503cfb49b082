using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>A customer who is there already and looks like the one entered.</summary>
/// <param name="Reasons">Never empty, the strictest first.</param>
internal sealed record Likely(CustomerId Id, string Name, Guid? ImportId, IReadOnlyList<DuplicateReason> Reasons)
{
    public DuplicateRule Rule => Reasons[0].Rule;
}

/// <summary>
/// Who in the whole house looks like a customer that is being entered. It looks beyond what the caller may see, which is the point of it;
/// what he is told of those is their name and whose unit they belong to.
/// </summary>
internal sealed class Duplicates(AppDb db)
{
    private const int MostCertain = 1_000;
    private const int MostShared = 100;
    private const int MostNear = 300;
    private const int MostTold = 10;

    public ValueTask<IdentityRules> Rules(CancellationToken cancel) => db.IdentityRules(cancel);

    /// <summary>The likeliest first, ten at most.</summary>
    public async Task<IReadOnlyList<Likely>> Find(IdentityFacts facts, CustomerId? except, CancellationToken cancel)
    {
        var rules = await Rules(cancel);
        return await Find(facts, IdentityKeys.Of(facts, rules.Words), rules, except, cancel);
    }

    /// <summary>The same for one whose keys are known.</summary>
    public async Task<IReadOnlyList<Likely>> Find(IdentityFacts facts, IdentityKeys keys, IdentityRules rules, CustomerId? except, CancellationToken cancel)
    {
        // Each key by itself: neither is what is certainly the same crowded out by the many at one address, nor what is likely by the many that only have a common word.
        var ofContacts = ContactKeys.Asked(facts);
        var asked = keys.Certain.Select(key => With(key, except).Take(MostCertain)).Concat(keys.Shared.Concat(ofContacts).Select(key => With(key, except).Take(MostShared))).Append(With(keys.Near, except).Take(MostNear));
        var ids = await asked.Aggregate((all, one) => all.Concat(one)).ToListAsync(cancel);
        if (ids.Count == 0)
        {
            return [];
        }

        List<CustomerId> found = [.. ids.Distinct()];
        var contacts = await KeepContactKeys.Known(db, found, ofContacts, cancel);
        return Judged(facts, (await Known(db, found, cancel)).Where(known => known.Id != except).Select(known => known.With(contacts[known.EnteredAs])), rules);
    }

    public static IReadOnlyList<Likely> Judged(IdentityFacts facts, IEnumerable<KnownCustomer> known, IdentityRules rules)
    {
        var judge = Judging.Against(facts, rules.Words, rules.Duplicates);
        return [.. known.Select(one => new Likely(one.Id, one.Facts.Name, one.ImportId, judge(one.Facts)))
            .Where(likely => likely.Reasons.Count > 0)
            .OrderByDescending(likely => likely.Rule).ThenByDescending(likely => likely.Reasons.Max(reason => reason.Likeness)).ThenByDescending(likely => likely.Reasons.Count)
            .ThenBy(likely => likely.Name, StringComparer.Ordinal).ThenBy(likely => likely.Id.Value).DistinctBy(likely => likely.Id).Take(MostTold)];
    }

    /// <summary>One who was merged is known by what he was called, and is the one who is left.</summary>
    public static async Task<IReadOnlyList<KnownCustomer>> Known(AppDb db, IReadOnlyList<CustomerId> ids, CancellationToken cancel)
    {
        var identities = db.Set<CustomerIdentity>();
        return await db.Set<Customer>().IgnoreQueryFilters([CustomerTable.Merged]).AsNoTracking().Where(customer => ids.Contains(customer.Id)).Select(customer => new KnownCustomer
        {
            Id = customer.MergedIntoId == null ? customer.Id : identities.Where(identity => identity.CustomerId == customer.Id).Select(identity => identity.FoundId).First(),
            EnteredAs = customer.Id,
            ImportId = customer.ImportId,
            Facts = new IdentityFacts { Name = customer.Name, City = customer.City, CreditCode = customer.CreditCode, Phone = customer.Phone, Website = customer.Website, Address = customer.Address },
        }).ToListAsync(cancel);
    }

    /// <summary>Throws for the first one by whom the entry is stopped; for the others unless there is a reason to enter him nevertheless.</summary>
    public async Task Refuse(IReadOnlyList<Likely> found, string? reason, CancellationToken cancel)
    {
        if (found.FirstOrDefault(likely => likely.Rule == DuplicateRule.Block) is { } same)
        {
            throw await Taken(same.Id, same.Name, same.Reasons[0].Sign, cancel);
        }

        var alike = found.Where(likely => likely.Rule == DuplicateRule.Reason).ToList();
        if (alike.Count > 0 && reason is null)
        {
            throw Refusal.Conflict("customers.alike", ("count", alike.Count), ("names", string.Join("、", alike.Take(3).Select(likely => likely.Name))));
        }
    }

    /// <summary>The database took somebody else's entry of the same customer a moment earlier: says whose.</summary>
    /// <remarks>What the failed save did is undone by then (a savepoint), so that the same transaction can still ask.</remarks>
    public async Task<Refusal?> Overtaken(DbUpdateException failure, IdentityFacts facts, CustomerId except, CancellationToken cancel)
    {
        var isIdentity = failure.IsUniqueViolation(out var constraint)
            && (constraint.Contains("unique_name", StringComparison.Ordinal) || constraint.Contains("credit_code", StringComparison.Ordinal));
        var winner = !isIdentity ? null : (await Find(facts, except, cancel)).FirstOrDefault(likely => likely.Rule == DuplicateRule.Block);
        return winner is null ? null : await Taken(winner.Id, winner.Name, winner.Reasons[0].Sign, cancel);
    }

    /// <summary>In which unit the owner of each works today; none for a customer of nobody's.</summary>
    public static async Task<IReadOnlyDictionary<CustomerId, string>> Units(AppDb db, IReadOnlyList<CustomerId> ids, CancellationToken cancel)
    {
        var (units, placements, today) = (db.UnitCards, db.Placements, db.Today);
        return await db.Set<Customer>().Where(customer => ids.Contains(customer.Id))
            .Select(customer => new
            {
                customer.Id,
                Unit = placements.Where(placement => placement.PersonId == customer.OwnerId && placement.First <= today && (placement.Last == null || placement.Last >= today))
                    .Select(placement => units.Where(unit => unit.Id == placement.UnitId).Select(unit => unit.Name).FirstOrDefault()).FirstOrDefault(),
            })
            .Where(customer => customer.Unit != null).ToDictionaryAsync(customer => customer.Id, customer => customer.Unit!, cancel);
    }

    private IQueryable<CustomerId> With(string value, CustomerId? except) => except is { } self
        ? db.Set<CustomerKey>().Where(key => key.Value == value && key.CustomerId != self).Select(key => key.CustomerId)
        : db.Set<CustomerKey>().Where(key => key.Value == value).Select(key => key.CustomerId);

    private IQueryable<CustomerId> With(IReadOnlyList<string> values, CustomerId? except) => except is { } self
        ? db.Set<CustomerKey>().Where(key => values.Contains(key.Value) && key.CustomerId != self).Select(key => key.CustomerId)
        : db.Set<CustomerKey>().Where(key => values.Contains(key.Value)).Select(key => key.CustomerId);

    private async Task<Refusal> Taken(CustomerId id, string name, DuplicateSign by, CancellationToken cancel) =>
        (await Units(db, [id], cancel)).TryGetValue(id, out var unit)
            ? Refusal.Conflict("customers.taken", ("name", name), ("unit", unit), ("by", by))
            : Refusal.Conflict("customers.taken-unowned", ("name", name), ("by", by));
}

/// <summary>What is compared of a customer who is there.</summary>
internal sealed record KnownCustomer
{
    public required CustomerId Id { get; init; }

    /// <summary>Another one than <see cref="Id"/> for what is known of one who was merged.</summary>
    public required CustomerId EnteredAs { get; init; }

    public Guid? ImportId { get; init; }

    public required IdentityFacts Facts { get; init; }

    public KnownCustomer With(IEnumerable<string> contacts) => contacts.ToList() is { Count: > 0 } keys ? this with { Facts = Facts with { ContactKeys = keys } } : this;
}
