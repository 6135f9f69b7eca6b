using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Bayes;

/// <summary>How much more likely the data are under an effect than under none, with a Cauchy prior of scale r on the standardised effect.</summary>
/// <param name="LogTwoSided">Natural logarithm of BF₁₀, the effect in either direction.</param>
/// <param name="LogPositive">Natural logarithm of BF₊₀, the effect only above zero; null where it is beyond doubles (below −700).</param>
/// <param name="LogNegative">Natural logarithm of BF₋₀, the effect only below zero; null likewise.</param>
/// <param name="Scale">r of the prior; the half of its mass lies within ±r.</param>
public sealed record JzsBayesFactor(double LogTwoSided, double? LogPositive, double? LogNegative, double Scale)
{
    /// <summary>√2/2, "medium"; show ½ and 1 beside it.</summary>
    public static double UsualScale { get; } = Math.Sqrt(2) / 2;

    /// <summary>The trapezoidal rule in ln g converges exponentially; this step leaves less than 1e-13.</summary>
    const double Step = 0.05;

    const double Negligible = 45;

    /// <summary>BF₁₀ itself; null where it exceeds 10³⁰⁸.</summary>
    public double? TwoSided => Math.Exp(LogTwoSided) is var factor && double.IsFinite(factor) ? factor : null;

    /// <summary>Paired scores; positive means scores rose.</summary>
    /// <param name="pre">Scores before, n ≥ 2.</param>
    /// <param name="post">Scores after, same people in the same order.</param>
    /// <param name="scale">r &gt; 0 of the prior on d_z.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or everybody gained the same.</exception>
    public static JzsBayesFactor Paired(Sample pre, Sample post, double scale) =>
        FromT(PairedTTest.Of(pre, post, Alternative.TwoSided).Statistic, pre.Size, 0, scale);

    /// <summary>Two groups with equal variances; positive means the first is higher.</summary>
    /// <param name="first">n₁ ≥ 1 scores.</param>
    /// <param name="second">n₂ ≥ 1 scores; n₁ + n₂ ≥ 3.</param>
    /// <param name="scale">r &gt; 0 of the prior on d.</param>
    /// <exception cref="NotEstimableException">Too few scores, or no variation within the groups.</exception>
    public static JzsBayesFactor Independent(Sample first, Sample second, double scale)
    {
        var (one, other) = (Moments.Of(first), Moments.Of(second));
        double n = one.Size, m = other.Size, df = n + m - 2;
        if (df < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var variance = ((n - 1) * (one.Variance ?? 0) + (m - 1) * (other.Variance ?? 0)) / df;
        if (!(variance > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return FromT((one.Mean - other.Mean) / Math.Sqrt(variance * (1 / n + 1 / m)), one.Size, other.Size, scale);
    }

    /// <summary>
    /// <c>BF₁₀ = ∫ (1 + Nr²g)^(−½) (1 + t²/((1 + Nr²g)ν))^(−(ν+1)/2) p(g) dg / (1 + t²/ν)^(−(ν+1)/2)</c>, p(g) inverse chi-square with one degree
    /// of freedom. Given g the sign of the effect has a t distribution with ν + 1 degrees of freedom, which gives the one-sided factors.
    /// </summary>
    /// <param name="t">Observed t.</param>
    /// <param name="first">People, or those of the first group.</param>
    /// <param name="second">Those of the second group; 0 = one sample or pairs.</param>
    /// <param name="scale">r &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t not finite, sizes negative or scale not positive.</exception>
    /// <exception cref="NotEstimableException">No degree of freedom.</exception>
    /// <remarks>Rouder, Speckman, Sun, Morey and Iverson (2009), Bayesian t tests for accepting and rejecting the null hypothesis, Psychonomic
    /// Bulletin and Review 16, 225–237; one-sided: Morey and Rouder (2011), Psychological Methods 16, 406–419.</remarks>
    public static JzsBayesFactor FromT(double t, int first, int second, double scale)
    {
        if (!double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, "t must be finite.");
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be positive.");
        var (n, df) = second == 0 ? (first, first - 1.0) : (first * (double)second / (first + second), first + second - 2.0);
        if (df < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var integrand = new Integrand(t, df, n * scale * scale);
        var peak = integrand.Peak();
        var start = integrand.Log(peak);
        // Both shares are summed apart: one minus a share next to one would lose its digits.
        var (sum, positive, negative) = (0.0, 0.0, 0.0);
        foreach (var direction in new[] { Step, -Step })
        {
            for (var u = direction > 0 ? peak : peak - Step; integrand.Log(u) - start is var height && height >= -Negligible; u += direction)
            {
                var weight = Math.Exp(height);
                sum += weight;
                positive += weight * integrand.ShareAboveZero(u);
                negative += weight * integrand.ShareBelowZero(u);
            }
        }
        var log = start + Math.Log(sum * Step) + (df + 1) / 2 * Accurate.LogOnePlus(t * t / df);
        // Half of the prior lies on either side.
        double? OneSided(double part) => part > 0 ? log + Math.Log(2 * part / sum) : null;
        return new JzsBayesFactor(log, OneSided(positive), OneSided(negative), scale);
    }

    /// <summary>Over u = ln g.</summary>
    sealed class Integrand(double t, double df, double precision)
    {
        static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

        public double Log(double u)
        {
            var inflation = 1 + precision * Math.Exp(u);
            var likelihood = -0.5 * Math.Log(inflation) - (df + 1) / 2 * Accurate.LogOnePlus(t * t / (inflation * df));
            return likelihood - HalfLogTwoPi - u / 2 - Math.Exp(-u) / 2;
        }

        /// <summary>Highest point of a grid fine enough not to miss the mode.</summary>
        public double Peak()
        {
            var best = -10.0;
            for (var u = -10.0; u < 60; u += 0.25)
                if (Log(u) > Log(best))
                    best = u;
            return best;
        }

        public double ShareAboveZero(double u) => StudentT.Cdf(SignedT(u), df + 1);

        public double ShareBelowZero(double u) => StudentT.Cdf(-SignedT(u), df + 1);

        double SignedT(double u)
        {
            var inflation = 1 + precision * Math.Exp(u);
            var weight = double.IsPositiveInfinity(inflation) ? 1 : (inflation - 1) / inflation;
            return t * Math.Sqrt(weight * (df + 1) / (df + t * t / inflation));
        }
    }
}
