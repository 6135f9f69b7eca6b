using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Planning;

/// <summary>How likely a one-way analysis of variance finds that groups differ.</summary>
public static class AnovaPower
{
    /// <summary>P(F &gt; F(1 − α; k − 1, k(n − 1))) with noncentrality <c>k·n·f²</c>.</summary>
    /// <param name="groups">k ≥ 2.</param>
    /// <param name="size">n &gt; 1 people in each group.</param>
    /// <param name="effect">f: standard deviation of the group means over that within groups; with two groups d/2.</param>
    /// <param name="alpha">Level of the test, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    /// <exception cref="NotEstimableException">No degrees of freedom for the error.</exception>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 8.</remarks>
    public static double At(int groups, double size, double effect, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(effect);
        TTestPower.RequireShare(alpha, nameof(alpha));
        var (df1, df2) = (groups - 1.0, groups * (size - 1));
        if (!(df2 > 0))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return NoncentralF.Upper(FisherF.Quantile(1 - alpha, df1, df2), df1, df2, groups * size * effect * effect);
    }
}
