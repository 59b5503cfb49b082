using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Planning.Goals.Rules;
using Yingpan.Planning.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Planning.Goals;

/// <summary>
/// Goals from a file; the lines of a person stand together. Where a line names no last day, the goal runs to the day before the
/// person's next one (<see cref="QuotaDates"/>).
/// </summary>
internal sealed class ImportGoals(CompanyClock clock) : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private readonly Dictionary<PersonId, List<Goal>> inFile = [];

    public string Kind => "goals";

    public Permission Permission => PlanningPermissions.Import;

    public string? GroupBy => "personName";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("personName", true, "姓名", "工号", "销售员", "person", "salesperson"),
        new("first", true, "开始", "开始日期", "目标日期", "first day", "quota date"),
        new("last", false, "结束", "结束日期", "last day"),
        new("amount", true, "目标金额", "目标", "指标", "goal", "quota", "sales quota"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await people.Load(run, rows, "personName", cancel);
        var reached = await new Reach(run.Db, run.Caller, clock).Among(PlanningPermissions.Import, cancel);
        // By whom they are for and not by how the file calls him: by number here, by name there, it is still one person.
        foreach (var group in rows.GroupBy(row => people.Find(row, "personName", run)).OrderBy(group => group.Key?.Value))
        {
            var known = group.Key is { } person ? await Known(person, run, cancel) : [];
            var firsts = group.Select(row => row.Day("first")).OfType<DateOnly>().Concat(known.Select(goal => goal.First)).ToList();
            foreach (var row in group)
            {
                await One(row, group.Key, firsts, known, reached, run, cancel);
            }
        }
    }

    /// <summary>
    /// The person's goals so far. Locked in a real run, in the order of the people, so that none comes in between; a check writes nothing,
    /// so what earlier lines of the file bring is remembered.
    /// </summary>
    private async Task<List<Goal>> Known(PersonId person, ImportRun run, CancellationToken cancel)
    {
        if (run.Writes)
        {
            await run.Db.LockPerson(person, cancel);
        }
        else if (inFile.TryGetValue(person, out var earlier))
        {
            return earlier;
        }

        return inFile[person] = await run.Db.Set<Goal>().AsNoTracking().Where(goal => goal.PersonId == person).ToListAsync(cancel);
    }

    private async Task One(
        ImportRow row, PersonId? whose, List<DateOnly> firsts, List<Goal> known, ReachedPeople reached, ImportRun run, CancellationToken cancel)
    {
        var first = row.Required("first", row.Day("first"));
        var amount = row.Required("amount", row.Money("amount"));
        if (row.HasFaults || whose is not { } person)
        {
            return;
        }

        var last = row.Day("last") ?? QuotaDates.LastOf(first, firsts);
        if (!reached.Contains(person))
        {
            run.Fault(row, "personName", "record.out-of-reach");
        }
        else if (last < first)
        {
            run.Fault(row, "last", "field.period-backwards");
        }
        else if (last.DayNumber - first.DayNumber >= GoalRequest.MostDays)
        {
            run.Fault(row, "last", "planning.too-long");
        }
        else if (amount < Money.Zero)
        {
            run.Fault(row, "amount", "field.negative");
        }
        else if (known.Find(goal => goal.First <= last && goal.Last >= first) is { } other)
        {
            run.Fault(row, "first", "planning.overlap", ("first", other.First), ("last", other.Last));
        }

        if (row.HasFaults)
        {
            return;
        }

        var goal = new Goal { Id = Id.New<GoalId>(), PersonId = person, First = first, Last = last, Amount = amount, ImportId = run.ImportId };
        await new GoalPlace(run.Db).Stamp(goal, cancel);
        known.Add(goal);
        run.Create(row, goal, goal.Id);
    }
}
