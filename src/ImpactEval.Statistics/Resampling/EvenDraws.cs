using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImpactEval.Statistics.Resampling;

/// <summary>Numbers from 0 to below a bound, each as likely as any other, many at a time: two from one word of chance where the bound is
/// small.</summary>
/// <remarks>Brackett-Rozinsky and Lemire (2024), Batched ranged random integer generation, Software: Practice and Experience 55(1).</remarks>
sealed class EvenDraws
{
    /// <summary>A word is shared only as long as one in so many is refused at most.</summary>
    const ulong FewRefused = 1024;

    readonly uint bound;
    readonly bool sharesWords;
    readonly uint threshold;
    readonly uint[] words = new uint[512];
    readonly int[] pairs = new int[1024];

    public EvenDraws(int bound)
    {
        this.bound = (uint)bound;
        var combinations = (ulong)bound * (ulong)bound;
        sharesWords = combinations <= (1UL << 32) / FewRefused;
        threshold = (uint)((1UL << 32) % (sharesWords ? combinations : this.bound));
    }

    public int Bound => (int)bound;

    public void Fill(RandomStream stream, Span<int> numbers)
    {
        while (!numbers.IsEmpty)
        {
            var wanted = Math.Min(words.Length, sharesWords ? (numbers.Length + 1) / 2 : numbers.Length);
            // Whole vectors, so that the words do not depend on how a machine makes them.
            var drawn = words.AsSpan(0, Math.Min(words.Length, (wanted + 7) / 8 * 8));
            stream.Fill(drawn);
            var made = sharesWords ? Pairs(drawn) : Singles(drawn);
            var taken = Math.Min(made, numbers.Length);
            pairs.AsSpan(0, taken).CopyTo(numbers);
            numbers = numbers[taken..];
        }
    }

    /// <summary>How many numbers the words gave; a word that would make some likelier is refused, here as below.</summary>
    int Singles(ReadOnlySpan<uint> draws)
    {
        var made = 0;
        foreach (var draw in draws)
        {
            var product = (ulong)draw * bound;
            pairs[made] = (int)(product >> 32);
            made += (uint)product < threshold ? 0 : 1;
        }
        return made;
    }

    /// <summary>The high half of a product is the first number, the high half of its low half times the bound the second. The usual case has
    /// no branch: a word is refused once in 2³²/n².</summary>
    int Pairs(ReadOnlySpan<uint> draws)
    {
        var (smallest, low) = (Vector256.Create(ulong.MaxValue), Vector256.Create((ulong)uint.MaxValue));
        var wide = MemoryMarshal.Cast<uint, Vector256<ulong>>(draws);
        var made = MemoryMarshal.Cast<int, Vector256<ulong>>(pairs.AsSpan())[..(2 * wide.Length)];
        for (var i = 0; i < wide.Length; i++)
        {
            var (even, odd) = (RandomStream.Product(wide[i], bound), RandomStream.Product(wide[i] >>> 32, bound));
            var (evenLow, oddLow) = (RandomStream.Product(even, bound), RandomStream.Product(odd, bound));
            made[2 * i] = (even >>> 32) | (evenLow & ~low);
            made[2 * i + 1] = (odd >>> 32) | (oddLow & ~low);
            smallest = Vector256.Min(smallest, Vector256.Min(evenLow & low, oddLow & low));
        }
        return Vector256.GreaterThanOrEqualAll(smallest, Vector256.Create((ulong)threshold)) ? 2 * draws.Length : PairsOneByOne(draws);
    }

    int PairsOneByOne(ReadOnlySpan<uint> draws)
    {
        var made = 0;
        foreach (var draw in draws)
        {
            var first = (ulong)draw * bound;
            var second = (uint)first * (ulong)bound;
            (pairs[made], pairs[made + 1]) = ((int)(first >> 32), (int)(second >> 32));
            made += (uint)second < threshold ? 0 : 2;
        }
        return made;
    }
}
