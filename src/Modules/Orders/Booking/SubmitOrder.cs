using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Orders.Booking;

/// <summary>POST /api/orders/{id}/submit: asks those who must agree to its terms.</summary>
internal static class SubmitOrder
{
    public static async Task<Saved<OrderId>> Handle(OrderId id, IfMatch seen, AppDb db, Reach reach, OrderTerms terms, CancellationToken cancel)
    {
        var order = await terms.Locked(id, reach, cancel);
        db.Expect(order, seen);
        order.MustBe(OrderState.Draft);
        await terms.Submit(order, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<OrderId>(order.Id, order.Version);
    }
}

/// <summary>POST /api/orders/{id}/withdraw: the request about its terms is taken back; the order is a draft as before.</summary>
internal static class WithdrawOrder
{
    public static async Task<Saved<OrderId>> Handle(OrderId id, IfMatch seen, AppDb db, Reach reach, OrderTerms terms, CancellationToken cancel)
    {
        var order = await terms.Locked(id, reach, cancel);
        db.Expect(order, seen);
        order.MustBe(OrderState.Draft);
        if (order.Approval is not (OrderApproval.Waiting or OrderApproval.Returned))
        {
            throw Refusal.Conflict("orders.nothing-asked", ("number", order.Number));
        }

        await terms.Drop(order, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<OrderId>(order.Id, order.Version);
    }
}
