using ImpactEval.Statistics;

namespace ImpactEval.Topics;

/// <summary>Several runs of the mixture on the same answers, each with a stream of chance of its own, kept in the order of their numbers.</summary>
sealed class ThemeRuns
{
    readonly double[,] agreement;

    ThemeRuns(DirichletMixture[] runs, int themes, double[,] agreement) => (Runs, Themes, this.agreement) = (runs, themes, agreement);

    public DirichletMixture[] Runs { get; }

    /// <summary>How many themes were offered to each run.</summary>
    public int Themes { get; }

    /// <summary>Mean adjusted Rand index between pairs of runs; 1 for a single run.</summary>
    public double Stability
    {
        get
        {
            var pairs = Runs.Length * (Runs.Length - 1) / 2;
            return pairs == 0 ? 1 : Enumerable.Range(0, Runs.Length).Sum(a => Enumerable.Range(0, a).Sum(b => agreement[a, b])) / pairs;
        }
    }

    /// <summary>The run that agrees best with the others; the first of equals.</summary>
    public int Central => Enumerable.Range(0, Runs.Length)
        .MaxBy(a => Enumerable.Range(0, Runs.Length).Where(b => b != a).Sum(b => agreement[Math.Max(a, b), Math.Min(a, b)]));

    public static ThemeRuns Of(AnswerCorpus corpus, int themes, int runs, ulong seed, ParallelOptions parallel)
    {
        var done = new DirichletMixture[runs];
        // The stream holds the number of themes too, so that a sweep over that number does not use the same chance again.
        Parallel.For(0, runs, parallel, run =>
            done[run] = DirichletMixture.Run(corpus.Bags, corpus.Words.Length, themes, new RandomStream(seed, ((ulong)themes << 32) | (uint)run)));
        var pairs = new double[runs, runs];
        Parallel.For(1, runs, parallel, a =>
        {
            for (var b = 0; b < a; b++)
                pairs[a, b] = AdjustedRandIndex.Of(done[a].Assigned, done[b].Assigned);
        });
        return new ThemeRuns(done, themes, pairs);
    }
}
