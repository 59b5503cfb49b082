using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Credit;

/// <summary>What is decided directly answers what was asked for and still waits.</summary>
internal sealed class CreditAnswers(AppDb db, ApprovalDesk desk, Notifier notifier)
{
    /// <summary>The open request, and then the customer, locked in this order as a decision does; nobody holds up one he has no such right over (Refusal).</summary>
    /// <returns>The request; null where there is none.</returns>
    public async Task<CreditRequestId?> Lock(CustomerId customer, Reach reach, Permission permission, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().VisibleTo(reach, permission).AnyAsync(one => one.Id == customer, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var open = await db.Set<CreditRequest>().AsNoTracking().Where(one => one.OpenFor == customer).Select(one => new { one.Id, one.ApprovalId }).FirstOrDefaultAsync(cancel);
        if (open?.ApprovalId is { } approval)
        {
            await desk.Lock(approval, cancel);
        }

        await db.LockCustomer(customer, reach, permission, cancel);
        return open?.Id;
    }

    /// <summary>An open request of that wish is done with, and whoever asked hears of it.</summary>
    /// <param name="locked">What <see cref="Lock"/> found.</param>
    public async Task Close(CustomerId customer, CreditRequestId? locked, CreditWish wish, CancellationToken cancel)
    {
        var open = await db.Set<CreditRequest>().FirstOrDefaultAsync(one => one.OpenFor == customer && one.Wish == wish, cancel);
        if (open is null)
        {
            return;
        }

        // Asked a moment ago: it should be seen before it is answered.
        if (open.Id != locked)
        {
            throw Refusal.Stale("version.stale");
        }

        (open.State, open.OpenFor) = (CreditRequestState.Overtaken, null);
        await db.SaveChangesAsync(cancel);
        if (open.ApprovalId is { } approval)
        {
            await desk.Withdraw(approval, open.ById, cancel);
        }

        await Tell(db, notifier, customer, open, cancel);
    }

    public static async Task Tell(AppDb db, Notifier notifier, CustomerId customer, CreditRequest request, CancellationToken cancel)
    {
        var name = await db.Set<Customer>().AsNoTracking().Where(one => one.Id == customer).Select(one => one.Name).FirstOrDefaultAsync(cancel);
        await notifier.Tell([request.ById], "credit-overtaken", new Dictionary<string, object?> { ["name"] = name }, $"/customers/{customer}", cancel);
    }
}
