using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Tables;

/// <summary>
/// The rules that name somebody as who decides, stands in or is told. His successor is put in his place: in a draft as it is, of what is live by a
/// new version, so that what is on its way goes on under the rules it began under.
/// </summary>
internal sealed class NamedInTables(AppDb db, TableChecks checks, CompanyClock clock) : IBelongings
{
    public string Kind => "approval-rules";

    public async Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel)
    {
        var named = (await db.StandingTables(cancel)).SelectMany(table => table.Table().People()).CountBy(person => person).ToDictionary();
        var asked = named.Keys.ToList();
        return (await people.Where(person => asked.Contains(person)).ToListAsync(cancel)).ToDictionary(person => person, person => named[person]);
    }

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await db.StandingTables(cancel)).Where(table => table.Table().People().Contains(person)).Take(most)
            .Select(table => new Belonging(table.Id.Value, string.Join(" / ", table.NamesOfRows(row => row.People().Contains(person))), $"V{table.Number}", table.Link))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var named = (await db.StandingTables(cancel)).Where(table => only is null || only.Contains(table.Id.Value)).Where(table => table.Table().People().Contains(passing.From)).ToList();
        foreach (var table in named)
        {
            var content = table.Table().Replacing(passing.From, passing.To);
            // Somebody else who is named in it may have left as well: that is no fault of this one.
            if ((await checks.Faults(table.Kind, content, cancel)).FirstOrDefault(fault => fault.Code != "approvals.has-left") is not null)
            {
                throw Refusal.Conflict("approvals.successor-faults", ("number", table.Number), ("rows", string.Join(" / ", table.NamesOfRows(row => row.People().Contains(passing.From)))));
            }

            if (table.State == TableState.Draft)
            {
                (table.Content, table.EditedById, table.EditedAt) = (StoredFlow.Write(content), passing.By, clock.Now);
            }
            else
            {
                await Succeed(table, content, passing.By, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        return named.Count;
    }

    /// <summary>The next version of what is live; beside a draft, which is a version to come all the same.</summary>
    private async Task Succeed(StoredTable live, RouteTable content, PersonId? by, CancellationToken cancel)
    {
        live.State = TableState.Retired;
        db.Add(new StoredTable
        {
            Id = Id.New<ApprovalTableId>(),
            Kind = live.Kind,
            Number = await db.Set<StoredTable>().Where(table => table.Kind == live.Kind).MaxAsync(table => table.Number, cancel) + 1,
            State = TableState.Live,
            Content = StoredFlow.Write(content),
            Remark = live.Remark,
            EditedById = by,
            EditedAt = clock.Now,
            LiveSince = clock.Now,
        });
    }
}

internal static class PeopleOfTables
{
    /// <summary>The tables that decide, or are being written: one or two of each kind.</summary>
    public static Task<List<StoredTable>> StandingTables(this AppDb db, CancellationToken cancel) =>
        db.Set<StoredTable>().Where(table => table.State != TableState.Retired).OrderBy(table => table.Kind).ThenBy(table => table.Number).ToListAsync(cancel);

    extension(StoredTable table)
    {
        public string Link => $"/approval-rules?kind={table.Kind}";

        /// <summary>A row without a name goes by its place.</summary>
        public IEnumerable<string> NamesOfRows(Func<RouteRow, bool> which) => table.Table().Rows.Index().Where(row => which(row.Item)).Select(row => row.Item.Name ?? $"#{row.Index + 1}");
    }

    /// <summary>Everybody the rows name, once.</summary>
    public static IReadOnlyList<PersonId> People(this RouteTable table) => [.. table.Rows.SelectMany(People).Distinct()];

    public static IEnumerable<PersonId> People(this RouteRow row) =>
        row.CopyTo.Concat(row.Route.SelectMany(node => node.People)).Concat(row.Route.Select(node => node.SubstituteId).OfType<PersonId>());

    /// <summary>With somebody else in his place; where that one is named already, once.</summary>
    public static RouteTable Replacing(this RouteTable table, PersonId from, PersonId to)
    {
        return table with
        {
            Rows =
            [
                .. table.Rows.Select(row => row with
                {
                    CopyTo = Put(row.CopyTo),
                    Route = [.. row.Route.Select(node => node with { People = Put(node.People), SubstituteId = node.SubstituteId == from ? to : node.SubstituteId })],
                }),
            ],
        };

        IReadOnlyList<PersonId> Put(IReadOnlyList<PersonId> people) => [.. people.Select(person => person == from ? to : person).Distinct()];
    }
}
