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

    readonly uint[] block = new uint[4];
    ulong position;
    int left;

    public uint NextUInt32()
    {
        if (left == 0)
        {
            Fill();
            left = 4;
        }
        return block[4 - left--];
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

    /// <summary>The next numbers in the order in which <see cref="NextUInt32"/> would give them, eight blocks at a time.</summary>
    public void Fill(Span<uint> numbers)
    {
        while (left > 0 && !numbers.IsEmpty)
        {
            numbers[0] = NextUInt32();
            numbers = numbers[1..];
        }
        for (; numbers.Length >= 32 && BitConverter.IsLittleEndian; numbers = numbers[32..])
            FillEightBlocks(MemoryMarshal.Cast<uint, ulong>(numbers[..32]));
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = NextUInt32();
    }

    /// <summary>One block in each of eight lanes, whatever the width of the machine: integers have no rounding. Two vectors, so that one need
    /// not wait for the other.</summary>
    void FillEightBlocks(Span<ulong> pairs)
    {
        var low = Vector256.Create((ulong)uint.MaxValue);
        var (near, far) = (Vector256.Create(position) + Vector256.Create(0UL, 1, 2, 3), Vector256.Create(position) + Vector256.Create(4UL, 5, 6, 7));
        var (a0, a1, b0, b1) = (near & low, near >>> 32, far & low, far >>> 32);
        var (a2, a3) = (Vector256.Create(stream & uint.MaxValue), Vector256.Create(stream >> 32));
        var (b2, b3) = (a2, a3);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var (key0, key1) = (Vector256.Create((ulong)k0), Vector256.Create((ulong)k1));
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
        var (first, second) = (a0 | (a1 << 32), a2 | (a3 << 32));
        var (third, fourth) = (b0 | (b1 << 32), b2 | (b3 << 32));
        for (var lane = 0; lane < 4; lane++)
        {
            (pairs[2 * lane], pairs[2 * lane + 1]) = (first[lane], second[lane]);
            (pairs[2 * lane + 8], pairs[2 * lane + 9]) = (third[lane], fourth[lane]);
        }
        position += 8;
    }

    /// <summary>Products of the low 32 bits of 64-bit lanes; the instruction of that name where there is one.</summary>
    internal static Vector256<ulong> Product(Vector256<ulong> numbers, uint multiplier) => Avx2.IsSupported
        ? Avx2.Multiply(numbers.AsUInt32(), Vector256.Create((ulong)multiplier).AsUInt32())
        : (numbers & Vector256.Create((ulong)uint.MaxValue)) * multiplier;

    void Fill()
    {
        var (c0, c1, c2, c3) = ((uint)position, (uint)(position >> 32), (uint)stream, (uint)(stream >> 32));
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }
        (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
        position++;
    }
}
