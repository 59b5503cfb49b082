using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Disputes;

/// <summary>POST /api/customer-disputes/{id}/answer · withdraw · rule</summary>
internal static class ActOnDispute
{
    public sealed record TextRequest : IChecked
    {
        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 4000, lines: true);
        }
    }

    public sealed record RulingRequest : IChecked
    {
        public required DisputeRuling Ruling { get; init; }

        /// <summary>Of a split: the claimant's part; the rest stays with who has the customer.</summary>
        public Rate? ClaimantShare { get; init; }

        public required string Cause { get; init; }

        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("cause", Cause, 40);
            check.Text("text", Text, 4000, lines: true);
            check.That(Ruling != DisputeRuling.Split || (ClaimantShare is { } share && share > Rate.Zero && share < Rate.One), "claimantShare", "customers.shares-sum");
        }
    }

    public static async Task<Saved<DisputeId>> Answer(DisputeId id, TextRequest request, AppDb db, DisputeReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var dispute = await readers.Begin(id, DisputeDeed.Answer, cancel);
        (dispute.State, dispute.Answer, dispute.AnsweredAt) = (DisputeState.Answered, request.Text.Clean(), clock.Now);
        await db.SaveChangesAsync(cancel);
        await Tell(db, notifier, dispute, [dispute.ClaimantId], "dispute-answered", cancel);
        return new Saved<DisputeId>(id, dispute.Version);
    }

    public static async Task<Saved<DisputeId>> Withdraw(DisputeId id, AppDb db, DisputeReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var dispute = await readers.Begin(id, DisputeDeed.Withdraw, cancel);
        (dispute.State, dispute.ClosedAt, dispute.ClosedOn) = (DisputeState.Withdrawn, clock.Now, clock.Today);
        await db.SaveChangesAsync(cancel);
        await Tell(db, notifier, dispute, [dispute.HolderId], "dispute-withdrawn", cancel);
        return new Saved<DisputeId>(id, dispute.Version);
    }

    /// <summary>Closes it and moves the customer, in one transaction.</summary>
    public static async Task<Saved<DisputeId>> Rule(
        DisputeId id, RulingRequest request, AppDb db, Caller caller, DisputeReaders readers, Ownerships ownerships, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var dispute = await readers.Begin(id, DisputeDeed.Rule, cancel);
        var check = new Check();
        var rules = await readers.RulesOf(dispute, cancel);
        check.That(rules.Causes.Any(cause => cause.Code == request.Cause), "cause", "field.not-valid");
        check.ThrowIfAny();
        // What he saw when he ruled.
        var facts = await readers.Facts(dispute, rules, cancel);
        (dispute.Facts, dispute.Proposal) = (DisputeReaders.Write(facts), DisputeReaders.Write(DisputeReaders.ProposalOf(dispute, facts, rules)));
        var customer = (await ownerships.Lock([dispute.CustomerId], cancel)).Single();
        await Apply(customer, dispute, request, ownerships, await db.OwnershipRulesOn(clock.Today, cancel), cancel);
        (dispute.State, dispute.Ruling, dispute.RulingText, dispute.Cause) = (DisputeState.Ruled, request.Ruling, request.Text.Clean(), request.Cause);
        (dispute.RuledById, dispute.ClosedAt, dispute.ClosedOn) = (caller.Person, clock.Now, clock.Today);
        dispute.ClaimantShare = request.Ruling == DisputeRuling.Split ? request.ClaimantShare : null;
        await db.SaveChangesAsync(cancel);
        await Tell(db, notifier, dispute, [dispute.ClaimantId, dispute.HolderId], "dispute-ruled", cancel);
        return new Saved<DisputeId>(id, dispute.Version);
    }

    private static async Task Apply(Customer customer, Dispute dispute, RulingRequest request, Ownerships ownerships, OwnershipRules rules, CancellationToken cancel)
    {
        var passage = new Passage(OwnershipCause.Ruling, request.Text, dispute.Id);
        switch (request.Ruling)
        {
            case DisputeRuling.Transfer:
                await ownerships.Give([customer], dispute.ClaimantId, passage, cancel);
                break;
            case DisputeRuling.Pool:
                await ownerships.Give([customer], null, passage, cancel);
                break;
            case DisputeRuling.Split:
                // Whoever has come by him since the dispute began shares; the claimant himself needs no part in his own.
                var owner = customer.OwnerId ?? dispute.HolderId;
                await ownerships.Give([customer], owner, passage, cancel);
                var share = request.ClaimantShare!.Value;
                await ownerships.Share(customer, owner == dispute.ClaimantId ? [] : [new SharePart(owner, share.OneMinus), new SharePart(dispute.ClaimantId, share)], rules, cancel);
                break;
        }
    }

    public static async Task Tell(AppDb db, Notifier notifier, Dispute dispute, IEnumerable<PersonId> people, string kind, CancellationToken cancel) => await notifier.Tell(
        people, kind, new Dictionary<string, object?>
        {
            ["number"] = dispute.Number,
            ["name"] = await db.Set<Customer>().Where(customer => customer.Id == dispute.CustomerId).Select(customer => customer.Name).FirstAsync(cancel),
        }, RaiseDispute.Link(dispute.Id), cancel);
}
