using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Names;

/// <summary>Names from a file, each for a campaign by number or name; without an owner they are the caller's.</summary>
internal sealed class ImportNames(CompanyClock clock) : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private readonly ImportLookup<CampaignId> campaigns = new((db, words, cancel) => db.Set<Campaign>()
        .Where(campaign => words.Contains(campaign.Number) || words.Contains(campaign.Name))
        .Select(campaign => new ImportName<CampaignId>(campaign.Id, campaign.Number, campaign.Name)).ToListAsync(cancel));

    public string Kind => "customer-names";

    public Permission Permission => CustomersPermissions.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("campaignName", true, "项目", "项目名称", "项目编号", "活动", "campaign", "project"),
        .. NameColumns.All,
        new("ownerName", false, "负责人", "业务员", "销售员", "准备人", "owner", "sales rep"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await people.Load(run, rows, "ownerName", cancel);
        await campaigns.Load(run, rows, "campaignName", cancel);
        var reached = await new Reach(run.Db, run.Caller, clock).Among(CustomersPermissions.Import, cancel);
        var open = new OpenCampaigns(run.Db, clock);
        var entered = new List<(ImportRow Row, ListedName Name)>();
        foreach (var row in rows)
        {
            var campaign = campaigns.Find(row, "campaignName", run);
            var owner = row.Has("ownerName") ? people.Find(row, "ownerName", run) : run.Caller.Person;
            if (campaign is null && !row.Has("campaignName"))
            {
                run.Fault(row, "campaignName", "field.required");
            }

            if (owner is null && !row.Has("ownerName"))
            {
                run.Fault(row, "ownerName", "field.required");
            }

            if (owner is not null && !reached.Contains(owner))
            {
                run.Fault(row, "ownerName", "record.out-of-reach");
            }

            if (campaign is { } of && owner is { } who && await open.Refusing(of, who, cancel) is { } refused)
            {
                run.Fault(row, "campaignName", refused);
            }

            entered.Add((row, Read(row, run, campaign ?? default, owner ?? default)));
        }

        await Tell(entered, run, cancel);
        foreach (var (row, name) in entered.Where(one => !one.Row.HasFaults))
        {
            name.MeasureBy(await run.Db.RequiredOfNames(name.CampaignId, name.Day, cancel));
            run.Create(row, name, name.Id);
        }
    }

    private ListedName Read(ImportRow row, ImportRun run, CampaignId campaign, PersonId owner) => new()
    {
        Id = Id.New<ListedNameId>(),
        CampaignId = campaign,
        OwnerId = owner,
        PreparedById = owner,
        Day = clock.Today,
        CreatedAt = clock.Now,
        Name = row.RequiredText("name", 120),
        LegalRepresentative = row.Text("legalRepresentative", 60),
        HeadName = row.Text("headName", 60),
        Hobbies = row.Text("hobbies", 200),
        Strengths = row.Text("strengths", 200),
        Phone = row.Phone("phone"),
        Mobile = row.Phone("mobile"),
        City = row.Text("city", 60),
        Industry = row.Text("industry", 60),
        Fax = row.Phone("fax"),
        Email = row.Email("email"),
        Remark = row.Text("remark", 1000, lines: true),
        State = NameState.New,
        StateOn = clock.Today,
        Key = "",
        ImportId = run.ImportId,
    };

    /// <summary>Who is a customer already, and what stands in the campaign or in an earlier line.</summary>
    private async Task Tell(List<(ImportRow Row, ListedName Name)> entered, ImportRun run, CancellationToken cancel)
    {
        var known = new KnownNames(run.Db, new Duplicates(run.Db));
        foreach (var group in entered.Where(one => !one.Row.HasFaults).GroupBy(one => one.Name.CampaignId).Select(group => group.ToList()))
        {
            var standings = await known.Of(group.ConvertAll(one => one.Name.IdentityFacts), group[0].Name.CampaignId, null, run.ImportId, cancel);
            var units = await Duplicates.Units(run.Db, [.. standings.Select(standing => standing.Taken?.Id).OfType<CustomerId>().Distinct()], cancel);
            foreach (var ((row, name), standing) in group.Zip(standings))
            {
                name.Key = standing.Key;
                if (standing.Taken is { } customer)
                {
                    var unit = units.GetValueOrDefault(customer.Id);
                    run.Fault(row, "name", unit is null ? "customers.taken-unowned" : "customers.taken", ("name", customer.Name), ("unit", unit ?? ""));
                }
                else if (standing.Listed.FirstOrDefault(one => one.IsSame) is { } there)
                {
                    run.Fault(row, "name", "customers.name-listed", ("name", there.Name), ("owner", there.OwnerName ?? ""), ("day", there.Day));
                }
                else if (run.SeenBefore($"name {name.CampaignId}", name.Key))
                {
                    run.Fault(row, "name", "import.repeated", ("value", name.Name));
                }
            }
        }
    }
}
