using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

/// <param name="Id">Null for what held before the house said anything.</param>
internal sealed record OwnershipRulesRow(OwnershipRulesId? Id, DateOnly? First, string? ByName, bool Holds, OwnershipRules Rules, IReadOnlyList<string> Can);

/// <summary>GET /api/ownership-rules: every version, the newest first.</summary>
internal static class ListOwnershipRules
{
    public sealed record View(IReadOnlyList<OwnershipRulesRow> Items);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var all = await db.Set<OwnershipRuleSet>().AsNoTracking().OrderByDescending(rules => rules.First)
            .Select(rules => new { rules.Id, rules.First, rules.Rules, By = people.Where(person => person.Id == rules.ById).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var holds = all.Find(rules => rules.First <= clock.Today)?.Id;
        return new View([
            .. all.Select(rules => new OwnershipRulesRow(rules.Id, rules.First, rules.By, rules.Id == holds, OwnershipBooks.Read(rules.Rules), rules.First > clock.Today ? ["delete"] : [])),
            new OwnershipRulesRow(null, null, null, holds is null, OwnershipRules.Usual, []),
        ]);
    }
}

/// <summary>POST /api/ownership-rules: from a day on, tomorrow at the earliest; today only while nothing of today's has been decided by the house.</summary>
internal static class AddOwnershipRules
{
    public sealed record Request : IChecked
    {
        public required DateOnly First { get; init; }

        public required OwnershipRules Rules { get; init; }

        public void Check(Check check)
        {
            check.Day("first", First);
            CheckRules(check, Rules);
        }
    }

    /// <summary>What the lines name is there.</summary>
    public static async Task Known(Check check, OwnershipRules rules, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        foreach (var (i, line) in rules.Recycling.Index())
        {
            check.That(line.Field is not { } field || await fields.HasDaysForRules(field, cancel), $"rules.recycling[{i}].field", "customers.rules-field");
        }
    }

    public static async Task<Created<Saved<OwnershipRulesId>>> Handle(
        Request request, AppDb db, Caller caller, CustomValues<CustomerId> fields, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await Known(check, request.Rules, fields, cancel);
        check.That(request.First >= clock.Today, "first", "customers.rules-past");
        check.That(!await db.Set<OwnershipRuleSet>().AnyAsync(rules => rules.First == request.First, cancel), "first", "customers.rules-day-taken");
        check.ThrowIfAny();
        var fresh = new OwnershipRuleSet { Id = Id.New<OwnershipRulesId>(), First = request.First, Rules = OwnershipBooks.Write(request.Rules), ById = caller.Person };
        db.Add(fresh);
        await db.SaveChangesAsync(cancel);
        if (request.First == clock.Today)
        {
            await db.LetCoOwnersEdit(request.Rules.CoOwnersEdit, cancel);
        }

        return TypedResults.Created($"/api/ownership-rules/{fresh.Id}", new Saved<OwnershipRulesId>(fresh.Id, 1));
    }

