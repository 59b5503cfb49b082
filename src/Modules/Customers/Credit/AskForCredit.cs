using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Credit;

/// <summary>
/// POST /api/customers/{id}/credit-requests: a higher limit, or the end of a hold, of those whom the decision table names. What came back goes in
/// again. A request is always locked before its customer, as a decision does.
/// </summary>
internal static class AskForCredit
{
    public const string Kind = "customers.credit";

    public sealed record Request : IChecked
    {
        public required CreditWish Wish { get; init; }

        public Money? Limit { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.That(Enum.IsDefined(Wish), "wish", "field.not-valid");
            check.Text("reason", Reason, 500, lines: true);
            check.That(Wish != CreditWish.Limit || Limit is not null, "limit", "field.required");
            SetCredit.Request.CheckLimit(check, Limit);
        }
    }

    public static async Task<Created<Saved<CreditRequestId>>> Handle(
        CustomerId id, Request request, AppDb db, Reach reach, CreditBook book, CreditAnswers answers, ApprovalDesk desk, CompanyClock clock, CancellationToken cancel)
    {
        var asked = await answers.Lock(id, reach, CustomersPermissions.Edit, cancel);
        var applicant = reach.Caller.Person ?? throw Refusal.Conflict("customers.credit-no-applicant");
        var open = await db.Set<CreditRequest>().FirstOrDefaultAsync(one => one.OpenFor == id, cancel);
        if (open?.Id != asked || open is { State: CreditRequestState.Waiting })
        {
            throw Refusal.Conflict("customers.credit-asked");
        }

        var now = await book.Now(id, cancel);
        var standing = await book.Standing(now, id, cancel);
        Judge(request, now, standing, clock.Today);
        var customer = await db.Set<Customer>().Where(one => one.Id == id).Select(one => one.Name).FirstAsync(cancel);
        if (open is not null && open.ById != applicant)
        {
            // Somebody else's that came back: it is taken back, and this one goes its own way.
            await desk.Withdraw(open.ApprovalId!.Value, open.ById, cancel);
            (open.State, open.OpenFor) = (CreditRequestState.Withdrawn, null);
            await db.SaveChangesAsync(cancel);
            open = null;
        }

        if (open is null)
        {
            open = new CreditRequest { Id = Id.New<CreditRequestId>(), CustomerId = id, OpenFor = id, Wish = request.Wish, Reason = "", ById = applicant, At = clock.Now };
            db.Add(open);
        }

        (open.Wish, open.Limit, open.Reason, open.At, open.State, open.SeenId) = (request.Wish, request.Wish == CreditWish.Limit ? request.Limit : null, request.Reason.Clean(), clock.Now, CreditRequestState.Waiting, now?.Id);
        await db.SaveChangesAsync(cancel);
        var submission = new ApprovalSubmission
        {
            Kind = Kind,
            Title = customer.Shortened(100),
            Text = Words(open, standing, now, await book.Figured().AnyAsync(one => one.Id == id, cancel)),
            Link = $"/customers/{id}",
            Subject = open.Id.ToString(),
            Applicant = applicant,
            // Of a release, what is owed already.
            Amount = open.Limit ?? standing.Used,
            Grade = now?.Rating,
        };
        if (open.ApprovalId is { } again)
        {
            await desk.Resubmit(again, submission, cancel);
        }
        else
        {
            open.ApprovalId = await desk.Submit(submission, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customers/{id}/credit", new Saved<CreditRequestId>(open.Id, open.Version));
    }

    private static void Judge(Request request, CustomerCredit? now, CreditStanding standing, DateOnly today)
    {
        if (request.Wish == CreditWish.Release && now?.Facts.HoldsOn(today) != true)
        {
            throw Refusal.Conflict("customers.credit-not-held");
        }

        if (request.Wish == CreditWish.Limit && standing.Limit is null)
        {
            throw Refusal.Conflict("customers.credit-no-limit");
        }

        var check = new Check();
        check.That(request.Wish != CreditWish.Limit || CreditRule.IsRaise(request.Limit, standing), "limit", "customers.credit-not-higher", ("limit", standing.Limit));
        check.ThrowIfAny();
    }

    /// <summary>What those read who decide, and who asks: with what is owed where he may know it; in the language of the house, as every text of a request.</summary>
    private static string Words(CreditRequest request, CreditStanding standing, CustomerCredit? now, bool withFigures) => string.Join('\n', new[]
    {
        request.Wish == CreditWish.Release ? $"申请解除停止供货({now!.HeldReason})" : $"申请信用额度 {standing.Limit} → {request.Limit}",
        withFigures ? $"已占用 {standing.Used}" : null,
        request.Reason,
    }.OfType<string>());
}

/// <summary>POST /api/credit-requests/{id}/withdraw: by whoever asked.</summary>
internal static class WithdrawCreditRequest
{
    public static async Task<NoContent> Handle(CreditRequestId id, AppDb db, Reach reach, ApprovalDesk desk, CancellationToken cancel)
    {
        var request = await db.Set<CreditRequest>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (request is null || request.ById != reach.Caller.Person)
        {
            throw Refusal.NotFound("record.not-found");
        }

        if (request is not { State: CreditRequestState.Waiting or CreditRequestState.Returned, ApprovalId: { } approval })
        {
            throw Refusal.Conflict("customers.credit-request-over");
        }

        await desk.Withdraw(approval, request.ById, cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Hears what became of a request about credit, in the transaction in which it was decided.</summary>
internal sealed class CreditDecided(AppDb db, CreditBook book, Notifier notifier, Caller caller, CompanyClock clock) : IApprovalOutcome
{
    public string Kind => AskForCredit.Kind;

    public async Task Heard(ApprovalOutcome outcome, CancellationToken cancel)
    {
        if (!CreditRequestId.TryParse(outcome.Subject, null, out var id)
            || await db.Set<CreditRequest>().AsNoTracking().Where(one => one.Id == id).Select(one => (CustomerId?)one.CustomerId).FirstOrDefaultAsync(cancel) is not { } named)
        {
            return;
        }

        // He may have turned out to be another one since.
        var customer = await db.LeftOf(named, cancel) ?? named;
        await db.Locked<Customer>(customer.Value).AsNoTracking().LoadAsync(cancel);
        var request = await db.Set<CreditRequest>().FirstAsync(one => one.Id == id, cancel);
        if (request.State is not (CreditRequestState.Waiting or CreditRequestState.Returned))
        {
            return;
        }

        request.ApprovalId ??= outcome.Id;
        request.State = outcome.Result switch
        {
            ApprovalResult.Approved => CreditRequestState.Approved,
            ApprovalResult.Refused => CreditRequestState.Refused,
            ApprovalResult.Returned => CreditRequestState.Returned,
            _ => CreditRequestState.Withdrawn,
        };
        request.OpenFor = request.State == CreditRequestState.Returned ? request.OpenFor : null;
        await db.SaveChangesAsync(cancel);
        if (request.State == CreditRequestState.Approved && !await Apply(request, customer, cancel))
        {
            request.State = CreditRequestState.Overtaken;
            await db.SaveChangesAsync(cancel);
            await CreditAnswers.Tell(db, notifier, customer, request, cancel);
        }
    }

    /// <summary>False where what holds by now is no longer what was asked about: a limit that is as high already, or another hold.</summary>
    private async Task<bool> Apply(CreditRequest request, CustomerId customer, CancellationToken cancel)
    {
        var now = await book.Now(customer, cancel);
        if (request.Wish == CreditWish.Limit)
        {
            if (!CreditRule.IsRaise(request.Limit, await book.Standing(now, customer, cancel)))
            {
                return false;
            }

            var made = book.Made(customer, now, CreditDeed.Set, request.Reason, request.Id);
            made.Limit = request.Limit;
            await book.Write(made, cancel);
            await HoldCredit.Tell(db, notifier, customer, "credit-set", request.Reason, caller.Person, cancel);
            return true;
        }

        var seen = await db.Set<CustomerCredit>().AsNoTracking().FirstOrDefaultAsync(credit => credit.Id == request.SeenId, cancel);
        if (now?.Facts.HoldsOn(clock.Today) != true || (seen is not null && (seen.HeldUntil, seen.HeldReason) != (now.HeldUntil, now.HeldReason)))
        {
            return false;
        }

        await book.Write(book.Made(customer, now, CreditDeed.Released, request.Reason, request.Id), cancel);
        await HoldCredit.Tell(db, notifier, customer, "credit-released", request.Reason, caller.Person, cancel);
        return true;
    }
}
