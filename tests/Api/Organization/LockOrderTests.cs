using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Tests.Api.Organization;

/// <summary>The house is locked before a person: who takes them the other way round would wait for one who waits for him.</summary>
public sealed class LockOrderTests
{
    [Theory, Databases]
    public async Task Leave_corrections_and_hand_overs_hold_nobody_while_they_wait_for_the_house(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-a");
        var (person, kind) = (house.Seed.People["rep-a"], house.Seed.Record("leave-kinds", "年假"));
        var version = (await hr.Get($"/api/people/{person}", 200)).Version;
        foreach (var send in new Func<Task<Answer>>[]
        {
            () => hr.Post("/api/leave-entries", new { personId = person, kindId = kind, first = "2026-09-01", last = "2026-09-02" }, 201),
            () => rep.Post("/api/attendance-corrections", new { day = "2026-07-10", cameAt = "08:50", reason = "忘记打卡" }, 201),
            () => hr.Send(HttpMethod.Post, $"/api/people/{person}/hand-over", new { lastDay = "2026-07-31", lines = new[] { new { kind = "units", toId = house.Seed.People["rep-a2"] } } }, 200, seen: version),
        })
        {
            Task<Answer>? asked = null;
            await house.Inside(async db =>
            {
                await db.InTransaction(
                    async () =>
                    {
                        await db.LockCompany(CancellationToken.None);
                        asked = Task.Run(send);
                        if (database == Database.Postgres)
                        {
                            await Eventually.Holds(() => house.Inside(async other => await other.Database
                                .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() > 0));
                        }

                        await db.LockPerson(new PersonId(Guid.Parse(person)), CancellationToken.None);
                    },
                    CancellationToken.None);
                return true;
            });
            await asked!;
        }
    }
}
