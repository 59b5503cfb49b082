using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

/// <summary>How large a market is in a year, as some source says: of a territory, perhaps of one industry, one product line, one brand in it.</summary>
internal sealed class MarketFigure : IVersioned
{
    public required MarketFigureId Id { get; init; }

    /// <summary>Null is beyond the tree: the whole world.</summary>
    public TerritoryId? TerritoryId { get; set; }

    /// <summary>Empty is all of them; so are line and brand.</summary>
    public required string Industry { get; set; }

    public required string Line { get; set; }

    public required string Brand { get; set; }

    public required int Year { get; set; }

    public required MarketUnit Unit { get; set; }

    public required Quantity Amount { get; set; }

    /// <summary>The upper end, where the source gives a span; the amount is then the lower one.</summary>
    public Quantity? Upper { get; set; }

    public Rate? Growth { get; set; }

    public Quantity? Target { get; set; }

    public Rate? SaidShare { get; set; }

    public required string Source { get; set; }

    public bool IsForecast { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public MarketFact Fact => new(Id.Value, TerritoryId, Industry, Line, Brand, Year, Unit, Amount, Growth, Target, SaidShare);
}

internal sealed class MarketFigureTable : IEntityTypeConfiguration<MarketFigure>
{
    public void Configure(EntityTypeBuilder<MarketFigure> table)
    {
        table.ToTable("territories_market_figure");
        table.Property(figure => figure.Industry).HasMaxLength(60);
        table.Property(figure => figure.Line).HasMaxLength(60);
        table.Property(figure => figure.Brand).HasMaxLength(60);
        table.Property(figure => figure.Source).HasMaxLength(200);
        table.Property(figure => figure.Version).IsConcurrencyToken();
        table.HasIndex(figure => new { figure.Year, figure.TerritoryId });
        table.Ignore(figure => figure.Fact);
        table.RefersToTerritory(figure => figure.TerritoryId);
    }
}
