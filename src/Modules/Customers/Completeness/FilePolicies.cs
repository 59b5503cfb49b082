using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Completeness;

internal sealed record FilePolicyView(Month First, IReadOnlyDictionary<string, int> Weights, IReadOnlyList<CustomerState> ReviewStates, bool ReviewOwnedOnly, int Version, IReadOnlyList<string> Can);

/// <param name="Name">In the reader's language.</param>
internal sealed record CountingField(string Field, string Name, int Usual);

/// <summary>GET /api/customer-file-policies: the newest first, what held before the first of them, and what fields may count.</summary>
internal static class ListFilePolicies
{
    public sealed record View(Month Now, IReadOnlyList<FilePolicyView> Items, FilePolicyView Usual, IReadOnlyList<CountingField> Fields);

    public static async Task<View> Handle(HttpContext http, AppDb db, CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        var (language, now) = (Languages.Of(http), Month.Of(clock.Today));
        var policies = await db.Set<FilePolicy>().AsNoTracking().OrderByDescending(policy => policy.First).ToListAsync(cancel);
        return new View(now, [.. policies.Select(policy => ViewOf(policy, now))], ViewOf(FilePolicy.Usual, now),
            [.. CompletenessRule.Usual.Select(field => new CountingField(field.Key, CompletenessNames.Of(field.Key, texts, language), field.Value))]);
    }

    private static FilePolicyView ViewOf(FilePolicy policy, Month now) =>
        new(policy.First, policy.WeightOf, policy.States, policy.ReviewOwnedOnly, policy.Version, policy.First > now ? ["edit", "delete"] : policy.First == now ? ["edit"] : []);
}

/// <summary>PUT /api/customer-file-policies/{first}: what holds from that month on, this one at the earliest; If-Match 0 where none begins then.</summary>
internal static class SaveFilePolicy
{
    public sealed record Request : IChecked
    {
        public required Dictionary<string, int> Weights { get; init; }

        public required IReadOnlyList<CustomerState> ReviewStates { get; init; }

        public required bool ReviewOwnedOnly { get; init; }

        public void Check(Check check)
        {
            foreach (var (field, weight) in Weights)
            {
                check.That(CompletenessRule.Usual.ContainsKey(field), "weights", "field.not-valid");
                check.That(weight is >= 0 and <= CompletenessRule.LargestWeight, $"weights.{(CompletenessRule.Usual.ContainsKey(field) ? field : "?")}", "field.range", ("min", 0), ("max", CompletenessRule.LargestWeight));
            }

            check.That(ReviewStates.All(Enum.IsDefined), "reviewStates", "field.not-valid");
        }
    }

    public static async Task<Saved<string>> Handle(Month first, Request request, IfMatch seen, AppDb db, CompanyClock clock, JobQueue jobs, CancellationToken cancel)
    {
        if (first < Month.Of(clock.Today))
        {
            throw Refusal.Conflict("customers.policy-past");
        }

        var policy = await db.Set<FilePolicy>().FirstOrDefaultAsync(policy => policy.First == first, cancel);
        var wanted = FilePolicy.Of(first, request.Weights, [.. request.ReviewStates.Distinct().Order()], request.ReviewOwnedOnly);
        if (policy is not null)
        {
            db.Expect(policy, seen);
            (policy.Weights, policy.ReviewStates, policy.ReviewOwnedOnly) = (wanted.Weights, wanted.ReviewStates, wanted.ReviewOwnedOnly);
        }
        else if (seen.Version != 0)
        {
            throw Refusal.Stale("version.stale");
        }
        else
        {
            db.Add(policy = wanted);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            throw Refusal.Stale("version.stale");
        }

        if (first == Month.Of(clock.Today))
        {
            await jobs.Enqueue<RecountCompleteness, RecountCompleteness.Order>(new RecountCompleteness.Order(), cancel);
        }

        return new Saved<string>(first.ToString(), policy.Version);
    }
}

/// <summary>DELETE /api/customer-file-policies/{first}: only one that does not hold yet.</summary>
internal static class RemoveFilePolicy
{
    public static async Task<NoContent> Handle(Month first, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var policy = await db.Set<FilePolicy>().FirstOrDefaultAsync(policy => policy.First == first, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (first <= Month.Of(clock.Today))
        {
            throw Refusal.Conflict("customers.policy-holds");
        }

        db.Remove(policy);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>GET /api/customers/{id}/completeness: how whole his file is, and what is missing.</summary>
internal static class ReadCompleteness
{
    public sealed record Missing(string Field, string Name, int Weight);

    public sealed record View(Rate Score, int Reached, int Whole, IReadOnlyList<Missing> Items);

    public static async Task<View> Handle(CustomerId id, HttpContext http, AppDb db, Reach reach, CompanyClock clock, TextBook texts, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var language = Languages.Of(http);
        var policy = await db.FilePolicyOf(Month.Of(clock.Today), cancel);
        var score = CompletenessRule.Of((await KeepCompleteness.Filled(db, [id], cancel))[id], policy.WeightOf);
        return new View(score.Score, score.Reached, score.Whole, [.. score.Missing.Select(field => new Missing(field.Field, CompletenessNames.Of(field.Field, texts, language), field.Weight))]);
    }
}

internal static class CompletenessNames
{
    /// <summary>Most are columns of the list of customers; the others have words of their own.</summary>
    public static string Of(string field, TextBook texts, string language) => field switch
    {
        "ownerId" => texts.Say("customers.column.ownerName", language),
        "territoryId" => texts.Say("customers.column.territoryName", language),
        "contact" or "decider" or "birthday" or "strategy" => texts.Say($"completeness.{field}", language),
        _ => texts.Say($"customers.column.{field}", language),
    };
}
