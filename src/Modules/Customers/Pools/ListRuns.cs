using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Pools;

internal sealed record RunRow
{
    public required RecyclingRunId Id { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required int NoFollowUp { get; init; }

    public required int NoDeal { get; init; }

    public required int OwnerLeft { get; init; }

    public required int ContractEnded { get; init; }

    public required int Total { get; init; }

    public required int Reminded { get; init; }
}

/// <summary>GET /api/recycling-runs</summary>
internal static class ListRuns
{
    private static readonly ListSpec<RunRow> Spec = new ListSpec<RunRow>("recycling-runs", row => row.Id)
        .Column("day", row => row.Day)
        .Column("total", row => row.Total)
        .SortedBy("-day");

    public static async Task<ListPage<RunRow>> Handle([AsParameters] ListQuery query, AppDb db, CancellationToken cancel)
    {
        var recycled = db.Set<RecycledCustomer>();
        return await Spec.Page(db.Set<RecyclingRun>().AsNoTracking().Select(run => new RunRow
        {
            Id = run.Id,
            Day = run.Day,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            NoFollowUp = recycled.Count(one => one.RunId == run.Id && one.Cause == RecyclingCause.NoFollowUp),
            NoDeal = recycled.Count(one => one.RunId == run.Id && one.Cause == RecyclingCause.NoDeal),
            OwnerLeft = recycled.Count(one => one.RunId == run.Id && one.Cause == RecyclingCause.OwnerLeft),
            ContractEnded = recycled.Count(one => one.RunId == run.Id && one.Cause == RecyclingCause.ContractEnded),
            Total = recycled.Count(one => one.RunId == run.Id),
            Reminded = run.Reminded,
        }), query, db, cancel);
    }
}

internal sealed record RecycledRow
{
    public required CustomerId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string OwnerName { get; init; }

    public required RecyclingCause Cause { get; init; }

    public string? PoolName { get; init; }
}

/// <summary>GET /api/recycling-runs/{id}/customers: each with why.</summary>
internal static class ListRecycled
{
    private static readonly ListSpec<RecycledRow> Spec = new ListSpec<RecycledRow>("recycled", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("cause", row => row.Cause)
        .NameColumn("poolName", row => row.PoolName)
        .SortedBy("number");

    public static async Task<ListPage<RecycledRow>> Handle(RecyclingRunId id, [AsParameters] ListQuery query, AppDb db, CancellationToken cancel)
    {
        if (!await db.Set<RecyclingRun>().AnyAsync(run => run.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var (people, pools) = (db.PersonCards, db.Set<Pool>());
        return await Spec.Page(
            from one in db.Set<RecycledCustomer>().AsNoTracking()
            where one.RunId == id
            join customer in db.Set<Customer>() on one.CustomerId equals customer.Id
            select new RecycledRow
            {
                Id = customer.Id,
                Number = customer.Number,
                Name = customer.Name,
                OwnerName = people.Where(person => person.Id == one.OwnerId).Select(person => person.Name).First(),
                Cause = one.Cause,
                PoolName = pools.Where(pool => pool.Id == one.PoolId).Select(pool => pool.Name).FirstOrDefault(),
            }, query, db, cancel);
    }
}

/// <summary>POST /api/recycling-runs: what the night would do, now; a run of today that is there already goes on.</summary>
internal static class RecycleNow
{
    public static async Task<IResult> Handle(JobQueue jobs, CancellationToken cancel)
    {
        await jobs.Enqueue<RecycleCustomers, RecycleCustomers.Order>(new RecycleCustomers.Order(), cancel);
        return Results.Accepted();
    }
}
