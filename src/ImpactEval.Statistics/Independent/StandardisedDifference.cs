using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Independent;

/// <summary>Difference of two groups in standard deviations of the scores; each form names its denominator.</summary>
/// <remarks>
/// Limits: those of the noncentrality of t times <c>SE/standardiser</c>, Steiger and Fouladi (1997); normal ones beside them. Positive means
/// the first lie above.
/// </remarks>
public static class StandardisedDifference
{
    /// <summary>Cohen's d_s: pooled standard deviation, t with n₁ + n₂ − 2 degrees of freedom.</summary>
    /// <param name="groups">Both groups, at least two people each.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>In standard deviations of the scores.</returns>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 2.</remarks>
    public static Estimate CohensD(TwoGroups groups, ConfidenceLevel level) =>
        Of(groups, Math.Sqrt(groups.PooledVariance), groups.StudentError, groups.PooledDegreesOfFreedom, level);

    /// <summary>Hedges' g: <c>J(n₁ + n₂ − 2)·d_s</c>, J exact; our default.</summary>
    /// <exception cref="NotEstimableException">Fewer than four people.</exception>
    /// <remarks>Hedges (1981), J. of Educational Statistics 6(2), 107–128.</remarks>
    /// <inheritdoc cref="CohensD"/>
    public static Estimate HedgesG(TwoGroups groups, ConfidenceLevel level) =>
        HedgesCorrection.Apply(CohensD(groups, level), groups.PooledDegreesOfFreedom);

    /// <summary>Root of the mean of both variances, t and degrees of freedom after Welch: for groups that spread differently.</summary>
    /// <remarks>Cohen (1988), chapter 2; Delacre et al. (2021).</remarks>
    /// <inheritdoc cref="CohensD"/>
    public static Estimate AverageVariance(TwoGroups groups, ConfidenceLevel level) =>
        Of(groups, Math.Sqrt((groups.FirstVariance + groups.SecondVariance) / 2), groups.WelchError, groups.WelchDegreesOfFreedom, level);

    /// <summary>g*: <see cref="AverageVariance"/> times J of <see cref="StarDegreesOfFreedom"/>; stands beside Welch's test.</summary>
    /// <remarks>Delacre, Lakens, Ley, Liu and Leys (2021), Why Hedges' g*s based on the non-pooled standard deviation should be reported with
    /// Welch's t-test, PsyArXiv tu6mp.</remarks>
    /// <inheritdoc cref="CohensD"/>
    public static Estimate HedgesGStar(TwoGroups groups, ConfidenceLevel level) =>
        HedgesCorrection.Apply(AverageVariance(groups, level), StarDegreesOfFreedom(groups));

    /// <summary>Glass's Δ: standard deviation of the second (comparison) group, whose spread no training has touched.</summary>
    /// <exception cref="NotEstimableException">The second group does not vary.</exception>
    /// <remarks>Glass (1976), Educational Researcher 5(10), 3–8; n₂ − 1 degrees of freedom, SE of the difference with both variances.</remarks>
    /// <inheritdoc cref="CohensD"/>
    public static Estimate GlassDelta(TwoGroups groups, ConfidenceLevel level) => groups.SecondVariance > 0
        ? Of(groups, Math.Sqrt(groups.SecondVariance), groups.WelchError, groups.SecondSize - 1, level)
        : throw new NotEstimableException(NotEstimableReason.NoVariation);

    /// <summary><c>(n₁−1)(n₂−1)(s₁²+s₂²)²/((n₂−1)s₁⁴ + (n₁−1)s₂⁴)</c>.</summary>
    public static double StarDegreesOfFreedom(TwoGroups groups)
    {
        double df1 = groups.FirstSize - 1, df2 = groups.SecondSize - 1;
        var (v1, v2) = (groups.FirstVariance, groups.SecondVariance);
        return df1 * df2 * (v1 + v2) * (v1 + v2) / (df2 * v1 * v1 + df1 * v2 * v2);
    }

    /// <summary><c>1/n₁ + 1/n₂ + d²/(2(n₁+n₂))</c>, as syntheses of studies use it.</summary>
    /// <remarks>Hedges and Olkin (1985), Statistical methods for meta-analysis, chapter 5.</remarks>
    public static double SamplingVariance(double effect, TwoGroups groups) =>
        1.0 / groups.FirstSize + 1.0 / groups.SecondSize + effect * effect / (2 * groups.Size);

    static Estimate Of(TwoGroups groups, double standardiser, double error, double df, ConfidenceLevel level)
    {
        var (d, scale) = (groups.Difference / standardiser, error / standardiser);
        var limits = NoncentralityLimits.Of(groups.Difference / error, df, level);
        // The error of the difference, and that of the standardiser: d²/(2ν).
        var standardError = Math.Sqrt(scale * scale + d * d / (2 * df));
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(d, standardError, df, groups.Size, NamedIntervals
            .Of(IntervalMethod.NoncentralT, limits.Lower * scale, limits.Upper * scale, level)
            .And(IntervalMethod.Normal, d - margin, d + margin, level));
    }
}
