using System.Text.Json;
using System.Text.Json.Serialization;
using Yingpan.Customers.Grading.Rules;

namespace Yingpan.Customers.Grading;

/// <summary>
/// The cards of a customer as they lie in a row: short, for there is one for every customer and change. Names and weights are those of the policy
/// the row refers to, by place.
/// </summary>
internal sealed record StoredCard
{
    [JsonPropertyName("c")]
    public required Scorecard Card { get; init; }

    [JsonPropertyName("g")]
    public string? Grade { get; init; }

    [JsonPropertyName("s")]
    public int? Tenths { get; init; }

    /// <summary>Since when the score lies below the grade.</summary>
    [JsonPropertyName("b")]
    public DateOnly? Below { get; init; }

    /// <summary>Figures, in the order of the criteria.</summary>
    [JsonPropertyName("r")]
    public required decimal?[] Raw { get; init; }

    [JsonPropertyName("p")]
    public required int?[] Points { get; init; }
}

internal static class StoredCards
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    public static StoredCard[] Of(Graded graded) => Array.ConvertAll(graded.Cards, card => new StoredCard
    {
        Card = card.Card,
        Grade = card.Standing.Grade,
        Tenths = card.Score.Tenths,
        Below = card.Standing.Below,
        Raw = Array.ConvertAll(card.Score.Parts, part => part.Raw),
        Points = Array.ConvertAll(card.Score.Parts, part => part.Points),
    });

    public static string Text(StoredCard[] cards) => JsonSerializer.Serialize(cards, Short);

    public static StoredCard[] Read(string text) => JsonSerializer.Deserialize<StoredCard[]>(text, Short)!;

    public static StoredCard? Find(StoredCard[] cards, Scorecard card) => Array.Find(cards, one => one.Card == card);

    /// <summary>
    /// Would a row say the same again? Days that merely passed are no news while the points stay; the row keeps the day it was computed on, and is
    /// read as of that day.
    /// </summary>
    public static bool SayTheSame(StoredCard[] before, StoredCard[] after, GradingSpec spec)
    {
        if (before.Length != after.Length)
        {
            return false;
        }

        for (var i = 0; i < after.Length; i++)
        {
            var (was, now) = (before[i], after[i]);
            if (was.Card != now.Card || was.Grade != now.Grade || was.Tenths != now.Tenths || was.Below != now.Below || !was.Points.AsSpan().SequenceEqual(now.Points) || was.Raw.Length != now.Raw.Length)
            {
                return false;
            }

            var criteria = spec.Cards[i].Criteria;
            for (var k = 0; k < now.Raw.Length; k++)
            {
                if (was.Raw[k] != now.Raw[k] && criteria[k].Measure is not (Measure.DaysSinceOrder or Measure.OverdueDays or Measure.Relation))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
