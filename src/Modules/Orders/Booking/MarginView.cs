using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;

namespace Yingpan.Orders.Booking;

/// <param name="Sales">All of it.</param>
/// <param name="Unknown">Of that, what was sold at a cost that nobody knows: the rest is of what is known.</param>
/// <param name="Cost">Null, as the two below, where no cost is known.</param>
/// <param name="Earned">毛利</param>
/// <param name="Share">毛利率: of the sales whose cost is known.</param>
internal sealed record MarginView(Money Sales, Money Unknown, Money? Cost, Money? Earned, Rate? Share)
{
    public static MarginView Of(Margin margin) => new(margin.Sales, margin.Unknown, margin.IsKnown ? margin.Cost : null, margin.Earned, margin.Share);
}
