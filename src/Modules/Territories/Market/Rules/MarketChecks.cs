using Yingpan.Kernel;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Market.Rules;

/// <param name="Brand">Whose sales it is; empty is the whole market.</param>
/// <param name="Growth">Per year against the figure before it in its series, as the source says.</param>
/// <param name="Target">What we want to sell of it.</param>
/// <param name="SaidShare">Of the target in the whole, or of the brand, as the source says.</param>
public sealed record MarketFact(
    Guid Id, TerritoryId? TerritoryId, string Industry, string Line, string Brand, int Year, MarketUnit Unit, Quantity Amount, Rate? Growth, Quantity? Target, Rate? SaidShare);

public enum MarketFaultKind
{
    /// <summary>The growth that is said is not that between the two figures.</summary>
    Growth,

    /// <summary>The share that is said is not target, or brand, by whole.</summary>
    Share,

    /// <summary>The parts of a territory, or of the whole house, are more than the whole; or, where there is a figure of each part, other than it.</summary>
    Parts,

    /// <summary>The brands together have more than all of it.</summary>
    Shares,

    /// <summary>The target is more than all of it.</summary>
    Target,
}

/// <param name="Said">As the figure has it.</param>
/// <param name="Exact">As it follows from the other figures: a rate, or for parts their sum by the whole.</param>
/// <param name="With">The figures it contradicts.</param>
public sealed record MarketFault(Guid Figure, MarketFaultKind Kind, Rate? Said, Rate Exact, IReadOnlyList<Guid> With);

/// <summary>Names figures that contradict each other, with the exact value. What differs by less than a twentieth of a percent point is rounding.</summary>
public static class MarketChecks
{
    private static readonly Rate Rounded = new(500);

    /// <param name="parents">Territory by what it lies in.</param>
    public static IReadOnlyList<MarketFault> Find(IReadOnlyList<MarketFact> figures, IReadOnlyDictionary<TerritoryId, TerritoryId?> parents) =>
        [.. Growths(figures), .. Shares(figures), .. Parts(figures, parents), .. BrandSums(figures)];

    private static IEnumerable<MarketFault> Growths(IReadOnlyList<MarketFact> figures)
    {
        foreach (var series in figures.GroupBy(figure => (figure.TerritoryId, figure.Industry, figure.Line, figure.Brand, figure.Unit)))
        {
            foreach (var (before, now) in series.OrderBy(figure => figure.Year).Zip(series.OrderBy(figure => figure.Year).Skip(1)))
            {
                if (now.Growth is { } said && MarketFigures.YearlyChange(before.Amount, now.Amount, now.Year - before.Year) is { } exact && Differ(said, exact))
                {
                    yield return new MarketFault(now.Id, MarketFaultKind.Growth, said, exact, [before.Id]);
                }
            }
        }
    }

    private static IEnumerable<MarketFault> Shares(IReadOnlyList<MarketFact> figures)
    {
        foreach (var figure in figures)
        {
            var whole = figure.Brand.Length == 0 ? figure : WholeOf(figure, figures);
            var part = figure.Brand.Length == 0 ? figure.Target : figure.Amount;
            if (part is not { } amount || whole is null || MarketFigures.Share(amount, whole.Amount) is not { } exact)
            {
                continue;
            }

            if (figure.SaidShare is { } said && Differ(said, exact))
            {
                yield return new MarketFault(figure.Id, MarketFaultKind.Share, said, exact, [whole.Id]);
            }
            else if (exact > Rate.One && figure.Brand.Length == 0)
            {
                yield return new MarketFault(figure.Id, MarketFaultKind.Target, null, exact, []);
            }
        }
    }

    private static IEnumerable<MarketFault> Parts(IReadOnlyList<MarketFact> figures, IReadOnlyDictionary<TerritoryId, TerritoryId?> parents)
    {
        // What names no territory is of the whole house: its parts are the territories that lie in none.
        foreach (var whole in figures.Where(figure => figure.Unit != MarketUnit.Brands))
        {
            var parts = figures.Where(figure => figure.TerritoryId is { } part && parents.GetValueOrDefault(part) == whole.TerritoryId && SameBut(figure, whole)).ToList();
            var told = parents.Where(one => one.Value == whole.TerritoryId).All(one => parts.Exists(part => part.TerritoryId == one.Key));
            if (parts.Count > 0 && MarketFigures.Share(Sum(parts), whole.Amount) is { } exact && (exact > Rate.One || (told && Differ(Rate.One, exact))))
            {
                yield return new MarketFault(whole.Id, MarketFaultKind.Parts, null, exact, [.. parts.Select(part => part.Id)]);
            }
        }
    }

    private static IEnumerable<MarketFault> BrandSums(IReadOnlyList<MarketFact> figures)
    {
        foreach (var whole in figures.Where(figure => figure.Brand.Length == 0))
        {
            var brands = figures.Where(figure => figure.Brand.Length > 0 && WholeOf(figure, [whole]) is not null).ToList();
            if (brands.Count > 0 && MarketFigures.Share(Sum(brands), whole.Amount) is { } exact && exact > Rate.One)
            {
                yield return new MarketFault(whole.Id, MarketFaultKind.Shares, null, exact, [.. brands.Select(brand => brand.Id)]);
            }
        }
    }

    private static MarketFact? WholeOf(MarketFact brand, IReadOnlyList<MarketFact> figures) =>
        figures.FirstOrDefault(figure => figure.Brand.Length == 0 && figure.TerritoryId == brand.TerritoryId && figure.Industry == brand.Industry && figure.Line == brand.Line && figure.Year == brand.Year && figure.Unit == brand.Unit);

    private static bool SameBut(MarketFact part, MarketFact whole) =>
        part.Industry == whole.Industry && part.Line == whole.Line && part.Brand == whole.Brand && part.Year == whole.Year && part.Unit == whole.Unit;

    private static Quantity Sum(IEnumerable<MarketFact> figures) => figures.Aggregate(Quantity.Zero, (sum, figure) => sum + figure.Amount);

    private static bool Differ(Rate said, Rate exact) => said - exact > Rounded || exact - said > Rounded;
}
