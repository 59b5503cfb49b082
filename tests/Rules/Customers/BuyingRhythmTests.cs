using Yingpan.Customers.Warnings.Rules;

namespace Yingpan.Tests.Rules.Customers;

public sealed class BuyingRhythmTests
{
    /// <summary>As fitted to the CDNOW customers by Fader, Hardie and Lee.</summary>
    private static readonly RhythmParameters Published = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void O_R3_expected_purchases_and_the_chance_to_be_alive()
    {
        var customer = new Purchases(2, 30.43, 38.86);
        BuyingRhythm.Expected(Published, customer, 39).ShouldBe(1.226, 0.0005);
        BuyingRhythm.ChanceAlive(Published, customer).ShouldBe(0.7266, 0.00005);
    }

    [Fact]
    public void O_R5_the_chance_of_no_purchase_in_39_weeks() => BuyingRhythm.ChanceOf(Published, 0, 39).ShouldBe(0.5737864, 0.00000005);

    [Fact]
    public void The_chances_of_all_numbers_of_purchases_come_to_one() =>
        Enumerable.Range(0, 400).Sum(times => BuyingRhythm.ChanceOf(Published, times, 39)).ShouldBe(1, 1e-6);

    [Theory]
    [InlineData(1, 0), InlineData(2, 0), InlineData(5, 3.1780538303479458), InlineData(11, 15.104412573075516), InlineData(101, 363.73937555556347), InlineData(0.5, 0.57236494292470008), InlineData(0.1, 2.2527126517342060)]
    public void The_logarithm_of_gamma_is_right_to_twelve_digits(double x, double expected) => SpecialFunctions.LogGamma(x).ShouldBe(expected, 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(0.001), InlineData(0.1), InlineData(0.5), InlineData(0.9), InlineData(0.99)]
    public void The_hypergeometric_function_is_right_to_ten_digits(double z)
    {
        // ₂F₁(1,1;2;z) = −ln(1−z)/z · ₂F₁(a,b;b;z) = (1−z)^−a · ₂F₁(½,1;3/2;z²) = artanh(z)/z
        Close(SpecialFunctions.Hypergeometric(1, 1, 2, z), -Math.Log(1 - z) / z);
        Close(SpecialFunctions.Hypergeometric(2.5, 1.7, 1.7, z), Math.Pow(1 - z, -2.5));
        Close(SpecialFunctions.Hypergeometric(0.5, 1, 1.5, z * z), Math.Atanh(z) / z);

        static void Close(double actual, double expected) => actual.ShouldBe(expected, 1e-10 * Math.Abs(expected));
    }

    [Fact]
    public void The_longer_nothing_is_bought_the_likelier_he_has_left()
    {
        var last = 1.0;
        for (var weeks = 40; weeks < 200; weeks += 10)
        {
            var alive = BuyingRhythm.ChanceAlive(Published, new Purchases(5, 38, weeks));
            alive.ShouldBeInRange(0, last);
            last = alive;
        }
    }

    [Fact]
    public void A_fit_is_likelier_than_what_lies_beside_it_and_the_same_each_time()
    {
        // A house made by arithmetic: some buy often and go on, some stop early, many come once.
        var house = Enumerable.Range(0, 600).Select(i => (i % 4) switch
        {
            0 => new Purchases(0, 0, 30 + (i % 60)),
            1 => new Purchases(1 + (i % 3), 5 + (i % 9), 50 + (i % 40)),
            2 => new Purchases(4 + (i % 5), 40 + (i % 10), 52 + (i % 10)),
            _ => new Purchases(2 + (i % 4), 10 + (i % 20), 70 + (i % 30)),
        }).ToList();
        var fit = RhythmFitting.Fit(house)!;
        RhythmFitting.Fit(house).ShouldBe(fit);
        var p = fit.Parameters;
        foreach (var beside in new[] { p with { R = p.R * 1.05 }, p with { Alpha = p.Alpha * 0.95 }, p with { A = p.A * 1.05 }, p with { B = p.B * 0.95 } })
        {
            house.Average(one => BuyingRhythm.LogLikelihood(beside, one)).ShouldBeLessThan(fit.Fit);
        }

        RhythmFitting.Fit([.. house.Take(RhythmFitting.Fewest - 1)]).ShouldBeNull("too few to say anything");
    }
}
