using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>
/// Territories from a file, a parent before what lies in it: it may be in the database already or stand further up in the file.
/// </summary>
internal sealed class ImportTerritories : IImporter
{
    private readonly ImportLookup<TerritoryId> territories = TerritoriesLookup.New();
    private readonly Dictionary<string, TerritoryId> above = new(StringComparer.Ordinal);
    private int order;

    public string Kind => "territories";

    public Permission Permission => TerritoriesPermissions.Edit;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "编号", "区域编号", "territory number", "territory id"),
        new("name", true, "名称", "区域", "区域名称", "地区", "territory", "region"),
        new("kind", false, "类型", "区域类型", "kind", "type"),
        new("parentName", false, "上级区域", "上级", "parent", "group"),
    ];

    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        await NamedByRules.Refuse(db, await db.Set<Territory>().Where(territory => territory.ImportId == import).Select(territory => territory.Id).ToListAsync(cancel), cancel);
    }

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await territories.Load(run, rows, "parentName", cancel);
        var numbers = await ImportNumbers.Load(run, rows, "territories", run.Db.Set<Territory>().Select(territory => territory.Number), cancel);
        foreach (var row in rows)
        {
            var number = numbers.Of(row);
            var territory = new Territory
            {
                Id = Id.New<TerritoryId>(),
                Number = number,
                Name = row.RequiredText("name", 60),
                ParentId = row.Text("parentName") is { } parent && above.TryGetValue(parent, out var inFile) ? inFile : territories.Find(row, "parentName", run),
                Kind = row.Text("kind", 40),
                Order = ++order,
                ImportId = run.ImportId,
            };
            if (row.HasFaults)
            {
                continue;
            }

            if (await run.Db.Set<Territory>().AnyAsync(known => known.ParentId == territory.ParentId && known.Name == territory.Name, cancel)
                || run.SeenBefore("name", $"{territory.ParentId}/{territory.Name}"))
            {
                run.Fault(row, "name", "territories.name-taken", ("name", territory.Name));
                continue;
            }

            above[territory.Name] = territory.Id;
            above[number] = territory.Id;
            run.Create(row, territory, territory.Id);
        }
    }
}
