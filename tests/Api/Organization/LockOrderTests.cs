using Microsoft.EntityFrameworkCore;
using Yingpan.Tests.Api.Approvals;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Tests.Api.Organization;

/// <summary>The house is locked before a person: who takes them the other way round would wait for one who waits for him.</summary>
public sealed class LockOrderTests
{
    [Theory, Databases]
    public async Task A_hand_over_and_the_approval_of_a_leave_do_not_wait_for_each_other(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-a+director-e", "AnyOf") } }], "organization.leave");
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-a");
        using var director = await house.SignIn("director-e");
        var (leaver, kind) = (house.Seed.People["manager-a"], house.Seed.Record("leave-kinds", "年假"));
        for (var round = 0; round < 4; round++)
        {
            // Who hands over waits for the house with or without the request; who decides then wants the request and the house.
            var day = $"2026-09-{(round * 7) + 1:00}";
            await rep.Post("/api/leave-applications", new { kindId = kind, first = day, last = day, reason = "家事" }, 201);
            var request = (await director.Get("/api/approvals?box=Todo", 200)).Items[0].GetProperty("id").GetString();
            var version = (await hr.Get($"/api/people/{leaver}", 200)).Version;
            Task<Answer> Pass() => hr.Send(HttpMethod.Post, $"/api/people/{leaver}/hand-over", new { lastDay = "2026-12-31", lines = new[] { new { kind = "approvals", toId = house.Seed.People["gm"] } } }, seen: version);
            Task<Answer> Decide() => director.Post($"/api/approvals/{request}/approve", new { round = 1 });
            Task<Answer>? passing = null, deciding = null;
            await house.Inside(async db =>
            {
                await db.InTransaction(
                    async () =>
                    {
                        await db.LockCompany(CancellationToken.None);
                        passing = Task.Run(Pass);
                        await Wait(house, database, 1);
                        deciding = Task.Run(Decide);
                        await Wait(house, database, 2);
                    },
                    CancellationToken.None);
                return true;
            });
            (await passing!).Status.ShouldBe(200);
            (await deciding!).Status.ShouldBe(200);
            (await house.Read("rep-a", request!))["state"].ShouldBe("Approved");
            // And without anybody in the way, as it comes.
            await rep.Post("/api/leave-applications", new { kindId = kind, first = $"2026-09-{(round * 7) + 2:00}", last = $"2026-09-{(round * 7) + 2:00}", reason = "家事" }, 201);
            request = (await director.Get("/api/approvals?box=Todo", 200)).Items[0].GetProperty("id").GetString();
            version = (await hr.Get($"/api/people/{leaver}", 200)).Version;
            (await Task.WhenAll(Task.Run(Pass), Task.Run(Decide))).Select(answer => answer.Status).ShouldBe([200, 200]);
        }
    }

    private static async Task Wait(House house, Database database, int waiting)
    {
        if (database == Database.Postgres)
        {
            await Eventually.Holds(() => house.Inside(async other => await other.Database
                .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() >= waiting));
        }
    }

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
