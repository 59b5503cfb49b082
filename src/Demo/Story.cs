using Yingpan.Collections.Data;
using Yingpan.Customers.Data;
using Yingpan.Organization.Data;
using Yingpan.Orders.Data;
using Yingpan.Planning.Data;
using Yingpan.Platform.Numbers;

namespace Yingpan.Demo;

/// <summary>
/// Everything that happened in the company, as rows, from a seed and a day: no database, no clock, no chance but the seed's. A new part
/// is a file beside these, a property, a line in <see cref="Of"/> and one in <see cref="Rows"/>.
/// </summary>
internal sealed record Story
{
    public required Days Days { get; init; }

    public required People People { get; init; }

    public required IReadOnlyList<Reorganization> Reorganizations { get; init; }

    public required Territories Territories { get; init; }

    public required IReadOnlyList<DemoProduct> Products { get; init; }

    public required IReadOnlyList<DemoCustomer> Customers { get; init; }

    public required Ownerships Ownerships { get; init; }

    public required IReadOnlyList<Contact> Contacts { get; init; }

    public required CustomerFiles CustomerFiles { get; init; }

    public required IReadOnlyList<DemoOrder> Orders { get; init; }

    public required IReadOnlyList<MonthlySales> MonthlySales { get; init; }

    public required IReadOnlyList<Receipt> Receipts { get; init; }

    public required IReadOnlyList<Goal> Goals { get; init; }

    public required IReadOnlyList<Grade> Grades { get; init; }

    public required StageRule Stages { get; init; }

    public required Documents.Result Documents { get; init; }

    public required IReadOnlyList<CalendarEntry> WorkDays { get; init; }
    public required Approvals Approvals { get; init; }

    public required Proposals Proposals { get; init; }

    public required Attendance Attendance { get; init; }

    public required TerritoryDesign TerritoryDesign { get; init; }

    public required Notices Notices { get; init; }

    public required WorkTasks WorkTasks { get; init; }

    public required Issues Issues { get; init; }

    public required OwnFields OwnFields { get; init; }

    public required Meetings Meetings { get; init; }

    public required FeedbackBox FeedbackBox { get; init; }

    public required NameLists NameLists { get; init; }

    public required Credits Credits { get; init; }

    public static Story Of(ulong seed, DateOnly today)
    {
        var days = new Days(today);
        var people = People.Of(seed, days);
        var grades = PersonFiles.Fill(seed, days, people);
        var territories = Territories.Of(seed, days, people);
        var products = Demo.Products.Of(seed, days);
        var customers = Demo.Customers.Of(seed, days, people, territories);
        var orders = Demo.Orders.Of(seed, days, people, products, customers);
        States.Settle(days, customers, orders);
        var contacts = Demo.Contacts.Of(seed, days, customers);
        var workDays = Demo.WorkDays.Of(seed, days);
        var calendar = Demo.WorkDays.Calendar(workDays);
        var approvals = Demo.Approvals.Of(seed, days, people);
        approvals.AskAboutOrders(seed, days, people, products, orders);
        var attendance = Demo.Attendance.Of(seed, days, people, workDays);
        approvals.AskForLeave(seed, days, people, attendance);
        var documents = Demo.Documents.Of(seed, days, people);
        approvals.AskForRules(seed, days, people, documents, calendar, attendance.Hours);
        var receipts = Demo.Receipts.Of(seed, days, orders);
        var credits = Demo.Credits.Of(seed, days, people, orders, receipts, approvals);
        var workTasks = Demo.WorkTasks.Of(seed, days, people, calendar);
        return new Story
        {
            Days = days,
            People = people,
            Reorganizations = Demo.Reorganizations.Of(seed, days, people),
            Territories = territories,
            Products = products,
            Customers = customers,
            Contacts = contacts,
            CustomerFiles = Demo.CustomerFiles.Of(seed, days, customers, contacts),
            Ownerships = Demo.Ownerships.Of(seed, days, people, territories, customers),
            Orders = orders,
            MonthlySales = Demo.Orders.Monthly(orders.Select(order => order.Row)),
            Receipts = receipts,
            Credits = credits,
            Goals = Demo.Goals.Of(seed, days, people, territories, orders),
            Grades = grades,
            Stages = PersonFiles.Stages(seed, days),
            WorkDays = workDays,
            Documents = documents,
            Approvals = approvals,
            Proposals = Demo.Proposals.Of(seed, days, people),
            Attendance = attendance,
            TerritoryDesign = Demo.TerritoryDesign.Of(seed, days, people, territories, customers),
            Notices = Demo.Notices.Of(seed, days, people),
            WorkTasks = workTasks,
            // What is decided in a meeting is one more task.
            Meetings = Demo.Meetings.Of(seed, days, people, calendar, workTasks.All),
            FeedbackBox = Demo.FeedbackBox.Of(seed, days, people),
            Issues = Demo.Issues.Of(seed, days, people, calendar),
            OwnFields = OwnFields.Of(seed, customers, orders, people, days.Today),
            NameLists = Demo.NameLists.Of(seed, days, people, customers, attendance.Leaves, calendar),
        };
    }

