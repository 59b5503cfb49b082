using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Data;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;

namespace Yingpan.Catalog.Products;

/// <summary>Products from a file.</summary>
internal sealed class ImportProducts : IImporter
{
    public string Kind => "products";

    public Permission Permission => CatalogPermissions.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "产品编号", "编号", "产品 ID", "货号", "product number", "product id", "sku"),
        new("name", true, "产品名称", "产品", "名称", "品名", "product name", "product"),
        new("line", false, "产品线", "类别", "product line", "category"),
        new("unit", false, "单位", "计量单位", "unit"),
        new("listPrice", false, "标价", "单价", "价格", "list price", "price"),
        new("costPrice", false, "成本价", "成本", "cost price", "cost", "unit cost"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var numbers = await ImportNumbers.Load(run, rows, "products", run.Db.Set<Product>().Select(product => product.Number), cancel);
        foreach (var row in rows)
        {
            var product = new Product
            {
                Id = Id.New<ProductId>(),
                Number = numbers.Of(row),
                Name = row.RequiredText("name", 120),
                Line = row.Text("line", 60),
                Unit = row.Text("unit", 20) ?? "件",
                ListPrice = row.UnitPrice("listPrice") ?? UnitPrice.Zero,
                CostPrice = row.UnitPrice("costPrice"),
                ImportId = run.ImportId,
            };
            if (product.ListPrice < UnitPrice.Zero)
            {
                run.Fault(row, "listPrice", "field.negative");
            }

            if (product.CostPrice is { } cost)
            {
                if (!run.Caller.May(CatalogPermissions.ReadCosts))
                {
                    run.Fault(row, "costPrice", "catalog.cost-not-yours");
                }
                else if (cost < UnitPrice.Zero)
                {
                    run.Fault(row, "costPrice", "field.negative");
                }
            }

            if (!row.HasFaults)
            {
                run.Create(row, product, product.Id);
            }
        }
    }
}
