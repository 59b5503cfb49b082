using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Orders.Booking;

/// <summary>
/// The terms of an order before those who must agree to them. The request is always locked before the order: a decision comes by that way,
/// so of a decision, a withdrawal and an edit at the same instant the second sees what the first has done.
/// </summary>
internal sealed class OrderTerms(AppDb db, ApprovalDesk desk, Caller caller)
{
    public const string Kind = "orders.terms";

    /// <summary>The order, its request and itself locked until the transaction ends.</summary>
    public async Task<Order> Locked(OrderId id, Reach reach, CancellationToken cancel)
    {
        var asked = await db.Set<Order>().AsNoTracking().Where(order => order.Id == id).Select(order => order.ApprovalId).FirstOrDefaultAsync(cancel);
        if (asked is { } request)
        {
            await desk.Lock(request, cancel);
        }

        await db.LockOrder(id, cancel);
        var order = await db.Find(id, reach, cancel);
        // Another request since: whoever saw the order before that came too late.
        return order.ApprovalId == asked ? order : throw Refusal.Stale("version.stale");
    }

    /// <summary>Must somebody agree to an order that stands so? Not when he has.</summary>
    public async Task<bool> Needs(OrderApproval approval, PersonId? salesperson, CustomerId customer, Money amount, IReadOnlyList<TermsLine> lines, CancellationToken cancel) =>
        approval != OrderApproval.Approved && Applicant(salesperson) is { } applicant && await desk.Takes(await Asked(applicant, customer, amount, lines, cancel), cancel);

    /// <summary>Refuses what is not agreed to. What came back or was refused and needs nobody any more is closed.</summary>
    public async Task RequireForConfirmation(Order order, CancellationToken cancel)
    {
        if (order.Approval == OrderApproval.Waiting)
        {
            throw Refusal.Conflict("orders.approval-waits", ("number", order.Number));
        }

        if (order.Approval != OrderApproval.Approved && await Needs(order.Approval, order.SalespersonId, order.CustomerId, order.Amount, LinesOf(order, await Products(order, cancel)), cancel))
        {
            throw Refusal.Conflict(order.Approval == OrderApproval.Refused ? "orders.approval-refused" : "orders.needs-approval", ("number", order.Number));
        }

        if (order.Approval == OrderApproval.Returned)
        {
            await Drop(order, cancel);
        }
    }

    /// <summary>Asks those whom the table names. What came back goes in again, under the version of the table it began under.</summary>
    public async Task Submit(Order order, CancellationToken cancel)
    {
        if (order.Approval is OrderApproval.Waiting or OrderApproval.Approved)
        {
            throw Refusal.Conflict(order.Approval == OrderApproval.Waiting ? "orders.approval-waits" : "orders.approval-there", ("number", order.Number));
        }

        if (order.Approval == OrderApproval.Refused)
        {
            throw Refusal.Conflict("orders.approval-refused", ("number", order.Number));
        }

        var applicant = Applicant(order.SalespersonId) ?? throw Refusal.Conflict("orders.no-applicant");
        var submission = await Submission(order, applicant, cancel);
        if (!await desk.Takes(submission, cancel))
        {
            throw Refusal.Conflict("orders.needs-no-approval", ("number", order.Number));
        }

        if (order is { Approval: OrderApproval.Returned, ApprovalId: { } back } && await IsOf(back, applicant, cancel))
        {
            await desk.Resubmit(back, submission, cancel);
        }
        else
        {
            if (order.Approval == OrderApproval.Returned)
            {
                await Drop(order, cancel);
            }

            order.ApprovalId = await desk.Submit(submission, cancel);
        }

        var id = order.ApprovalId!.Value;
        order.Approval = await db.ApprovalCards.AnyAsync(card => card.Id == id && card.IsOpen, cancel) ? OrderApproval.Waiting : OrderApproval.Approved;
    }

    /// <summary>Other terms than those that were asked about: the request is withdrawn; what was approved, or refused, is no longer so.</summary>
    public async Task Change(Order order, CancellationToken cancel)
    {
        if (order.Approval == OrderApproval.Waiting)
        {
            await Drop(order, cancel);
        }
        else if (order.Approval is OrderApproval.Approved or OrderApproval.Refused)
        {
            (order.Approval, order.ApprovalId) = (OrderApproval.None, null);
        }
    }

