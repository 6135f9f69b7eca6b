namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// The fixed part as <c>X = QR</c> with <c>QᵀQ = nI</c>, and the outcome as ordinary least squares residuals of mean square one: sums of
/// products of these lose no digits to a large mean or to columns of different size.
/// </summary>
sealed class OrthogonalDesign
{
    /// <summary>A column that loses more than ten digits to the others is a combination of them.</summary>
    const double Dependent = 1e-10;

    readonly double[,] triangle;
    readonly double[] ordinary;

    /// <exception cref="NotEstimableException">Not more rows than columns, dependent columns, or nothing left to explain.</exception>
    public OrthogonalDesign(ReadOnlySpan<double> outcome, IReadOnlyList<ModelColumn> columns)
    {
        (Rows, Parameters) = (outcome.Length, columns.Count + 1);
        if (Rows <= Parameters)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        triangle = new double[Parameters, Parameters];
        Basis = new double[Parameters][];
        for (var j = 0; j < Parameters; j++)
            Basis[j] = Orthogonal(j, j == 0 ? [.. Enumerable.Repeat(1.0, Rows)] : columns[j - 1].Values.Values.ToArray());
        Residuals = outcome.ToArray();
        var before = Norm(Residuals);
        ordinary = [.. Basis.Select(column => Remove(column, Residuals))];
        Unit = Norm(Residuals) / Math.Sqrt(Rows);
        if (!(Norm(Residuals) > Dependent * before))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        for (var i = 0; i < Rows; i++)
            Residuals[i] /= Unit;
    }

    public int Rows { get; }
    public int Parameters { get; }
    public double[][] Basis { get; }
    public double[] Residuals { get; }

    /// <summary>Units of the outcome in one unit of the residuals.</summary>
    public double Unit { get; }

    /// <summary><c>ln |RᵀR|</c>.</summary>
    public double LogDeterminant => Enumerable.Range(0, Parameters).Sum(j => 2 * Math.Log(triangle[j, j]));

    /// <summary>Coefficients of X in units of the outcome from coefficients of Q in units of the residuals.</summary>
    public double[] Coefficients(double[] ofBasis) => Solve([.. ofBasis.Zip(ordinary, (value, first) => first + (Unit * value))]);

    /// <summary><c>R⁻¹ C R⁻ᵀ</c>, in squared units of the outcome.</summary>
    public double[,] Covariance(double[,] ofBasis)
    {
        var half = new double[Parameters, Parameters];
        var full = new double[Parameters, Parameters];
        for (var column = 0; column < Parameters; column++)
            Set(half, column, Solve([.. Enumerable.Range(0, Parameters).Select(row => ofBasis[row, column])]));
        for (var column = 0; column < Parameters; column++)
            Set(full, column, Solve([.. Enumerable.Range(0, Parameters).Select(row => Unit * Unit * half[column, row])]));
        return full;
    }

    static void Set(double[,] matrix, int column, double[] values)
    {
        for (var row = 0; row < values.Length; row++)
            matrix[row, column] = values[row];
    }

    double[] Solve(double[] right)
    {
        for (var row = Parameters - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < Parameters; column++)
                right[row] -= triangle[row, column] * right[column];
            right[row] /= triangle[row, row];
        }
        return right;
    }

    double[] Orthogonal(int j, double[] column)
    {
        var before = Norm(column);
        // Twice is enough (Kahan, in Parlett 1980, The symmetric eigenvalue problem).
        for (var pass = 0; pass < 2; pass++)
            for (var earlier = 0; earlier < j; earlier++)
                triangle[earlier, j] += Remove(Basis[earlier], column);
        var norm = Norm(column);
        if (!(norm > Dependent * before))
            throw new NotEstimableException(NotEstimableReason.SingularDesign);
        var length = norm / Math.Sqrt(Rows);
        triangle[j, j] = length;
        for (var i = 0; i < Rows; i++)
            column[i] /= length;
        return column;
    }

    double Remove(double[] direction, double[] vector)
    {
        var share = 0.0;
        for (var i = 0; i < vector.Length; i++)
            share += direction[i] * vector[i];
        share /= Rows;
        for (var i = 0; i < vector.Length; i++)
            vector[i] -= share * direction[i];
        return share;
    }

    static double Norm(double[] vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
            sum += value * value;
        return Math.Sqrt(sum);
    }
}
