using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Credit;

/// <summary>
/// Ratings with own limits and own terms from a file, in the columns they are exported in. What the file has no column for stays as it is, as does a hold. A line that says what
/// holds already decides nothing.
/// </summary>
internal sealed class ImportCredits(CompanyClock clock) : IImporter
{
    private ImportLookup<CustomerId>? customers;

    public string Kind => "customer-credits";

    public Permission Permission => CreditPermissions.Give;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("customerName", true, "客户", "客户编号", "客户名称", "公司名称", "编号", "customer", "company"),
        new("rating", false, "信用等级", "等级", "rating", "credit rating"),
        // Not what holds, which may be that of his rating and goes out beside it.
        new("limit", false, "单独额度", "own limit"),
        new("termDays", false, "单独账期", "单独账期(天)", "own terms", "own terms (days)"),
        new("reason", false, "说明", "依据", "原因", "reason"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var reach = new Reach(run.Db, run.Caller, clock);
        customers ??= CustomersLookup.New(reach);
        await customers.Load(run, rows, "customerName", cancel);
        List<(ImportRow Row, CustomerId? Customer)> lines = [.. rows.Select(row => (row, customers.Find(row, "customerName", run)))];
        var named = lines.Select(line => line.Customer).OfType<CustomerId>().Distinct().ToList();
        if (run.Writes)
        {
            await run.Db.LockedAll<Customer>([.. named.Select(id => id.Value)]).AsNoTracking().LoadAsync(cancel);
        }

        var reached = await reach.Among(CreditPermissions.Give, cancel);
        var owned = await run.Db.Set<Customer>().AsNoTracking().Where(customer => named.Contains(customer.Id)).Select(customer => new { customer.Id, customer.OwnerId, customer.TerritoryId })
            .ToDictionaryAsync(customer => customer.Id, cancel);
        var now = await run.Db.Set<CustomerCredit>().AsNoTracking().Where(credit => credit.NowFor != null && named.Contains(credit.CustomerId)).ToDictionaryAsync(credit => credit.CustomerId, cancel);
        var spec = (await run.Db.HoldingOn<CreditPolicy>(clock.Today, cancel))?.Spec ?? CreditSpec.Usual;
        var today = clock.Today;
        var toCome = await run.Db.Set<CreditPolicy>().AsNoTracking().Where(policy => policy.First > today).ToListAsync(cancel);
        var ending = spec.Ratings.Select(rating => rating.Code).Where(code => toCome.Exists(policy => policy.Spec.Rating(code) is null)).ToHashSet();
        foreach (var (row, customer) in lines)
        {
            var before = customer is { } known ? now.GetValueOrDefault(known) : null;
            var (rating, limit, days, reason) = (
                run.Brings("rating") ? row.Text("rating", 4) : before?.Rating, run.Brings("limit") ? row.Money("limit") : before?.Limit,
                run.Brings("termDays") ? row.Whole("termDays", 0, CreditFaults.MostDays) : before?.TermDays, row.Text("reason", 500, lines: true));
            if (!row.HasFaults && rating is null && (limit is not null || days is not null))
            {
                run.Fault(row, "rating", "customers.credit-needs-rating");
            }

            if (!row.HasFaults && rating is not null && spec.Rating(rating) is null && (rating != before?.Rating || limit is null))
            {
                run.Fault(row, "rating", "field.not-valid");
            }

            if (!row.HasFaults && rating is not null && limit is null && ending.Contains(rating))
            {
                run.Fault(row, "rating", "customers.credit-rating-ends");
            }

            if (limit is { } given && (given < Money.Zero || given > Platform.Http.Check.LargestAmount))
            {
                run.Fault(row, "limit", given < Money.Zero ? "field.negative" : "field.too-large", ("max", Platform.Http.Check.LargestAmount));
            }

            if (customer is not { } id)
            {
                continue;
            }

            if (!owned.TryGetValue(id, out var of) || !reached.Contains(of.OwnerId, of.TerritoryId))
            {
                run.Fault(row, "customerName", of is null ? "record.not-found" : "record.out-of-reach");
            }
            else if (run.SeenBefore("customer", id.ToString()))
            {
                run.Fault(row, "customerName", "customers.credit-twice");
            }

            if (!row.HasFaults && (before?.Rating, before?.Limit, before?.TermDays) != (rating, limit, days))
            {
                Create(row, run, id, before, rating, limit, days, reason);
            }
        }
    }

    /// <summary>What each line took the place of holds again. What was decided since is in no state to be taken back.</summary>
    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        var credits = db.Set<CustomerCredit>();
        var customersOf = await credits.Where(credit => credit.ImportId == import).Select(credit => credit.CustomerId).Distinct().ToListAsync(cancel);
        foreach (var some in customersOf.OrderBy(id => id.Value).Chunk(500))
        {
            await db.LockedAll<Customer>([.. some.Select(id => id.Value)]).IgnoreQueryFilters([CustomerTable.Merged]).AsNoTracking().LoadAsync(cancel);
        }

        var name = await credits.Where(credit => credit.ImportId == import && credit.NowFor == null)
            .Join(db.CustomersWithMerged, credit => credit.CustomerId, customer => customer.Id, (credit, customer) => customer.Name).FirstOrDefaultAsync(cancel);
        if (name is not null)
        {
            throw Refusal.Conflict("customers.credit-changed", ("name", name));
        }

        var taken = await credits.Where(credit => credit.ImportId == import && credit.ReplacedId != null).Select(credit => new { credit.CustomerId, Before = credit.ReplacedId!.Value })
            .ToDictionaryAsync(credit => credit.Before, credit => credit.CustomerId, cancel);
        await credits.Where(credit => credit.ImportId == import).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.NowFor, (CustomerId?)null), cancel);
        foreach (var some in taken.Keys.Chunk(500))
        {
            var ids = some.ToList();
            foreach (var before in await credits.Where(credit => ids.Contains(credit.Id)).ToListAsync(cancel))
            {
                before.NowFor = taken[before.Id] == before.CustomerId ? before.CustomerId : null;
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    private void Create(ImportRow row, ImportRun run, CustomerId id, CustomerCredit? before, string? rating, Money? limit, int? days, string? reason)
    {
        run.WhenWriting(row, cancel => run.Db.Set<CustomerCredit>().Where(credit => credit.NowFor == id).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.NowFor, (CustomerId?)null), cancel));
        var credit = new CustomerCredit
        {
            Id = Id.New<CustomerCreditId>(),
            CustomerId = id,
            NowFor = id,
            At = clock.Now,
            ById = run.Caller.Person,
            Deed = CreditDeed.Set,
            Reason = reason ?? "导入",
            Rating = rating,
            Limit = limit,
            TermDays = days,
            IsHeld = before?.IsHeld == true,
            HeldUntil = before?.HeldUntil,
            HeldReason = before?.HeldReason,
            ReplacedId = before?.Id,
            ImportId = run.ImportId,
        };
        run.Create(row, credit, credit.Id);
    }
}
