using System.Text.Json;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Requests;

/// <summary>A request as rows, and as the state the rules work on.</summary>
internal static class StoredFlow
{
    public static Flow Flow(this Approval approval) => new(approval.State, [.. approval.Steps.OrderBy(step => step.Order).Select(step => new Step
    {
        Key = step.Key,
        Node = step.Node,
        Name = step.Name,
        Origin = step.Origin,
        Mode = step.Mode,
        State = step.State,
        Limits = Read<List<TimeLimit>>(step.Limits),
        WorkingHours = step.WorkingHours,
        Begun = step.Begun,
        Undone = step.Undone,
        Why = Read<List<Why>>(step.Why),
        Turns = [.. approval.Turns.Where(turn => turn.Step == step.Key).OrderBy(turn => turn.Order).Select(turn => new Turn
        {
            Key = turn.Key,
            Person = turn.PersonId,
            State = turn.State,
            By = turn.ById,
            OpenedAt = turn.OpenedAt,
            DueAt = turn.DueAt,
            EndedAt = turn.EndedAt,
            Reminded = turn.Reminded,
            Stage = turn.Stage,
            UsedHours = turn.UsedHours,
            NextAt = turn.NextAt,
        })],
    })]);

    public static Facts Facts(this Approval approval) => new()
    {
        Applicant = approval.ApplicantId,
        Matter = approval.MatterId,
        Amount = approval.Amount,
        Discount = approval.Discount,
        Days = approval.Days,
        Grade = approval.Grade,
        Unit = approval.UnitId,
        Position = approval.PositionId,
        Chosen = Read<Dictionary<int, IReadOnlyList<PersonId>>>(approval.Chosen),
    };

    public static RouteTable Table(this StoredTable table) => Read<RouteTable>(table.Content);

    /// <summary>Writes the state into the rows: what is new is added, what changed is changed, what was only planned and is no more is taken away.</summary>
    public static void Take(this Approval approval, Flow flow)
    {
        approval.State = flow.State;
        var (steps, turns) = (approval.Steps.ToDictionary(step => step.Key), approval.Turns.ToDictionary(turn => turn.Key));
        foreach (var (order, step) in flow.Steps.Index())
        {
            if (!steps.Remove(step.Key, out var row))
            {
                row = new ApprovalStep
                {
                    ApprovalId = approval.Id,
                    Key = step.Key,
                    Order = order,
                    Node = step.Node,
                    Name = step.Name,
                    Origin = step.Origin,
                    Mode = step.Mode,
                    State = step.State,
                    Limits = Write(step.Limits),
                    WorkingHours = step.WorkingHours,
                    Why = "[]",
                };
                approval.Steps.Add(row);
            }

            (row.Order, row.Mode, row.State, row.Begun, row.Undone, row.Why) = (order, step.Mode, step.State, step.Begun, step.Undone, Write(step.Why));
            foreach (var (place, turn) in step.Turns.Index())
            {
                if (!turns.Remove(turn.Key, out var taken))
                {
                    taken = new ApprovalTurn
                    {
                        ApprovalId = approval.Id,
                        Key = turn.Key,
                        Step = step.Key,
                        Order = place,
                        PersonId = turn.Person,
                        SubmittedAt = approval.SubmittedAt,
                        State = turn.State,
                    };
                    approval.Turns.Add(taken);
                }

                Take(taken, turn, step.Key, place);
            }
        }

        approval.Steps.RemoveAll(step => steps.ContainsKey(step.Key));
        approval.Turns.RemoveAll(turn => turns.ContainsKey(turn.Key));
        var open = approval.Turns.Where(turn => turn.State == TurnState.Open).OrderBy(turn => turn.Key).ToList();
        (approval.WithId, approval.With) = (open.FirstOrDefault()?.PersonId, open.Count);
        (approval.Since, approval.DueAt) = (open.Min(turn => turn.OpenedAt), open.Min(turn => turn.DueAt));
    }

    private static void Take(ApprovalTurn row, Turn turn, int step, int order)
    {
        (row.Step, row.Order, row.State, row.ById) = (step, order, turn.State, turn.By);
        (row.OpenedAt, row.DueAt, row.EndedAt, row.Reminded) = (turn.OpenedAt, turn.DueAt, turn.EndedAt, turn.Reminded);
        (row.Stage, row.UsedHours, row.NextAt) = (turn.Stage, turn.UsedHours, turn.NextAt);
        if (turn is { OpenedAt: { } opened, EndedAt: { } ended } && row.HandledMinutes is null)
        {
            var seen = row.SeenAt is { } at && at > opened && at < ended ? at : opened;
            // Who never looked before he decided (a bulk decision) has let it wait all the time.
            seen = row.SeenAt is null ? ended : seen;
            row.WaitedMinutes = (int)(seen - opened).TotalMinutes;
            row.HandledMinutes = (int)(ended - seen).TotalMinutes;
        }
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonTypes.Options)!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonTypes.Options);
}
