namespace ImpactEval.Statistics.Paired;

/// <summary>d_av without its upward bias in small samples.</summary>
public static class HedgesGav
{
    /// <summary><c>g_av = J(n−1)·d_av</c>; standard error and limits are those of d_av times J.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 3.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>In standard deviations of the scores; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, or everybody gained the same.</exception>
    /// <remarks>Hedges (1981), equation 6e; Gibbons, Hedeker and Davis (1993), Estimation of effect size from a series of experiments involving
    /// paired comparisons, Journal of Educational Statistics 18, 271–279, for n − 1.</remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level) => Of(PairedSummary.Of(pre, post), level);

    /// <inheritdoc cref="Of(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Of(PairedSummary pairs, ConfidenceLevel level) => HedgesCorrection.Apply(CohensDav.Of(pairs, level), pairs.DegreesOfFreedom);

    /// <summary>The point alone, as the bootstrap needs it; not finite for two pairs or when no score varies.</summary>
    public static double Value(PairedSummary pairs) => pairs.Size > 2 ? HedgesCorrection.J(pairs.DegreesOfFreedom) * CohensDav.Value(pairs) : double.NaN;
}
