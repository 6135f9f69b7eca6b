using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Paired;

/// <summary>Do paired scores spread alike in both waves?</summary>
public static class PairedVarianceTest
{
    /// <summary>t of the correlation of sum and gain, which is 0 when both variances are equal; n − 2 degrees of freedom.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 3.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="alternative">Greater: scores spread more after.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, or the gains or the sums do not vary.</exception>
    /// <remarks>Pitman (1939), Biometrika 31, 9–12; Morgan (1939), Biometrika 31, 13–19.</remarks>
    public static TestResult Of(Sample pre, Sample post, Alternative alternative) =>
        PearsonCorrelation.Test(Sums(pre, post), new Sample(Gains.Of(pre, post)), alternative);

    /// <summary>The correlation of sum and gain, −1 … 1; positive: scores spread more after.</summary>
    /// <inheritdoc cref="Of"/>
    public static double Correlation(Sample pre, Sample post) => PearsonCorrelation.Coefficient(Sums(pre, post), new Sample(Gains.Of(pre, post)));

    static Sample Sums(Sample pre, Sample post) => new(pre.Values.ToArray().Zip(post.Values.ToArray(), (before, after) => before + after));
}
