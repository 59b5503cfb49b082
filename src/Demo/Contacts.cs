using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;

namespace Yingpan.Demo;

/// <summary>The people at those customers who buy, with their days.</summary>
internal static class Contacts
{
    private static readonly (string Department, string Position, DecisionRole Role)[] Seats =
    [
        ("总经办", "总经理", DecisionRole.Decider), ("采购部", "采购经理", DecisionRole.Buyer), ("设备部", "主管", DecisionRole.User),
        ("财务部", "财务经理", DecisionRole.Influencer), ("行政部", "办公室主任", DecisionRole.Gatekeeper), ("技术部", "工程师", DecisionRole.Champion),
    ];

    private static readonly string[] Hobbies = ["钓鱼", "羽毛球", "书法", "登山", "摄影", "象棋", "跑步", "茶艺"];
    private static readonly string[] Strengths = ["谈判", "技术", "成本核算", "交际", "组织"];

    public static IReadOnlyList<Contact> Of(ulong seed, Days days, IReadOnlyList<DemoCustomer> customers)
    {
        var dice = new Dice(seed, "contacts");
        var all = new List<Contact>();
        foreach (var customer in customers.Where(customer => customer.Pull > 0 && customer.Trade != Trade.Export))
        {
            var at = customer.Row.CreatedAt;
            foreach (var (seat, i) in Seats.Where(_ => dice.Chance(0.3)).Select((seat, i) => (seat, i)))
            {
                var contact = new Contact
                {
                    Id = dice.Id<ContactId>(at),
                    CustomerId = customer.Row.Id,
                    // The one named on the customer's card is his first contact.
                    Name = i == 0 && customer.Row.ContactName is { } known ? known : Words.Person(dice),
                    Department = seat.Department,
                    Position = seat.Position,
                    Role = seat.Role,
                    // No mobile number begins with 100.
                    Mobile = $"100{dice.Digits(8)}",
                    Hobbies = dice.Chance(0.5) ? dice.Of(Hobbies) : null,
                    Strengths = dice.Chance(0.3) ? dice.Of(Strengths) : null,
                    CreatedAt = at,
                };
                if (dice.Chance(0.6))
                {
                    contact.Days.Add(Birthday(dice, contact.Id, days.Today));
                }

                all.Add(contact);
            }
        }

        return all;
    }

    /// <summary>By what the customers are found through them.</summary>
    public static IEnumerable<object> Keys(IReadOnlyList<Contact> contacts) => contacts
        .SelectMany(contact => ContactKeys.Of(contact.Mobile, contact.Phone, contact.Email).Select(key => (contact.CustomerId, key))).Distinct()
        .Select(one => new CustomerKey { CustomerId = one.CustomerId, Value = one.key });

    private static ContactDay Birthday(Dice dice, ContactId id, DateOnly today)
    {
        var isLunar = dice.Chance(0.35);
        var (year, month, day) = (dice.Between(1962, 1998), dice.Between(1, 12), dice.Between(1, 28));
        return ContactDay.Of(id, 1, ContactDayKind.Birthday, new YearlyDay(isLunar ? DayCalendar.Lunar : DayCalendar.Solar, month, day, false, year), today);
    }
}
