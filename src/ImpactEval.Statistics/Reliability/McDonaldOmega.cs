using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Reliability;

/// <summary>Share of the variance of a sum score that one common factor explains; unlike alpha, items may load differently.</summary>
/// <remarks>McDonald (1999), Test theory: a unified treatment, chapter 6. This is the omega of a one-factor confirmatory model, not that of a
/// Schmid–Leiman rotation; look at <see cref="FactorFit"/> before believing it.</remarks>
public static class McDonaldOmega
{
    /// <summary><c>ω = (Σλ)² / ((Σλ)² + Σψ)</c>, its standard error by the delta method from the expected information.</summary>
    /// <param name="scores">n &gt; k people, k ≥ 3 items, reversed items already turned.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Between 0 and 1, no unit.</returns>
    /// <exception cref="NotEstimableException">The factor model cannot be fitted.</exception>
    /// <remarks>Interval: Raykov (2002), Analytic estimation of standard error and confidence interval for scale reliability, Multivariate
    /// Behavioral Research 37, 89–103.</remarks>
    public static Estimate Of(ScoreMatrix scores, ConfidenceLevel level) => Of(FactorModel.Fit(scores), level);

    /// <inheritdoc cref="Of(ScoreMatrix, ConfidenceLevel)"/>
    public static Estimate Of(FactorModel model, ConfidenceLevel level)
    {
        var (loadings, residuals, k) = (model.Loadings.Sum(), model.ResidualVariances.Sum(), model.Loadings.Count);
        var total = loadings * loadings + residuals;
        var omega = loadings * loadings / total;
        // ∂ω/∂λ = 2Σλ·Σψ/total², ∂ω/∂ψ = −(Σλ)²/total², the same for every item.
        var gradient = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(
            2 * k, i => i < k ? 2 * loadings * residuals / (total * total) : -loadings * loadings / (total * total));
        var standardError = Math.Sqrt(gradient.DotProduct(model.Information.Cholesky().Solve(gradient)) / model.Persons);
        var margin = StandardNormal.TwoSided(level) * standardError;
        var interval = NamedIntervals.Of(IntervalMethod.Delta, omega - margin, omega + margin, level);
        return new Estimate(omega, standardError, null, model.Persons, interval);
    }

    /// <summary>The same with the variance of the sum score as it was seen below the line: <c>(Σλ)² / ΣᵢΣⱼ sᵢⱼ</c>.</summary>
    public static double OfObservedVariance(FactorModel model) => Math.Pow(model.Loadings.Sum(), 2) / model.Covariance.RowSums().Sum();

    /// <summary>Percentile interval of resampled people beside the one of the delta method.</summary>
    /// <param name="scores">n &gt; k people, k ≥ 3 items.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same limits.</param>
    /// <exception cref="NotEstimableException">The model cannot be fitted, also in more than 5 % of the resamples.</exception>
    /// <remarks>Kelley and Pornprasertmanit (2016), Confidence intervals for population reliability coefficients, Psychological Methods 21, 69–92:
    /// the bootstrap interval is the one they recommend.</remarks>
    public static Estimate WithBootstrap(ScoreMatrix scores, ConfidenceLevel level, int resamples, ulong seed)
    {
        var estimate = Of(scores, level);
        var replicates = Bootstrap.Of(scores.Persons, people => OrNaN(scores.OfPeople(people)), resamples, seed);
        return estimate with { Intervals = NamedIntervals.Of(replicates.Percentile(level)).And(estimate.Intervals.Primary) };
    }

    static double OrNaN(ScoreMatrix resample)
    {
        try
        {
            var model = FactorModel.Fit(resample);
            var loadings = model.Loadings.Sum();
            return loadings * loadings / (loadings * loadings + model.ResidualVariances.Sum());
        }
        catch (NotEstimableException)
        {
            return double.NaN;
        }
    }
}
