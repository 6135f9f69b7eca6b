namespace ImpactEval.Statistics.Regression;

/// <summary>Columns X as Q·R: Q orthonormal columns, R upper triangular with a positive diagonal.</summary>
/// <remarks>
/// Gram–Schmidt, each column orthogonalised twice, which keeps QᵀQ = I to working accuracy: Giraud, Langou and Rozložník (2005), The loss of
/// orthogonality in the Gram–Schmidt orthogonalization process, Computers and Mathematics with Applications 50, 1069–1075.
/// </remarks>
sealed class OrthogonalFactors
{
    /// <summary>A column whose part outside the earlier ones is a smaller share of its length follows from them, up to rounding.</summary>
    const double LeastNewPart = 1e-12;

    readonly double[][] upper;

    OrthogonalFactors(double[][] q, double[][] upper) => (Q, this.upper) = (q, upper);

    /// <summary>Orthonormal columns in the order of the columns given.</summary>
    public IReadOnlyList<double[]> Q { get; }

    public int Count => Q.Count;

    /// <exception cref="NotEstimableException">A column follows from the ones before it.</exception>
    public static OrthogonalFactors Of(IReadOnlyList<double[]> columns)
    {
        var q = new double[columns.Count][];
        var r = new double[columns.Count][];
        for (var j = 0; j < q.Length; j++)
        {
            double[] rest = [.. columns[j]];
            r[j] = new double[j + 1];
            var length = Length(rest);
            for (var pass = 0; pass < 2; pass++)
                for (var k = 0; k < j; k++)
                {
                    var share = ColumnArithmetic.Dot(q[k], rest);
                    ColumnArithmetic.AddScaled(rest, -share, q[k]);
                    r[j][k] += share;
                }
            var left = Length(rest);
            if (!(left > LeastNewPart * length))
                throw new NotEstimableException(NotEstimableReason.SingularDesign);
            for (var i = 0; i < rest.Length; i++)
                rest[i] /= left;
            (q[j], r[j][j]) = (rest, left);
        }
        return new OrthogonalFactors(q, r);
    }

    /// <summary>Qᵀ v.</summary>
    public double[] Project(double[] v) => Array.ConvertAll((double[][])Q, column => ColumnArithmetic.Dot(column, v));

    /// <summary>x with R x = b.</summary>
    public double[] SolveUpper(double[] b)
    {
        double[] x = [.. b];
        for (var j = x.Length - 1; j >= 0; j--)
        {
            x[j] /= upper[j][j];
            for (var i = 0; i < j; i++)
                x[i] -= upper[j][i] * x[j];
        }
        return x;
    }

    /// <summary>x with Rᵀ x = b.</summary>
    public double[] SolveLower(double[] b)
    {
        double[] x = [.. b];
        for (var j = 0; j < x.Length; j++)
        {
            for (var i = 0; i < j; i++)
                x[j] -= upper[j][i] * x[i];
            x[j] /= upper[j][j];
        }
        return x;
    }

    static double Length(double[] column) => Math.Sqrt(ColumnArithmetic.Dot(column, column));
}
