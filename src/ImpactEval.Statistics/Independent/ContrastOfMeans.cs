using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>A weighted comparison of the means of several groups, in points and in standard deviations.</summary>
/// <param name="Difference">Weights scaled so that their absolute values sum to 2: one mean of means against another, whatever numbers were
/// given.</param>
/// <param name="Standardised">The same in pooled standard deviations; exact limits by the noncentral t.</param>
/// <param name="Test">Of no difference.</param>
public sealed record ContrastOfMeans(Estimate Difference, Estimate Standardised, TestResult Test)
{
    /// <summary><c>ψ = Σcⱼx̄ⱼ</c> with <c>Σcⱼ = 0, Σ|cⱼ| = 2</c>; <c>t = ψ/(s√(Σcⱼ²/nⱼ))</c>, N − k degrees of freedom; <c>d = ψ/s</c>.</summary>
    /// <param name="groups">At least two, none empty, more people than groups; all spread alike.</param>
    /// <param name="weights">One per group, of sum zero, not all zero; their scale does not matter.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <exception cref="ArgumentException">Another number of weights, or weights whose sum is not zero.</exception>
    /// <exception cref="NotEstimableException">Too few groups or people, or no score varies within its group.</exception>
    /// <remarks>Kline (2013), Beyond significance testing, 2nd ed. (standard set of weights); Steiger (2004), Beyond the F test,
    /// Psychological Methods 9, 164–182 (limits).</remarks>
    public static ContrastOfMeans Of(IReadOnlyList<Sample> groups, IReadOnlyList<double> weights, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var scaled = Scaled(weights, groups.Count);
        var anova = OneWayAnova.Of(groups);
        var df = anova.Test.DegreesOfFreedom2;
        var deviation = Math.Sqrt(anova.WithinSumOfSquares / df);
        var value = groups.Select((group, i) => scaled[i] * Descriptives.Moments.Of(group).Mean).Sum();
        var scale = Math.Sqrt(groups.Select((group, i) => scaled[i] * scaled[i] / group.Size).Sum());
        var (error, t, d) = (deviation * scale, value / (deviation * scale), value / deviation);

        var margin = StudentT.TwoSided(level, df) * error;
        var limits = NoncentralityLimits.Of(t, df, level);
        return new ContrastOfMeans(
            new Estimate(value, error, df, anova.Size, NamedIntervals.Of(IntervalMethod.StudentT, value - margin, value + margin, level)),
            new Estimate(d, Math.Sqrt(scale * scale + d * d / (2 * df)), df, anova.Size,
                NamedIntervals.Of(IntervalMethod.NoncentralT, limits.Lower * scale, limits.Upper * scale, level)),
            new TestResult(t, df, StudentT.PValue(t, df, Alternative.TwoSided), Alternative.TwoSided));
    }

    static double[] Scaled(IReadOnlyList<double> weights, int groups)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var size = weights.Sum(Math.Abs);
        if (weights.Count != groups || !(size > 0 && double.IsFinite(size)))
            throw new ArgumentException($"{groups} groups need as many finite weights, not all zero.", nameof(weights));
        // Thirds and the like do not sum to zero in binary.
        return Math.Abs(weights.Sum()) <= 1e-12 * size
            ? [.. weights.Select(weight => 2 * weight / size)]
            : throw new ArgumentException($"The weights of a contrast sum to zero, these to {weights.Sum()}.", nameof(weights));
    }
}
