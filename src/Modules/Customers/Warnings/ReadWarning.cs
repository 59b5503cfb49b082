using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

internal sealed record SignalView(string Indicator, DateOnly FiredOn, decimal? Reading, decimal? Threshold, IReadOnlyDictionary<string, string> Inputs);

internal sealed record WarningLineView(int Line, WarningLineKind Kind, DateOnly On, DateTimeOffset At, string? ByName, string? TargetName, string? Code, Money? Cost, string? Text);

/// <summary>GET /api/customer-warnings/{id}</summary>
internal static class ReadWarning
{
    public sealed record View : IHasVersion
    {
        public required WarningId Id { get; init; }

        public required CustomerId CustomerId { get; init; }

        public required string CustomerName { get; init; }

        public string? OwnerName { get; init; }

        public string? Grade { get; init; }

        public required WarningState State { get; init; }

        public required DateOnly OpenedOn { get; init; }

        public required DateOnly DueOn { get; init; }

        public DateOnly? FollowedOn { get; init; }

        public string? Cause { get; init; }

        public DateOnly? ResumedOn { get; init; }

        public WarningResult? Result { get; init; }

        public DateOnly? ClosedOn { get; init; }

        public required Money WonSales { get; init; }

        /// <summary>Of all measures.</summary>
        public required Money Cost { get; init; }

        public required IReadOnlyList<SignalView> Signals { get; init; }

        public required IReadOnlyList<WarningLineView> Lines { get; init; }

        public required int Version { get; init; }

        /// <summary><c>act</c>; <c>close</c> once the cause is named.</summary>
        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> Handle(WarningId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var warning = await db.Set<CustomerWarning>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).FirstOrDefaultAsync(one => one.Id == warning.CustomerId, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var signals = await db.Set<WarningSignal>().AsNoTracking().Where(signal => signal.WarningId == id).OrderBy(signal => signal.FiredOn).ThenBy(signal => signal.Indicator).ToListAsync(cancel);
        var lines = await db.Set<WarningLine>().AsNoTracking().Where(line => line.WarningId == id).OrderBy(line => line.Line).ToListAsync(cancel);
        List<PersonId> people = [.. lines.SelectMany(line => new[] { line.ById, line.TargetId }).Append(customer.OwnerId).OfType<PersonId>().Distinct()];
        var names = await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var may = warning.State != WarningState.Closed && await db.MayEditCustomer(customer.Id, reach, cancel);
        return new View
        {
            Id = warning.Id,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            OwnerName = Name(customer.OwnerId),
            Grade = warning.Grade,
            State = warning.State,
            OpenedOn = warning.OpenedOn,
            DueOn = warning.DueOn,
            FollowedOn = warning.FollowedOn,
            Cause = warning.Cause,
            ResumedOn = warning.ResumedOn,
            Result = warning.Result,
            ClosedOn = warning.ClosedOn,
            WonSales = warning.WonSales,
            Cost = new Money(lines.Sum(line => line.Cost?.Minor ?? 0)),
            Signals = [.. signals.Select(signal => new SignalView(
                signal.Indicator, signal.FiredOn, signal.ReadingE3 / 1000m, signal.ThresholdE3 / 1000m,
                JsonSerializer.Deserialize<Dictionary<string, string>>(signal.Inputs, JsonTypes.Options) ?? []))],
            Lines = [.. lines.Select(line => new WarningLineView(line.Line, line.Kind, line.On, line.At, Name(line.ById), Name(line.TargetId), line.Code, line.Cost, line.Text))],
            Version = warning.Version,
            Can = !may ? [] : warning.Cause is null ? ["act"] : ["act", "close"],
        };

        string? Name(PersonId? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }
}

/// <summary>GET /api/warning-words: what one may choose from, in both languages; words of earlier policies stay readable.</summary>
internal static class ReadWarningWords
{
    public sealed record View(IReadOnlyList<WarningWord> Causes, IReadOnlyList<WarningWord> Measures, IReadOnlyList<WarningWord> OwnSignals, WarningChoices Now);

    /// <summary>Codes that may be chosen today.</summary>
    public sealed record WarningChoices(IReadOnlyList<string> Causes, IReadOnlyList<string> Measures, IReadOnlyList<string> OwnSignals);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var specs = (await db.Set<WarningPolicy>().AsNoTracking().Where(policy => policy.First <= today).OrderByDescending(policy => policy.First).ToListAsync(cancel))
            .ConvertAll(policy => policy.Spec);
        specs.Add(UsualWarnings.Spec);
        return new View(All(spec => spec.Causes), All(spec => spec.Measures), All(spec => spec.OwnSignals), new WarningChoices(Now(specs[0].Causes), Now(specs[0].Measures), Now(specs[0].OwnSignals)));

        IReadOnlyList<WarningWord> All(Func<WarningSpec, IReadOnlyList<WarningWord>> words) => [.. specs.SelectMany(words).DistinctBy(word => word.Code)];

        static IReadOnlyList<string> Now(IReadOnlyList<WarningWord> words) => [.. words.Select(word => word.Code)];
    }
}
