using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>A two-sided range of a quantity that has no named interval of its own.</summary>
public sealed record LimitPair(double Lower, double Upper);

/// <summary>Limits of the heterogeneity between studies by the Q-profile.</summary>
/// <param name="Empty">
/// True when every τ² ≥ 0 is refuted at this level because effects scatter less than sampling error explains; both limits are 0 then.
/// </param>
/// <param name="Variance">Of τ².</param>
/// <param name="StandardDeviation">Of τ.</param>
/// <param name="ISquared">Of I², shares 0–1.</param>
/// <param name="HSquared">Of H².</param>
public sealed record HeterogeneityLimits(
    bool Empty, LimitPair Variance, LimitPair StandardDeviation, LimitPair ISquared, LimitPair HSquared, double Level)
{
    /// <summary>The τ² at which the generalised Q equals its chi-square quantiles (1 ± level)/2 on k − p degrees of freedom.</summary>
    /// <param name="studies">k ≥ 2.</param>
    /// <exception cref="NotEstimableException">Fewer than two studies.</exception>
    /// <remarks>Viechtbauer (2007), Confidence intervals for the amount of heterogeneity in meta-analysis, Statistics in Medicine 26, 37–52.</remarks>
    public static HeterogeneityLimits Of(StudyEffects studies, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(studies);
        return Of(studies, [], level);
    }

    /// <summary>Limits of the residual heterogeneity when moderators explain a part.</summary>
    /// <exception cref="NotEstimableException">k ≤ p, or moderators depend on each other.</exception>
    /// <exception cref="ArgumentException">A moderator differs in size.</exception>
    public static HeterogeneityLimits Of(StudyEffects studies, IReadOnlyList<Moderator> moderators, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var fit = new WeightedFit(studies.Effects.Values, Moderator.Design(studies, moderators));
        var freedom = BetweenStudyVariance.FreedomOf(fit);
        if (freedom < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var variances = studies.Variances.Values;
        var tail = (1 - level.Value) / 2;
        var upper = GeneralisedQ.Root(fit, variances, ChiSquare.Quantile(tail, freedom));
        var lower = GeneralisedQ.Root(fit, variances, ChiSquare.Quantile(1 - tail, freedom));
        fit.SetWeights(BetweenStudyVariance.Inverse(variances, 0));
        var typical = freedom / BetweenStudyVariance.TraceOfProjection(fit);
        return new(
            fit.ResidualSum < ChiSquare.Quantile(tail, freedom),
            new(lower, upper),
            new(Math.Sqrt(lower), Math.Sqrt(upper)),
            new(lower / (lower + typical), upper / (upper + typical)),
            new((lower / typical) + 1, (upper / typical) + 1),
            level.Value);
    }
}
