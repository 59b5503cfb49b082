using FsCheck;
using FsCheck.Fluent;
using Yingpan.Organization.People.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class PlacingBook
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void A_new_stay_ends_the_running_one_the_day_before()
    {
        var placed = Placing.Place([new Stay(Day, null)], Day.AddDays(30));
        placed.InTheWay.ShouldBeNull();
        placed.Ended.ShouldBe((0, Day.AddDays(29)));
    }

    [Fact]
    public void A_stay_that_begins_then_or_later_is_in_the_way() =>
        Placing.Place([new Stay(Day, Day.AddDays(9)), new Stay(Day.AddDays(10), null)], Day.AddDays(5)).InTheWay.ShouldBe(Day.AddDays(10));

    [Fact]
    public void After_a_gap_nothing_has_to_end()
    {
        var placed = Placing.Place([new Stay(Day, Day.AddDays(9))], Day.AddDays(20));
        placed.Ended.ShouldBeNull();
        placed.InTheWay.ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_ever_in_two_places() =>
        Prop.ForAll(Gen.Choose(0, 400).NonEmptyListOf().ToArbitrary(), days =>
        {
            var stays = new List<Stay>();
            foreach (var first in days.Select(day => Day.AddDays(day)))
            {
                var placed = Placing.Place(stays, first);
                if (placed.InTheWay is not null)
                {
                    continue;
                }

                if (placed.Ended is { } ended)
                {
                    stays[ended.Index] = stays[ended.Index] with { Last = ended.Last };
                }

                stays.Add(new Stay(first, null));
            }

            return Enumerable.Range(0, 410).All(day => stays.Count(stay => stay.First <= Day.AddDays(day) && (stay.Last is null || stay.Last >= Day.AddDays(day))) <= 1);
        }).Prove();
}
