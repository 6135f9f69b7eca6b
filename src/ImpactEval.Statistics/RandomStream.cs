namespace ImpactEval.Statistics;

/// <summary>
/// Chance that is the same everywhere: Philox4x32-10, a counter-based generator. The numbers depend only on seed, stream and position,
/// so work may be split over any number of threads by giving each part a stream of its own.
/// </summary>
/// <remarks>Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, Proc. SC11, section 4.3.</remarks>
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
