using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.KeyAccounts;

/// <summary>The key accounts a person sponsors: his successor does so from today on, in the same rhythm.</summary>
internal sealed class SponsoredAccounts(AppDb db, Reach reach, CompanyClock clock) : IBelongings
{
    public string Kind => "key-accounts";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Standing.Select(account => (PersonId?)account.SponsorId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var customers = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read);
        return [.. (await (
                from account in Standing.AsNoTracking()
                where account.SponsorId == person
                join customer in customers on account.CustomerId equals customer.Id
                orderby customer.Number
                select new { account.Id, customer.Name, customer.Number }).Take(most).ToListAsync(cancel))
            .Select(one => new Belonging(one.Id.Value, one.Name, one.Number, "/key-accounts"))];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var accounts = (await Standing.Where(account => account.SponsorId == passing.From).ToListAsync(cancel)).FindAll(account => only is null || only.Contains(account.Id.Value));
        foreach (var account in accounts)
        {
            NameKeyAccount.End(db, account, clock.Today);
        }

        // The standing one first: the database lets in no second.
        await db.SaveChangesAsync(cancel);
        db.AddRange(accounts.Select(account => new KeyAccount
        {
            Id = Id.New<KeyAccountId>(),
            CustomerId = account.CustomerId,
            NowFor = account.CustomerId,
            SponsorId = passing.To,
            CadenceDays = account.CadenceDays,
            Note = account.Note,
            First = clock.Today,
        }));
        await db.SaveChangesAsync(cancel);
        return accounts.Count;
    }

    private IQueryable<KeyAccount> Standing => db.Set<KeyAccount>().Where(account => account.NowFor != null);
}
