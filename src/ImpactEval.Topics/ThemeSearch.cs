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

    /// <summary>The runs that the themes are taken from.</summary>
    public ThemeRuns For(int themes) => Agree(themes, run => ThemeMixture.Of(corpus, Division(themes, run), themes));

    /// <summary>The same without mixtures, which are the dear part: enough to tell numbers of themes apart.</summary>
    public ThemeRuns Try(int themes) => Agree(themes, run => Division(themes, run));

    ThemeRuns Agree(int themes, Func<int, int[]> division)
    {
        var runs = new int[options.Runs][];
        Parallel.For(0, runs.Length, parallel, run => runs[run] = division(run));
        var consensus = ThemeConsensus.Of(runs, themes, parallel);
        if (runs.Length == 1)
            return new ThemeRuns(themes, consensus, 1);
        var half = runs.Length / 2;
        var (first, second) = (ThemeConsensus.Of(runs[..half], themes, parallel), ThemeConsensus.Of(runs[half..], themes, parallel));
        return new ThemeRuns(themes, consensus, AdjustedRandIndex.Of(first.Assigned, second.Assigned));
    }

    // The stream holds the number of themes too, so that a sweep over that number does not use the same chance again.
    int[] Division(int themes, int run) =>
        SphericalClusters.Run(vectors, themes, new RandomStream(options.Seed, ((ulong)themes << 32) | (uint)run));
}
