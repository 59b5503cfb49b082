using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;

namespace Yingpan.Demo;

/// <summary>The fields this company has added to its customers, orders and people, and what they hold.</summary>
internal sealed class OwnFields
{
    private static readonly DateTimeOffset Made = new(2024, 1, 2, 2, 0, 0, TimeSpan.Zero);

    private static readonly (string Code, string Name, string NameEn)[] Sources =
    [
        ("referral", "老客户介绍", "Referral"), ("fair", "展会", "Trade fair"), ("web", "网上询价", "Web enquiry"), ("phone", "电话名录", "Telephone list"),
        ("peer", "同行推荐", "Peers"), ("paper", "报纸广告", "Newspaper"),
    ];

    private static readonly (string Code, string Name, string NameEn)[] Terms =
    [
        ("prepaid", "预付", "Prepaid"), ("delivery", "货到付款", "On delivery"), ("days30", "月结 30 天", "30 days"), ("days60", "月结 60 天", "60 days"),
    ];

    private static readonly (string Code, string Name, string NameEn)[] Tongues =
    [
        ("english", "英语", "English"), ("japanese", "日语", "Japanese"), ("spanish", "西班牙语", "Spanish"), ("cantonese", "粤语", "Cantonese"),
    ];

    /// <summary>The last day of a customer's contract; a line of the ownership rules goes by it.</summary>
    public const string Ended = "contractUntil";

    private readonly Dice dice;

    private OwnFields(ulong seed)
    {
        dice = new Dice(seed, "own fields");
    }

    public List<OptionList> Lists { get; } = [];

    public List<CustomField> Fields { get; } = [];

    public List<FieldRule> Rules { get; } = [];

    public List<CustomValue<CustomerId>> OfCustomers { get; } = [];

    public List<CustomValue<OrderId>> OfOrders { get; } = [];

    public List<CustomValue<PersonId>> OfPeople { get; } = [];

    public static OwnFields Of(ulong seed, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<DemoOrder> orders, People people, DateOnly today)
    {
        var own = new OwnFields(seed);
        own.FillCustomers(customers, today);
        own.FillOrders(orders);
        own.FillPeople(people);
        return own;
    }

    private void FillCustomers(IReadOnlyList<DemoCustomer> customers, DateOnly today)
    {
        var sources = List("客户来源", "Customer source", Sources);
        // Nobody has come by the newspaper for years; who did still shows it.
        sources.Items[^1].IsRetired = true;
        var source = Field("customer", "source", "客户来源", "Source", FieldKind.Choice, sources, inList: true, filter: true);
        var yearly = Field("customer", "yearlyPurchases", "年采购额", "Yearly purchases", FieldKind.Money, filter: true);
        (yearly.Section, yearly.SectionEn, yearly.Hint, yearly.HintEn, yearly.Min) = ("采购情况", "Purchasing", "客户一年采购同类产品的总额", "What he buys of such goods in a year, from everybody", 0);
        var tender = Field("customer", "nextTender", "下次招标日", "Next tender", FieldKind.Date, filter: true);
        var decider = Field("customer", "decisionMaker", "拍板人", "Decides", FieldKind.Text);
        (tender.Section, tender.SectionEn, decider.Section, decider.SectionEn) = ("采购情况", "Purchasing", "采购情况", "Purchasing");
        // From the day the house began to ask; customers who were there before are asked when they are edited.
        Rules.Add(new FieldRule
        {
            Subject = "customer",
            Field = "custom.source",
            Need = FieldNeed.When,
            WhenField = "state",
            WhenValues = "Active",
            From = new DateOnly(2025, 1, 1),
            OfOld = true,
        });
        foreach (var customer in customers)
        {
            var id = customer.Row.Id;
            if (dice.Chance(0.9))
            {
                var weights = dice.Weighted((0, 22), (1, 18), (2, 26), (3, 24), (4, 9), (5, customer.CreatedOn.Year < 2025 ? 4 : 0));
                OfCustomers.Add(new CustomValue<CustomerId> { RecordId = id, FieldId = source.Id, Ordinal = 0, ItemId = sources.Items[weights].Id });
            }

            if (customer.Pull > 0 && dice.Chance(0.7))
            {
                // In whole ten thousands, as people guess it.
                var guess = (long)(dice.Between(2, 60) * Math.Min(20, 1 + customer.Pull)) * 1_000_000L;
                OfCustomers.Add(new CustomValue<CustomerId> { RecordId = id, FieldId = yearly.Id, Ordinal = 0, Number = guess });
            }

            if (dice.Chance(0.25))
            {
                OfCustomers.Add(new CustomValue<CustomerId> { RecordId = id, FieldId = decider.Id, Ordinal = 0, Text = $"{Words.Person(dice)}（{dice.Of(Titles)}）" });
            }

            if (dice.Chance(0.12))
            {
                var day = customer.CreatedOn.AddDays(dice.Between(200, 900));
                OfCustomers.Add(new CustomValue<CustomerId> { RecordId = id, FieldId = tender.Id, Ordinal = 0, Number = FieldShowing.NumberOf(day) });
            }
        }

        // Contracts run for whole years from the first order; who has stopped buying let his end.
        var until = Field("customer", Ended, "合同到期日", "Contract until", FieldKind.Date, filter: true);
        foreach (var customer in customers.Where(customer => customer.Pull > 0 && dice.Chance(0.3)))
        {
            var last = (customer.BuysUntil ?? today).AddYears(customer.BuysUntil is null ? 1 : 0);
            var years = Math.Max(1, last.Year - customer.BuysFrom.Year);
            OfCustomers.Add(new CustomValue<CustomerId> { RecordId = customer.Row.Id, FieldId = until.Id, Ordinal = 0, Number = FieldShowing.NumberOf(customer.BuysFrom.AddYears(years)) });
        }
    }

