using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

/// <summary>Generators that reach the ends of a range, where the faults are; the built-in ones stay near zero.</summary>
internal static class Any
{
    public static Gen<long> Long { get; } = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(value => (long)value),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select unchecked(((long)high << 32) | (uint)low),
        Gen.Elements(long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue));

    public static Gen<Money> Money { get; } = Long.Select(minor => new Money(minor));

    /// <summary>Above and below zero, with 0 to 28 decimals.</summary>
    public static Gen<decimal> Decimal { get; } =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(0, 1_000_000)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, high, 0, negative, (byte)scale);

    public static Gen<Rounding> Rounding { get; } = Gen.Elements(Enum.GetValues<Rounding>());

    /// <summary>Whole weights, at least one above zero, often equal and often zero.</summary>
    public static Gen<long[]> Weights { get; } = Gen
        .OneOf(Gen.Choose(0, 3), Gen.Choose(0, int.MaxValue))
        .Select(weight => (long)weight)
        .NonEmptyListOf()
        .Select(weights => weights.ToArray())
        .Where(weights => weights.Any(weight => weight > 0));

    /// <summary>Days whose whole surroundings are valid: months, weeks and quarters of 1901 to 2998.</summary>
    public static Gen<DateOnly> Day { get; } =
        Gen.Choose(new DateOnly(1901, 1, 1).DayNumber, new DateOnly(2998, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    /// <summary>Mostly short and near one another, so that overlaps are common.</summary>
    public static Gen<Period> Period { get; } =
        from first in Gen.OneOf(Gen.Choose(739_000, 739_060).Select(DateOnly.FromDayNumber), Day)
        from days in Gen.Choose(0, 40)
        select new Period(first, first.AddDays(days));

    public static void Holds<T>(Gen<T> gen, Action<T> fact) =>
        Prop.ForAll(gen.ToArbitrary(), fact).Prove();

    public static void Holds<T1, T2>(Gen<T1> first, Gen<T2> second, Action<T1, T2> fact) =>
        Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), fact).Prove();

    public static void Holds<T1, T2, T3>(Gen<T1> first, Gen<T2> second, Gen<T3> third, Action<T1, T2, T3> fact) =>
        Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), third.ToArbitrary(), fact).Prove();
}
