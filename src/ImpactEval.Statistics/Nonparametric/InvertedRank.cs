using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Which of the ordered averages or differences bounds the interval that a rank test inverts to.</summary>
static class InvertedRank
{
    /// <summary>The largest k with <c>P(statistic ≤ k − 1) ≤ (1 − level)/2</c>; 0 when there is none, so that nothing bounds.</summary>
    /// <param name="atMost">Null distribution of the statistic, a whole number from 0.</param>
    /// <param name="largest">Largest value of the statistic.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    public static long Exact(Func<int, double> atMost, int largest, ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        var (low, high) = (0, largest / 2 + 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (atMost(middle - 1) <= tail)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The same by the normal approximation with continuity correction.</summary>
    public static long Approximate(double mean, double variance, ConfidenceLevel level) =>
        Math.Max(0, (long)Math.Floor(mean + 0.5 - StandardNormal.TwoSided(level) * Math.Sqrt(variance)));
}
