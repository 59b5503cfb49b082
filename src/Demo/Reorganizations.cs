using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations;
using Yingpan.Organization.Reorganizations.Rules;

namespace Yingpan.Demo;

/// <summary>A re-organisation of a year ago, as it was applied, and one being planned for the coming month.</summary>
internal static class Reorganizations
{
    /// <summary>Who moved with it.</summary>
    public const string Moved = "export-new-lead";

    private const int MonthsAgo = 12;

    /// <summary>What was otherwise before: the name, what it stood under, and whether it had its head.</summary>
    public static readonly IReadOnlyDictionary<string, (string? Name, string? Parent, bool HasHead)?> Before = new Dictionary<string, (string?, string?, bool)?>
    {
        ["export-west"] = ("出口一组", null, true),
        ["export-new"] = ("出口二组", null, false),
        ["shanghai"] = (null, "air", true),
    };

    public static DateOnly Day(Days days) => days.MonthsAgo(MonthsAgo);

    public static ReorganizationId Id(ulong seed, Days days) => new Dice(seed, "reorganizations").Id<ReorganizationId>(days.At(Day(days).AddDays(-20), 600));

    public static IReadOnlyList<Reorganization> Of(ulong seed, Days days, People people)
    {
        var position = people.Positions.ToDictionary(one => one.Name, one => one.Id);
        var next = days.ThisMonth.Plus(1).First;
        return
        [
            new Reorganization
            {
                Id = Id(seed, days),
                Name = "出口部按市场分组",
                Reason = "两个出口组改按市场分工;上海门店划归华东区统一管理。",
                Day = Day(days),
                State = ReorganizationState.Applied,
                Steps = StoredSteps.Write(
                [
                    new Step { Kind = StepKind.Rename, UnitId = people.Unit("export-west"), Name = "欧美组" },
                    new Step { Kind = StepKind.Rename, UnitId = people.Unit("export-new"), Name = "新兴市场组" },
                    new Step { Kind = StepKind.MovePeople, TargetId = people.Unit("export-new"), PositionId = position["外贸组长"], People = [people[Moved].Id] },
                    new Step { Kind = StepKind.SetHead, UnitId = people.Unit("export-new"), PersonId = people[Moved].Id },
                    new Step { Kind = StepKind.MoveUnit, UnitId = people.Unit("shanghai"), TargetId = people.Unit("east") },
                ]),
                EditedAt = days.At(Day(days).AddDays(-12), 615),
                EditedByName = people["hr-head"].Row.Name,
                AppliedAt = days.At(Day(days).AddDays(-5), 900),
                AppliedByName = people["hr-head"].Row.Name,
            },
            new Reorganization
            {
                Id = new Dice(seed, "reorganization-ahead").Id<ReorganizationId>(days.At(days.Today.AddDays(-2), 640)),
                Name = "上海两店合并",
                Reason = "徐汇店租约到期,人员和客户并入浦东店。",
                Day = next,
                State = ReorganizationState.Draft,
                Steps = StoredSteps.Write(
                [
                    new Step { Kind = StepKind.Rename, UnitId = people.Unit("pudong"), Name = "上海旗舰店" },
                    new Step { Kind = StepKind.MovePeople, TargetId = people.Unit("shanghai"), People = [people["xuhui-head"].Id] },
                    new Step { Kind = StepKind.Merge, UnitId = people.Unit("xuhui"), TargetId = people.Unit("pudong") },
                ]),
                EditedAt = days.At(days.Today.AddDays(-1), 700),
                EditedByName = people["hr-head"].Row.Name,
            },
        ];
    }
}