    /// <summary>The rows table by table, in an order in which each finds what it refers to.</summary>
    public IEnumerable<IEnumerable<object>> Rows() =>
    [
        Grades,
        [Stages],
        People.Positions,
        People.All.Select(person => person.Row),
        Reorganizations,
        People.UnitRows,
        People.Terms,
        People.All.SelectMany(person => person.Row.Memberships),
        Territories.Rows,
        Territories.Rows.SelectMany(territory => territory.Holders),
        Products.Select(product => product.Row),
        Ownerships.Rules,
        Ownerships.Pools,
        Ownerships.Pools.SelectMany(pool => pool.Access),
        Customers.Select(customer => customer.Row),
        Ownerships.Spells,
        Ownerships.Shares,
        Ownerships.Runs,
        Ownerships.Recycled,
        Ownerships.Disputes,
        Approvals.Matters,
        Approvals.Tables,
        Approvals.Limits,
        Approvals.Delegations,
        Approvals.Requests,
        Approvals.Requests.SelectMany(request => request.Steps),
        Approvals.Requests.SelectMany(request => request.Turns),
        Approvals.Log,
        Approvals.Copies,
        Credits.Rows,
        Credits.Requests,
        Demo.Customers.Identities(Customers),
        Contacts,
        Contacts.SelectMany(contact => contact.Days),
        Demo.Contacts.Keys(Contacts),
        CustomerFiles.DataCards,
        CustomerFiles.Strategies,
        CustomerFiles.Reviews,
        CustomerFiles.Records,
        CustomerFiles.Kinds,
        CustomerFiles.Relations,
        Orders.Select(order => order.Row),
        Orders.SelectMany(order => order.Row.Lines),
        OwnFields.Lists,
        OwnFields.Lists.SelectMany(list => list.Items),
        OwnFields.Fields,
        OwnFields.Rules,
        OwnFields.OfCustomers,
        OwnFields.OfOrders,
        OwnFields.OfPeople,
        MonthlySales,
        Receipts,
        Goals,
        WorkDays,
        Attendance.Hours,
        Attendance.Kinds,
        Attendance.Leaves,
        Attendance.Applications,
        Attendance.Punches,
        Attendance.Corrections,
        Attendance.Months,
        Attendance.Results,
        Documents.Documents,
        Documents.Documents.SelectMany(document => document.Editions),
        Documents.Documents.SelectMany(document => document.Units),
        Documents.Documents.SelectMany(document => document.Reviews),
        Documents.Receipts,
        Documents.Askings,
        Proposals.Owners,
        Proposals.All,
        TerritoryDesign.Divisions,
        TerritoryDesign.Policies,
        TerritoryDesign.Releases,
        TerritoryDesign.Outside,
        TerritoryDesign.Figures,
        TerritoryDesign.Plans,
        TerritoryDesign.Scenarios,
        Notices.All,
        Notices.All.SelectMany(notice => notice.Parts),
        Notices.Receipts,
        Notices.Concerns,
        Notices.Concerns.SelectMany(concern => concern.Receivers),
        Notices.Concerns.SelectMany(concern => concern.Lines),
        WorkTasks.Series,
        WorkTasks.All,
        WorkTasks.Lines,
        Meetings.Series,
        Meetings.Series.SelectMany(series => series.Parts),
        Meetings.All,
        Meetings.All.SelectMany(meeting => meeting.Invitees),
        Meetings.All.SelectMany(meeting => meeting.Agenda),
        Meetings.All.SelectMany(meeting => meeting.Decisions),
        FeedbackBox.Categories,
        FeedbackBox.All,
        FeedbackBox.Words,
        FeedbackBox.Deeds,
        Issues.All,
        Issues.Lines,
        NameLists.Campaigns,
        NameLists.Campaigns.SelectMany(campaign => campaign.Parts),
        NameLists.Policies,
        NameLists.Names,
        NameLists.Norms,
        NameLists.Records,
        Numbers(),
    ];

    /// <summary>The numbers go on after the last one given.</summary>
    private IEnumerable<NumberSequence> Numbers() =>
    [
        Next("people", "P-", People.All.Count),
        Next("territories", "T-", Territories.Rows.Count),
        Next("products", "G-", Products.Count),
        Next("customers", "C-", Customers.Count),
        Next("orders", "O-", Orders.Count),
        Next("receipts", "R-", Receipts.Count),
        Next("approvals", "A-", Approvals.Requests.Count),
        Next("disputes", "D-", Ownerships.Disputes.Count),
        Next("tasks", "W-", WorkTasks.All.Count),
        Next("issues", "X-", Issues.All.Count),
        Next("meetings", "M-", Meetings.All.Count),
        Next("campaigns", "L-", NameLists.Campaigns.Count),
    ];

    private static NumberSequence Next(string name, string prefix, int given) => new() { Name = name, Prefix = prefix, Width = 6, Next = given + 1 };
}
