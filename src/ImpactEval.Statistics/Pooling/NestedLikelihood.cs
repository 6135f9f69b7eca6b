using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Pooling;

/// <summary>Restricted log-likelihood of the outer and the inner variance, with slope and curvature, summed over outer units.</summary>
/// <remarks>Harville (1977), JASA 72, 320–338; the curvature: Searle, Casella, McCulloch (1992), Variance Components, chapter 6.</remarks>
sealed class NestedLikelihood(OuterUnit[] units)
{
    readonly int parameters = units[0].Design.ColumnCount;
    readonly int count = units.Sum(unit => unit.Size);
    readonly double logDesign = Math.Log(units.Aggregate(
        Matrix<double>.Build.Dense(units[0].Design.ColumnCount, units[0].Design.ColumnCount),
        (sum, unit) => sum + unit.Design.TransposeThisAndMultiply(unit.Design)).Determinant());

    /// <summary>The fit of the coefficients at given variances.</summary>
    /// <param name="Precisions">Inverse covariance of each outer unit.</param>
    public sealed record Fit(
        double[] Components, double LogLikelihood, Vector<double> Coefficients, Matrix<double> Covariance, double ResidualSum, Matrix<double>[] Precisions);

    public sealed record Curvature(Vector<double> Slope, Matrix<double> Observed, Matrix<double> Expected);

    public Fit At(double[] components)
    {
        var information = Matrix<double>.Build.Dense(parameters, parameters);
        var score = Vector<double>.Build.Dense(parameters);
        var logDeterminant = 0.0;
        var precisions = new Matrix<double>[units.Length];
        for (var g = 0; g < units.Length; g++)
        {
            var factor = units[g].Covariance(components).Cholesky();
            logDeterminant += factor.DeterminantLn;
            precisions[g] = factor.Solve(Matrix<double>.Build.DenseIdentity(units[g].Size));
            var weighted = units[g].Design.TransposeThisAndMultiply(precisions[g]);
            information += weighted * units[g].Design;
            score += weighted * units[g].Effects;
        }
        var solver = information.Cholesky();
        var coefficients = solver.Solve(score);
        var residualSum = units.Select((unit, g) =>
        {
            var residuals = unit.Effects - (unit.Design * coefficients);
            return residuals * (precisions[g] * residuals);
        }).Sum();
        var constants = ((count - parameters) * Math.Log(2 * Math.PI)) - logDesign;
        return new(
            components, -0.5 * (constants + logDeterminant + solver.DeterminantLn + residualSum), coefficients,
            solver.Solve(Matrix<double>.Build.DenseIdentity(parameters)), residualSum, precisions);
    }

    /// <summary>
    /// With <c>P = V⁻¹ − V⁻¹XMXᵀV⁻¹</c>: slope <c>½(yᵀPSᵢPy − tr PSᵢ)</c>, expected information <c>½ tr PSᵢPSⱼ</c>, observed information
    /// <c>yᵀPSᵢPSⱼPy − ½ tr PSᵢPSⱼ</c>.
    /// </summary>
    public Curvature At(Fit fit)
    {
        var size = fit.Components.Length;
        var sums = new Sums(size, parameters);
        for (var g = 0; g < units.Length; g++)
            sums.Add(units[g], fit.Precisions[g], fit);
        for (var i = 0; i < size; i++)
        {
            sums.Slope[i] += 0.5 * (fit.Covariance * sums.Sandwiches[i]).Trace();
            for (var j = 0; j < size; j++)
            {
                sums.Traces[i, j] += (fit.Covariance * sums.Sandwiches[i] * fit.Covariance * sums.Sandwiches[j]).Trace();
                sums.Quadratics[i, j] -= sums.Pulls[i] * (fit.Covariance * sums.Pulls[j]);
            }
        }
        return new(sums.Slope, sums.Quadratics - (0.5 * sums.Traces), 0.5 * sums.Traces);
    }

    /// <summary>What single outer units add to slope and curvature, before the coefficients are taken into account.</summary>
    sealed class Sums(int size, int parameters)
    {
        public Vector<double> Slope { get; } = Vector<double>.Build.Dense(size);
        public Matrix<double> Traces { get; } = Matrix<double>.Build.Dense(size, size);
        public Matrix<double> Quadratics { get; } = Matrix<double>.Build.Dense(size, size);

        /// <summary><c>XᵀV⁻¹SᵢV⁻¹X</c>.</summary>
        public Matrix<double>[] Sandwiches { get; } = [.. Enumerable.Range(0, size).Select(_ => Matrix<double>.Build.Dense(parameters, parameters))];

        /// <summary><c>XᵀV⁻¹SᵢPy</c>.</summary>
        public Vector<double>[] Pulls { get; } = [.. Enumerable.Range(0, size).Select(_ => Vector<double>.Build.Dense(parameters))];

        public void Add(OuterUnit unit, Matrix<double> precision, Fit fit)
        {
            var projected = precision * (unit.Effects - (unit.Design * fit.Coefficients));
            var weighted = precision * unit.Design;
            var scaled = unit.Structures.Select(structure => precision * structure).ToArray();
            var images = unit.Structures.Select(structure => structure * projected).ToArray();
            for (var i = 0; i < size; i++)
            {
                Slope[i] += 0.5 * ((projected * images[i]) - scaled[i].Trace());
                Sandwiches[i] += weighted.TransposeThisAndMultiply(unit.Structures[i] * weighted);
                Pulls[i] += weighted.TransposeThisAndMultiply(images[i]);
                for (var j = 0; j < size; j++)
                {
                    var crossed = weighted.TransposeThisAndMultiply(unit.Structures[i] * scaled[j] * weighted);
                    Traces[i, j] += scaled[i].PointwiseMultiply(scaled[j].Transpose()).RowSums().Sum() - (2 * (fit.Covariance * crossed).Trace());
                    Quadratics[i, j] += images[i] * (precision * images[j]);
                }
            }
        }
    }
}
