using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Contacts;

/// <summary>Contacts from a file, each at a customer by number or name; his birthday as 1990-05-20, 5-20, 农历8-15 or 农历1990-闰4-5.</summary>
internal sealed partial class ImportContacts(CompanyClock clock) : IImporter
{
    private static readonly (string, DecisionRole)[] Roles =
    [
        ("决策人", DecisionRole.Decider), ("Decider", DecisionRole.Decider),
        ("影响人", DecisionRole.Influencer), ("Influencer", DecisionRole.Influencer),
        ("使用人", DecisionRole.User), ("User", DecisionRole.User),
        ("采购", DecisionRole.Buyer), ("Buyer", DecisionRole.Buyer),
        ("把关人", DecisionRole.Gatekeeper), ("Gatekeeper", DecisionRole.Gatekeeper),
        ("支持者", DecisionRole.Champion), ("Champion", DecisionRole.Champion),
    ];

    private ImportLookup<CustomerId>? customers;

    public string Kind => "contacts";

    public Permission Permission => CustomersPermissions.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("customerName", true, "客户", "客户编号", "客户名称", "公司名称", "customer", "company"),
        new("name", true, "姓名", "联系人", "contact", "contact name"),
        new("department", false, "部门", "department"),
        new("position", false, "职务", "职位", "position", "title"),
        new("role", false, "决策角色", "角色", "role"),
        new("mobile", false, "手机", "mobile"),
        new("phone", false, "办公电话", "电话", "phone"),
        new("email", false, "邮箱", "email", "e-mail"),
        new("hobbies", false, "爱好", "hobbies"),
        new("strengths", false, "特长", "strengths"),
        new("birthday", false, "生日", "birthday"),
        new("remark", false, "备注", "remark", "note"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        var reach = new Reach(run.Db, run.Caller, clock);
        customers ??= CustomersLookup.New(reach);
        await customers.Load(run, rows, "customerName", cancel);
        var found = rows.Select(row => (Row: row, Customer: customers.Find(row, "customerName", run))).ToList();
        var ids = found.Select(one => one.Customer).OfType<CustomerId>().Distinct().ToList();
        var owners = await run.Db.Set<Customer>().Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => new { customer.OwnerId, customer.TerritoryId }, cancel);
        var reached = await reach.Among(CustomersPermissions.Import, cancel);
        foreach (var (row, customer) in found)
        {
            var contact = new Contact
            {
                Id = Id.New<ContactId>(),
                CustomerId = customer ?? default,
                Name = row.RequiredText("name", 60),
                Department = row.Text("department", 60),
                Position = row.Text("position", 60),
                Role = row.OneOf("role", Roles),
                Mobile = row.Phone("mobile"),
                Phone = row.Phone("phone"),
                Email = row.Email("email"),
                Hobbies = row.Text("hobbies", 200),
                Strengths = row.Text("strengths", 200),
                Remark = row.Text("remark", 1000, lines: true),
                CreatedAt = clock.Now,
                ImportId = run.ImportId,
            };
            if (row.Text("birthday", 40) is { } words)
            {
                if (DayOf(words) is { } day)
                {
                    if (day.First > clock.Today)
                    {
                        run.Fault(row, "birthday", "customers.birthday-ahead");
                    }

                    contact.Days.Add(ContactDay.Of(contact.Id, 1, ContactDayKind.Birthday, day, clock.Today));
                }
                else
                {
                    run.Fault(row, "birthday", "customers.no-such-day");
                }
            }

            if (customer is { } id && !(owners.TryGetValue(id, out var of) && reached.Contains(of.OwnerId, of.TerritoryId)))
            {
                run.Fault(row, "customerName", "record.out-of-reach");
            }

            if (!row.HasFaults)
            {
                run.Create(row, contact, contact.Id);
            }
        }
    }

    public async Task Written(AppDb db, IReadOnlyList<object> records, CancellationToken cancel)
    {
        List<CustomerId> named = [.. records.OfType<Contact>().Select(contact => contact.CustomerId).Distinct()];
        await KeepCompleteness.Of(db, named, clock.Today, cancel);
        await KeepContactKeys.Of(db, named, cancel);
    }

    /// <summary>By the contacts of the file nobody is found any more; by those that stay they are.</summary>
    public async Task TakingBack(AppDb db, Guid import, CancellationToken cancel)
    {
        var touched = db.Set<Contact>().Where(contact => contact.ImportId == import).Select(contact => contact.CustomerId);
        var left = await db.Set<Contact>().AsNoTracking().Where(contact => touched.Contains(contact.CustomerId) && contact.ImportId != import && !contact.HasLeft)
            .Select(contact => new { contact.CustomerId, contact.Mobile, contact.Phone, contact.Email }).ToListAsync(cancel);
        await KeepContactKeys.OfContacts(db.Set<CustomerKey>().Where(key => touched.Contains(key.CustomerId))).ExecuteDeleteAsync(cancel);
        await KeepIdentity.WriteKeys(db, left.SelectMany(contact => ContactKeys.Of(contact.Mobile, contact.Phone, contact.Email).Select(key => (contact.CustomerId, key))).Distinct(), cancel);
    }

    private static YearlyDay? DayOf(string words)
    {
        var match = Written().Match(words);
        if (!match.Success)
        {
            return null;
        }

        var day = new YearlyDay(
            match.Groups["lunar"].Success ? DayCalendar.Lunar : DayCalendar.Solar, Number("month"), Number("day"), match.Groups["leap"].Success,
            match.Groups["year"].Success ? Number("year") : null);
        return day.Exists ? day : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(公历|阳历)?(?<lunar>农历|阴历|lunar )?\s*((?<year>\d{4})[-/.年])?(?<leap>闰)?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
