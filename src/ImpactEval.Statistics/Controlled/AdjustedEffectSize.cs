using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Controlled;

/// <summary>An adjusted difference in standard deviations of the scores after the training, pooled within groups.</summary>
public static class AdjustedEffectSize
{
    /// <summary>
    /// <c>g = J(ν)·b/s</c> with s the pooled within-group standard deviation of the response and ν = N − groups;
    /// <c>SE = J·√(SE(b)²/s² + d²/(2ν))</c>. Never by the residual standard deviation, which shrinks with every covariate and so makes the same
    /// impact look larger.
    /// </summary>
    /// <param name="difference">Adjusted difference with its standard error, in units of the response.</param>
    /// <param name="withinSd">From <see cref="WithinSd"/>.</param>
    /// <param name="degreesOfFreedom">ν = people − groups.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In standard deviations of the scores after; sign as that of the difference.</returns>
    /// <exception cref="NotEstimableException">The scores do not vary within groups, or ν is not above 1.</exception>
    /// <remarks>What Works Clearinghouse (2020), Procedures handbook, version 4.1: g of adjusted means by the unadjusted pooled standard
    /// deviation. The second part of SE² is that of Hedges (1981).</remarks>
    public static Estimate HedgesG(Estimate difference, double withinSd, int degreesOfFreedom, ConfidenceLevel level)
    {
        if (!(withinSd > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var d = difference.Value / withinSd;
        var scaled = difference.StandardError!.Value / withinSd;
        var error = Math.Sqrt(scaled * scaled + d * d / (2 * degreesOfFreedom));
        var margin = StandardNormal.TwoSided(level) * error;
        var effect = difference with
        {
            Value = d, StandardError = error, DegreesOfFreedom = degreesOfFreedom,
            Intervals = NamedIntervals.Of(IntervalMethod.Normal, d - margin, d + margin, level),
        };
        return HedgesCorrection.Apply(effect, degreesOfFreedom);
    }

    /// <summary>Each level of a factor against the first one.</summary>
    /// <param name="covariance">Of the model of the adjusted differences.</param>
    /// <param name="factor">Name of a factor of the model.</param>
    /// <param name="scores">Scores after the training of each level, in the order of the levels.</param>
    /// <param name="level">Coverage of each two-sided interval.</param>
    public static IReadOnlyList<Estimate> Of(CoefficientCovariance covariance, string factor, IReadOnlyList<Sample> scores, ConfidenceLevel level)
    {
        var first = covariance.Model.Design.Factor(factor).Levels[0];
        var (sd, df) = (WithinSd(scores), scores.Sum(group => group.Size) - scores.Count);
        return [.. AdjustedMeans.Contrasts(covariance, factor, level).Where(contrast => contrast.Earlier == first)
            .Select(contrast => HedgesG(contrast.Difference, sd, df, level))];
    }

    /// <summary><c>√(Σ(nᵢ−1)sᵢ²/Σ(nᵢ−1))</c>.</summary>
    /// <param name="groups">At least one with two people, none empty.</param>
    /// <exception cref="NotEstimableException">An empty group, or nobody beside another in any.</exception>
    public static double WithinSd(IReadOnlyList<Sample> groups)
    {
        var df = groups.Sum(group => group.Size - 1);
        if (df < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return Math.Sqrt(groups.Select(Moments.Of).Sum(group => (group.Size - 1) * (group.Variance ?? 0)) / df);
    }
}
