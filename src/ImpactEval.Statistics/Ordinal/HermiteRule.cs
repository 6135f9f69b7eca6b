using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>Nodes and weights of Gauss–Hermite quadrature, <c>∫ e^(−x²) f(x) dx ≈ Σ wᵢ f(xᵢ)</c>.</summary>
/// <remarks>Golub and Welsch (1969), Calculation of Gauss quadrature rules, Mathematics of Computation 23, 221–230.</remarks>
static class HermiteRule
{
    /// <summary>As many as lme4 takes at most; around the mode far fewer would do.</summary>
    const int Order = 25;

    static HermiteRule()
    {
        var jacobi = Matrix<double>.Build.Dense(Order, Order, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j) / 2.0) : 0);
        var eigen = jacobi.Evd(Symmetricity.Symmetric);
        Nodes = [.. eigen.EigenValues.Select(value => value.Real)];
        LogWeights = [.. eigen.EigenVectors.Row(0).Select(first => Math.Log(Math.Sqrt(Math.PI) * first * first))];
    }

    public static double[] Nodes { get; }

    public static double[] LogWeights { get; }
}
