using ImpactEval.Statistics;

namespace ImpactEval.Topics;

/// <summary>
/// Looks for a number of themes several times, each time with a stream of chance of its own: divides the answers by the directions of their
/// words, fits a one-theme mixture from there, and takes what the runs agree on.
/// </summary>
sealed class ThemeSearch(AnswerCorpus corpus, ThemeOptions options, ParallelOptions parallel)
{
    readonly double[][] vectors = AnswerVectors.Of(corpus, parallel);

    public int Answers => vectors.Length;

    public ThemeRuns For(int themes)
    {
        var runs = new int[options.Runs][];
        Parallel.For(0, runs.Length, parallel, run => runs[run] = Run(themes, run));
        var consensus = ThemeConsensus.Of(runs, themes, parallel);
        if (runs.Length == 1)
            return new ThemeRuns(themes, consensus, 1);
        var half = runs.Length / 2;
        var (first, second) = (ThemeConsensus.Of(runs[..half], themes, parallel), ThemeConsensus.Of(runs[half..], themes, parallel));
        return new ThemeRuns(themes, consensus, AdjustedRandIndex.Of(first.Assigned, second.Assigned));
    }

    // The stream holds the number of themes too, so that a sweep over that number does not use the same chance again.
    int[] Run(int themes, int run)
    {
        var random = new RandomStream(options.Seed, ((ulong)themes << 32) | (uint)run);
        return ThemeMixture.Of(corpus, SphericalClusters.Run(vectors, themes, random), themes);
    }
}
