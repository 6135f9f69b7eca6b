using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>How closely two scores of the same people follow the same order.</summary>
public static class RankCorrelation
{
    /// <summary>Pearson's r of the mid-ranks.</summary>
    /// <param name="x">One score per person; n ≥ 3.</param>
    /// <param name="y">The other score, same people in the same order.</param>
    /// <returns>−1 … 1, no unit.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, or one score does not vary.</exception>
    /// <remarks>Spearman (1904), The proof and measurement of association between two things, American J. of Psychology 15, 72–101.</remarks>
    public static double SpearmanRho(Sample x, Sample y) => PearsonCorrelation.Coefficient(Ranks(x), Ranks(y));

    /// <summary><c>t = ρ√((n−2)/(1−ρ²))</c>.</summary>
    /// <inheritdoc cref="SpearmanRho"/>
    public static TestResult SpearmanTest(Sample x, Sample y, Alternative alternative) => PearsonCorrelation.Test(Ranks(x), Ranks(y), alternative);

    /// <summary>τ_b: concordant − discordant pairs over the geometric mean of the pairs not tied in x and in y.</summary>
    /// <inheritdoc cref="SpearmanRho"/>
    /// <remarks>Kendall (1945), The treatment of ties in ranking problems, Biometrika 33, 239–251.</remarks>
    public static double KendallTau(Sample x, Sample y)
    {
        var (score, untiedX, untiedY) = Concordance(x, y);
        return score / Math.Sqrt(untiedX) / Math.Sqrt(untiedY);
    }

    /// <summary>Normal test of τ_b; the variance of the score corrected for ties, no correction of continuity.</summary>
    /// <inheritdoc cref="SpearmanRho"/>
    /// <remarks>Kendall (1970), Rank correlation methods, 4th ed., chapter 4.</remarks>
    public static TestResult KendallTest(Sample x, Sample y, Alternative alternative)
    {
        var (score, _, _) = Concordance(x, y);
        double n = x.Size;
        var (tiesX, tiesY) = (Ties(x), Ties(y));
        double Sum(double[] ties, Func<double, double> of) => ties.Sum(of);
        Func<double, double> v = t => t * (t - 1) * (2 * t + 5), pairs = t => t * (t - 1), triples = t => t * (t - 1) * (t - 2);
        var variance = (v(n) - Sum(tiesX, v) - Sum(tiesY, v)) / 18
            + Sum(tiesX, pairs) * Sum(tiesY, pairs) / (2 * pairs(n))
            + Sum(tiesX, triples) * Sum(tiesY, triples) / (9 * triples(n));
        var z = score / Math.Sqrt(variance);
        return new TestResult(z, null, StandardNormal.PValue(z, alternative), alternative);
    }

    static Sample Ranks(Sample sample) => new(MidRanks.Of(sample.Values));

    static double[] Ties(Sample sample) => [.. sample.Values.ToArray().GroupBy(value => value).Select(group => (double)group.Count())];

    static (double Score, double UntiedX, double UntiedY) Concordance(Sample x, Sample y)
    {
        if (x.Size != y.Size)
            throw new ArgumentException($"{y.Size} values of y for {x.Size} of x.", nameof(y));
        if (x.Size < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (score, untiedX, untiedY) = (0L, 0L, 0L);
        for (var i = 1; i < x.Size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (signX, signY) = (x.Values[i].CompareTo(x.Values[j]), y.Values[i].CompareTo(y.Values[j]));
                score += signX * signY;
                untiedX += signX * signX;
                untiedY += signY * signY;
            }
        }
        return untiedX > 0 && untiedY > 0 ? (score, untiedX, untiedY) : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }
}
