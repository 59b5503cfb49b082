using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>
/// Who held which territory when, from a file. Where several held one at the same time, the one who began first answered for it and the
/// others supported, unless the file says so itself.
/// </summary>
internal sealed class ImportHolders : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private readonly ImportLookup<TerritoryId> territories = TerritoriesLookup.New();
    private readonly List<TerritoryHolder> earlier = [];

    public string Kind => "holders";

    public Permission Permission => TerritoriesPermissions.Edit;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("territoryName", true, "区域", "销售区域", "territory", "territory id"),
        new("personName", true, "负责人", "姓名", "工号", "person", "holder"),
        new("isResponsible", false, "是否负责", "responsible"),
        new("first", true, "开始日期", "开始", "first day", "start date"),
        new("last", false, "结束日期", "结束", "last day", "end date"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await people.Load(run, rows, "personName", cancel);
        await territories.Load(run, rows, "territoryName", cancel);
        foreach (var row in rows)
        {
            var territory = row.Required("territoryName", territories.Find(row, "territoryName", run));
            var person = row.Required("personName", people.Find(row, "personName", run));
            var first = row.Required("first", row.Day("first"));
            var last = row.Day("last");
            if (last < first)
            {
                run.Fault(row, "last", "field.period-backwards");
            }

            if (row.HasFaults)
            {
                continue;
            }

            var others = (await run.Db.Set<TerritoryHolder>().AsNoTracking().Where(holder => holder.TerritoryId == territory).ToListAsync(cancel))
                .Concat(earlier.Where(holder => holder.TerritoryId == territory))
                .Where(holder => (holder.Last is null || holder.Last >= first) && (last is null || holder.First <= last)).ToList();
            if (others.Exists(holder => holder.PersonId == person))
            {
                run.Fault(row, "personName", "territories.holds-already", ("day", others.Find(holder => holder.PersonId == person)!.First));
                continue;
            }

            var answeredFor = others.Find(holder => holder.Part == HolderPart.Responsible);
            if (row.Flag("isResponsible") == true && answeredFor is not null)
            {
                run.Fault(row, "isResponsible", "territories.responsible-in-the-way", ("day", answeredFor.First));
                continue;
            }

            var holder = new TerritoryHolder
            {
                Id = Id.New<TerritoryHolderId>(),
                TerritoryId = territory,
                PersonId = person,
                Part = (row.Flag("isResponsible") ?? answeredFor is null) ? HolderPart.Responsible : HolderPart.Supporting,
                First = first,
                Last = last,
            };
            earlier.Add(holder);
            run.Create(row, holder, holder.Id);
        }
    }
}
