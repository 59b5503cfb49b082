using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Credit;

internal sealed record CreditLineView(
    CustomerCreditId Id, DateTimeOffset At, string? ByName, CreditDeed Deed, string Reason, string? Rating, Money? Limit, int? TermDays, DateOnly? HeldUntil, string? RequestNumber);

internal sealed record CreditRequestView(
    CreditRequestId Id, DateTimeOffset At, string? ByName, CreditWish Wish, Money? Limit, string Reason, CreditRequestState State, ApprovalId? ApprovalId, string? Number, bool IsMine);

/// <param name="Name">In the reader's language.</param>
internal sealed record RatingView(string Code, string Name, Money? Limit, int TermDays, OverLimit Over)
{
    public static IReadOnlyList<RatingView> Of(CreditSpec spec, string language) =>
        [.. spec.Ratings.Select(rating => new RatingView(rating.Code, language == "en" ? rating.NameEn ?? rating.Name : rating.Name, rating.Limit, rating.TermDays, rating.Over))];
}

/// <summary>How a customer stands, as far as the caller may know it.</summary>
/// <param name="Verdict">Null where what is available is not told; who is held or has no limit is told anyway.</param>
internal sealed record StandingView(Money? Limit, int? TermDays, Money? Used, Money? Available, CreditVerdict? Verdict, OverLimit Over)
{
    public static StandingView Of(CreditStanding standing, bool told, bool figured) => new(
        standing.Limit, standing.TermDays, figured ? standing.Used : null, told ? standing.Available : null,
        told || standing.Verdict is CreditVerdict.Held or CreditVerdict.NoLimit ? standing.Verdict : null, standing.Over);
}

internal sealed record CreditView
{
    /// <summary>The decision that holds; null before the first.</summary>
    public CustomerCreditId? Id { get; init; }

    public string? Rating { get; init; }

    /// <summary>His own; null has that of his rating.</summary>
    public Money? OwnLimit { get; init; }

    public int? OwnTermDays { get; init; }

    /// <summary>Null for none.</summary>
    public Money? Limit { get; init; }

    public int? TermDays { get; init; }

    /// <summary>Confirmed orders less what came in on them; null for who may not read what is owed, as with what is overdue.</summary>
    public Money? Used { get; init; }

    /// <summary>Of that, what should have come in by his terms; null where nobody has said.</summary>
    public Money? Overdue { get; init; }

    /// <summary>Below zero where more is used than allowed; null for who may neither read what is owed nor sell to him, as with how he stands within his limit.</summary>
    public Money? Available { get; init; }

    public CreditVerdict? Verdict { get; init; }

    /// <summary>What follows where an order would go beyond the limit.</summary>
    public required OverLimit Over { get; init; }

    public DateOnly? HeldUntil { get; init; }

    public string? HeldReason { get; init; }

    public string? HeldByName { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>Those one may choose today.</summary>
    public required IReadOnlyList<RatingView> Ratings { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<CreditLineView> History { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<CreditRequestView> Requests { get; init; }

    /// <summary><c>set</c>, <c>hold</c>, <c>release</c>, <c>ask-limit</c>, <c>ask-release</c>.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/customers/{id}/credit: how he stands, what was decided and what was asked.</summary>
internal static class ReadCredit
{
    private const int Most = 100;

    public static async Task<CreditView> Handle(CustomerId id, HttpContext http, AppDb db, Reach reach, CreditBook book, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(one => one.Id == id)
            .Select(one => new { one.OwnerId, one.TerritoryId }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        var (people, requests, approvals, me) = (db.PersonCards, db.Set<CreditRequest>().AsNoTracking(), db.ApprovalCards, reach.Caller.Person);
        var lines = await db.Set<CustomerCredit>().AsNoTracking().Where(line => line.CustomerId == id).OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Most)
            .Select(line => new
            {
                Line = line,
                By = people.Where(person => person.Id == line.ById).Select(person => person.Name).FirstOrDefault(),
                Number = requests.Where(request => request.Id == line.RequestId).SelectMany(request => approvals.Where(card => card.Id == request.ApprovalId)).Select(card => card.Number).FirstOrDefault(),
            }).ToListAsync(cancel);
        var asked = await requests.Where(request => request.CustomerId == id).OrderByDescending(request => request.At).ThenByDescending(request => request.Id).Take(Most)
            .Select(request => new CreditRequestView(
                request.Id, request.At, people.Where(person => person.Id == request.ById).Select(person => person.Name).FirstOrDefault(), request.Wish, request.Limit, request.Reason, request.State,
                request.ApprovalId, approvals.Where(card => card.Id == request.ApprovalId).Select(card => card.Number).FirstOrDefault(), request.ById == me)).ToListAsync(cancel);
        var (now, spec, open, today) = (lines.Find(one => one.Line.NowFor == id)?.Line ?? await book.Now(id, cancel), await book.Spec(cancel), await book.Open([id], cancel), clock.Today);
        var standing = CreditRule.Of(now?.Facts ?? default, spec, CreditBook.Sum(open), today);
        var held = standing.Verdict == CreditVerdict.Held ? lines.Find(one => one.Line.Deed == CreditDeed.Held) : null;
        var gives = await reach.Covers(customer.OwnerId, customer.TerritoryId, CreditPermissions.Give, cancel);
        var asks = !gives && me is not null && asked.All(one => one.State != CreditRequestState.Waiting) && reach.Caller.May(CustomersPermissions.Edit)
            && await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit).AnyAsync(one => one.Id == id, cancel);
        var view = StandingView.Of(standing, await book.Told().AnyAsync(one => one.Id == id, cancel), await book.Figured().AnyAsync(one => one.Id == id, cancel));
        return new CreditView
        {
            Id = now?.Id,
            Rating = now?.Rating,
            OwnLimit = now?.Limit,
            OwnTermDays = now?.TermDays,
            Limit = standing.Limit,
            TermDays = standing.TermDays,
            Used = view.Used,
            Overdue = view.Used is not null && standing.TermDays is { } days ? CreditBook.Sum(open.Where(one => one.OrderedOn.AddDays(days) < today)) : null,
            Available = view.Available,
            Verdict = view.Verdict,
            Over = standing.Over,
            HeldUntil = held is null ? null : now?.HeldUntil,
            HeldReason = held is null ? null : now?.HeldReason,
            HeldByName = held?.By,
            HeldSince = held?.Line.At,
            Ratings = RatingView.Of(spec, Languages.Of(http)),
            History = [.. lines.Select(one => new CreditLineView(
                one.Line.Id, one.Line.At, one.By, one.Line.Deed, one.Line.Reason, one.Line.Rating, one.Line.Limit, one.Line.TermDays, one.Line.Deed == CreditDeed.Held ? one.Line.HeldUntil : null, one.Number))],
            Requests = asked,
            Can =
            [
                .. gives ? ["set", standing.Verdict == CreditVerdict.Held ? "release" : "hold"] : Array.Empty<string>(),
                .. asks && standing.Limit is not null ? ["ask-limit"] : Array.Empty<string>(),
                .. asks && standing.Verdict == CreditVerdict.Held ? ["ask-release"] : Array.Empty<string>(),
            ],
        };
    }
}
