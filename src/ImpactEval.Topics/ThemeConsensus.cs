namespace ImpactEval.Topics;

/// <summary>
/// What several divisions of the same answers have in common: the division whose themes agree best with all of them. Each answer is seen as the
/// list of its themes in the runs; starting from some of the runs, answers move to the theme whose members share most of their list, until none gains.
/// </summary>
/// <remarks>
/// Strehl, Ghosh (2002), Cluster ensembles, JMLR 3, 583–617, for the aim; Wu et al. (2015), K-means-based consensus clustering: a unified view,
/// IEEE TKDE 27(1), 155–169, for k-means on the lists with the cosine.
/// </remarks>
sealed class ThemeConsensus
{
    const int MostRounds = 50;

    // More starts cost time and gained nothing in agreement between seeds.
    const int MostStarts = 10;

    readonly int[][] runs;
    readonly int themes;

    // For each theme, run and theme of that run: how many answers both have; and its length, seen as a vector.
    readonly int[] shared;
    readonly double[] length;
    readonly int[] size;

    ThemeConsensus(int[][] runs, int themes, int[] start)
    {
        (this.runs, this.themes, Assigned) = (runs, themes, [.. start]);
        (shared, length, size) = (new int[themes * runs.Length * themes], new double[themes], new int[themes]);
        Count();
        for (var round = 0; round < MostRounds && Reassign(); round++)
            Count();
    }

    /// <summary>For each answer, its theme; some themes may be empty.</summary>
    public int[] Assigned { get; }

    /// <summary>Sum over answers of the cosine with their theme.</summary>
    double Fit { get; set; }

    /// <param name="runs">For each run, the theme of each answer.</param>
    /// <param name="themes">How many themes each run was offered.</param>
    public static ThemeConsensus Of(int[][] runs, int themes, ParallelOptions parallel)
    {
        var found = new ThemeConsensus[Math.Min(runs.Length, MostStarts)];
        Parallel.For(0, found.Length, parallel, run => found[run] = new ThemeConsensus(runs, themes, runs[run]));
        return found.MaxBy(consensus => consensus.Fit)!;
    }

    /// <summary>Of all runs and other members of its theme, the share with which the answer fell together; 1 for the only member.</summary>
    public double Agreement(int answer)
    {
        var others = size[Assigned[answer]] - 1;
        return others == 0 ? 1 : (Shared(answer, Assigned[answer]) - runs.Length) / (double)(others * runs.Length);
    }

    void Count()
    {
        Array.Clear(shared);
        Array.Clear(size);
        foreach (var theme in Assigned)
            size[theme]++;
        for (var run = 0; run < runs.Length; run++)
        {
            for (var answer = 0; answer < Assigned.Length; answer++)
                shared[Place(Assigned[answer], run) + runs[run][answer]]++;
        }
        for (var theme = 0; theme < themes; theme++)
            length[theme] = Math.Sqrt(shared.AsSpan(Place(theme, 0), runs.Length * themes).ToArray().Sum(count => (double)count * count));
    }

    bool Reassign()
    {
        var changed = false;
        Fit = 0;
        for (var answer = 0; answer < Assigned.Length; answer++)
        {
            var (best, likeness) = (Assigned[answer], -1.0);
            for (var theme = 0; theme < themes; theme++)
            {
                var cosine = length[theme] > 0 ? Shared(answer, theme) / length[theme] : 0;
                if (cosine > likeness)
                    (best, likeness) = (theme, cosine);
            }
            changed |= best != Assigned[answer];
            Assigned[answer] = best;
            Fit += likeness;
        }
        return changed;
    }

    int Shared(int answer, int theme)
    {
        var sum = 0;
        for (var run = 0; run < runs.Length; run++)
            sum += shared[Place(theme, run) + runs[run][answer]];
        return sum;
    }

    int Place(int theme, int run) => (theme * runs.Length + run) * themes;
}
