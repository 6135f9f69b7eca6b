using System.Runtime.InteropServices;

namespace ImpactEval.Statistics.Resampling;

/// <summary>Draws people with replacement; every block of resamples has a random stream of its own, so threads do not matter.</summary>
/// <remarks>Philox4x32-10 (<see cref="RandomStream"/>); bounded integers by Lemire (2019), ACM TOMACS 29(1), algorithm 5.</remarks>
sealed class Resample(ulong seed, int size)
{
    /// <summary>Resamples that share a stream.</summary>
    public const int BlockSize = 128;

    readonly uint threshold = unchecked(0u - (uint)size) % (uint)size;

    /// <summary>Calls <paramref name="use"/> for every resample, block by block on any number of threads, with its number and the people
    /// drawn.</summary>
    public void ForEach(int resamples, Action<int, ReadOnlySpan<int>> use)
    {
        var blocks = (resamples + BlockSize - 1) / BlockSize;
        Parallel.For(0, blocks, block =>
        {
            var stream = new RandomStream(seed, (ulong)block);
            var people = new int[size];
            var draws = new uint[Math.Min(size, 1024)];
            var last = Math.Min(resamples, (block + 1) * BlockSize);
            for (var number = block * BlockSize; number < last; number++)
            {
                Draw(stream, draws, people);
                use(number, people);
            }
        });
    }

    void Draw(RandomStream stream, Span<uint> draws, Span<int> people)
    {
        for (var drawn = 0; drawn < people.Length;)
        {
            var part = people[drawn..Math.Min(people.Length, drawn + draws.Length)];
            var wanted = draws[..part.Length];
            stream.Fill(wanted);
            drawn += AllInRange(wanted, part) ? part.Length : OneByOne(wanted, part);
        }
    }

    /// <summary>The usual case without a branch; a number that would make some people likelier turns up once in 2³²/n draws.</summary>
    bool AllInRange(ReadOnlySpan<uint> draws, Span<int> people)
    {
        var range = (ulong)size;
        var smallest = uint.MaxValue;
        for (var i = 0; i < draws.Length && i < people.Length; i++)
        {
            var product = draws[i] * range;
            people[i] = (int)(product >> 32);
            smallest = Math.Min(smallest, (uint)product);
        }
        return smallest >= threshold;
    }

    /// <summary>Leaves such numbers out; how many people were drawn.</summary>
    int OneByOne(ReadOnlySpan<uint> draws, Span<int> people)
    {
        var drawn = 0;
        foreach (var draw in draws)
        {
            var product = (ulong)draw * (uint)size;
            if ((uint)product >= threshold)
                people[drawn++] = (int)(product >> 32);
        }
        return drawn;
    }
}
