using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Cards;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Placing;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Customers.Files;

/// <summary>Customers from a file, each with owner and territory by number or name.</summary>
internal sealed class ImportCustomers(CompanyClock clock, Ownerships ownerships, CustomImport<CustomerId> fields) : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private readonly ImportLookup<TerritoryId> territories = TerritoriesLookup.New();

    private static readonly (string, CustomerState)[] States =
    [
        ("潜在", CustomerState.Prospect), ("Prospect", CustomerState.Prospect),
        ("成交", CustomerState.Active), ("Active", CustomerState.Active),
        ("流失", CustomerState.Lost), ("Lost", CustomerState.Lost),
    ];

    public string Kind => "customers";

    public Permission Permission => CustomersPermissions.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "编号", "客户编号", "客户 ID", "customer number", "customer id"),
        new("name", true, "客户名称", "客户", "公司名称", "单位名称", "customer name", "company"),
        new("state", false, "状态", "客户状态", "status"),
        new("ownerName", false, "负责人", "业务员", "销售员", "owner", "sales rep"),
        new("territoryName", false, "区域", "销售区域", "地区", "territory", "region"),
        new("industry", false, "行业", "细分", "industry", "segment"),
        new("city", false, "城市", "city"),
        new("contactName", false, "联系人", "contact"),
        new("phone", false, "电话", "手机", "联系电话", "phone", "mobile"),
        new("creditCode", false, "统一社会信用代码", "信用代码", "税号", "注册号", "credit code", "tax number"),
        new("website", false, "网址", "官网", "网站", "website"),
        new("address", false, "地址", "注册地址", "办公地址", "address"),
        new("remark", false, "备注", "remark", "note"),
        new("duplicateReason", false, "重复说明", "非重复理由", "duplicate reason"),
        .. CardFields.Columns,
        .. fields.Columns,
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await people.Load(run, rows, "ownerName", cancel);
        await territories.Load(run, rows, "territoryName", cancel);
        var placing = await TerritoryPlacing.Load(run.Db, cancel);
        var guard = await TerritoryGuard.Load(run.Db, clock.Today, cancel);
        var places = await run.Db.PlacementsOf([.. rows.Select(row => people.Find(row, "ownerName", run)).OfType<PersonId>().Distinct()], cancel);
        var reached = await new Reach(run.Db, run.Caller, clock).Among(CustomersPermissions.Import, cancel);
        var numbers = await ImportNumbers.Load(run, rows, "customers", run.Db.NumbersOfCustomers, cancel);
        var entered = new List<(ImportRow Row, Customer Customer, DataCard? Card, ImportedFields Custom)>();
        foreach (var row in rows)
        {
            var customer = new Customer
            {
                Id = Id.New<CustomerId>(),
                Number = numbers.Of(row),
                Name = row.RequiredText("name", 120),
                State = row.OneOf("state", States) ?? CustomerState.Prospect,
                OwnerId = people.Find(row, "ownerName", run),
                TerritoryId = territories.Find(row, "territoryName", run),
                Industry = row.Text("industry", 60),
                City = row.Text("city", 60),
                ContactName = row.Text("contactName", 60),
                Phone = row.Phone("phone"),
                CreditCode = Code(row, run),
                Website = row.Text("website", 200),
                Address = row.Text("address", 200),
                Remark = row.Text("remark", 1000, lines: true),
                CreatedAt = clock.Now,
                ImportId = run.ImportId,
            };
            if (!reached.Contains(customer.OwnerId))
            {
                run.Fault(row, "ownerName", "record.out-of-reach");
            }

            customer.TerritoryId ??= placing.Of(LieInTerritory.MemberOf(customer, customer.OwnerId, customer.OwnerId is { } owner ? places.UnitOn(owner, clock.Today) : null));
            if (TerritoryGuard.RefusalOf(guard.Judge(TerritoryAct.Customer, customer.OwnerId, customer.TerritoryId)) is { } refused)
            {
                run.Fault(row, row.Has("territoryName") ? "territoryName" : "ownerName", refused, ("territory", guard.NameOf(customer.TerritoryId!.Value)));
            }

            var custom = fields.Read(row, CustomerFields.Facts(
                customer.State, customer.OwnerId, customer.TerritoryId, customer.Industry, customer.City, customer.ContactName, customer.Phone,
                customer.CreditCode, customer.Website, customer.Address, customer.Remark), run);
            entered.Add((row, customer, CardFields.Read(row, customer.Id, run), custom));
        }

        await ownerships.Settle([.. entered.Where(one => !one.Row.HasFaults).Select(one => one.Customer)], cancel);
        await ImportedDuplicates.Tell([.. entered.Select(one => (one.Row, one.Customer))], run, await run.Db.IdentityRules(cancel), cancel);
        foreach (var (row, customer, card, custom) in entered.Where(one => !one.Row.HasFaults))
        {
            fields.Create(row, customer, customer.Id, custom, run);
            if (card is not null)
            {
                run.WhenWriting(row, _ =>
                {
                    run.Db.Add(card);
                    return Task.CompletedTask;
                });
            }
        }
    }

    public async Task Written(AppDb db, IReadOnlyList<object> records, CancellationToken cancel)
    {
        var rules = await db.IdentityRules(cancel);
        var identities = records.OfType<Customer>().Select(customer => (customer.Id, Kept: KeepIdentity.Of(customer, rules))).ToList();
        db.AddRange(identities.Select(one => one.Kept.Identity));
        (await TerritoryGuard.Load(db, clock.Today, cancel)).AddNotes(
            db, records.OfType<Customer>().Select(customer => (TerritoryAct.Customer, customer.OwnerId, customer.TerritoryId, customer.Id.Value, customer.Name)), clock.Now);
        ownerships.Begin(records.OfType<Customer>());
        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, identities.ConvertAll(one => one.Id), clock.Today, cancel);
        await KeepIdentity.WriteKeys(db, identities.SelectMany(one => one.Kept.Keys.Select(key => (one.Id, key))), cancel);
    }

    public Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        var customers = db.Set<Customer>();
        return db.Set<TerritoryMove>().Where(move => customers.Any(customer => customer.Id == move.CustomerId && customer.ImportId == import)).ExecuteDeleteAsync(cancel);
    }

    private static string? Code(ImportRow row, ImportRun run)
    {
        var code = CreditCode.Clean(row.Text("creditCode", 40));
        if (code is null || CreditCode.IsValid(code))
        {
            return code;
        }

        run.Fault(row, "creditCode", "customers.credit-code");
        return null;
    }
}
