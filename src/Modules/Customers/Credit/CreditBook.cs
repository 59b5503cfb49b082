using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Credit;

/// <summary>What holds of customers' credit, and how they stand with it; the one place where it is written and asked.</summary>
internal sealed class CreditBook(AppDb db, CompanyClock clock, Reach reach, IEnumerable<ICustomerExposure> exposures)
{
    public async ValueTask<CreditSpec> Spec(CancellationToken cancel) => (await db.HoldingOn<CreditPolicy>(clock.Today, cancel))?.Spec ?? CreditSpec.Usual;

    public Task<CustomerCredit?> Now(CustomerId customer, CancellationToken cancel) =>
        db.Set<CustomerCredit>().AsNoTracking().FirstOrDefaultAsync(credit => credit.NowFor == customer, cancel);

    /// <summary>What holds, of a locked customer, if it is what was seen.</summary>
    public async Task<CustomerCredit?> Seen(CustomerId customer, CustomerCreditId? seen, CancellationToken cancel)
    {
        var now = await Now(customer, cancel);
        return now?.Id == seen ? now : throw Refusal.Stale("version.stale");
    }

    /// <summary>A policy that is to come has this rating no more.</summary>
    public async Task<bool> Ends(string rating, CancellationToken cancel)
    {
        var today = clock.Today;
        return (await db.Set<CreditPolicy>().AsNoTracking().Where(policy => policy.First > today).ToListAsync(cancel)).Exists(policy => policy.Spec.Rating(rating) is null);
    }

    public async Task<IReadOnlyList<OpenAmount>> Open(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        var open = new List<OpenAmount>();
        foreach (var source in exposures)
        {
            open.AddRange(await source.Open(customers, cancel));
        }

        return open;
    }

    /// <summary>What each of these owes; who owes nothing is left out.</summary>
    public async Task<IReadOnlyDictionary<CustomerId, Money>> Owed(IQueryable<CustomerId> among, CancellationToken cancel)
    {
        var owed = new Dictionary<CustomerId, Money>();
        foreach (var source in exposures)
        {
            foreach (var (customer, open) in await source.Owed(among, cancel))
            {
                owed[customer] = owed.GetValueOrDefault(customer) + open;
            }
        }

        return owed;
    }

    public Task<IReadOnlyDictionary<CustomerId, Money>> Owed(IReadOnlyList<CustomerId> customers, CancellationToken cancel) =>
        Owed(db.Set<Customer>().Where(customer => EF.Parameter(customers).Contains(customer.Id)).Select(customer => customer.Id), cancel);

    /// <summary>Those of whom the caller may know what they owe: he reads what is owed, or gives the credit.</summary>
    public IQueryable<Customer> Figured() => Reached([CreditPermissions.Give, .. exposures.Select(one => one.Reading)]);

    /// <summary>Those of whom he may know what is available: these, and those he sells to.</summary>
    public IQueryable<Customer> Told()
    {
        var selling = exposures.Select(one => one.Selling).ToList();
        return Reached([CreditPermissions.Give, .. exposures.Select(one => one.Reading), .. selling, .. selling.Exists(reach.Caller.May) ? [CustomersPermissions.Edit] : Array.Empty<Permission>()]);
    }

    private IQueryable<Customer> Reached(IReadOnlyList<Permission> permissions)
    {
        var (all, granted) = (db.Set<Customer>(), permissions.Where(reach.Caller.May).Distinct().ToList());
        if (granted.Exists(permission => reach.Caller.ScopeOf(permission) == Scope.All))
        {
            return all;
        }

        var ids = granted.Select(permission => all.VisibleTo(reach, permission).Select(customer => customer.Id)).ToList();
        if (ids.Count == 0)
        {
            return all.Where(_ => false);
        }

        var some = ids.Aggregate((one, other) => one.Concat(other));
        return all.Where(customer => some.Contains(customer.Id));
    }

    public async Task<CreditStanding> Standing(CustomerCredit? credit, CustomerId customer, CancellationToken cancel) =>
        CreditRule.Of(credit?.Facts ?? default, await Spec(cancel), Sum(await Open([customer], cancel)), clock.Today);

    public static Money Sum(IEnumerable<OpenAmount> open) => new(open.Sum(one => one.Open.Minor));

