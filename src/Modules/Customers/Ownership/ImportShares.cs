using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Rules;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Ownership;

/// <summary>
/// Parts in customers from a file: all parts of a customer in lines one below the other, the owner's among them, by the rules of the form. An import
/// creates and changes nothing: a customer who is shared already is shared anew by hand.
/// </summary>
internal sealed class ImportShares(CompanyClock clock, Ownerships ownerships, Notifier notifier) : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private ImportLookup<CustomerId>? customers;

    public string Kind => "customer-shares";

    public Permission Permission => OwnershipPermissions.Transfer;

    public string GroupBy => "customerName";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("customerName", true, "客户", "客户编号", "客户名称", "公司名称", "customer", "company"),
        new("personName", true, "共有人", "共同负责人", "人员", "姓名", "co-owner", "person"),
        new("share", true, "份额", "分成", "分成比例", "比例", "share", "split"),
        new("first", false, "开始日", "生效日", "起始日期", "from", "since"),
    ];

    private sealed record Line(ImportRow Row, CustomerId? Customer, PersonId? Person, Rate Share, DateOnly? First);

    /// <param name="Earliest">When he came to his owner, or was last shared.</param>
    private sealed record Standing(PersonId? Owner, TerritoryId? Territory, DateTimeOffset Earliest, bool IsShared, int Lines);

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var reach = new Reach(run.Db, run.Caller, clock);
        customers ??= CustomersLookup.New(reach);
        await customers.Load(run, rows, "customerName", cancel);
        await people.Load(run, rows, "personName", cancel);
        List<Line> lines = [.. rows.Select(row => new Line(
            row, customers.Find(row, "customerName", run), people.Find(row, "personName", run), row.Required("share", row.Rate("share")), row.Day("first")))];
        var standings = await Standings([.. lines.Select(line => line.Customer).OfType<CustomerId>().Distinct()], run, cancel);
        var (reached, takers) = (await reach.Among(OwnershipPermissions.Transfer, cancel), await Takers(lines, run.Db, cancel));
        var rules = await run.Db.OwnershipRulesOn(clock.Today, cancel);
        var anybody = run.Caller.May(OwnershipPermissions.TransferAnywhere);
        foreach (var line in lines)
        {
            if (line is { Customer: { } id, Person: { } person } && standings.TryGetValue(id, out var of) && of.Owner != person)
            {
                Tell(line, "personName", takers.Contains(person) ? anybody || reached.Contains(person) ? null : "record.out-of-reach" : "record.not-found", run);
            }
        }

        foreach (var group in Batches<Line>.Groups(lines, line => line.Row["customerName"]).Where(group => group[0].Customer is not null))
        {
            if (!standings.TryGetValue(group[0].Customer!.Value, out var standing))
            {
                // Merged or removed since he was looked up.
                Tell(group[0], "customerName", "record.not-found", run);
                continue;
            }

            Judge(group, standing, reached, run);
            if (group.All(line => !line.Row.HasFaults))
            {
                Create(group, standing, rules, run);
            }
        }
    }

    /// <summary>Who has a part by it hears of it, as by the form: once for each batch, and not whose customer it was before.</summary>
    public async Task Written(AppDb db, IReadOnlyList<object> records, CancellationToken cancel)
    {
        var shares = records.OfType<CustomerShare>().ToList();
        var ids = shares.Select(share => share.CustomerId).Distinct().ToList();
        var shared = await db.Set<Customer>().AsNoTracking().Where(customer => ids.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name, customer.OwnerId })
            .ToDictionaryAsync(customer => customer.Id, cancel);
        foreach (var own in shares.Where(share => shared.TryGetValue(share.CustomerId, out var customer) && customer.OwnerId != share.PersonId).GroupBy(share => share.PersonId))
        {
            var (first, count) = (shared[own.First().CustomerId], own.Count());
            await notifier.Tell(
                own.Key, count == 1 ? "customer-shared" : "customers-shared", new Dictionary<string, object?> { ["name"] = first.Name, ["count"] = count },
                count == 1 ? $"/customers?open={first.Id}" : $"/customer-shares?person={own.Key}", cancel);
        }
    }

    /// <summary>Who took part in a change since is in no state to be taken back: his part was ended, or went on to another.</summary>
    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        var name = await db.Set<CustomerShare>().Where(share => share.ImportId == import && share.Until != null)
            .Join(db.CustomersWithMerged, share => share.CustomerId, customer => customer.Id, (share, customer) => customer.Name).FirstOrDefaultAsync(cancel);
        if (name is not null)
        {
            throw Refusal.Conflict("customers.shares-changed", ("name", name));
        }
    }

    /// <summary>All lines of one customer.</summary>
    private void Judge(IReadOnlyList<Line> lines, Standing standing, ReachedPeople reached, ImportRun run)
    {
        var (first, on, from) = (lines[0], lines[0].First ?? clock.Today, clock.DayOf(standing.Earliest));
        var repeated = run.SeenBefore("customer", first.Customer!.Value.ToString());
        Tell(first, "customerName",
            !reached.Contains(standing.Owner, standing.Territory) ? "record.out-of-reach"
            : standing.Owner is null ? "customers.nobodys" : standing.IsShared ? "customers.shares-there" : repeated ? "customers.shares-apart" : null, run);
        if (on > clock.Today || on < from)
        {
            run.Fault(first.Row, "first", "field.range", ("min", from), ("max", clock.Today));
        }

        Tell(first, "first", lines.All(line => (line.First ?? clock.Today) == on) ? null : "customers.shares-days", run);
        if (lines.All(line => line is { Row.HasFaults: false, Person: not null }))
        {
            Tell(first, "share", Shares.Fault([.. lines.Select(line => new SharePart(line.Person!.Value, line.Share))], standing.Owner!.Value), run);
        }
    }

    private void Create(IReadOnlyList<Line> lines, Standing standing, OwnershipRules rules, ImportRun run)
    {
        var on = lines[0].First ?? clock.Today;
        var start = on == clock.Today ? clock.Now : clock.StartOf(on);
        var number = standing.Lines;
        foreach (var line in lines)
        {
            var share = new CustomerShare
            {
                Id = Id.New<CustomerShareId>(),
                CustomerId = line.Customer!.Value,
                Line = ++number,
                PersonId = line.Person!.Value,
                Share = line.Share,
                MayEdit = rules.CoOwnersEdit,
                Since = start > standing.Earliest ? start : standing.Earliest,
                On = on,
                ImportId = run.ImportId,
            };
            run.Create(line.Row, share, share.Id);
        }
    }

    /// <summary>Locked where they are written to: nobody shares or passes them on meanwhile.</summary>
    private async Task<Dictionary<CustomerId, Standing>> Standings(List<CustomerId> ids, ImportRun run, CancellationToken cancel)
    {
        if (run.Writes)
        {
            await ownerships.Lock(ids, cancel);
        }

        var owned = await run.Db.Set<Customer>().AsNoTracking().Where(customer => ids.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.OwnerId, customer.TerritoryId, customer.CreatedAt }).ToListAsync(cancel);
        var spells = await run.Db.Set<OwnershipSpell>().Where(spell => ids.Contains(spell.CustomerId) && spell.Until == null).ToDictionaryAsync(spell => spell.CustomerId, spell => spell.Since, cancel);
        var shares = (await run.Db.Set<CustomerShare>().AsNoTracking().Where(share => ids.Contains(share.CustomerId)).ToListAsync(cancel)).ToLookup(share => share.CustomerId);
        return owned.ToDictionary(customer => customer.Id, customer => new Standing(
            customer.OwnerId, customer.TerritoryId,
            shares[customer.Id].Select(share => share.Until).OfType<DateTimeOffset>().Append(spells.GetValueOrDefault(customer.Id, customer.CreatedAt)).Max(),
            shares[customer.Id].Any(share => share.Until is null),
            shares[customer.Id].Select(share => share.Line).DefaultIfEmpty().Max()));
    }

    /// <summary>Those who work here.</summary>
    private async Task<HashSet<PersonId>> Takers(List<Line> lines, AppDb db, CancellationToken cancel)
    {
        var (named, today) = (lines.Select(line => line.Person).OfType<PersonId>().Distinct().ToList(), clock.Today);
        return await db.PersonCards.Where(person => named.Contains(person.Id) && (person.LeftOn == null || person.LeftOn >= today)).Select(person => person.Id).ToHashSetAsync(cancel);
    }

    private static void Tell(Line line, string column, string? code, ImportRun run)
    {
        if (code is not null)
        {
            run.Fault(line.Row, column, code);
        }
    }
}
