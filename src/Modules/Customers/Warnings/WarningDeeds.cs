using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Warnings;

internal sealed record NewSignal(string Indicator, long? ReadingE3, long? ThresholdE3, string Inputs);

/// <summary>Each deed upon a warning, with its line and with who is told; inside the transaction of the caller, who holds the customer.</summary>
internal sealed class WarningDeeds(AppDb db, Notifier notifier, CompanyClock clock)
{
    private (DateOnly Day, Chart Chart)? loaded;

    /// <summary>Whoever makes up a house makes the same ids each time.</summary>
    public Func<CustomerId, DateOnly, WarningId> NewId { get; set; } = (_, _) => Id.New<WarningId>();

    /// <summary>Into the context, to be saved by the caller.</summary>
    /// <param name="report">Who reported it, and in what words; null is the product.</param>
    public async Task<CustomerWarning> Fire(
        CustomerWarning? open, Customer customer, string? grade, WarningSpec spec, DateOnly day, IReadOnlyList<NewSignal> signals, (PersonId? By, string? Words)? report, CancellationToken cancel)
    {
        var warning = open ?? new CustomerWarning
        {
            Id = NewId(customer.Id, day),
            CustomerId = customer.Id,
            OpenFor = customer.Id,
            OpenedOn = day,
            Grade = grade,
            DueOn = Warning.DueOn(spec, grade, day),
            State = WarningState.Open,
        };
        // A run fires thousands: what is new is not asked for.
        var line = open is null ? 0 : await LastLine(open, cancel);
        if (open is null)
        {
            db.Add(warning);
            db.Add(LineOf(warning, ++line, WarningLineKind.Opened, day));
        }

        foreach (var signal in signals)
        {
            db.Add(new WarningSignal { WarningId = warning.Id, Indicator = signal.Indicator, FiredOn = day, ReadingE3 = signal.ReadingE3, ThresholdE3 = signal.ThresholdE3, Inputs = signal.Inputs });
            db.Add(LineOf(warning, ++line, report is null ? WarningLineKind.Signal : WarningLineKind.Reported, day, report?.By, code: signal.Indicator, text: report?.Words));
        }

        if (customer.OwnerId is { } owner)
        {
            var told = new HashSet<PersonId> { owner };
            if (Warning.IsUrgent(spec, grade) && (await ChartOn(day, cancel)).SuperiorsOf(owner) is [var first, ..])
            {
                told.Add(first);
            }

            await Tell(told, open is null ? "warning-opened" : "warning-signal", warning, customer.Name, report?.By, cancel);
        }

        return warning;
    }

    /// <summary>What the day brings to a warning that is open: an order, or one superior more.</summary>
    public async Task GoOn(WarningId id, DateOnly? resumed, int level, DateOnly day, CancellationToken cancel)
    {
        var of = await db.Set<CustomerWarning>().Where(one => one.Id == id).Select(one => one.CustomerId).FirstOrDefaultAsync(cancel);
        var customer = await db.Locked<Customer>(of.Value).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (customer is null)
        {
            // He was merged into another one who had a warning open already: this one rests until that is undone.
            return;
        }

        var warning = await db.Locked<CustomerWarning>(id.Value).FirstOrDefaultAsync(one => one.CustomerId == of, cancel);
        if (warning is null or { State: WarningState.Closed })
        {
            return;
        }

        if (resumed is not null && warning.ResumedOn is null)
        {
            warning.ResumedOn = resumed;
            await Say(warning, WarningLineKind.Resumed, day, null, null, null, null, null, cancel);
            await db.SaveChangesAsync(cancel);
            if (customer.OwnerId is { } told)
            {
                await Tell([told], "warning-resumed", warning, customer.Name, null, cancel);
            }
        }

        if (warning.State != WarningState.Open || level <= warning.Level || customer.OwnerId is not { } owner)
        {
            return;
        }

        var superiors = (await ChartOn(day, cancel)).SuperiorsOf(owner);
        for (var step = warning.Level; step < Math.Min(level, superiors.Count); step++)
        {
            await Say(warning, WarningLineKind.Escalated, day, null, superiors[step], null, null, null, cancel);
            await Tell([superiors[step]], "warning-escalated", warning, customer.Name, null, cancel);
        }

        warning.Level = level;
        await db.SaveChangesAsync(cancel);
        await Tell([owner], "warning-overdue", warning, customer.Name, null, cancel);
    }

    public async Task Say(CustomerWarning warning, WarningLineKind kind, DateOnly day, PersonId? by, PersonId? target, string? code, Money? cost, string? text, CancellationToken cancel) =>
        db.Add(LineOf(warning, await LastLine(warning, cancel) + 1, kind, day, by, target, code, cost, text));

    private async Task<int> LastLine(CustomerWarning warning, CancellationToken cancel)
    {
        var written = await db.Set<WarningLine>().Where(line => line.WarningId == warning.Id).MaxAsync(line => (int?)line.Line, cancel) ?? 0;
        var waiting = db.ChangeTracker.Entries<WarningLine>().Where(entry => entry.State == EntityState.Added && entry.Entity.WarningId == warning.Id).Select(entry => entry.Entity.Line).DefaultIfEmpty().Max();
        return Math.Max(written, waiting);
    }

    private WarningLine LineOf(
        CustomerWarning warning, int line, WarningLineKind kind, DateOnly day, PersonId? by = null, PersonId? target = null, string? code = null, Money? cost = null, string? text = null) => new()
        {
            WarningId = warning.Id,
            Line = line,
            Kind = kind,
            On = day,
            At = day == clock.Today ? clock.Now : clock.StartOf(day),
            ById = by,
            TargetId = target,
            Code = code,
            Cost = cost,
            Text = text,
        };

    /// <summary>Loaded once for a run over many customers.</summary>
    private async Task<Chart> ChartOn(DateOnly day, CancellationToken cancel)
    {
        if (loaded is not { } known || known.Day != day)
        {
            loaded = known = (day, await db.LoadChart(day, cancel));
        }

        return known.Chart;
    }

    private Task Tell(IEnumerable<PersonId> people, string kind, CustomerWarning warning, string customer, PersonId? except, CancellationToken cancel) => notifier.Tell(
        people.Where(person => person != except), kind, new Dictionary<string, object?> { ["customer"] = customer, ["day"] = warning.DueOn }, $"/customer-warnings?open={warning.Id}", cancel);
}