    /// <summary>What is decided now takes the place of what held. The customer is locked.</summary>
    public async Task<CustomerCredit> Write(CustomerCredit made, CancellationToken cancel)
    {
        var customer = made.CustomerId;
        await db.Set<CustomerCredit>().Where(credit => credit.NowFor == customer).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.NowFor, (CustomerId?)null), cancel);
        made.NowFor = customer;
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>A decision of the caller, now; the hold stays as it is unless it is what is decided.</summary>
    public CustomerCredit Made(CustomerId customer, CustomerCredit? before, CreditDeed deed, string reason, CreditRequestId? request = null) => new()
    {
        Id = Id.New<CustomerCreditId>(),
        CustomerId = customer,
        At = clock.Now,
        ById = reach.Caller.Person,
        Deed = deed,
        Reason = reason,
        Rating = before?.Rating,
        Limit = before?.Limit,
        TermDays = before?.TermDays,
        ReplacedId = before?.Id,
        IsHeld = before?.IsHeld == true && deed != CreditDeed.Released,
        HeldUntil = deed == CreditDeed.Released ? null : before?.HeldUntil,
        HeldReason = deed == CreditDeed.Released ? null : before?.HeldReason,
        RequestId = request,
    };

    public async Task<bool> Require(CustomerId customer, Money amount, CancellationToken cancel)
    {
        var now = await Now(customer, cancel);
        if (now is null)
        {
            return false;
        }

        var spec = await Spec(cancel);
        if (!now.Facts.HoldsOn(clock.Today) && (amount <= Money.Zero || (now.Limit ?? spec.Rating(now.Rating)?.Limit) is null))
        {
            return false;
        }

        now = await Locked(now, cancel);
        var standing = await Standing(now, customer, cancel);
        if (Against(standing, now, amount) is not { } code)
        {
            return CreditRule.Ask(standing, amount) == OverLimit.Flag;
        }

        // Who may no longer see him sells to him by an old draft: what holds of him is not his to know.
        var sees = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(one => one.Id == customer, cancel)
            && (standing.Verdict == CreditVerdict.Held || await Told().AnyAsync(one => one.Id == customer, cancel));
        var (refused, told) = Words(code, sees ? await NameOf(customer, cancel) : null, now, standing, amount, await Givers(cancel));
        throw Refusal.Conflict(refused, [.. told]);
    }

    /// <summary>As <see cref="Require"/>, of many.</summary>
    public async Task<CreditRoom> Room(IReadOnlyCollection<CustomerId> customers, bool locks, CancellationToken cancel)
    {
        var (ids, today) = (customers.Distinct().ToList(), clock.Today);
        var now = await NowOf(ids, cancel);
        while (locks && now.Count > 0)
        {
            await db.LockedAll<CustomerCredit>([.. now.Values.Select(credit => credit.Id.Value)]).AsNoTracking().LoadAsync(cancel);
            var still = await NowOf(ids, cancel);
            var same = still.Count == now.Count && still.All(one => now.GetValueOrDefault(one.Key)?.Id == one.Value.Id);
            now = still;
            if (same)
            {
                break;
            }
        }

        if (now.Count == 0)
        {
            return new CreditRoom((_, _) => new CreditAnswer(null, [], false));
        }

        ids = [.. now.Keys];
        var (spec, givers, used) = (await Spec(cancel), await Givers(cancel), new Dictionary<CustomerId, Money>(await Owed(ids, cancel)));
        var gives = await Reached([CreditPermissions.Give]).Where(customer => ids.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var told = await Told().Where(customer => ids.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var names = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).Where(customer => ids.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name })
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel);
        return new CreditRoom((customer, amount) =>
        {
            if (now.GetValueOrDefault(customer) is not { } credit)
            {
                return new CreditAnswer(null, [], false);
            }

            var standing = CreditRule.Of(credit.Facts, spec, used.GetValueOrDefault(customer), today);
            if (Against(standing, credit, amount) is { } code && !gives.Contains(customer))
            {
                var sees = standing.Verdict == CreditVerdict.Held || told.Contains(customer);
                var (refused, words) = Words(code, sees ? names.GetValueOrDefault(customer) : null, credit, standing, amount, givers);
                return new CreditAnswer(refused, words, false);
            }

            used[customer] = used.GetValueOrDefault(customer) + amount;
            return new CreditAnswer(null, [], CreditRule.Ask(standing, amount) != OverLimit.Allow);
        });
    }

    private async Task<Dictionary<CustomerId, CustomerCredit>> NowOf(List<CustomerId> customers, CancellationToken cancel) =>
        await db.Set<CustomerCredit>().AsNoTracking().Where(credit => credit.NowFor != null && customers.Contains(credit.CustomerId)).ToDictionaryAsync(credit => credit.CustomerId, cancel);

    /// <summary>Why an order of so much is not confirmed; null lets it through.</summary>
    private static string? Against(CreditStanding standing, CustomerCredit now, Money amount) =>
        standing.Verdict == CreditVerdict.Held ? now.HeldUntil is null ? "customers.credit-held" : "customers.credit-held-until"
        : CreditRule.Ask(standing, amount) == OverLimit.Block ? "customers.credit-over"
        : null;

    /// <param name="name">Null for who may not know how he stands: he is told whom to ask.</param>
    private static (string Code, IReadOnlyList<(string Name, object? Value)> Told) Words(string code, string? name, CustomerCredit now, CreditStanding standing, Money amount, string givers) =>
        name is null ? ("customers.credit-refused", [("roles", givers)])
        : code == "customers.credit-over" ? (code, [("name", name), ("limit", standing.Limit), ("available", standing.Available), ("amount", amount), ("roles", givers)])
        : (code, [("name", name), ("reason", now.HeldReason), ("until", now.HeldUntil), ("roles", givers)]);

    /// <summary>What holds once nobody else sells to him at the same time.</summary>
    private async Task<CustomerCredit> Locked(CustomerCredit now, CancellationToken cancel)
    {
        var customer = now.CustomerId;
        while (true)
        {
            await db.Locked<CustomerCredit>(now.Id.Value).AsNoTracking().LoadAsync(cancel);
            // Another decision meanwhile: it is that row that everybody waits for.
            if (await Now(customer, cancel) is not { } still || still.Id == now.Id)
            {
                return now;
            }

            now = still;
        }
    }

    private Task<string?> NameOf(CustomerId customer, CancellationToken cancel) =>
        db.Set<Customer>().Where(one => one.Id == customer).Select(one => (string?)one.Name).FirstOrDefaultAsync(cancel);

    /// <summary>Whose word it needs: the roles that may give credit, as the house calls them in both languages.</summary>
    private async Task<string> Givers(CancellationToken cancel)
    {
        var permission = CreditPermissions.Give.Code;
        var roles = await db.Set<Role>().AsNoTracking().Where(role => role.Code != "admin" && role.Grants.Any(grant => grant.Permission == permission)).OrderBy(role => role.Code)
            .Select(role => new { role.Name, role.NameEn }).ToListAsync(cancel);
        return string.Join(", ", roles.Select(role => role.Name == role.NameEn ? role.Name : $"{role.Name} {role.NameEn}"));
    }
}
