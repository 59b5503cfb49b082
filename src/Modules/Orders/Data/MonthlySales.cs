using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Data;

/// <summary>Confirmed sales of a month by person, unit and territory; written by <see cref="Totals.SalesTotals"/> alone.</summary>
[NotAudited]
internal sealed class MonthlySales
{
    public required Month Month { get; init; }

    public required PersonId SalespersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public required int Orders { get; init; }

    public required Money Amount { get; init; }
}

internal sealed class MonthlySalesTable : IEntityTypeConfiguration<MonthlySales>
{
    public void Configure(EntityTypeBuilder<MonthlySales> table)
    {
        table.ToTable("orders_monthly_sales");
        table.HasKey(row => new { row.Month, row.SalespersonId, row.UnitId, row.TerritoryId });
    }
}
