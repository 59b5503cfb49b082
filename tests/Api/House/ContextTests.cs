using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;

namespace Yingpan.Tests.Api;

public sealed class ContextTests
{
    [Theory, Databases]
    public async Task What_one_scope_left_in_its_context_does_not_come_to_the_next(Database database)
    {
        await using var house = await House.Open(database);
        var ran = 0;
        var role = await house.Inside(db => db.Set<Role>().Where(one => one.Code == "admin").Select(one => one.Id).FirstAsync());
        for (var i = 0; i < 40; i++)
        {
            await house.Inside(db =>
            {
                db.AfterCommit(() => ran++);
                db.AlsoChanged("platform_role", role.ToString(), "left", null, "behind");
                db.AuditIsOn = false;
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                return Task.FromResult(true);
            });
            await house.Inside(async db =>
            {
                db.AuditIsOn.ShouldBeTrue();
                db.ChangeTracker.AutoDetectChangesEnabled.ShouldBeTrue();
                db.ChangeTracker.Entries().ShouldBeEmpty();
                (await db.Set<Role>().FirstAsync(one => one.Code == "admin")).NameEn = $"Name {i}";
                return await db.SaveChangesAsync();
            });
        }

        ran.ShouldBe(0);
        (await house.Inside(db => db.Set<AuditEntry>().CountAsync(entry => entry.Changes.Contains("behind")))).ShouldBe(0);
        (await house.Inside(db => db.Set<AuditEntry>().CountAsync(entry => entry.Changes.Contains("Name 39")))).ShouldBe(1);
    }
}
