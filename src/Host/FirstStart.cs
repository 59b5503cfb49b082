using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Collaboration.Public;
using Yingpan.Customers.Public;
using Yingpan.Demo;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Host;

/// <summary>Brings the database to this version, and a new house to its first minute.</summary>
internal sealed class FirstStart(AppDb db, CallerContext context, OrganizationSetup organization, UserManager<Account> accounts, DemoCompany demo, DataFolder folder, TimeProvider clock)
{
    public async Task Migrate(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Path);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>True when there was a house already.</summary>
    public async Task<bool> Load(CancellationToken cancel)
    {
        context.Set(Caller.System("setup"), via: "first start");
        return await organization.Load(cancel);
    }

    /// <summary>An empty house: its name, the shipped roles and one administrator, whose initial password is returned once.</summary>
    public async Task<(string Login, string Password)> Open(CompanyFacts facts, CancellationToken cancel)
    {
        await organization.Create(facts, cancel);
        var roles = await AddRoles(cancel);
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "admin", MustChangePassword = true, CreatedAt = clock.GetUtcNow() };
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var created = await accounts.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(error => error.Description)));
        }

        db.Add(new AccountRole { AccountId = account.Id, RoleId = roles["admin"] });
        CustomersSetup.AddTo(db);
        await db.SaveChangesAsync(cancel);
        return (account.UserName, password);
    }

    /// <summary>What the people of a new house need in its first hour and change afterwards: who agrees to leave and expenses, what feedback is about, what those who lead have to do.</summary>
    public async Task Furnish(CancellationToken cancel)
    {
        ApprovalsSetup.AddTo(db, clock.GetUtcNow());
        CustomersSetup.AddTables(db, clock.GetUtcNow());
        CollaborationSetup.AddTo(db);
        await PositionDuties.AddTo(db, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>An empty house, filled with the made-up company.</summary>
    public Task FillDemo(CancellationToken cancel) => demo.Fill(DefaultRoles.All(Modules.All, DemoCompany.RoleId), cancel);

    public async Task<IReadOnlyDictionary<string, RoleId>> AddRoles(CancellationToken cancel)
    {
        var roles = DefaultRoles.All(Modules.All, _ => Id.New<RoleId>());
        db.AddRange(roles);
        await db.SaveChangesAsync(cancel);
        return roles.ToDictionary(role => role.Code, role => role.Id);
    }
}
