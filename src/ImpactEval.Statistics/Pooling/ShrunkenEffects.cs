using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// What each study (cohort, province) is best believed to have reached: its own effect drawn towards the mean of all, the more the less it knows,
/// so that a province of seven people does not top the list by chance.
/// </summary>
public static class ShrunkenEffects
{
    /// <summary>
    /// <c>θ̃ᵢ = λᵢyᵢ + (1 − λᵢ)μ̂</c> with <c>λᵢ = τ̂²/(τ̂² + vᵢ)</c>; <c>SE² = λᵢvᵢ + (1 − λᵢ)²·SE(μ̂)²</c>. With τ̂² = 0 all are the mean.
    /// </summary>
    /// <param name="studies">k ≥ 2 effects with sampling variances.</param>
    /// <param name="model">How τ² is estimated and the mean is judged; its t or normal quantile bounds the effects too.</param>
    /// <returns>In the order of the studies, in units of the effects.</returns>
    /// <exception cref="ArgumentException">Equal effects are assumed: there is one effect then.</exception>
    /// <exception cref="NotEstimableException">As of <see cref="MetaAnalysis.Of"/>.</exception>
    /// <remarks>Morris (1983), Parametric empirical Bayes inference: theory and applications, JASA 78, 47–55; Raudenbush and Bryk (1985), Empirical
    /// Bayes meta-analysis, J. of Educational Statistics 10, 75–98. The uncertainty of τ̂² is not in the errors.</remarks>
    public static IReadOnlyList<Estimate> Of(StudyEffects studies, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Heterogeneity == HeterogeneityMethod.EqualEffects)
            throw new ArgumentException("Equal effects have nothing of their own.", nameof(model));
        var pooled = MetaAnalysis.Of(studies, model);
        var (mean, between) = (pooled.Mean, pooled.Heterogeneity.Variance);
        var quantile = mean.DegreesOfFreedom is { } df ? StudentT.TwoSided(model.Level, df) : StandardNormal.TwoSided(model.Level);
        return [.. Enumerable.Range(0, studies.Count).Select(i =>
        {
            var (effect, variance) = (studies.Effects.Values[i], studies.Variances.Values[i]);
            var own = between / (between + variance);
            var value = mean.Value + own * (effect - mean.Value);
            var error = Math.Sqrt(own * variance + (1 - own) * (1 - own) * mean.StandardError!.Value * mean.StandardError.Value);
            var interval = NamedIntervals.Of(mean.Intervals.Primary.Method, value - quantile * error, value + quantile * error, model.Level);
            return new Estimate(value, error, mean.DegreesOfFreedom, studies.Count, interval);
        })];
    }
}
