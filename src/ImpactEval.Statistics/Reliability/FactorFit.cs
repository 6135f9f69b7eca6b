using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Reliability;

/// <summary>How well one factor explains the covariances of the items.</summary>
/// <param name="ChiSquare">n·F.</param>
/// <param name="DegreesOfFreedom">k(k + 1)/2 − 2k; with three items 0, and the fit says nothing.</param>
/// <param name="PValue">Null without degrees of freedom.</param>
/// <param name="ComparativeFitIndex">CFI, 0 to 1. Bentler (1990), Psychological Bulletin 107, 238–246.</param>
/// <param name="RootMeanSquareError">RMSEA; null without degrees of freedom. Steiger (1990), Multivariate Behavioral Research 25, 173–180.</param>
/// <param name="StandardisedResidual">SRMR over variances and covariances. Bentler (1995), EQS structural equations program manual.</param>
public sealed record FactorFit(
    double ChiSquare, int DegreesOfFreedom, double? PValue, double ComparativeFitIndex, double? RootMeanSquareError, double StandardisedResidual)
{
    public static FactorFit Of(FactorModel model)
    {
        int n = model.Persons, k = model.Loadings.Count, df = k * (k + 1) / 2 - 2 * k;
        var chiSquare = n * Math.Max(0, model.Discrepancy);
        // Without any factor ln|Σ| = Σ ln sᵢᵢ.
        var unrelated = n * (model.Covariance.Diagonal().Sum(Math.Log) - FactorModel.LogDeterminant(model.Covariance));
        var (excess, excessOfUnrelated) = (Math.Max(0, chiSquare - df), Math.Max(0, unrelated - k * (k - 1) / 2.0));
        var worst = Math.Max(excess, excessOfUnrelated);
        return new FactorFit(
            chiSquare, df, df == 0 ? null : Distributions.ChiSquare.Upper(chiSquare, df), worst == 0 ? 1 : 1 - excess / worst,
            df == 0 ? null : Math.Sqrt(excess / (df * (double)n)), Residual(model.Covariance, model.Implied));
    }

    static double Residual(Matrix<double> sample, Matrix<double> implied)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < sample.RowCount; i++)
        {
            for (var j = 0; j <= i; j++, count++)
                sum += Math.Pow(sample[i, j] - implied[i, j], 2) / (sample[i, i] * sample[j, j]);
        }
        return Math.Sqrt(sum / count);
    }
}
