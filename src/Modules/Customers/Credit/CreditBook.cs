using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Credit;

/// <summary>What holds of customers' credit, and how they stand with it; the one place where it is written and asked.</summary>
internal sealed class CreditBook(AppDb db, CompanyClock clock, Caller caller, IEnumerable<ICustomerExposure> exposures)
{
    private sealed record Kept(CreditSpec Spec);

    public async ValueTask<CreditSpec> Spec(CancellationToken cancel)
    {
        var today = clock.Today;
        return (await db.FromHouse(async () => new Kept((await db.Set<CreditPolicy>().AsNoTracking().Where(policy => policy.First <= today)
            .OrderByDescending(policy => policy.First).FirstOrDefaultAsync(cancel))?.Spec ?? CreditSpec.Usual), today)).Spec;
    }

    public Task<CustomerCredit?> Now(CustomerId customer, CancellationToken cancel) =>
        db.Set<CustomerCredit>().AsNoTracking().FirstOrDefaultAsync(credit => credit.NowFor == customer, cancel);

    public async Task<IReadOnlyList<OpenAmount>> Open(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        var open = new List<OpenAmount>();
        foreach (var source in exposures)
        {
            open.AddRange(await source.Open(customers, cancel));
        }

        return open;
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
        ById = caller.Person,
        Deed = deed,
        Reason = reason,
        Rating = before?.Rating,
        Limit = before?.Limit,
        TermDays = before?.TermDays,
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
        if (standing.Verdict == CreditVerdict.Held)
        {
            throw Refusal.Conflict(
                now!.HeldUntil is null ? "customers.credit-held" : "customers.credit-held-until",
                ("name", await NameOf(customer, cancel)), ("reason", now.HeldReason), ("until", now.HeldUntil), ("roles", await Givers(cancel)));
        }

        return CreditRule.Ask(standing, amount) switch
        {
            OverLimit.Block => throw Refusal.Conflict(
                "customers.credit-over",
                ("name", await NameOf(customer, cancel)), ("limit", standing.Limit), ("used", standing.Used), ("available", standing.Available), ("amount", amount), ("roles", await Givers(cancel))),
            OverLimit.Flag => true,
            _ => false,
        };
    }

    /// <summary>What holds once nobody else sells to him at the same time.</summary>
    private async Task<CustomerCredit?> Locked(CustomerCredit now, CancellationToken cancel)
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
