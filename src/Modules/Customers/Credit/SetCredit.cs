using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Credit;

/// <summary>PUT /api/customers/{id}/credit: rating, limit and terms from now on.</summary>
internal static class SetCredit
{
    public sealed record Request : IChecked
    {
        /// <summary>The decision that was seen; left out where there was none.</summary>
        public CustomerCreditId? Seen { get; init; }

        public string? Rating { get; init; }

        /// <summary>His own; left out, that of his rating.</summary>
        public Money? Limit { get; init; }

        public int? TermDays { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.Text("reason", Reason, 500, lines: true);
            CheckLimit(check, Limit);
            CheckDays(check, TermDays);
        }

        public static void CheckDays(Check check, int? days) => check.That(days is null or (>= 0 and <= CreditFaults.MostDays), "termDays", "field.range", ("min", 0), ("max", CreditFaults.MostDays));

        public static void CheckLimit(Check check, Money? limit)
        {
            if (limit is { } given)
            {
                check.NotNegative("limit", given);
            }
        }
    }

    public static async Task<Saved<CustomerCreditId>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CreditBook book, CreditAnswers answers, Notifier notifier, CancellationToken cancel)
    {
        var asked = await answers.Lock(id, reach, CreditPermissions.Give, cancel);
        var now = await book.Seen(id, request.Seen, cancel);
        var (rating, spec, check) = (request.Rating.CleanOrNull(), await book.Spec(cancel), new Check());
        // A rating the house no longer has may stay with who has it beside a limit of his own: without one nothing would limit him.
        check.That(rating is null || (rating == now?.Rating && request.Limit is not null) || spec.Rating(rating) is not null, "rating", "field.not-valid");
        check.That(rating is null || request.Limit is not null || !await book.Ends(rating, cancel), "rating", "customers.credit-rating-ends");
        check.That(rating is not null || (request.Limit is null && request.TermDays is null), "rating", "customers.credit-needs-rating");
        check.ThrowIfAny();
        var made = book.Made(id, now, CreditDeed.Set, request.Reason.Clean());
        (made.Rating, made.Limit, made.TermDays) = (rating, request.Limit, request.TermDays);
        await book.Write(made, cancel);
        await answers.Close(id, asked, CreditWish.Limit, cancel);
        await HoldCredit.Tell(db, notifier, id, "credit-set", made.Reason, reach.Caller.Person, cancel);
        return new Saved<CustomerCreditId>(made.Id, 1);
    }
}

/// <summary>POST /api/customers/{id}/credit-hold: nothing is sold to him until that day, or until somebody releases him.</summary>
internal static class HoldCredit
{
    public sealed record Request : IChecked
    {
        /// <summary>The decision that was seen; left out where there was none.</summary>
        public CustomerCreditId? Seen { get; init; }

        public required string Reason { get; init; }

        /// <summary>The last day, included.</summary>
        public DateOnly? Until { get; init; }

        public void Check(Check check)
        {
            check.Text("reason", Reason, 500, lines: true);
            if (Until is { } day)
            {
                check.Day("until", day);
            }
        }
    }

    public static async Task<Saved<CustomerCreditId>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CreditBook book, CreditAnswers answers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var asked = await answers.Lock(id, reach, CreditPermissions.Give, cancel);
        var now = await book.Seen(id, request.Seen, cancel);
        var check = new Check();
        check.That(request.Until is null || request.Until >= clock.Today, "until", "customers.day-past");
        check.ThrowIfAny();
        var made = book.Made(id, now, CreditDeed.Held, request.Reason.Clean());
        (made.IsHeld, made.HeldUntil, made.HeldReason) = (true, request.Until, made.Reason);
        await book.Write(made, cancel);
        await answers.Close(id, asked, CreditWish.Release, cancel);
        await Tell(db, notifier, id, "credit-held", made.Reason, reach.Caller.Person, cancel);
        return new Saved<CustomerCreditId>(made.Id, 1);
    }

    /// <summary>Whoever looks after him hears of it, unless he did it.</summary>
    public static async Task Tell(AppDb db, Notifier notifier, CustomerId id, string kind, string reason, PersonId? by, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().Where(one => one.Id == id)
            .Select(one => new { one.Name, one.OwnerId, Sharers = one.Shares.Where(share => share.Until == null).Select(share => share.PersonId).ToList() }).FirstAsync(cancel);
        var people = customer.Sharers.Append(customer.OwnerId ?? default).Where(person => person != default && person != by).Distinct().ToList();
        await notifier.Tell(people, kind, new Dictionary<string, object?> { ["name"] = customer.Name, ["reason"] = reason }, $"/customers/{id}", cancel);
    }
}

/// <summary>POST /api/customers/{id}/credit-release: the hold ends now.</summary>
internal static class ReleaseCredit
{
    public sealed record Request : IChecked
    {
        /// <summary>The decision that was seen: its hold is what ends.</summary>
        public CustomerCreditId? Seen { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 500, lines: true);
    }

    public static async Task<Saved<CustomerCreditId>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CreditBook book, CreditAnswers answers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var asked = await answers.Lock(id, reach, CreditPermissions.Give, cancel);
        var now = await book.Now(id, cancel);
        if (now?.Facts.HoldsOn(clock.Today) != true)
        {
            throw Refusal.Conflict("customers.credit-not-held");
        }

        if (now.Id != request.Seen)
        {
            throw Refusal.Stale("version.stale");
        }

        var made = await book.Write(book.Made(id, now, CreditDeed.Released, request.Reason.Clean()), cancel);
        await answers.Close(id, asked, CreditWish.Release, cancel);
        await HoldCredit.Tell(db, notifier, id, "credit-released", made.Reason, reach.Caller.Person, cancel);
        return new Saved<CustomerCreditId>(made.Id, 1);
    }
}
