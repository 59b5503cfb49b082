using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Data;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Market;

internal sealed record MarketFigureRequest : IChecked
{
    /// <summary>A trillion of anything: more than there is, and sums stay far from the edge of 64 bits.</summary>
    public static readonly Quantity Largest = new(1_000_000_000_000_000);

    public TerritoryId? TerritoryId { get; init; }

    public string? Industry { get; init; }

    public string? Line { get; init; }

    public string? Brand { get; init; }

    public required int Year { get; init; }

    public required MarketUnit Unit { get; init; }

    public required Quantity Amount { get; init; }

    public Quantity? Upper { get; init; }

    public Rate? Growth { get; init; }

    public Quantity? Target { get; init; }

    public Rate? SaidShare { get; init; }

    public required string Source { get; init; }

    public bool IsForecast { get; init; }

    public void Check(Check check)
    {
        check.OptionalText("industry", Industry, 60);
        check.OptionalText("line", Line, 60);
        check.OptionalText("brand", Brand, 60);
        check.Text("source", Source, 200);
        check.That(Year is >= 1950 and <= 2100, "year", "field.range", ("min", 1950), ("max", 2100));
        InRange(check, "amount", Amount);
        InRange(check, "upper", Upper);
        InRange(check, "target", Target);
        check.That(Upper is null || Upper >= Amount, "upper", "territories.market-span");
        check.That(Growth is null || (Growth > Rate.Zero - Rate.One && Growth <= new Rate(100_000_000)), "growth", "territories.market-growth");
        check.That(SaidShare is null || (SaidShare >= Rate.Zero && SaidShare <= Rate.One), "saidShare", "field.not-fraction");
    }

    private static void InRange(Check check, string field, Quantity? value)
    {
        check.That(value is null || value >= Quantity.Zero, field, "field.negative");
        check.That(value is null || value <= Largest, field, "field.too-large", ("max", Largest));
    }

    public async Task CheckReferences(AppDb db, Check check, MarketFigureId? self, CancellationToken cancel)
    {
        check.That(TerritoryId is null || await db.TerritoryCards.AnyAsync(territory => territory.Id == TerritoryId, cancel), "territoryId", "record.not-found");
        var (industry, line, brand) = (Industry.CleanOrNull() ?? "", Line.CleanOrNull() ?? "", Brand.CleanOrNull() ?? "");
        check.That(!await db.Set<MarketFigure>().AnyAsync(
            figure => figure.Year == Year && figure.TerritoryId == TerritoryId && figure.Unit == Unit && figure.Industry == industry && figure.Line == line && figure.Brand == brand && figure.Id != self, cancel),
            "year", "territories.market-there", ("year", Year));
    }

    public void WriteTo(MarketFigure figure)
    {
        (figure.TerritoryId, figure.Industry, figure.Line, figure.Brand) = (TerritoryId, Industry.CleanOrNull() ?? "", Line.CleanOrNull() ?? "", Brand.CleanOrNull() ?? "");
        (figure.Year, figure.Unit, figure.Amount, figure.Upper) = (Year, Unit, Amount, Upper);
        (figure.Growth, figure.Target, figure.SaidShare, figure.Source, figure.IsForecast) = (Growth, Target, SaidShare, Source.Clean(), IsForecast);
    }
}

/// <summary>POST /api/market-figures</summary>
internal static class AddMarketFigure
{
    public static async Task<Created<Saved<MarketFigureId>>> Handle(MarketFigureRequest request, AppDb db, CancellationToken cancel)
    {
        // An index can't hold it: the empty field of the whole world is never the same to a database.
        await db.LockCompany(cancel);
        var check = new Check();
        await request.CheckReferences(db, check, null, cancel);
        check.ThrowIfAny();
        var figure = new MarketFigure { Id = Id.New<MarketFigureId>(), Industry = "", Line = "", Brand = "", Year = 0, Unit = request.Unit, Amount = request.Amount, Source = "" };
        request.WriteTo(figure);
        db.Add(figure);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/market-figures/{figure.Id}", new Saved<MarketFigureId>(figure.Id, figure.Version));
    }
}

/// <summary>PUT /api/market-figures/{id}</summary>
internal static class EditMarketFigure
{
    public static async Task<Saved<MarketFigureId>> Handle(MarketFigureId id, MarketFigureRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var figure = await db.Set<MarketFigure>().FirstOrDefaultAsync(figure => figure.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(figure, seen);
        var check = new Check();
        await request.CheckReferences(db, check, id, cancel);
        check.ThrowIfAny();
        request.WriteTo(figure);
        await db.SaveChangesAsync(cancel);
        return new Saved<MarketFigureId>(figure.Id, figure.Version);
    }
}

/// <summary>DELETE /api/market-figures/{id}</summary>
internal static class RemoveMarketFigure
{
    public static async Task<NoContent> Handle(MarketFigureId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await db.Set<MarketFigure>().FirstOrDefaultAsync(figure => figure.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
