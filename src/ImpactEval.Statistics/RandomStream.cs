using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ImpactEval.Statistics;

/// <summary>
/// Chance that is the same everywhere: Philox4x32-10, a counter-based generator. The numbers depend only on seed, stream and position,
/// so work may be split over any number of threads by giving each part a stream of its own.
/// </summary>
/// <remarks>Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, Proc. SC11.</remarks>
public sealed class RandomStream(ulong seed, ulong stream)
{
    const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    const int Rounds = 10;

    /// <summary>Words made at a time: sixteen blocks, one per lane.</summary>
    const int Made = 64;

    readonly uint[] words = new uint[Made];
    ulong position;
    int left;

    public uint NextUInt32()
    {
        if (left == 0)
        {
            FillSixteenBlocks(words);
            left = Made;
        }
        return words[Made - left--];
    }

    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>Uniform on [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 … <paramref name="bound"/> − 1, without bias.</summary>
    /// <remarks>Lemire (2019), Fast random integer generation in an interval, ACM TOMACS 29(1), algorithm 5.</remarks>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (uint)bound;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = unchecked(0u - range) % range;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * range;
        }
        return (int)(product >> 32);
    }

    /// <summary>The next numbers in the order in which <see cref="NextUInt32"/> would give them.</summary>
    public void Fill(Span<uint> numbers)
    {
        numbers = numbers[TakeLeft(numbers)..];
        for (; numbers.Length >= Made; numbers = numbers[Made..])
            FillSixteenBlocks(numbers[..Made]);
        if (numbers.IsEmpty)
            return;
        FillSixteenBlocks(words);
        left = Made;
        TakeLeft(numbers);
    }

    int TakeLeft(Span<uint> numbers)
    {
        var taken = Math.Min(left, numbers.Length);
        words.AsSpan(Made - left, taken).CopyTo(numbers);
        left -= taken;
        return taken;
    }

    /// <summary>One block in each of sixteen lanes, whatever the width of the machine: integers have no rounding. Two vectors, so that one need
    /// not wait for the other.</summary>
    void FillSixteenBlocks(Span<uint> numbers)
    {
        var low = Vector512.Create((ulong)uint.MaxValue);
        var (near, far) = (Vector512.Create(position) + Vector512<ulong>.Indices, Vector512.Create(position + 8) + Vector512<ulong>.Indices);
        var (a0, a1, b0, b1) = (near & low, near >>> 32, far & low, far >>> 32);
        var (a2, a3) = (Vector512.Create(stream & uint.MaxValue), Vector512.Create(stream >> 32));
        var (b2, b3) = (a2, a3);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var (key0, key1) = (Vector512.Create((ulong)k0), Vector512.Create((ulong)k1));
            var (productA0, productB0) = (Product(a0, Multiplier0), Product(b0, Multiplier0));
            var (productA1, productB1) = (Product(a2, Multiplier1), Product(b2, Multiplier1));
            (a0, b0) = ((productA1 >>> 32) ^ a1 ^ key0, (productB1 >>> 32) ^ b1 ^ key0);
            (a1, b1) = (productA1 & low, productB1 & low);
            (a2, b2) = ((productA0 >>> 32) ^ a3 ^ key1, (productB0 >>> 32) ^ b3 ^ key1);
            (a3, b3) = (productA0 & low, productB0 & low);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }
        Interleave(a0 | (a1 << 32), a2 | (a3 << 32), numbers);
        Interleave(b0 | (b1 << 32), b2 | (b3 << 32), numbers[(Made / 2)..]);
        position += 16;
    }

    /// <summary>Of each block words 0 and 1, then words 2 and 3.</summary>
    static void Interleave(Vector512<ulong> first, Vector512<ulong> second, Span<uint> numbers)
    {
        Interleave(first.GetLower(), second.GetLower(), numbers);
        Interleave(first.GetUpper(), second.GetUpper(), numbers[(Made / 4)..]);
    }

    static void Interleave(Vector256<ulong> first, Vector256<ulong> second, Span<uint> numbers)
    {
        var evens = Vector256.Create(ulong.MaxValue, 0, ulong.MaxValue, 0);
        var (near, far) = (Vector256.Create(0UL, 0, 1, 1), Vector256.Create(2UL, 2, 3, 3));
        Vector256.ConditionalSelect(evens, Vector256.Shuffle(first, near), Vector256.Shuffle(second, near)).AsUInt32().CopyTo(numbers);
        Vector256.ConditionalSelect(evens, Vector256.Shuffle(first, far), Vector256.Shuffle(second, far)).AsUInt32().CopyTo(numbers[8..]);
    }

    /// <summary>Products of the low 32 bits of 64-bit lanes; the instruction of that name where there is one.</summary>
    static Vector512<ulong> Product(Vector512<ulong> numbers, uint multiplier) => Avx512F.IsSupported
        ? Avx512F.Multiply(numbers.AsUInt32(), Vector512.Create((ulong)multiplier).AsUInt32())
        : Vector512.Create(Product(numbers.GetLower(), multiplier), Product(numbers.GetUpper(), multiplier));

    /// <inheritdoc cref="Product(Vector512{ulong}, uint)"/>
    internal static Vector256<ulong> Product(Vector256<ulong> numbers, uint multiplier) => Avx2.IsSupported
        ? Avx2.Multiply(numbers.AsUInt32(), Vector256.Create((ulong)multiplier).AsUInt32())
        : (numbers & Vector256.Create((ulong)uint.MaxValue)) * multiplier;
}
