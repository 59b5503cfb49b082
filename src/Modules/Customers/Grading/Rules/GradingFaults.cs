namespace Yingpan.Customers.Grading.Rules;

internal sealed record SpecFault(string Path, string Code);

/// <summary>What is wrong with a policy, all at once; a policy without faults can be graded by.</summary>
internal static class GradingFaults
{
    private const int MostCriteria = 12;

    public static IReadOnlyList<SpecFault> Of(GradingSpec spec)
    {
        var faults = new List<SpecFault>();
        That(spec.Months is >= 1 and <= 60, "months", "field.not-valid");
        That(spec.PaymentDays is >= 0 and <= 365, "paymentDays", "field.not-valid");
        if (spec.Rfm.Method == RfmMethod.Fixed)
        {
            That(spec.Rfm.Cuts is { } cuts && Rises(cuts.Days) && Rises(cuts.Orders) && Rises(cuts.Sales), "rfm", "customers.grading-cuts");
        }

        That(spec.Cards.Select(card => card.Card).Distinct().Count() == spec.Cards.Count, "cards", "customers.grading-twice");
        // What was entered hangs on the code alone.
        That(spec.Cards.SelectMany(card => card.Criteria.Where(criterion => criterion.Measure == Measure.Entered).Select(criterion => criterion.Code).Distinct(StringComparer.Ordinal))
            .CountBy(code => code).All(one => one.Value == 1), "cards", "customers.grading-entered-twice");
        for (var i = 0; i < spec.Cards.Count; i++)
        {
            OfCard(spec.Cards[i], $"cards[{i}]");
        }

        return faults;

        void OfCard(ScoreCard card, string path)
        {
            That(card.Margin is >= 0 and <= 50, $"{path}.margin", "field.not-valid");
            That(card.Days is >= 0 and <= 365, $"{path}.days", "field.not-valid");
            That(card.Known is >= 0 and <= 100, $"{path}.known", "field.not-valid");
            That(card.Bands.Count is >= 1 and <= 8 && card.Bands.All(band => band.Grade.Trim().Length is >= 1 and <= 4 && band.From is >= 0 and <= 100)
                && card.Bands[^1].From == 0 && card.Bands.Zip(card.Bands.Skip(1)).All(pair => pair.First.From > pair.Second.From)
                && card.Bands.Select(band => band.Grade).Distinct(StringComparer.Ordinal).Count() == card.Bands.Count, $"{path}.bands", "customers.grading-bands");
            That(card.Criteria.Count is >= 1 and <= MostCriteria, $"{path}.criteria", "customers.grading-criteria");
            That(card.Criteria.Select(criterion => criterion.Code).Distinct(StringComparer.Ordinal).Count() == card.Criteria.Count, $"{path}.criteria", "customers.grading-twice");
            for (var i = 0; i < card.Criteria.Count; i++)
            {
                OfCriterion(card.Criteria[i], $"{path}.criteria[{i}]");
            }
        }

        void OfCriterion(Criterion criterion, string path)
        {
            That(criterion.Name.Trim().Length is >= 1 and <= 40, $"{path}.name", "field.not-valid");
            That(criterion.NameEn is null or { Length: <= 60 }, $"{path}.nameEn", "field.not-valid");
            That(criterion.Code.Length is >= 1 and <= 40 && criterion.Code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'), $"{path}.code", "field.not-valid");
            That(criterion.Weight is >= 1 and <= 100, $"{path}.weight", "field.not-valid");
            That(criterion.Otherwise is null or (>= 0 and <= 100), $"{path}.otherwise", "field.not-valid");
            That(criterion.ValidDays is null or (>= 1 and <= 3650), $"{path}.validDays", "field.not-valid");
            switch (criterion.Measure)
            {
                case Measure.Entered:
                    break;
                case Measure.Field:
                    That(criterion.Field is { Length: >= 1 and <= 60 }, $"{path}.field", "field.required");
                    That(criterion.Values.Count <= 100 && criterion.Values.All(value => value.Value.Length is >= 1 and <= 200 && value.Points is >= 0 and <= 100), $"{path}.values", "customers.grading-values");
                    break;
                default:
                    That(criterion.Steps.Count is >= 1 and <= 20 && criterion.Steps.All(step => step.Points is >= 0 and <= 100)
                        && criterion.Steps.Zip(criterion.Steps.Skip(1)).All(pair => pair.First.From < pair.Second.From), $"{path}.steps", "customers.grading-steps");
                    break;
            }
        }

        void That(bool holds, string path, string code)
        {
            if (!holds)
            {
                faults.Add(new SpecFault(path, code));
            }
        }
    }

    private static bool Rises(IReadOnlyList<decimal> cuts) => cuts.Count == Rfm.Scores - 1 && cuts.Zip(cuts.Skip(1)).All(pair => pair.First < pair.Second);
}
