using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// Cluster-robust covariance CR2 of the coefficients by outer unit, unbiased when the working covariance is right, and Satterthwaite's degrees
/// of freedom. With <c>W = Φ⁻¹</c>: <c>A_g = Φ^½ᵀ(Φ^½(Φ_g − X_gMX_gᵀ)Φ^½ᵀ)^(−½)Φ^½</c>.
/// </summary>
/// <remarks>
/// Pustejovsky, Tipton (2018), Small-sample methods for cluster-robust variance estimation, J. Bus. Econ. Stat. 36, 672–683;
/// Pustejovsky, Tipton (2022), Meta-analysis with robust variance estimation, Prevention Science 23, 425–438.
/// </remarks>
sealed class NestedRobustCovariance
{
    /// <summary>Eigenvalues below this share of the largest count as zero in the inverse root.</summary>
    const double Vanishing = 1e-12;

    readonly OuterUnit[] units;
    readonly NestedLikelihood.Fit fit;
    readonly Matrix<double>[] adjusted;

    public NestedRobustCovariance(OuterUnit[] units, NestedLikelihood.Fit fit)
    {
        (this.units, this.fit) = (units, fit);
        adjusted = [.. units.Select((unit, g) => Adjustment(unit, fit) * fit.Precisions[g] * unit.Design * fit.Covariance)];
        Covariance = units.Select((unit, g) =>
            {
                var pull = adjusted[g].TransposeThisAndMultiply(unit.Effects - (unit.Design * fit.Coefficients));
                return pull.OuterProduct(pull);
            })
            .Aggregate((first, second) => first + second);
    }

    public Matrix<double> Covariance { get; }

    /// <summary><c>(Σ θ_gg)²/Σ θ_gh²</c> with <c>θ_gh = p_gᵀΦp_h</c>, for one coefficient.</summary>
    public double DegreesOfFreedom(int term)
    {
        var columns = adjusted.Select(matrix => matrix.Column(term)).ToArray();
        var pulls = units.Select((unit, g) => unit.Design.TransposeThisAndMultiply(columns[g])).ToArray();
        var (total, squares) = (0.0, 0.0);
        for (var g = 0; g < units.Length; g++)
        {
            var own = columns[g] * (units[g].Covariance(fit.Components) * columns[g]);
            for (var h = 0; h < units.Length; h++)
            {
                var product = (g == h ? own : 0) - (pulls[g] * (fit.Covariance * pulls[h]));
                squares += product * product;
                if (g == h)
                    total += product;
            }
        }
        return total * total / squares;
    }

    static Matrix<double> Adjustment(OuterUnit unit, NestedLikelihood.Fit fit)
    {
        var working = unit.Covariance(fit.Components);
        var factor = working.Cholesky().Factor;
        var middle = factor.TransposeThisAndMultiply((working - (unit.Design * fit.Covariance * unit.Design.Transpose())) * factor);
        var eigen = ((middle + middle.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var floor = Vanishing * values.Maximum();
        var inverseRoot = eigen.EigenVectors
            * Matrix<double>.Build.DenseOfDiagonalVector(values.Map(value => value > floor ? 1 / Math.Sqrt(value) : 0))
            * eigen.EigenVectors.Transpose();
        return factor * inverseRoot * factor.Transpose();
    }
}
