using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>How far the true effects differ between studies.</summary>
/// <param name="Variance">τ², in squared units of the effects.</param>
/// <param name="StandardError">Large-sample standard error of τ²; null where the method has none.</param>
/// <param name="ISquared">
/// Share (0–1) of the total variance that lies between studies: <c>τ²/(τ² + ṽ)</c> with the typical sampling variance
/// <c>ṽ = (k − p)/tr P</c>; from Q, <c>max(0, (Q − (k − p))/Q)</c>, where τ² = 0 by assumption.
/// </param>
/// <param name="HSquared"><c>τ²/ṽ + 1</c>, or <c>Q/(k − p)</c> where τ² = 0 by assumption.</param>
/// <param name="Q">Cochran's test of τ² = 0, on k − p degrees of freedom.</param>
/// <remarks>Higgins, Thompson (2002), Quantifying heterogeneity in a meta-analysis, Statistics in Medicine 21, 1539–1558.</remarks>
public sealed record HeterogeneitySummary(double Variance, double? StandardError, double ISquared, double HSquared, TestResult Q)
{
    /// <summary>τ, in units of the effects.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    internal static HeterogeneitySummary Of(StudyEffects studies, WeightedFit fit, BetweenStudyVariance between, HeterogeneityMethod method)
    {
        fit.SetWeights(BetweenStudyVariance.Inverse(studies.Variances.Values, 0));
        var (q, freedom) = (fit.ResidualSum, BetweenStudyVariance.FreedomOf(fit));
        var test = new TestResult(q, freedom, ChiSquare.Upper(q, freedom), Alternative.Greater);
        if (method == HeterogeneityMethod.EqualEffects)
            return new(0, null, q > freedom ? (q - freedom) / q : 0, q / freedom, test);
        var typical = freedom / BetweenStudyVariance.TraceOfProjection(fit);
        return new(between.Value, between.StandardError, between.Value / (between.Value + typical), (between.Value / typical) + 1, test);
    }
}
