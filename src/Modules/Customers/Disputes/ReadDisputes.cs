using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Disputes;

internal sealed record DisputeRow
{
    public required DisputeId Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Whoever takes part may know it: it is told to whom an entry is refused, too.</summary>
    public required string CustomerName { get; init; }

    public required string ClaimantName { get; init; }

    public required string HolderName { get; init; }

    public required DisputeState State { get; init; }

    public DisputeRuling? Ruling { get; init; }

    public string? Cause { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly RuleBy { get; init; }

    public DateOnly? ClosedOn { get; init; }
}

/// <summary>GET /api/customer-disputes, GET /api/customer-disputes/export</summary>
internal static class ListDisputes
{
    public sealed class Filter : IChecked
    {
        public DisputeState? State { get; init; }
    }

    private static readonly ListSpec<DisputeRow> Spec = new ListSpec<DisputeRow>("customer-disputes", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("claimantName", row => row.ClaimantName)
        .NameColumn("holderName", row => row.HolderName)
        .Column("state", row => row.State)
        .Column("ruling", row => row.Ruling)
        .Column("cause", row => row.Cause)
        .Column("openedOn", row => row.OpenedOn)
        .Column("ruleBy", row => row.RuleBy)
        .Column("closedOn", row => row.ClosedOn)
        .SortedBy("-number");

    public static async Task<ListPage<DisputeRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, DisputeReaders readers, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, DisputeReaders readers, CancellationToken cancel)
    {
        // Old cases keep old rules, and so the words of old ones are known too.
        var words = (await db.Set<OwnershipRuleSet>().AsNoTracking().OrderByDescending(rules => rules.First).Select(rules => rules.Rules).ToListAsync(cancel))
            .ConvertAll(OwnershipBooks.Read).Append(OwnershipRules.Usual).SelectMany(rules => rules.Causes).DistinctBy(cause => cause.Code)
            .ToDictionary(cause => cause.Code, cause => Languages.Of(http) == Languages.English ? cause.NameEn : cause.Name);
        var named = Spec.Saying("cause", row => row.Cause is { } code ? words.GetValueOrDefault(code, code) : null);
        await ExportList.Write(http, db, named, Rows(query, filter, db, readers), query.Sort, cancel);
    }

    private static IQueryable<DisputeRow> Rows(ListQuery query, Filter filter, AppDb db, DisputeReaders readers)
    {
        var (people, disputes) = (db.PersonCards, readers.Readable());
        if (filter.State is { } state)
        {
            disputes = disputes.Where(dispute => dispute.State == state);
        }

        if (query.Q.CleanOrNull() is { } words)
        {
            var (found, number) = (db.Set<Customer>().Matching(db, words).Select(customer => customer.Id), query.Pattern ?? "");
            disputes = disputes.Where(dispute => found.Contains(dispute.CustomerId) || EF.Functions.Like(dispute.Number.ToLower(), number, @"\"));
        }

        return
            from dispute in disputes
            join customer in db.Set<Customer>() on dispute.CustomerId equals customer.Id
            select new DisputeRow
            {
                Id = dispute.Id,
                Number = dispute.Number,
                CustomerName = customer.Name,
                ClaimantName = people.Where(person => person.Id == dispute.ClaimantId).Select(person => person.Name).First(),
                HolderName = people.Where(person => person.Id == dispute.HolderId).Select(person => person.Name).First(),
                State = dispute.State,
                Ruling = dispute.Ruling,
                Cause = dispute.Cause,
                OpenedOn = dispute.OpenedOn,
                RuleBy = dispute.RuleBy,
                ClosedOn = dispute.ClosedOn,
            };
    }
}

internal sealed record DisputeView : IHasVersion
{
    public required DisputeId Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Left out for whom the caller may not see.</summary>
    public CustomerId? CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public required string ClaimantName { get; init; }

    public required string HolderName { get; init; }

    public required DisputeState State { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateOnly AnswerBy { get; init; }

    public required DateOnly RuleBy { get; init; }

    public required int Level { get; init; }

    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DisputeRuling? Ruling { get; init; }

    public string? RuledByName { get; init; }

    public string? RulingText { get; init; }

    public string? Cause { get; init; }

    public Rate? ClaimantShare { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the system knows for each side; who takes part is told of his own only.</summary>
    public SideFacts? ClaimantFacts { get; init; }

    public SideFacts? HolderFacts { get; init; }

    /// <summary>For who may rule.</summary>
    public DisputeProposal? Proposal { get; init; }

    /// <summary>With what part of the claimant's a split begins, by the rules of the dispute.</summary>
    public required Rate SplitShare { get; init; }

    public required IReadOnlyList<DisputeCause> Causes { get; init; }

    public required int Version { get; init; }

    /// <summary><c>answer</c>, <c>withdraw</c>, <c>rule</c>.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/customer-disputes/{id}</summary>
internal static class ReadDispute
{
    public static async Task<DisputeView> Handle(DisputeId id, AppDb db, Reach reach, DisputeReaders readers, CancellationToken cancel)
    {
        var dispute = await readers.Readable().FirstOrDefaultAsync(dispute => dispute.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var (standing, rules) = (await readers.Standing(dispute, cancel), await readers.RulesOf(dispute, cancel));
        var facts = await readers.Facts(dispute, rules, cancel);
        var customer = await db.Set<Customer>().AsNoTracking().Where(customer => customer.Id == dispute.CustomerId).Select(customer => customer.Name).FirstAsync(cancel);
        var names = await db.PersonCards.Where(person => person.Id == dispute.ClaimantId || person.Id == dispute.HolderId || person.Id == dispute.RuledById)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new DisputeView
        {
            Id = id,
            Number = dispute.Number,
            CustomerId = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(one => one.Id == dispute.CustomerId, cancel) ? dispute.CustomerId : null,
            CustomerName = customer,
            ClaimantName = names[dispute.ClaimantId],
            HolderName = names[dispute.HolderId],
            State = dispute.State,
            Text = dispute.Text,
            OpenedAt = dispute.OpenedAt,
            AnswerBy = dispute.AnswerBy,
            RuleBy = dispute.RuleBy,
            Level = dispute.Level,
            Answer = dispute.Answer,
            AnsweredAt = dispute.AnsweredAt,
            Ruling = dispute.Ruling,
            RuledByName = dispute.RuledById is { } by ? names.GetValueOrDefault(by) : null,
            RulingText = dispute.RulingText,
            Cause = dispute.Cause,
            ClaimantShare = dispute.ClaimantShare,
            ClosedAt = dispute.ClosedAt,
            ClaimantFacts = standing.Judges || standing.IsClaimant ? facts.Claimant : null,
            HolderFacts = standing.Judges || standing.IsHolder ? facts.Holder : null,
            Proposal = standing.Judges ? DisputeReaders.ProposalOf(dispute, facts, rules) : null,
            SplitShare = rules.SplitShare,
            Causes = rules.Causes,
            Version = dispute.Version,
            Can = DisputeFlow.Can(standing),
        };
    }
}
