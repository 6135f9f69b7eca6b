using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Did paired scores change? Student's t of the gains.</summary>
public static class PairedTTest
{
    /// <summary><c>t = d̄ / (s_d/√n)</c> with n − 1 degrees of freedom.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="alternative">Greater: scores rose.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or everybody gained the same.</exception>
    /// <remarks>Student (1908), The probable error of a mean, Biometrika 6(1), 1–25.</remarks>
    public static TestResult Of(Sample pre, Sample post, Alternative alternative) => Of(PairedSummary.Of(pre, post), alternative);

    /// <inheritdoc cref="Of(Sample, Sample, Alternative)"/>
    public static TestResult Of(PairedSummary pairs, Alternative alternative)
    {
        var t = pairs.RequireVaryingGains().T;
        return new TestResult(t, pairs.DegreesOfFreedom, StudentT.PValue(t, pairs.DegreesOfFreedom, alternative), alternative);
    }
}
