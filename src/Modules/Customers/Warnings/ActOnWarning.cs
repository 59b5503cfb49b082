using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

/// <summary>POST /api/customer-warnings/{id}/follow-up · cause · measure · close: by whoever may edit the customer.</summary>
internal static class ActOnWarning
{
    public sealed record WordRequest : IChecked
    {
        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 1000, lines: true);
        }
    }

    public sealed record CauseRequest : IChecked
    {
        public required string Cause { get; init; }

        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.Text("cause", Cause, 40);
            check.OptionalText("text", Text, 1000, lines: true);
        }
    }

    public sealed record MeasureRequest : IChecked
    {
        public required string Measure { get; init; }

        public Money? Cost { get; init; }

        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.Text("measure", Measure, 40);
            check.OptionalText("text", Text, 1000, lines: true);
            if (Cost is { } cost)
            {
                check.NotNegative("cost", cost);
            }
        }
    }

    public sealed record CloseRequest : IChecked
    {
        public required WarningResult Result { get; init; }

        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.That(Result == WarningResult.WonBack || !string.IsNullOrWhiteSpace(Text), "text", "field.required");
            check.OptionalText("text", Text, 1000, lines: true);
        }
    }

    public static async Task<Saved<WarningId>> FollowUp(WarningId id, WordRequest request, AppDb db, Reach reach, WarningDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        var warning = await Open(id, db, reach, cancel);
        (warning.State, warning.FollowedOn) = (WarningState.Followed, warning.FollowedOn ?? clock.Today);
        return await Write(warning, WarningLineKind.Followed, null, null, request.Text, db, reach, deeds, clock, cancel);
    }

    public static async Task<Saved<WarningId>> NameCause(WarningId id, CauseRequest request, AppDb db, Reach reach, WarningDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        var warning = await Open(id, db, reach, cancel);
        Known((await db.WarningsOn(clock.Today, cancel)).Causes, "cause", request.Cause);
        warning.Cause = request.Cause;
        return await Write(warning, WarningLineKind.CauseNamed, request.Cause, null, request.Text, db, reach, deeds, clock, cancel);
    }

    /// <summary>What is done to win him back; it is a follow-up too.</summary>
    public static async Task<Saved<WarningId>> TakeMeasure(WarningId id, MeasureRequest request, AppDb db, Reach reach, WarningDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        var warning = await Open(id, db, reach, cancel);
        Known((await db.WarningsOn(clock.Today, cancel)).Measures, "measure", request.Measure);
        if (warning.Cause is null)
        {
            throw Refusal.Conflict("customers.cause-first");
        }

        (warning.State, warning.FollowedOn) = (WarningState.Followed, warning.FollowedOn ?? clock.Today);
        return await Write(warning, WarningLineKind.Measure, request.Measure, request.Cost ?? Money.Zero, request.Text, db, reach, deeds, clock, cancel);
    }

    /// <summary>Won back is shown by orders since it was opened; won or lost, somebody must have found out why he was leaving.</summary>
    public static async Task<Saved<WarningId>> Close(
        WarningId id, CloseRequest request, AppDb db, Reach reach, WarningDeeds deeds, IEnumerable<ICustomerSales> sales, CompanyClock clock, CancellationToken cancel)
    {
        var warning = await Open(id, db, reach, cancel);
        if (request.Result != WarningResult.FalseAlarm && warning.Cause is null)
        {
            throw Refusal.Conflict("customers.cause-first");
        }

        if (request.Result == WarningResult.WonBack)
        {
            foreach (var source in sales)
            {
                await foreach (var sale in source.Sales(clock.Today, [warning.CustomerId], warning.OpenedOn.AddDays(1)).WithCancellation(cancel))
                {
                    warning.WonSales += sale.Amount;
                    warning.ResumedOn = warning.ResumedOn is { } known && known < sale.On ? known : sale.On;
                }
            }

            if (warning.ResumedOn is null || warning.WonSales <= Money.Zero)
            {
                throw Refusal.Conflict("customers.no-order-since", ("day", warning.OpenedOn));
            }
        }

        (warning.State, warning.Result, warning.ClosedOn, warning.OpenFor) = (WarningState.Closed, request.Result, clock.Today, null);
        return await Write(warning, WarningLineKind.Closed, request.Result.ToString(), null, request.Text, db, reach, deeds, clock, cancel);
    }

    /// <summary>The customer locked first, as by all that acts on his warnings: two who close it at once close it once, and nobody merges him meanwhile.</summary>
    private static async Task<CustomerWarning> Open(WarningId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var customer = await db.Set<CustomerWarning>().Where(one => one.Id == id).Select(one => (CustomerId?)one.CustomerId).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.LockCustomer(customer, reach, CustomersPermissions.Edit, cancel);
        var warning = await db.Locked<CustomerWarning>(id.Value).FirstOrDefaultAsync(one => one.CustomerId == customer, cancel) ?? throw Refusal.NotFound("record.not-found");
        return warning.State == WarningState.Closed ? throw Refusal.Conflict("customers.warning-closed") : warning;
    }

    private static void Known(IReadOnlyList<WarningWord> words, string field, string code)
    {
        var check = new Check();
        check.That(words.Any(word => word.Code == code), field, "field.not-valid");
        check.ThrowIfAny();
    }

    private static async Task<Saved<WarningId>> Write(
        CustomerWarning warning, WarningLineKind kind, string? code, Money? cost, string? text, AppDb db, Reach reach, WarningDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        await deeds.Say(warning, kind, clock.Today, reach.Caller.Person, null, code, cost, text.CleanOrNull(), cancel);
        db.Entry(warning).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<WarningId>(warning.Id, warning.Version);
    }
}

/// <summary>POST /api/customers/{id}/warnings: somebody has noticed something no figure tells.</summary>
internal static class ReportSignal
{
    public sealed record Request : IChecked
    {
        public required string Signal { get; init; }

        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("signal", Signal, 40);
            check.Text("text", Text, 1000, lines: true);
        }
    }

    public static async Task<Created<Saved<WarningId>>> Handle(CustomerId id, Request request, AppDb db, Reach reach, WarningDeeds deeds, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        var spec = await db.WarningsOn(clock.Today, cancel);
        var check = new Check();
        check.That(spec.OwnSignals.Any(word => word.Code == request.Signal), "signal", "field.not-valid");
        check.ThrowIfAny();
        var indicator = $"own-{request.Signal}";
        var open = await db.Set<CustomerWarning>().FirstOrDefaultAsync(warning => warning.OpenFor == id, cancel);
        if (open is not null && await db.Set<WarningSignal>().AnyAsync(signal => signal.WarningId == open.Id && signal.Indicator == indicator, cancel))
        {
            throw Refusal.Conflict("customers.signal-open");
        }

        var customer = await db.Set<Customer>().AsNoTracking().FirstAsync(customer => customer.Id == id, cancel);
        var grade = await db.CustomerGrades.Where(one => one.CustomerId == id).Select(one => one.Grade).FirstOrDefaultAsync(cancel);
        var warning = await deeds.Fire(open, customer, grade, spec, clock.Today, [new NewSignal(indicator, null, null, "{}")], (reach.Caller.Person, request.Text.Clean()), cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customer-warnings/{warning.Id}", new Saved<WarningId>(warning.Id, warning.Version));
    }
}
