using System.Buffers.Binary;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>
/// The chance of the demo company: SplitMix64, whose numbers never change with the runtime. Only + − × ÷ are used on them, which every
/// machine computes alike to the last bit; logarithms and powers differ between systems. Each part of the company throws its own
/// dice, so that a new part does not change the others.
/// </summary>
internal sealed class Dice(ulong seed, string part)
{
    private ulong state = Mix(seed ^ Hash(part));

    /// <summary>0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public double Between(double from, double to) => from + (Unit() * (to - from));

    /// <summary>A bell around <paramref name="middle"/> that never leaves ± <paramref name="spread"/>.</summary>
    public double Near(double middle, double spread) => middle + (spread * ((Unit() + Unit() + Unit()) / 1.5 - 1));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A whole number that is <paramref name="expected"/> on average.</summary>
    public int Count(double expected) => (int)expected + (Chance(expected - (int)expected) ? 1 : 0);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T Weighted<T>(params (T Item, int Weight)[] items)
    {
        var left = Below(items.Sum(item => item.Weight));
        return items.First(item => (left -= item.Weight) < 0).Item;
    }

    /// <summary>An id of version 7 as it would have been made at that instant.</summary>
    public T Id<T>(DateTimeOffset at) where T : struct, IId<T> => T.From(Guid(at));

    public Guid Guid(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        var (a, b) = (Next(), Next());
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (a & 0x0FFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (b >> 2) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Below(10))));

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Below(256))];

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mix(state = unchecked(state + 0x9E3779B97F4A7C15));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211));
}
