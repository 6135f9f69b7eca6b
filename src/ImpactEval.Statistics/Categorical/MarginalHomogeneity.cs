using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Categorical;

/// <summary>Did the answers to a categorical question change between two waves of the same people?</summary>
public static class MarginalHomogeneity
{
    /// <summary>
    /// Stuart and Maxwell: <c>dᵀ V⁻¹ d</c> with d the differences of the margins without the last category, <c>v_ii = n_i. + n_.i − 2n_ii</c>,
    /// <c>v_ij = −(n_ij + n_ji)</c>; chi-square with k − 1 degrees of freedom. Categories nobody moved to or from are left out.
    /// </summary>
    /// <param name="counts">People by category before (rows) and after (columns); square.</param>
    /// <exception cref="ArgumentException">Not square.</exception>
    /// <exception cref="NotEstimableException">Nobody moved, or people moved within separate sets of categories only.</exception>
    /// <remarks>Stuart (1955), Biometrika 42, 412–416; Maxwell (1970), British Journal of Psychiatry 116, 651–655.</remarks>
    public static TestResult StuartMaxwell(int[,] counts)
    {
        Require(counts);
        var size = counts.GetLength(0);
        var moved = Enumerable.Range(0, size).Where(i => Enumerable.Range(0, size).Any(j => j != i && counts[i, j] + counts[j, i] > 0)).ToArray();
        if (moved.Length < 2)
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        var df = moved.Length - 1;
        double Margin(int i) => moved.Sum(j => counts[i, j] - counts[j, i]);
        double Spread(int i) => moved.Where(j => j != i).Sum(j => counts[i, j] + counts[j, i]);
        var difference = Vector<double>.Build.Dense(df, i => Margin(moved[i]));
        var variance = Matrix<double>.Build.Dense(df, df, (i, j) => i == j ? Spread(moved[i]) : -(counts[moved[i], moved[j]] + counts[moved[j], moved[i]]));
        var solved = variance.LU();
        if (Math.Abs(solved.Determinant) < 0.5)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        var chiSquare = difference.DotProduct(solved.Solve(difference));
        return new TestResult(chiSquare, df, ChiSquare.Upper(chiSquare, df), Alternative.TwoSided);
    }

    /// <summary>Bowker's symmetry: <c>Σ (n_ij − n_ji)²/(n_ij + n_ji)</c>, i &lt; j; one degree of freedom for each pair of categories.</summary>
    /// <param name="counts">People by category before (rows) and after (columns); square.</param>
    /// <returns>Pairs of categories between which nobody moved are not counted among the degrees of freedom.</returns>
    /// <exception cref="ArgumentException">Not square.</exception>
    /// <exception cref="NotEstimableException">Nobody moved.</exception>
    /// <remarks>Bowker (1948), A test for symmetry in contingency tables, JASA 43, 572–574.</remarks>
    public static TestResult Bowker(int[,] counts)
    {
        Require(counts);
        var (chiSquare, df) = (0.0, 0);
        for (var i = 0; i < counts.GetLength(0); i++)
        {
            for (var j = 0; j < i; j++)
            {
                double sum = counts[i, j] + counts[j, i], difference = counts[i, j] - counts[j, i];
                if (sum == 0)
                    continue;
                chiSquare += difference * difference / sum;
                df++;
            }
        }
        return df > 0
            ? new TestResult(chiSquare, df, ChiSquare.Upper(chiSquare, df), Alternative.TwoSided)
            : throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
    }

    static void Require(int[,] counts)
    {
        if (counts.GetLength(0) != counts.GetLength(1))
            throw new ArgumentException($"{counts.GetLength(0)} categories before, {counts.GetLength(1)} after.", nameof(counts));
    }
}
