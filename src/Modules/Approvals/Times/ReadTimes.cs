using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Times;

/// <summary>How long turns that ended in the period had waited to be looked at, and then to be decided.</summary>
internal sealed record TimeLine
{
    /// <summary>Code of the kind, name of the step, id of the person.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required int Turns { get; init; }

    /// <summary>On average, in minutes.</summary>
    public required int Waited { get; init; }

    public required int Handled { get; init; }

    /// <summary>The share of all waiting and handling of the period: where most of the time goes.</summary>
    public required Rate Share { get; init; }
}

internal sealed record TimeMonth(Month Month, int Turns, int Waited, int Handled);

/// <summary>GET /api/approval-times: by step, person and kind, and the trend by month; of people the caller reaches.</summary>
internal static class ReadTimes
{
    public sealed class Query : IChecked
    {
        /// <summary>First and last day on which turns ended.</summary>
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public string? Kind { get; init; }

        public void Check(Check check)
        {
            check.Period("from", From, To);
            check.That(To.DayNumber - From.DayNumber < 1100, "to", "approvals.period-too-long");
            check.OptionalText("kind", Kind, 40);
        }
    }

    public sealed record View
    {
        public required int Turns { get; init; }

        public required int Waited { get; init; }

        public required int Handled { get; init; }

        /// <summary>Of all that is open now: how many, and how many of them are over their time.</summary>
        public required int Open { get; init; }

        public required int Late { get; init; }

        /// <summary>The step with the largest share; null when nothing ended.</summary>
        public TimeLine? Bottleneck { get; init; }

        public required IReadOnlyList<TimeLine> Steps { get; init; }

        public required IReadOnlyList<TimeLine> People { get; init; }

        public required IReadOnlyList<TimeLine> Kinds { get; init; }

        public required IReadOnlyList<TimeMonth> Months { get; init; }
    }

    private sealed record Sum(string Key, int Turns, long Waited, long Handled);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        DateTimeOffset? from = clock.StartOf(query.From), to = clock.StartOf(query.To.AddDays(1)), now = clock.Now;
        var turns = db.Set<ApprovalTurn>().AsNoTracking();
        if (reach.People(ApprovalsPermissions.ReadTimes) is { } people)
        {
            turns = turns.Where(turn => people.Contains(turn.PersonId));
        }

        var ended = from turn in turns
                    where turn.EndedAt >= @from && turn.EndedAt < to && turn.HandledMinutes != null && turn.State != TurnState.Dropped
                    join approval in db.Set<Approval>() on turn.ApprovalId equals approval.Id
                    where query.Kind == null || approval.Kind == query.Kind
                    select new { turn.ApprovalId, turn.Step, turn.PersonId, approval.Kind, EndedAt = turn.EndedAt!.Value, Waited = (long)turn.WaitedMinutes!, Handled = (long)turn.HandledMinutes! };
        var ofKind = db.Set<Approval>().Where(approval => approval.Kind == query.Kind).Select(approval => approval.Id);
        var open = turns.Where(turn => turn.State == TurnState.Open && (query.Kind == null || ofKind.Contains(turn.ApprovalId)));
        // A step is known by its name: the same station of two versions of a table is one to whoever looks for the bottleneck.
        var steps = await (
            from turn in ended
            join step in db.Set<ApprovalStep>() on new { turn.ApprovalId, Key = turn.Step } equals new { step.ApprovalId, step.Key }
            group turn by step.Name into all
            select new Sum(all.Key, all.Count(), all.Sum(one => one.Waited), all.Sum(one => one.Handled))).ToListAsync(cancel);
        var kinds = await (from turn in ended group turn by turn.Kind into all select new Sum(all.Key, all.Count(), all.Sum(one => one.Waited), all.Sum(one => one.Handled))).ToListAsync(cancel);
        var persons = await (from turn in ended group turn by turn.PersonId into all select new { all.Key, Turns = all.Count(), Waited = all.Sum(one => one.Waited), Handled = all.Sum(one => one.Handled) }).ToListAsync(cancel);
        var ids = persons.Select(person => person.Key).ToList();
        var names = await db.PersonCards.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var total = kinds.Sum(sum => sum.Waited + sum.Handled);
        var lines = Lines(steps, total, key => key);
        return new View
        {
            Turns = kinds.Sum(sum => sum.Turns),
            Waited = Average(kinds.Sum(sum => sum.Waited), kinds.Sum(sum => sum.Turns)),
            Handled = Average(kinds.Sum(sum => sum.Handled), kinds.Sum(sum => sum.Turns)),
            Open = await open.CountAsync(cancel),
            Late = await open.CountAsync(turn => turn.DueAt <= now, cancel),
            Bottleneck = lines.Count > 0 && total > 0 ? lines[0] : null,
            Steps = lines,
            People = Lines([.. persons.Select(person => new Sum(person.Key.ToString(), person.Turns, person.Waited, person.Handled))], total, key => names.GetValueOrDefault(new PersonId(Guid.Parse(key))) ?? ""),
            Kinds = Lines(kinds, total, key => key),
            Months = await Months(),
        };

        // One count for each month by its own edges: months of the company's zone, which neither database knows.
        async Task<IReadOnlyList<TimeMonth>> Months()
        {
            var months = new List<TimeMonth>();
            foreach (var month in new Period(query.From, query.To).Months())
            {
                DateTimeOffset first = clock.StartOf(month.First), next = clock.StartOf(month.Plus(1).First);
                var sum = await (
                    from turn in ended
                    where turn.EndedAt >= first && turn.EndedAt < next
                    group turn by 1 into all
                    select new { Turns = all.Count(), Waited = all.Sum(one => one.Waited), Handled = all.Sum(one => one.Handled) }).FirstOrDefaultAsync(cancel);
                months.Add(new TimeMonth(month, sum?.Turns ?? 0, Average(sum?.Waited ?? 0, sum?.Turns ?? 0), Average(sum?.Handled ?? 0, sum?.Turns ?? 0)));
            }

            return months;
        }
    }

    private static List<TimeLine> Lines(IReadOnlyList<Sum> sums, long total, Func<string, string> name) =>
    [
        .. sums.OrderByDescending(sum => sum.Waited + sum.Handled).ThenBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => new TimeLine
        {
            Key = sum.Key,
            Name = name(sum.Key),
            Turns = sum.Turns,
            Waited = Average(sum.Waited, sum.Turns),
            Handled = Average(sum.Handled, sum.Turns),
            Share = total == 0 ? Rate.Zero : Rate.Of((decimal)(sum.Waited + sum.Handled) / total, Rounding.HalfUp),
        }),
    ];

    private static int Average(long minutes, int turns) => turns == 0 ? 0 : (int)(minutes / turns);
}
