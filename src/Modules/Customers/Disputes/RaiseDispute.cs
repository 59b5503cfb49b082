using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;

namespace Yingpan.Customers.Disputes;

/// <summary>POST /api/customer-disputes: of a customer one sees, or of one by whom one's own entry was stopped; then he is named as he was typed.</summary>
internal static class RaiseDispute
{
    public sealed record Request : IChecked
    {
        public CustomerId? CustomerId { get; init; }

        public string? Name { get; init; }

        public string? CreditCode { get; init; }

        public string? Phone { get; init; }

        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("name", Name, 120);
            check.OptionalText("creditCode", CreditCode, 40);
            check.Phone("phone", Phone);
            check.That(CustomerId is not null || !string.IsNullOrWhiteSpace(Name), "name", "field.required");
            check.Text("text", Text, 4000, lines: true);
        }
    }

    public static async Task<Created<Saved<DisputeId>>> Handle(
        Request request, AppDb db, Caller caller, Reach reach, Duplicates duplicates, DisputeReaders readers, DisputeRulers rulers, NumberSequences numbers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var me = caller.Person ?? throw Refusal.Conflict("customers.no-person");
        var id = await Find(request, db, reach, duplicates, cancel);
        if (!await db.HoldCustomer(id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var customer = await db.Set<Customer>().AsNoTracking().FirstAsync(customer => customer.Id == id, cancel);
        if (customer.OwnerId == me)
        {
            throw Refusal.Conflict("customers.dispute-own");
        }

        var holder = customer.OwnerId ?? throw Refusal.Conflict("customers.dispute-nobodys");
        var (rulesId, rules) = await db.OwnershipVersionOn(clock.Today, cancel);
        var dispute = new Dispute
        {
            Id = Id.New<DisputeId>(),
            Number = await numbers.Take("disputes", db.Set<Dispute>().Select(one => one.Number), cancel),
            CustomerId = id,
            ClaimantId = me,
            HolderId = holder,
            State = DisputeState.Open,
            Text = request.Text.Clean(),
            OpenedAt = clock.Now,
            OpenedOn = clock.Today,
            RulesId = rulesId,
            AnswerBy = clock.Today.AddDays(rules.AnswerDays),
            RuleBy = clock.Today.AddDays(rules.RuleDays),
        };
        dispute.Facts = DisputeReaders.Write(await readers.Gather(dispute, rules, cancel));
        db.Add(dispute);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out var constraint) && constraint.Contains("claimant", StringComparison.Ordinal))
        {
            throw Refusal.Conflict("customers.dispute-running");
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        var words = new Dictionary<string, object?> { ["number"] = dispute.Number, ["name"] = customer.Name, ["person"] = chart.Person(me)?.Name, ["day"] = dispute.AnswerBy };
        await notifier.Tell(holder, "dispute-raised", words, Link(dispute.Id), cancel);
        if (await rulers.Of(dispute, chart, cancel) is [var ruler, ..])
        {
            await notifier.Tell(ruler, "dispute-to-rule", new Dictionary<string, object?>(words) { ["day"] = dispute.RuleBy }, Link(dispute.Id), cancel);
        }

        return TypedResults.Created($"/api/customer-disputes/{dispute.Id}", new Saved<DisputeId>(dispute.Id, dispute.Version));
    }

    public static string Link(DisputeId id) => $"/customer-disputes?open={id}";

    private static async Task<CustomerId> Find(Request request, AppDb db, Reach reach, Duplicates duplicates, CancellationToken cancel)
    {
        if (request.CustomerId is { } known)
        {
            return await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == known, cancel) ? known : throw Refusal.NotFound("record.not-found");
        }

        var facts = new IdentityFacts { Name = request.Name.CleanOrNull() ?? "", CreditCode = CreditCode.Clean(request.CreditCode), Phone = request.Phone };
        // Only whom the rules take for the same: a likeness names no one.
        return (await duplicates.Find(facts, null, cancel)).FirstOrDefault(likely => likely.Rule == DuplicateRule.Block)?.Id ?? throw Refusal.Conflict("customers.dispute-nobody");
    }
}