    public static void CheckRules(Check check, OwnershipRules rules)
    {
        check.That(rules.Protection.Count <= 20, "rules.protection", "field.too-many", ("max", 20));
        check.That(rules.Recycling.Count <= 20, "rules.recycling", "field.too-many", ("max", 20));
        check.That(rules.Claims.Count <= 50, "rules.claims", "field.too-many", ("max", 50));
        for (var i = 0; i < Math.Min(rules.Protection.Count, 20); i++)
        {
            Days($"rules.protection[{i}].days", rules.Protection[i].Days, 0, 3_650);
            Days($"rules.protection[{i}].extendDays", rules.Protection[i].ExtendDays, 0, 3_650);
            Grade($"rules.protection[{i}].grade", rules.Protection[i].Grade);
        }

        for (var i = 0; i < Math.Min(rules.Recycling.Count, 20); i++)
        {
            var line = rules.Recycling[i];
            Days($"rules.recycling[{i}].days", line.Days, line.Cause == RecyclingCause.OwnerLeft ? 0 : 1, 3_650);
            Days($"rules.recycling[{i}].remindDays", line.RemindDays, 0, 60);
            Grade($"rules.recycling[{i}].grade", line.Grade);
            check.That((line.Cause == RecyclingCause.ContractEnded) == (line.Field is not null), $"rules.recycling[{i}].field", line.Field is null ? "field.required" : "field.not-valid");
        }

        for (var i = 0; i < Math.Min(rules.Claims.Count, 50); i++)
        {
            Days($"rules.claims[{i}].perDay", rules.Claims[i].PerDay, 0, 1_000);
            Days($"rules.claims[{i}].held", rules.Claims[i].Held, 0, 100_000);
            Days($"rules.claims[{i}].looksPerDay", rules.Claims[i].LooksPerDay, 0, 10_000);
        }

        Days("rules.lockDays", rules.LockDays, 0, 3_650);
        Days("rules.answerDays", rules.AnswerDays, 1, 60);
        Days("rules.ruleDays", rules.RuleDays, 1, 120);
        check.That(rules.Grounds.DistinctBy(ground => ground.Ground).Count() == rules.Grounds.Count, "rules.grounds", "field.not-valid");
        check.That(rules.Grounds.All(ground => ground.Points is >= 0 and <= 1_000), "rules.grounds", "field.range", ("min", 0), ("max", 1_000));
        check.That(rules.SplitShare > Rate.Zero && rules.SplitShare < Rate.One, "rules.splitShare", "customers.split-share");
        check.That(rules.Causes.Count is >= 1 and <= 30, "rules.causes", "field.range", ("min", 1), ("max", 30));
        check.That(rules.Causes.DistinctBy(cause => cause.Code).Count() == rules.Causes.Count, "rules.causes", "field.not-valid");
        for (var i = 0; i < Math.Min(rules.Causes.Count, 30); i++)
        {
            check.Text($"rules.causes[{i}].code", rules.Causes[i].Code, 40);
            check.Text($"rules.causes[{i}].name", rules.Causes[i].Name, 40);
            check.Text($"rules.causes[{i}].nameEn", rules.Causes[i].NameEn, 60);
        }

        // Whether there is such a grade is the grading policy's to say, which may change before these rules hold.
        void Grade(string field, string? value) => check.That(value is null || value.Trim() is { Length: >= 1 and <= 4 } whole && whole == value, field, "field.not-valid");

        void Days(string field, int value, int min, int max) => check.That(value >= min && value <= max, field, "field.range", ("min", min), ("max", max));
    }
}

/// <summary>DELETE /api/ownership-rules/{id}: only what does not hold yet.</summary>
internal static class RemoveOwnershipRules
{
    public static Task<NoContent> Handle(OwnershipRulesId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<OwnershipRuleSet>(rules => rules.Id == id, clock.Today, "customers.rules-hold", cancel);
}

/// <summary>POST /api/ownership-rules/preview: whom such rules would take back on a day, if nothing more is done. Asks what the run asks.</summary>
internal static class PreviewRecycling
{
    private const int Shown = 100;

    public sealed record Request : IChecked
    {
        public required DateOnly Day { get; init; }

        public required OwnershipRules Rules { get; init; }

        public void Check(Check check)
        {
            check.Day("day", Day);
            AddOwnershipRules.CheckRules(check, Rules);
        }
    }

    public sealed record Count(RecyclingCause Cause, int Customers);

    public sealed record Row(CustomerId Id, string Number, string Name, string? OwnerName, RecyclingCause Cause);

    /// <param name="Items">The first hundred by number.</param>
    public sealed record View(int Total, IReadOnlyList<Count> Counts, IReadOnlyList<Row> Items);

    public static async Task<View> Handle(Request request, AppDb db, DueCustomers due, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        var check = new Check();
        await AddOwnershipRules.Known(check, request.Rules, fields, cancel);
        check.ThrowIfAny();
        var taken = (await due.On(request.Day, request.Rules, null, cancel)).ToDictionary(one => one.Id, one => one.Cause);
        // One parameter, however many they are: a statement takes only so many.
        var (ids, people) = (taken.Keys.ToList(), db.PersonCards);
        var shown = await db.Set<Customer>().AsNoTracking().Where(customer => EF.Parameter(ids).Contains(customer.Id)).OrderBy(customer => customer.Number).Take(Shown)
            .Select(customer => new { customer.Id, customer.Number, customer.Name, Owner = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        return new View(
            taken.Count,
            [.. taken.Values.CountBy(cause => cause).OrderBy(one => one.Key).Select(one => new Count(one.Key, one.Value))],
            [.. shown.Select(one => new Row(one.Id, one.Number, one.Name, one.Owner, taken[one.Id]))]);
    }
}
