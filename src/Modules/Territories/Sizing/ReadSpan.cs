using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Sizing.Rules;
using Yingpan.Territories.Standards;

namespace Yingpan.Territories.Sizing;

/// <summary>GET /api/span-of-control: who has too few or too many people today, and managers to reps over the years.</summary>
internal static class ReadSpan
{
    private const int Years = 5;

    public sealed record Line(PersonId Id, string Name, string? UnitName, int Direct, SpanFinding Finding);

    public sealed record View(IReadOnlyList<Line> Managers, IReadOnlyList<SpanYear> Years, int Few, int Many);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var standard = await db.StandardOn(clock.Today, cancel);
        var years = new List<SpanYear>();
        for (var year = clock.Today.Year - Years + 1; year < clock.Today.Year; year++)
        {
            var past = await db.LoadChart(new DateOnly(year, 12, 31), cancel);
            if (past.People.Any(person => person.UnitId is not null))
            {
                years.Add(Span.Ratio(year, Superiors(past)));
            }
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        var superiors = Superiors(chart);
        years.Add(Span.Ratio(clock.Today.Year, superiors));
        return new View(
            [.. Span.Of(superiors, standard.SpanFew, standard.SpanMany).Select(span => (span, Who: chart.Person(span.Id)!)).Select(one => new Line(
                one.span.Id, one.Who.Name, one.Who.UnitId is { } unit ? chart.Unit(unit)?.Name : null, one.span.Direct, one.span.Finding))],
            years, standard.SpanFew, standard.SpanMany);
    }

    private static Dictionary<PersonId, PersonId?> Superiors(Yingpan.Organization.Public.Rules.Chart chart) =>
        chart.People.Where(person => person.UnitId is not null).ToDictionary(person => person.Id, person => chart.SuperiorOf(person.Id));
}
