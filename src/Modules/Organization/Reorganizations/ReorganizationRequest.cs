using System.Text.Json;
using Yingpan.Organization.Data;
using Yingpan.Organization.Reorganizations.Rules;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Reorganizations;

/// <summary>The day and the steps: all that a preview needs.</summary>
internal record StepsRequest : IChecked
{
    public const int MostSteps = 200;
    public const int MostPeople = 1_000;

    private static readonly string[] Kinds = [nameof(UnitKind.Region), nameof(UnitKind.Department), nameof(UnitKind.Team), nameof(UnitKind.Store)];

    /// <summary>First day on which it holds; today at the earliest.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Taken in this order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    public virtual void Check(Check check)
    {
        check.Day("day", Day);
        check.That(Steps.Count <= MostSteps, "steps", "field.too-many", ("max", MostSteps));
        for (var i = 0; i < Math.Min(Steps.Count, MostSteps); i++)
        {
            var step = Steps[i];
            if (step.Kind is StepKind.NewUnit or StepKind.Rename)
            {
                check.Text($"steps[{i}].name", step.Name, 60);
            }

            if (step.Kind == StepKind.NewUnit)
            {
                check.That(Kinds.Contains(step.UnitKind), $"steps[{i}].unitKind", "field.not-one-of", ("allowed", string.Join(", ", Kinds)));
            }

            check.That(step.People.Count <= MostPeople, $"steps[{i}].people", "field.too-many", ("max", MostPeople));
        }
    }

    /// <summary>As they are kept: only what counts for the kind, and names tidied.</summary>
    public IReadOnlyList<Step> Clean() =>
    [
        .. Steps.Select(step => new Step
        {
            Kind = step.Kind,
            UnitId = step.Kind == StepKind.MovePeople ? null : step.UnitId,
            TargetId = step.Kind is StepKind.NewUnit or StepKind.MoveUnit or StepKind.Merge or StepKind.MovePeople ? step.TargetId : null,
            Name = step.Kind is StepKind.NewUnit or StepKind.Rename ? step.Name!.Clean() : null,
            UnitKind = step.Kind == StepKind.NewUnit ? step.UnitKind : null,
            PersonId = step.Kind is StepKind.NewUnit or StepKind.SetHead or StepKind.MovePeople ? step.PersonId : null,
            PositionId = step.Kind == StepKind.MovePeople ? step.PositionId : null,
            People = step.Kind == StepKind.MovePeople ? [.. step.People.Distinct()] : [],
        }),
    ];
}

/// <summary>What is entered of a re-organisation, the same when it is added and when it is edited.</summary>
internal sealed record ReorganizationRequest : StepsRequest
{
    public required string Name { get; init; }

    /// <summary>Why; shown to those who decide, not to those who move.</summary>
    public string? Reason { get; init; }

    public override void Check(Check check)
    {
        base.Check(check);
        check.Text("name", Name, 100);
        check.OptionalText("reason", Reason, 1000, lines: true);
    }

    public void WriteTo(Reorganization plan)
    {
        plan.Name = Name.Clean();
        plan.Reason = Reason.CleanOrNull();
        plan.Day = Day;
        plan.Steps = StoredSteps.Write(Clean());
    }
}

/// <summary>Steps as text in a column: the audit trail then shows them as they are.</summary>
internal static class StoredSteps
{
    public static string Write(IReadOnlyList<Step> steps) => JsonSerializer.Serialize(steps, JsonTypes.Options);

    public static IReadOnlyList<Step> Of(Reorganization plan) => JsonSerializer.Deserialize<List<Step>>(plan.Steps, JsonTypes.Options)!;
}
