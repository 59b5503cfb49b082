using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;

namespace Yingpan.Customers.Identity;

internal sealed record IdentityPolicyView : IHasVersion
{
    public required DuplicateRule Name { get; init; }

    public required DuplicateRule SimilarName { get; init; }

    public required DuplicateRule Phone { get; init; }

    public required DuplicateRule Domain { get; init; }

    public required DuplicateRule Address { get; init; }

    public required Rate SimilarFrom { get; init; }

    public required Rate ShownFrom { get; init; }

    /// <summary>What the house has added to the words names are told by, and taken out of them.</summary>
    public required IReadOnlyList<NameWordChange> Words { get; init; }

    /// <summary>How many words of each kind there are with that: kind by name.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>0 until the house has decided something.</summary>
    public required int Version { get; init; }
}

/// <summary>GET /api/customer-identity-policy</summary>
internal static class ReadIdentityPolicy
{
    public static async Task<IdentityPolicyView> Handle(AppDb db, CancellationToken cancel)
    {
        var policy = await db.Set<IdentityPolicy>().AsNoTracking().FirstOrDefaultAsync(cancel);
        var (rules, changes) = (policy?.Rules ?? IdentityPolicy.Usual, policy?.WordChanges ?? []);
        var words = ShippedTables.Sections().ToList();
        return new IdentityPolicyView
        {
            Name = rules.Name,
            SimilarName = rules.SimilarName,
            Phone = rules.Phone,
            Domain = rules.Domain,
            Address = rules.Address,
            SimilarFrom = rules.SimilarFrom,
            ShownFrom = rules.ShownFrom,
            Words = changes,
            Counts = Enum.GetValues<NameWordKind>().ToDictionary(kind => kind.ToString(), kind =>
                words.Count(word => word.Kind == kind) + changes.Where(change => change.Kind == kind).Sum(change => change.IsRemoved ? -1 : 1)),
            Version = policy?.Version ?? 0,
        };
    }
}

/// <summary>PUT /api/customer-identity-policy: holds at once; what customers are told by is then worked out anew in the background.</summary>
internal static class EditIdentityPolicy
{
    private const int MostWords = 2_000;

    public sealed record Request : IChecked
    {
        public required DuplicateRule Name { get; init; }

        public required DuplicateRule SimilarName { get; init; }

        public required DuplicateRule Phone { get; init; }

        public required DuplicateRule Domain { get; init; }

        public required DuplicateRule Address { get; init; }

        public required Rate SimilarFrom { get; init; }

        public required Rate ShownFrom { get; init; }

        public IReadOnlyList<NameWordChange> Words { get; init; } = [];

        public void Check(Check check)
        {
            check.Fraction("similarFrom", SimilarFrom);
            check.Fraction("shownFrom", ShownFrom);
            check.That(ShownFrom <= SimilarFrom, "shownFrom", "customers.shown-later");
            // A likeness is no proof: two companies may well be called almost the same.
            check.That(SimilarName != DuplicateRule.Block, "similarName", "customers.likeness-no-proof");
            check.That(Words.Count <= MostWords, "words", "field.too-many", ("max", MostWords));
            for (var i = 0; i < Math.Min(Words.Count, MostWords); i++)
            {
                check.Text($"words[{i}].word", Words[i]?.Word, 30);
            }
        }
    }

    public static async Task<Saved<int>> Handle(Request request, IfMatch seen, AppDb db, JobQueue jobs, CancellationToken cancel)
    {
        var check = new Check();
        for (var i = 0; i < request.Words.Count; i++)
        {
            var change = request.Words[i];
            var known = ShippedTables.NameWords.Has(change.Kind, change.Word);
            check.That(PlainText.Letters(PlainText.Fold(change.Word)).Length > 0, $"words[{i}].word", "field.not-valid");
            check.That(change.IsRemoved == known || (change.Kind == NameWordKind.Kind && !change.IsRemoved), $"words[{i}].word", change.IsRemoved ? "customers.word-unknown" : "customers.word-there", ("word", change.Word));
        }

        check.ThrowIfAny();
        var policy = await db.Set<IdentityPolicy>().FirstOrDefaultAsync(cancel);
        if (policy is null)
        {
            if (seen.Version != 0)
            {
                throw Refusal.Stale("version.stale");
            }

            policy = new IdentityPolicy();
            db.Add(policy);
        }
        else
        {
            db.Expect(policy, seen);
        }

        var (wordsBefore, uniqueBefore) = (policy.Words, policy.Name);
        policy.Name = request.Name;
        policy.SimilarName = request.SimilarName;
        policy.Phone = request.Phone;
        policy.Domain = request.Domain;
        policy.Address = request.Address;
        policy.SimilarFrom = request.SimilarFrom;
        policy.ShownFrom = request.ShownFrom;
        policy.Words = JsonSerializer.Serialize(request.Words, JsonTypes.Options);
        await db.SaveChangesAsync(cancel);
        if (policy.Words != wordsBefore || policy.Name != uniqueBefore)
        {
            await jobs.Enqueue<RebuildIdentities, RebuildIdentities.Order>(new RebuildIdentities.Order(), cancel);
        }

        return new Saved<int>(policy.Id, policy.Version);
    }
}

/// <summary>POST /api/customer-identity-policy/rebuild: after rows were brought in past the product.</summary>
internal static class RebuildNow
{
    public static async Task<Microsoft.AspNetCore.Http.IResult> Handle(JobQueue jobs, CancellationToken cancel)
    {
        await jobs.Enqueue<RebuildIdentities, RebuildIdentities.Order>(new RebuildIdentities.Order(), cancel);
        return Microsoft.AspNetCore.Http.Results.Accepted();
    }
}
