using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>How far paired scores rose: the mean of post − pre.</summary>
public static class MeanGain
{
    /// <summary><c>d̄ ± t(n−1; (1+level)/2) · s_d/√n</c> with <c>dᵢ = postᵢ − preᵢ</c>.</summary>
    /// <param name="pre">Scores before the training, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after it, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Gain in score points; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs.</exception>
    /// <remarks>Student (1908), The probable error of a mean, Biometrika 6(1), 1–25.</remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level) => Of(PairedSummary.Of(pre, post), level);

    /// <inheritdoc cref="Of(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Of(PairedSummary pairs, ConfidenceLevel level)
    {
        var margin = StudentT.TwoSided(level, pairs.DegreesOfFreedom) * pairs.StandardErrorOfGain;
        var interval = NamedIntervals.Of(IntervalMethod.StudentT, pairs.MeanGain - margin, pairs.MeanGain + margin, level);
        return new Estimate(pairs.MeanGain, pairs.StandardErrorOfGain, pairs.DegreesOfFreedom, pairs.Size, interval);
    }
}