    /// <summary>Takes the request back in the name of who asked.</summary>
    public async Task Drop(Order order, CancellationToken cancel)
    {
        if (order is { Approval: OrderApproval.Waiting or OrderApproval.Returned, ApprovalId: { } id })
        {
            var applicant = await db.ApprovalCards.Where(card => card.Id == id).Select(card => card.ApplicantId).FirstAsync(cancel);
            await desk.Withdraw(id, applicant, cancel);
            (order.Approval, order.ApprovalId) = (OrderApproval.None, null);
        }
    }

    private async Task<bool> IsOf(ApprovalId id, PersonId applicant, CancellationToken cancel) =>
        await db.ApprovalCards.AnyAsync(card => card.Id == id && card.ApplicantId == applicant, cancel);

    /// <summary>The salesperson; of an order of nobody's who enters it.</summary>
    private PersonId? Applicant(PersonId? salesperson) => salesperson ?? caller.Person;

    /// <summary>What the table asks of it.</summary>
    private async Task<ApprovalSubmission> Asked(PersonId applicant, CustomerId customer, Money amount, IReadOnlyList<TermsLine> lines, CancellationToken cancel) => new()
    {
        Kind = Kind,
        Title = "",
        Applicant = applicant,
        Amount = amount,
        Discount = Terms.DiscountOf(lines),
        Grade = await db.CustomerGrades.Where(card => card.CustomerId == customer).Select(card => card.Grade).FirstOrDefaultAsync(cancel),
    };

    /// <summary>What is in it, with its lines loaded.</summary>
    private async Task<Dictionary<ProductId, ProductCard>> Products(Order order, CancellationToken cancel)
    {
        if (order.Lines.Count == 0)
        {
            await db.Entry(order).Collection(one => one.Lines).LoadAsync(cancel);
        }

        var wanted = order.Lines.Select(line => line.ProductId).Distinct().ToList();
        return await db.ProductCards.Where(product => wanted.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);
    }

    private static List<TermsLine> LinesOf(Order order, Dictionary<ProductId, ProductCard> products) =>
        [.. order.Lines.OrderBy(line => line.Line).Select(line => new TermsLine(line.Price, line.Discount, products[line.ProductId].ListPrice))];

    private async Task<ApprovalSubmission> Submission(Order order, PersonId applicant, CancellationToken cancel)
    {
        var products = await Products(order, cancel);
        var customer = await db.CustomerCards.Where(one => one.Id == order.CustomerId).Select(one => one.Name).FirstOrDefaultAsync(cancel);
        return await Asked(applicant, order.CustomerId, order.Amount, LinesOf(order, products), cancel) with
        {
            Title = $"{order.Number} {customer}".Shortened(100),
            Text = string.Join('\n', order.Lines.OrderBy(line => line.Line).Select(line => $"{products[line.ProductId].Name} {line.Quantity} × {line.Price} −{line.Discount.ToDecimal() * 100:0.##}%")).Shortened(4000),
            Link = $"/orders?open={order.Id}",
            Subject = order.Id.ToString(),
        };
    }
}

/// <summary>Hears what became of a request about an order, in the transaction in which it was decided.</summary>
internal sealed class OrderTermsDecided(AppDb db) : IApprovalOutcome
{
    public string Kind => OrderTerms.Kind;

    public async Task Heard(ApprovalOutcome outcome, CancellationToken cancel)
    {
        if (!OrderId.TryParse(outcome.Subject, null, out var id))
        {
            return;
        }

        await db.LockOrder(id, cancel);
        // Removed, or about another request by now: then there is nothing that this one decides.
        if (await db.Set<Order>().FirstOrDefaultAsync(order => order.Id == id && order.ApprovalId == outcome.Id, cancel) is not { State: OrderState.Draft } order)
        {
            return;
        }

        order.Approval = outcome.Result switch
        {
            ApprovalResult.Approved => OrderApproval.Approved,
            ApprovalResult.Refused => OrderApproval.Refused,
            ApprovalResult.Returned => OrderApproval.Returned,
            _ => OrderApproval.None,
        };
        if (outcome.Result == ApprovalResult.Withdrawn)
        {
            order.ApprovalId = null;
        }

        await db.SaveChangesAsync(cancel);
    }
}
