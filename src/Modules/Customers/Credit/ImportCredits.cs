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
/// Ratings with limits and terms from a file, in the columns they are exported in: a line says all of a customer's credit but the hold, which stays as it is. A line that says
/// what holds already decides nothing.
/// </summary>
internal sealed class ImportCredits(CompanyClock clock) : IImporter
{
    private ImportLookup<CustomerId>? customers;

    public string Kind => "customer-credits";

    public Permission Permission => CreditPermissions.Give;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("customerName", true, "客户", "客户编号", "客户名称", "公司名称", "编号", "customer", "company"),
        new("rating", true, "信用等级", "等级", "rating", "credit rating"),
        new("limit", false, "信用额度", "额度", "单独额度", "credit limit", "limit"),
        new("termDays", false, "账期", "账期(天)", "付款天数", "terms", "payment days"),
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
        foreach (var (row, customer) in lines)
        {
            var (rating, limit, days, reason) = (row.RequiredText("rating", 4), row.Money("limit"), row.Whole("termDays", 0, CreditFaults.MostDays), row.Text("reason", 500, lines: true));
            var before = customer is { } known ? now.GetValueOrDefault(known) : null;
            if (!row.HasFaults && rating != before?.Rating && spec.Rating(rating) is null)
            {
                run.Fault(row, "rating", "field.not-valid");
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

    /// <summary>What held before holds again. What was decided since is in no state to be taken back.</summary>
    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        var credits = db.Set<CustomerCredit>();
        var name = await credits.Where(credit => credit.ImportId == import && credit.NowFor == null)
            .Join(db.CustomersWithMerged, credit => credit.CustomerId, customer => customer.Id, (credit, customer) => customer.Name).FirstOrDefaultAsync(cancel);
        if (name is not null)
        {
            throw Refusal.Conflict("customers.credit-changed", ("name", name));
        }

        var taken = await credits.Where(credit => credit.ImportId == import).Select(credit => credit.CustomerId).ToListAsync(cancel);
        await credits.Where(credit => credit.ImportId == import).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.NowFor, (CustomerId?)null), cancel);
        foreach (var some in taken.Chunk(500))
        {
            var ids = some.ToList();
            var before = await credits.Where(credit => ids.Contains(credit.CustomerId) && credit.ImportId != import).OrderBy(credit => credit.At).ThenBy(credit => credit.Id).ToListAsync(cancel);
            foreach (var last in before.GroupBy(credit => credit.CustomerId).Select(all => all.Last()))
            {
                last.NowFor = last.CustomerId;
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    private void Create(ImportRow row, ImportRun run, CustomerId id, CustomerCredit? before, string rating, Money? limit, int? days, string? reason)
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
            ImportId = run.ImportId,
        };
        run.Create(row, credit, credit.Id);
    }
}
