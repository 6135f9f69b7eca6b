using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Missing;

/// <summary>Which covariance the distances are measured by.</summary>
public enum McarCovariance
{
    /// <summary>(n − 1)/n times the chi-square of the other, as in Little's paper.</summary>
    Unbiased,
    /// <summary>As naniar and SPSS compute it.</summary>
    MaximumLikelihood,
}

/// <summary>Are answers missing completely at random? Not to reject this is no evidence of it.</summary>
public static class LittleMcarTest
{
    /// <summary><c>Σ over patterns of n_j (x̄_j − μ)ᵀ Σ_j⁻¹ (x̄_j − μ)</c> with mean and covariance by EM; degrees of freedom Σp_j − p.</summary>
    /// <exception cref="NotEstimableException">There is but one pattern, or mean and covariance cannot be had.</exception>
    /// <remarks>Little (1988), A test of missing completely at random for multivariate data with missing values, JASA 83, 1198–1202.</remarks>
    public static TestResult Of(IncompleteScores scores, McarCovariance covariance)
    {
        var patterns = scores.Patterns.Where(pattern => pattern.Answered.Count > 0).ToArray();
        if (patterns.Length < 2)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var normal = NormalByEm.Of(scores);
        var chiSquare = patterns.Sum(pattern => Distance(pattern, normal));
        if (covariance == McarCovariance.Unbiased)
            chiSquare *= (normal.Persons - 1.0) / normal.Persons;
        var df = patterns.Sum(pattern => pattern.Answered.Count) - scores.Items;
        return new TestResult(chiSquare, df, ChiSquare.Upper(chiSquare, df), Alternative.TwoSided);
    }

    static double Distance(MissingPattern pattern, NormalByEm normal)
    {
        var difference = Vector<double>.Build.Dense(pattern.Answered.Count,
            i => pattern.Rows.Average(row => row[pattern.Answered[i]]) - normal.Mean[pattern.Answered[i]]);
        var part = NormalByEm.Part(normal.Covariance, pattern.Answered, pattern.Answered);
        return pattern.Rows.Count * difference.DotProduct(part.Cholesky().Solve(difference));
    }
}
