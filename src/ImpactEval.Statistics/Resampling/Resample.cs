using System.Runtime.InteropServices;

namespace ImpactEval.Statistics.Resampling;

/// <summary>Draws people with replacement; every block of resamples has a random stream of its own, so threads do not matter.</summary>
/// <remarks>Philox4x32-10 (<see cref="RandomStream"/>); bounded integers by Lemire (2019), ACM TOMACS 29(1), algorithm 5.</remarks>
sealed class Resample(ulong seed, int size)
{
    /// <summary>Resamples that share a stream.</summary>
    public const int BlockSize = 128;

    readonly uint threshold = unchecked(0u - (uint)size) % (uint)size;

    /// <summary>Calls <paramref name="use"/> for every resample, block by block on any number of threads, with its number and the people drawn.</summary>
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
            var wanted = draws[..Math.Min(draws.Length, people.Length - drawn)];
            stream.Fill(wanted);
            foreach (var draw in wanted)
            {
                var product = (ulong)draw * (uint)people.Length;
                if ((uint)product >= threshold)
                    people[drawn++] = (int)(product >> 32);
            }
        }
    }
}
