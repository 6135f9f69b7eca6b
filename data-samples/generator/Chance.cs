namespace ImpactEval.Samples;

/// <summary>
/// Chance in named streams. A number depends only on seed, stream name, index and position, so that changing one part of a sample leaves
/// the others as they are. Only whole-number operations, additions and multiplications are used: the same bits on every machine.
/// </summary>
/// <remarks>SplitMix64: Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators, OOPSLA 2014, figure 17.</remarks>
public sealed class Chance
{
    const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    ulong state;

    public Chance(ulong seed, string stream, int index = 0)
        : this(seed, Named(stream), index)
    {
    }

    public Chance(ulong seed, ulong stream, int index) => state = Mix(Mix(Mix(seed) ^ stream) + (ulong)index);

    /// <summary>The number that stands for a stream's name: FNV-1a over its UTF-16 units.</summary>
    public static ulong Named(string stream)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in stream)
            hash = unchecked((hash ^ unit) * 0x100000001B3UL);
        return hash;
    }

    public ulong NextUInt64() => Mix(state = unchecked(state + GoldenGamma));

    /// <summary>Uniform on [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 … <paramref name="bound"/> − 1; the bias of at most 2⁻³² does not matter here.</summary>
    public int NextInt(int bound) => (int)(((NextUInt64() >> 32) * (ulong)bound) >> 32);

    public int NextInt(int low, int high) => low + NextInt(high - low + 1);

    public bool Happens(double probability) => NextDouble() < probability;

    /// <summary>
    /// Nearly normal with mean 0 and variance 1: the sum of twelve uniforms. It needs no logarithm or cosine, whose last bit differs between
    /// mathematical libraries.
    /// </summary>
    public double NextNormal()
    {
        const double mean = 12 * 32767.5;
        var sum = 0;
        for (var draw = 0; draw < 3; draw++)
        {
            var bits = NextUInt64();
            sum += (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        }
        return (sum - mean) / 65536;
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[NextInt(from.Count)];

    /// <summary>The position drawn with probability proportional to its weight.</summary>
    public int PickWeighted(IReadOnlyList<double> weights)
    {
        var left = NextDouble() * weights.Sum();
        for (var position = 0; position < weights.Count - 1; position++)
        {
            left -= weights[position];
            if (left < 0)
                return position;
        }
        return weights.Count - 1;
    }

    /// <summary>Fisher–Yates, in place.</summary>
    public void Shuffle<T>(T[] cards)
    {
        for (var last = cards.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (cards[last], cards[other]) = (cards[other], cards[last]);
        }
    }

    static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
