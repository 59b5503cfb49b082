using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>What is wrong with a policy, before it may hold.</summary>
internal static class CareFaults
{
    private const int MostKinds = 30;
    private const int MostLines = 60;
    private const int MostDays = 3_650;

    public static IReadOnlyList<(string Path, string Code)> Of(CareSpec spec)
    {
        var faults = new List<(string, string)>();
        That(
            spec.Kinds.Count is >= 1 and <= MostKinds && spec.Kinds.All(kind => kind.Code.Trim().Length is >= 1 and <= 40 && kind.Name.Trim().Length is >= 1 and <= 40 && kind.NameEn.Trim().Length is >= 1 and <= 60)
                && spec.Kinds.DistinctBy(kind => kind.Code).Count() == spec.Kinds.Count,
            "kinds", "customers.care-kinds");
        That(spec.Lines.Count <= MostLines && spec.Lines.DistinctBy(line => line.Code).Count() == spec.Lines.Count, "lines", "customers.care-lines");
        for (var i = 0; i < Math.Min(spec.Lines.Count, MostLines); i++)
        {
            var line = spec.Lines[i];
            That(line.Code.Trim().Length is >= 1 and <= 40, $"lines[{i}].code", "field.not-valid");
            That(spec.Kinds.Any(kind => kind.Code == line.Kind), $"lines[{i}].kind", "customers.care-no-kind");
            That(line.Grades.All(grade => grade.Length is >= 1 and <= 4), $"lines[{i}].grades", "field.not-valid");
            That(line.FromMonths is null or (>= 0 and <= 1_200) && line.BeforeMonths is null or (>= 1 and <= 1_200) && (line.FromMonths ?? 0) < (line.BeforeMonths ?? int.MaxValue), $"lines[{i}].fromMonths", "field.not-valid");
            That(line.Every is >= 1 and <= 999, $"lines[{i}].every", "field.not-valid");
            That(line.Trigger != CareTrigger.ContactDay || line.DayKind is not null, $"lines[{i}].dayKind", "field.required");
            That(line.Holidays.Count <= 20 && line.Holidays.All(name => name.Trim().Length is >= 1 and <= 60), $"lines[{i}].holidays", "field.not-valid");
            That(line.DaysBefore is >= 0 and <= 90, $"lines[{i}].daysBefore", "field.not-valid");
            That(line.AppearDays is >= 0 and <= 90, $"lines[{i}].appearDays", "field.not-valid");
            That(line.Budget is null || line.Budget >= Money.Zero, $"lines[{i}].budget", "field.negative");
            // Rising, so that the second superior never hears of it before the first.
            That(
                line.EscalateDays.Count <= 5 && line.EscalateDays.All(days => days is >= 1 and <= 365) && line.EscalateDays.Zip(line.EscalateDays.Skip(1)).All(pair => pair.First < pair.Second),
                $"lines[{i}].escalateDays", "customers.care-escalation");
        }

        That(spec.Next.DistinctBy(line => line.Signal).Count() == spec.Next.Count, "next", "customers.care-next");
        for (var i = 0; i < Math.Min(spec.Next.Count, 20); i++)
        {
            That(spec.Next[i].Days is >= 0 and <= MostDays, $"next[{i}].days", "field.not-valid");
            That(spec.Next[i].Script.Length <= 500 && spec.Next[i].ScriptEn.Length <= 500, $"next[{i}].script", "field.not-valid");
        }

        return faults;

        void That(bool holds, string path, string code)
        {
            if (!holds)
            {
                faults.Add((path, code));
            }
        }
    }
}