    private static readonly string[] Titles = ["采购经理", "总经理", "行政主管", "工程部长", "副总"];

    private void FillOrders(IReadOnlyList<DemoOrder> orders)
    {
        var terms = List("付款方式", "Payment terms", Terms);
        var field = Field("order", "paymentTerms", "付款方式", "Payment terms", FieldKind.Choice, terms, inList: true, filter: true);
        foreach (var order in orders.Where(order => order.Row.State != OrderState.Cancelled || dice.Chance(0.5)))
        {
            OfOrders.Add(new CustomValue<OrderId>
            {
                RecordId = order.Row.Id,
                FieldId = field.Id,
                Ordinal = 0,
                ItemId = terms.Items[dice.Weighted((0, 30), (1, 25), (2, 35), (3, 10))].Id,
            });
        }
    }

    private void FillPeople(People people)
    {
        var tongues = List("语言", "Languages", Tongues);
        var languages = Field("person", "languages", "外语与方言", "Languages", FieldKind.Choices, tongues, inList: false, filter: true);
        var contact = Field("person", "emergencyContact", "紧急联系人", "Emergency contact", FieldKind.Text);
        contact.IsSensitive = true;
        foreach (var person in people.All)
        {
            var spoken = tongues.Items.Where(_ => dice.Chance(0.25)).ToList();
            OfPeople.AddRange(spoken.Select((item, i) => new CustomValue<PersonId> { RecordId = person.Id, FieldId = languages.Id, Ordinal = i, ItemId = item.Id }));
            OfPeople.Add(new CustomValue<PersonId> { RecordId = person.Id, FieldId = contact.Id, Ordinal = 0, Text = $"{Words.Person(dice)} 0000-0000{dice.Digits(4)}" });
        }
    }

    private OptionList List(string name, string nameEn, (string Code, string Name, string NameEn)[] items)
    {
        var list = new OptionList { Id = dice.Id<OptionListId>(Made), Name = name, NameEn = nameEn };
        list.Items.AddRange(items.Select((item, i) => new OptionItem
        {
            Id = dice.Id<OptionItemId>(Made),
            ListId = list.Id,
            Code = item.Code,
            Name = item.Name,
            NameEn = item.NameEn,
            Order = i,
        }));
        Lists.Add(list);
        return list;
    }

    private CustomField Field(string subject, string code, string name, string nameEn, FieldKind kind, OptionList? list = null, bool inList = false, bool filter = false)
    {
        var field = new CustomField
        {
            Id = dice.Id<CustomFieldId>(Made),
            Subject = subject,
            Code = code,
            Name = name,
            NameEn = nameEn,
            Kind = kind,
            ListId = list?.Id,
            Order = Fields.Count(other => other.Subject == subject),
            IsInList = inList,
            IsFilter = filter,
        };
        Fields.Add(field);
        return field;
    }
}
