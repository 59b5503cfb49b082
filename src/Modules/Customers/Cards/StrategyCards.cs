using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Cards;

internal sealed record StrategyCardView
{
    public required StrategyCardId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? AuthorName { get; init; }

    public string? Needs { get; init; }

    public string? Service { get; init; }

    public string? Aim { get; init; }

    public string? Competitors { get; init; }

    public int? Profit { get; init; }

    public int? Prospects { get; init; }

    public string? EnthusiasmNote { get; init; }

    public RiskLevel? CreditRisk { get; init; }

    public RiskLevel? AbilityRisk { get; init; }

    public RiskLevel? PriceRisk { get; init; }

    public string? RiskNote { get; init; }
}

/// <summary>GET /api/customers/{id}/strategy-cards: the card, and what it said before; the newest first.</summary>
internal static class ReadStrategyCards
{
    private const int Most = 100;

    public sealed record View(IReadOnlyList<StrategyCardView> Items, IReadOnlyList<string> Can);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var can = await db.MayEdit(id, reach, cancel);
        var people = db.PersonCards;
        return new View(
            await db.Set<StrategyCard>().AsNoTracking().Where(card => card.CustomerId == id).OrderByDescending(card => card.At).ThenByDescending(card => card.Id).Take(Most)
                .Select(card => new StrategyCardView
                {
                    Id = card.Id,
                    At = card.At,
                    AuthorName = people.Where(person => person.Id == card.AuthorId).Select(person => person.Name).FirstOrDefault(),
                    Needs = card.Needs,
                    Service = card.Service,
                    Aim = card.Aim,
                    Competitors = card.Competitors,
                    Profit = card.Profit,
                    Prospects = card.Prospects,
                    EnthusiasmNote = card.EnthusiasmNote,
                    CreditRisk = card.CreditRisk,
                    AbilityRisk = card.AbilityRisk,
                    PriceRisk = card.PriceRisk,
                    RiskNote = card.RiskNote,
                }).ToListAsync(cancel), can);
    }
}

/// <summary>POST /api/customers/{id}/strategy-cards: what it says from now on.</summary>
internal static class SaveStrategyCard
{
    public sealed record Request : IChecked
    {
        /// <summary>The card that was seen; left out where there was none.</summary>
        public StrategyCardId? Seen { get; init; }

        public string? Needs { get; init; }

        public string? Service { get; init; }

        public string? Aim { get; init; }

        public string? Competitors { get; init; }

        /// <summary>1 to 5.</summary>
        public int? Profit { get; init; }

        /// <summary>1 to 5.</summary>
        public int? Prospects { get; init; }

        public string? EnthusiasmNote { get; init; }

        public RiskLevel? CreditRisk { get; init; }

        public RiskLevel? AbilityRisk { get; init; }

        public RiskLevel? PriceRisk { get; init; }

        public string? RiskNote { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("needs", Needs, 2000, lines: true);
            check.OptionalText("service", Service, 2000, lines: true);
            check.OptionalText("aim", Aim, 1000, lines: true);
            check.OptionalText("competitors", Competitors, 1000, lines: true);
            check.OptionalText("enthusiasmNote", EnthusiasmNote, 500, lines: true);
            check.OptionalText("riskNote", RiskNote, 500, lines: true);
            check.That(Profit is null or (>= 1 and <= 5), "profit", "field.range", ("min", 1), ("max", 5));
            check.That(Prospects is null or (>= 1 and <= 5), "prospects", "field.range", ("min", 1), ("max", 5));
        }
    }

    public static async Task<Saved<StrategyCardId>> Handle(CustomerId id, Request request, AppDb db, Reach reach, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        // Locked and not only held: of two who write on the same card, the second must see what the first has written.
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        var newest = await db.Set<StrategyCard>().Where(card => card.CustomerId == id).OrderByDescending(card => card.At).ThenByDescending(card => card.Id)
            .Select(card => (StrategyCardId?)card.Id).FirstOrDefaultAsync(cancel);
        if (newest != request.Seen)
        {
            throw Refusal.Stale("version.stale");
        }

        var card = new StrategyCard
        {
            Id = Id.New<StrategyCardId>(),
            CustomerId = id,
            At = clock.Now,
            AuthorId = caller.Person,
            Needs = request.Needs.CleanOrNull(),
            Service = request.Service.CleanOrNull(),
            Aim = request.Aim.CleanOrNull(),
            Competitors = request.Competitors.CleanOrNull(),
            Profit = request.Profit,
            Prospects = request.Prospects,
            EnthusiasmNote = request.EnthusiasmNote.CleanOrNull(),
            CreditRisk = request.CreditRisk,
            AbilityRisk = request.AbilityRisk,
            PriceRisk = request.PriceRisk,
            RiskNote = request.RiskNote.CleanOrNull(),
        };
        db.Add(card);
        await db.SaveChangesAsync(cancel);
        await KeepCompleteness.Of(db, [id], clock.Today, cancel);
        return new Saved<StrategyCardId>(card.Id, 1);
    }
}
