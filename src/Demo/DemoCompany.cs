using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Demo;

/// <summary>Fills an empty house with the made-up company and two years of its life.</summary>
public sealed class DemoCompany(AppDb db, CallerContext caller, CompanyClock clock, OrganizationSetup organization, IOptions<PasswordHasherOptions> passwords, IServiceProvider services)
{
    public static readonly CompanyFacts Facts = new("示范公司", "Demo Company", "Asia/Shanghai", "CNY", 1, IsDemo: true);

    private const ulong Seed = 0x59494E47_50414E00;

    public static void Services(IServiceCollection services)
    {
        services.AddScoped<DemoCompany>();
        services.AddScoped<CustomerLife>();
        services.AddScoped<CareLife>();
        services.AddScoped<IDemoSignIns, DemoSignIns>();
    }

    /// <summary>The same on every machine, so that two demo houses can be compared row by row.</summary>
    public static RoleId RoleId(string code) => new Dice(Seed, $"role {code}").Id<RoleId>(DateTimeOffset.UnixEpoch);

    /// <summary>All of it or nothing: one transaction. Throws InvalidOperationException when the house is not empty.</summary>
    /// <param name="roles">The roles a new house starts with, with ids of <see cref="RoleId"/>.</param>
    public async Task Fill(IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        var days = new Days(clock.Today);
        var story = Story.Of(Seed, days.Today);
        await db.InTransaction(async () =>
        {
            if (await db.Set<Company>().AnyAsync(cancel))
            {
                throw new InvalidOperationException("The house already has a company.");
            }

            // A hundred thousand lines "created" would tell nobody anything; the trail says once that the demo was filled.
            db.AuditIsOn = false;
            try
            {
                await Save([Company(), .. roles], cancel);
                foreach (var rows in story.Rows())
                {
                    await db.Put(rows, replace: false, cancel);
                }

                await services.GetRequiredService<CustomerLife>().Live(Seed, days, story.People, cancel);
                var accounts = Accounts.Of(Seed, days, story.People, roles.ToDictionary(role => role.Code, role => role.Id), passwords.Value.IterationCount).ToList();
                await Save([.. accounts, Noted(story)], cancel);
                await Save(Channels.Of(Seed, days, story.People, story.Approvals, [.. accounts.OfType<Account>()]), cancel);
            }
            finally
            {
                db.AuditIsOn = true;
            }
        }, cancel);
        await organization.Load(cancel);
    }

    private async Task Save(IEnumerable<object> rows, CancellationToken cancel)
    {
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static Company Company() => new()
    {
        Name = Facts.Name,
        NameEn = Facts.NameEn,
        TimeZone = Facts.TimeZone,
        Currency = Facts.Currency,
        FiscalYearStart = Facts.FiscalYearStart,
        IsDemo = Facts.IsDemo,
    };

    private AuditEntry Noted(Story story) => AuditTrail.Line(caller, clock.Now, "demo", story.Days.Today.ToString("yyyy-MM-dd", null), AuditAction.Noted,
        JsonSerializer.Serialize(new Dictionary<string, int?[]>
        {
            ["people"] = [null, story.People.All.Count],
            ["customers"] = [null, story.Customers.Count],
            ["orders"] = [null, story.Orders.Count],
            ["receipts"] = [null, story.Receipts.Count],
            ["goals"] = [null, story.Goals.Count],
        }));
}
