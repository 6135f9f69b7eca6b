using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Regression;

/// <summary>Does a larger linear model explain more than a smaller one that is part of it?</summary>
public static class NestedModelTest
{
    /// <summary><c>F = ((RSS₀ − RSS)/(df₀ − df))/(RSS/df)</c>.</summary>
    /// <param name="restricted">Its columns are combinations of those of the full model.</param>
    /// <param name="full">Of the same response and rows.</param>
    /// <exception cref="ArgumentException">Other rows, or the full model has no more columns.</exception>
    /// <exception cref="NotEstimableException">The full model leaves nothing to explain.</exception>
    /// <remarks>Seber and Lee (2003), Linear regression analysis, 2nd ed.</remarks>
    public static VarianceRatioTest Of(LinearModel restricted, LinearModel full)
    {
        if (restricted.Size != full.Size || restricted.DegreesOfFreedom <= full.DegreesOfFreedom)
            throw new ArgumentException("The full model has the same rows and more columns.", nameof(full));
        if (full.ResidualSumOfSquares == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var df = restricted.DegreesOfFreedom - full.DegreesOfFreedom;
        var f = (restricted.ResidualSumOfSquares - full.ResidualSumOfSquares) / df / full.ResidualVariance;
        return new VarianceRatioTest(f, df, full.DegreesOfFreedom, FisherF.Upper(f, df, full.DegreesOfFreedom));
    }
}
