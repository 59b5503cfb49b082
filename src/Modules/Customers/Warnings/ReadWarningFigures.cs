using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

/// <summary>GET /api/customer-warning-figures: what became of the warnings opened in a period, of the customers one sees.</summary>
internal static class ReadWarningFigures
{
    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public void Check(Check check)
        {
            check.Day("from", From);
            check.Day("to", To);
            check.That(From <= To, "from", "field.period-backwards");
        }
    }

    public sealed record IndicatorLine(string Code, int Warnings);

    public sealed record View(WinBackFunnel Funnel, WinBackLine All, IReadOnlyList<WinBackLine> Causes, IReadOnlyList<WinBackLine> Measures, IReadOnlyList<IndicatorLine> Indicators, int Overdue, int Proposed);

    public static async Task<View> Handle([Microsoft.AspNetCore.Http.AsParameters] Query query, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var mine = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read);
        var warnings = db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.OpenedOn >= query.From && warning.OpenedOn <= query.To && mine.Any(customer => customer.Id == warning.CustomerId));
        var rows = await warnings.ToListAsync(cancel);
        var measures = (await db.Set<WarningLine>().AsNoTracking().Where(line => line.Kind == WarningLineKind.Measure && warnings.Any(warning => warning.Id == line.WarningId))
            .Select(line => new { line.WarningId, line.Code, line.Cost }).ToListAsync(cancel)).ToLookup(line => line.WarningId);
        var signals = await db.Set<WarningSignal>().AsNoTracking().Where(signal => warnings.Any(warning => warning.Id == signal.WarningId))
            .GroupBy(signal => signal.Indicator).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(cancel);
        var facts = rows.ConvertAll(row => new WarningFact(
            row.FollowedOn is not null, row.Cause, [.. measures[row.Id].Select(line => line.Code!)], row.State == WarningState.Closed, row.Result == WarningResult.WonBack, row.Result == WarningResult.Lost,
            row.WonSales, new Money(measures[row.Id].Sum(line => line.Cost?.Minor ?? 0))));
        return new View(
            WinBack.Funnel(facts), WinBack.LineOf(null, facts), WinBack.ByCause(facts), WinBack.ByMeasure(facts),
            [.. signals.OrderByDescending(signal => signal.Count).ThenBy(signal => signal.Key, StringComparer.Ordinal).Select(signal => new IndicatorLine(signal.Key, signal.Count))],
            rows.Count(row => row.State == WarningState.Open && row.DueOn < clock.Today), rows.Count(row => row.State != WarningState.Closed && row.ResumedOn is not null));
    }
}

/// <summary>POST /api/warning-policies/preview: which customers would give a new sign by that policy today. Nothing is written.</summary>
internal static class PreviewWarnings
{
    private const int MostShown = 200;

    public sealed record Request : IChecked
    {
        public required WarningSpec Spec { get; init; }

        public void Check(Check check) => WarningPolicyRequest.CheckSpec(check, Spec);
    }

    public sealed record Sign(string Indicator, decimal Reading, decimal Threshold);

    public sealed record Found(CustomerId CustomerId, string Name, string? Grade, IReadOnlyList<Sign> Signs);

    public sealed record View(int Customers, IReadOnlyList<ReadWarningFigures.IndicatorLine> Indicators, IReadOnlyList<Found> Items);

    public static async Task<View> Handle(Request request, AppDb db, Reach reach, WatchCustomers watch, CompanyClock clock, CancellationToken cancel)
    {
        var (_, found) = await watch.Compute(request.Spec, clock.Today, cancel);
        List<CustomerId> ids = [.. found.Take(5_000).Select(one => one.Customer)];
        var names = await db.CustomersVisibleTo(reach, CustomersPermissions.Read).Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel);
        return new View(
            found.Count,
            [.. found.SelectMany(one => one.Signals).GroupBy(signal => signal.Indicator).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ReadWarningFigures.IndicatorLine(group.Key, group.Count()))],
            [.. found.Where(one => names.ContainsKey(one.Customer)).Take(MostShown)
                .Select(one => new Found(one.Customer, names[one.Customer], one.Grade, [.. one.Signals.Select(signal => new Sign(signal.Indicator, signal.Reading.Value, signal.Threshold))]))]);
    }
}

/// <summary>POST /api/warning-runs: the run of the day, now; with the rhythm of the house, where none is known yet.</summary>
internal static class WatchNow
{
    public static async Task<Microsoft.AspNetCore.Http.IResult> Handle(AppDb db, WatchCustomers watch, FitRhythm fit, CompanyClock clock, CancellationToken cancel)
    {
        if (await db.RhythmOn(clock.Today, cancel) is null)
        {
            await fit.Run(clock.Today, cancel);
        }

        await watch.Run(clock.Today, cancel);
        return Microsoft.AspNetCore.Http.Results.NoContent();
    }
}
