using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// Degrees of freedom of contrasts <c>lᵀβ̂</c>: <c>2v²/(gᵀAg)</c> with <c>v = lᵀVl</c>, g its gradient in the variance parameters and A the
/// covariance of these parameters, twice the inverse curvature of the deviance.
/// </summary>
/// <remarks>
/// Satterthwaite (1946), Biometrics Bulletin 2, 110–114; Kuznetsova, Brockhoff, Christensen (2017), lmerTest package, J. Statistical
/// Software 82(13), 1–26; several contrasts: Fai, Cornelius (1996), J. Statist. Comput. Simul. 54, 363–378.
/// </remarks>
sealed class SatterthwaiteFreedom
{
    /// <summary>Directions that the deviance hardly sees are left out, as on the border of the parameters.</summary>
    const double Flat = 1e-8;

    readonly Matrix<double> covariance, parameterCovariance;
    readonly Matrix<double>[] gradients;

    /// <param name="covariance">V, of the coefficients.</param>
    /// <param name="gradients">Derivative of V in each variance parameter.</param>
    /// <param name="curvature">Second derivatives of the deviance in them.</param>
    public SatterthwaiteFreedom(double[,] covariance, IEnumerable<double[,]> gradients, double[,] curvature)
    {
        this.covariance = Matrix<double>.Build.DenseOfArray(covariance);
        this.gradients = [.. gradients.Select(gradient => Matrix<double>.Build.DenseOfArray(gradient))];
        var eigen = Matrix<double>.Build.DenseOfArray(curvature).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var floor = Flat * values.AbsoluteMaximum();
        var inverse = Matrix<double>.Build.DenseOfDiagonalVector(values.Map(value => value > floor ? 2 / value : 0));
        parameterCovariance = eigen.EigenVectors * inverse * eigen.EigenVectors.Transpose();
    }

    public double Variance(Vector<double> contrast) => contrast * (covariance * contrast);

    public double Of(Vector<double> contrast)
    {
        var variance = Variance(contrast);
        var gradient = Vector<double>.Build.DenseOfEnumerable(gradients.Select(matrix => contrast * (matrix * contrast)));
        return 2 * variance * variance / (gradient * (parameterCovariance * gradient));
    }

    /// <summary>F of <c>Lβ = 0</c> with its numerator and denominator degrees of freedom.</summary>
    public (double F, int Numerator, double Denominator) Joint(Matrix<double> contrasts, Vector<double> coefficients)
    {
        var eigen = (contrasts * covariance * contrasts.Transpose()).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        int[] kept = [.. Enumerable.Range(0, values.Count).Where(i => values[i] > Flat * values.Maximum())];
        var rows = kept.Select(i => contrasts.TransposeThisAndMultiply(eigen.EigenVectors.Column(i))).ToArray();
        var f = kept.Select((place, i) => Math.Pow(rows[i] * coefficients, 2) / values[place]).Sum() / kept.Length;
        return (f, kept.Length, Joined([.. rows.Select(Of)]));
    }

    static double Joined(double[] freedoms)
    {
        if (freedoms.Length == 1)
            return freedoms[0];
        // Equal degrees of freedom stay what they are; the formula would only lose digits on them.
        if (freedoms.Max() - freedoms.Min() < 1e-7 * freedoms.Max())
            return freedoms.Average();
        if (freedoms.Min() <= 2)
            return 2;
        var expectation = freedoms.Sum(freedom => freedom / (freedom - 2));
        return 2 * expectation / (expectation - freedoms.Length);
    }
}
