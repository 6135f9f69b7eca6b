namespace ImpactEval.Statistics.Resampling;

/// <summary>Draws resamples; every block of them has a random stream of its own, so threads do not matter.</summary>
/// <remarks>Philox4x32-10 (<see cref="RandomStream"/>); bounded integers by <see cref="EvenDraws"/>.</remarks>
sealed class Resample(ulong seed, ResamplingPlan plan)
{
    /// <summary>Resamples that share a stream.</summary>
    public const int BlockSize = 128;

    /// <summary>Calls <paramref name="use"/> for every resample, block by block on any number of threads, with its number and the people
    /// drawn.</summary>
    public void ForEach(int resamples, Action<int, ReadOnlySpan<int>> use)
    {
        var blocks = (resamples + BlockSize - 1) / BlockSize;
        Parallel.For(0, blocks, plan.NewDrawing, (block, _, drawing) =>
        {
            var stream = new RandomStream(seed, (ulong)block);
            var last = Math.Min(resamples, (block + 1) * BlockSize);
            for (var number = block * BlockSize; number < last; number++)
                use(number, drawing.Next(stream));
            return drawing;
        }, _ => { });
    }
}
