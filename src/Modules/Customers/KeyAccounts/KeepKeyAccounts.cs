using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.KeyAccounts;

internal sealed record KeyAccountRow
{
    public required KeyAccountId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public string? OwnerName { get; init; }

    public required PersonId SponsorId { get; init; }

    public required string SponsorName { get; init; }

    public required int CadenceDays { get; init; }

    public string? Note { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }

    public DateOnly? LastContact { get; init; }

    /// <summary>By when somebody should have been in contact again.</summary>
    public DateOnly? DueOn { get; init; }

    public required bool IsOverdue { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/key-accounts: of the customers one sees, and those one sponsors; who is overdue first. <c>history</c> shows those that were, too.</summary>
internal static class ListKeyAccounts
{
    public sealed class Query : IChecked
    {
        public bool? History { get; init; }

        public CustomerId? Customer { get; init; }
    }

    public sealed record View(IReadOnlyList<KeyAccountRow> Items);

    private static readonly ListSpec<KeyAccountRow> Spec = new ListSpec<KeyAccountRow>("key-accounts", row => row.Id)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("sponsorName", row => row.SponsorName)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("cadenceDays", row => row.CadenceDays)
        .Column("lastContact", row => row.LastContact)
        .Column("dueOn", row => row.DueOn)
        .Column("isOverdue", row => row.IsOverdue)
        .Column("first", row => row.First)
        .Column("last", row => row.Last)
        .ExportColumn("note", row => row.Note)
        .SortedBy("dueOn");

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, WatchFacts facts, CompanyClock clock, CancellationToken cancel) =>
        new(await Rows(query, db, reach, facts, clock, cancel));

    /// <summary>GET /api/key-accounts/export: the same rows in the same order.</summary>
    public static async Task Export([AsParameters] Query query, HttpContext http, AppDb db, Reach reach, WatchFacts facts, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(query, db, reach, facts, clock, cancel), cancel);

    private static async Task<IReadOnlyList<KeyAccountRow>> Rows(Query query, AppDb db, Reach reach, WatchFacts facts, CompanyClock clock, CancellationToken cancel)
    {
        var (today, me) = (clock.Today, reach.Caller.Person);
        var mine = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read);
        var accounts = db.Set<KeyAccount>().AsNoTracking().Where(account => account.SponsorId == me || mine.Any(customer => customer.Id == account.CustomerId));
        if (query.History != true)
        {
            accounts = accounts.Where(account => account.NowFor != null);
        }

        if (query.Customer is { } of)
        {
            accounts = accounts.Where(account => account.CustomerId == of);
        }

        var people = db.PersonCards;
        var rows = await accounts.Join(db.Set<Customer>(), account => account.CustomerId, customer => customer.Id, (account, customer) => new
        {
            Account = account,
            customer.Name,
            customer.OwnerId,
            customer.TerritoryId,
            Owner = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Sponsor = people.Where(person => person.Id == account.SponsorId).Select(person => person.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        List<CustomerId> ids = [.. rows.Select(row => row.Account.CustomerId).Distinct()];
        var contacts = await facts.LastContacts(today, ids, cancel);
        var may = await reach.Among(CustomersPermissions.EditKeyAccounts, cancel);
        var mayAny = reach.Caller.ScopeOf(CustomersPermissions.EditKeyAccounts) is not null;
        return [.. rows.Select(row =>
        {
            DateOnly? last = contacts.TryGetValue(row.Account.CustomerId, out var day) ? day : null;
            // From the day he became one, where nobody has been in contact since.
            var from = last is { } known && known > row.Account.First ? known : last ?? row.Account.First;
            DateOnly? due = row.Account.Last is null ? from.AddDays(row.Account.CadenceDays) : null;
            return new KeyAccountRow
            {
                Id = row.Account.Id,
                CustomerId = row.Account.CustomerId,
                CustomerName = row.Name,
                OwnerName = row.Owner,
                SponsorId = row.Account.SponsorId,
                SponsorName = row.Sponsor ?? "",
                CadenceDays = row.Account.CadenceDays,
                Note = row.Account.Note,
                First = row.Account.First,
                Last = row.Account.Last,
                LastContact = last,
                DueOn = due,
                IsOverdue = due < today,
                Version = row.Account.Version,
                Can = row.Account.Last is null && mayAny && may.Contains(row.OwnerId, row.TerritoryId) ? ["edit"] : [],
            };
        }).OrderByDescending(row => row.IsOverdue).ThenBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.CustomerName, StringComparer.Ordinal)];
    }
}

/// <summary>POST /api/key-accounts: from today on, in place of what stood; the history keeps both.</summary>
internal static class NameKeyAccount
{
    public sealed record Request : IChecked
    {
        public required CustomerId CustomerId { get; init; }

        public required PersonId SponsorId { get; init; }

        /// <summary>Left out, that of the policy.</summary>
        public int? CadenceDays { get; init; }

        public string? Note { get; init; }

        public void Check(Check check)
        {
            check.That(CadenceDays is null or (>= 1 and <= 365), "cadenceDays", "field.range", ("min", 1), ("max", 365));
            check.OptionalText("note", Note, 200, lines: true);
        }
    }

    public static async Task<Created<Saved<KeyAccountId>>> Handle(Request request, AppDb db, Reach reach, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(request.CustomerId, reach, CustomersPermissions.EditKeyAccounts, cancel);
        var check = new Check();
        var today = clock.Today;
        check.That(await db.PersonCards.AnyAsync(person => person.Id == request.SponsorId && (person.LeftOn == null || person.LeftOn >= today), cancel), "sponsorId", "record.not-found");
        check.ThrowIfAny();
        if (await db.Set<KeyAccount>().FirstOrDefaultAsync(account => account.NowFor == request.CustomerId, cancel) is { } standing)
        {
            End(db, standing, today);
            await db.SaveChangesAsync(cancel);
        }

        var account = new KeyAccount
        {
            Id = Id.New<KeyAccountId>(),
            CustomerId = request.CustomerId,
            NowFor = request.CustomerId,
            SponsorId = request.SponsorId,
            CadenceDays = request.CadenceDays ?? (await db.KeyAccountsOn(today, cancel)).CadenceDays,
            Note = request.Note.CleanOrNull(),
            First = today,
        };
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        if (request.SponsorId != reach.Caller.Person)
        {
            await notifier.Tell(request.SponsorId, "key-account-sponsor", new Dictionary<string, object?>
            {
                ["name"] = await db.Set<Customer>().Where(customer => customer.Id == request.CustomerId).Select(customer => customer.Name).FirstAsync(cancel),
                ["days"] = account.CadenceDays,
            }, "/key-accounts", cancel);
        }

        return TypedResults.Created($"/api/key-accounts/{account.Id}", new Saved<KeyAccountId>(account.Id, account.Version));
    }

    /// <summary>What began today was never one for a day.</summary>
    internal static void End(AppDb db, KeyAccount account, DateOnly today)
    {
        if (account.First >= today)
        {
            db.Remove(account);
            return;
        }

        (account.NowFor, account.Last) = (null, today.AddDays(-1));
    }
}

/// <summary>POST /api/key-accounts/{id}/end</summary>
internal static class EndKeyAccount
{
    public static async Task<NoContent> Handle(KeyAccountId id, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var of = await db.Set<KeyAccount>().Where(account => account.Id == id).Select(account => (CustomerId?)account.CustomerId).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.LockCustomer(of, reach, CustomersPermissions.EditKeyAccounts, cancel);
        var account = await db.Set<KeyAccount>().FirstOrDefaultAsync(account => account.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(account, seen);
        if (account.NowFor is null)
        {
            throw Refusal.Conflict("customers.key-account-over");
        }

        NameKeyAccount.End(db, account, clock.Today);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>GET and POST /api/key-account-policies, DELETE /api/key-account-policies/{first}: the cut and the usual rhythm, from a day on.</summary>
internal static class KeyAccountPolicies
{
    /// <param name="Can"><c>delete</c> where it does not hold yet.</param>
    public sealed record Row(DateOnly First, Rate Cut, ParetoBy Basis, int CadenceDays, IReadOnlyList<string> Can);

    public sealed record View(IReadOnlyList<Row> Items, Row Now);

    public sealed record Request : IChecked
    {
        public required DateOnly First { get; init; }

        public required Rate Cut { get; init; }

        /// <summary>Sales unless told.</summary>
        public ParetoBy Basis { get; init; }

        public required int CadenceDays { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            check.That(Cut > Rate.Zero && Cut < Rate.One, "cut", "field.not-fraction");
            check.That(CadenceDays is >= 1 and <= 365, "cadenceDays", "field.range", ("min", 1), ("max", 365));
        }
    }

    public static async Task<KeyAccountPolicy> KeyAccountsOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<KeyAccountPolicy>(day, cancel) ?? KeyAccountPolicy.Usual;

    public static async Task<View> List(AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var (today, mayEdit) = (clock.Today, caller.May(CustomersPermissions.EditGrading));
        var now = await db.KeyAccountsOn(today, cancel);
        var all = await db.Set<KeyAccountPolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        return new View([.. all.Select(Of)], Of(now));

        Row Of(KeyAccountPolicy policy) => new(policy.First, policy.Cut, policy.Basis, policy.CadenceDays, mayEdit && policy.First > today ? ["delete"] : []);
    }

    public static async Task<NoContent> Add(Request request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "customers.day-past", db.Set<KeyAccountPolicy>(), "customers.policy-day-taken", cancel);
        check.ThrowIfAny();
        db.Add(new KeyAccountPolicy { First = request.First, Cut = request.Cut, Basis = request.Basis, CadenceDays = request.CadenceDays });
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
    public static Task<NoContent> Remove(DateOnly first, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<KeyAccountPolicy>(policy => policy.First == first, clock.Today, "customers.policy-holds", cancel);
}
