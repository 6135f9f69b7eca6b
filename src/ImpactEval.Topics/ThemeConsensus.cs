namespace ImpactEval.Topics;

/// <summary>
/// What the runs have in common: the themes of all runs are matched one to one by the square roots of their word distributions (their inner
/// product is the Bhattacharyya coefficient), the matched ones averaged by size; then each answer goes to the theme likeliest to have written it.
/// </summary>
sealed class ThemeConsensus
{
    const int MostRounds = 20;
    const double Smoothing = 0.1;

    readonly AnswerCorpus corpus;
    readonly ThemeRuns runs;
    readonly double[][][] roots;

    ThemeConsensus(AnswerCorpus corpus, ThemeRuns runs)
    {
        (this.corpus, this.runs) = (corpus, runs);
        roots = Array.ConvertAll(runs.Runs, run => Roots(run));
        Aligned = Align();
        Assigned = Assign();
    }

    /// <summary>For each run and theme of that run, the theme of the consensus.</summary>
    public int[][] Aligned { get; }

    /// <summary>For each answer, its theme.</summary>
    public int[] Assigned { get; }

    public static ThemeConsensus Of(AnswerCorpus corpus, ThemeRuns runs) => new(corpus, runs);

    /// <summary>In which share of the runs the answer fell into its theme.</summary>
    public double Agreement(int answer) =>
        runs.Runs.Where((run, i) => Aligned[i][run.Assigned[answer]] == Assigned[answer]).Count() / (double)runs.Runs.Length;

    double[][] Roots(DirichletMixture run) => [.. Enumerable.Range(0, runs.Themes).Select(theme =>
    {
        var counts = Enumerable.Range(0, corpus.Words.Length).Select(word => (double)run.Count(word, theme)).ToArray();
        var total = counts.Sum();
        return total > 0 ? Array.ConvertAll(counts, count => Math.Sqrt(count / total)) : counts;
    })];

    // From the themes of the central run: match every run to the centres, average, until no match changes.
    int[][] Align()
    {
        var centres = roots[runs.Central];
        int[][] aligned = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var matched = roots.Select(run => Match(run, centres)).ToArray();
            if (aligned.Length > 0 && aligned.Zip(matched).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
                break;
            aligned = matched;
            centres = Centres(aligned);
        }
        return aligned;
    }

    static int[] Match(double[][] run, double[][] centres)
    {
        var gain = new double[run.Length, run.Length];
        for (var theme = 0; theme < run.Length; theme++)
        {
            for (var centre = 0; centre < run.Length; centre++)
                gain[theme, centre] = Inner(run[theme], centres[centre]);
        }
        return Matching.Largest(gain);
    }

    double[][] Centres(int[][] aligned)
    {
        var centres = NewThemes();
        for (var run = 0; run < roots.Length; run++)
        {
            for (var theme = 0; theme < runs.Themes; theme++)
                AddTo(centres[aligned[run][theme]], roots[run][theme], runs.Runs[run].Size(theme));
        }
        foreach (var centre in centres)
            Normalise(centre);
        return centres;
    }

    int[] Assign()
    {
        var (sizes, words) = (new double[runs.Themes], NewThemes());
        for (var run = 0; run < roots.Length; run++)
        {
            for (var theme = 0; theme < runs.Themes; theme++)
            {
                sizes[Aligned[run][theme]] += runs.Runs[run].Size(theme) / (double)roots.Length;
                for (var word = 0; word < corpus.Words.Length; word++)
                    words[Aligned[run][theme]][word] += runs.Runs[run].Count(word, theme) / (double)roots.Length;
            }
        }
        var logarithms = Array.ConvertAll(words, LogShares);
        return Array.ConvertAll(corpus.Bags, bag => Likeliest(bag, sizes, logarithms));
    }

    int Likeliest(int[] bag, double[] sizes, double[][] logarithms) => Enumerable.Range(0, runs.Themes)
        .MaxBy(theme => Math.Log(sizes[theme] + Smoothing) + bag.Sum(word => logarithms[theme][word]));

    static double[] LogShares(double[] counts)
    {
        var total = counts.Sum() + Smoothing * counts.Length;
        return Array.ConvertAll(counts, count => Math.Log((count + Smoothing) / total));
    }

    double[][] NewThemes() => [.. Enumerable.Range(0, runs.Themes).Select(_ => new double[corpus.Words.Length])];

    static double Inner(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    static void AddTo(double[] sum, double[] vector, double weight)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += weight * vector[i];
    }

    static void Normalise(double[] vector)
    {
        var length = Math.Sqrt(Inner(vector, vector));
        for (var i = 0; length > 0 && i < vector.Length; i++)
            vector[i] /= length;
    }
}
