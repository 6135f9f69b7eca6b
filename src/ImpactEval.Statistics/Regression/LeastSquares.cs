namespace ImpactEval.Statistics.Regression;

/// <summary>Coefficients that make the sum of squared residuals smallest, refined with residuals of twice the digits.</summary>
/// <remarks>
/// Björck (1967), Iterative refinement of linear least squares solutions I, BIT 7, 257–278: residuals r and coefficients x are corrected together,
/// <c>f = y − r − Xx</c>, <c>g = −Xᵀr</c>, so that badly conditioned polynomials keep their digits as well.
/// </remarks>
sealed class LeastSquares
{
    const int MostSteps = 10;
    const int Block = 512;

    /// <summary>A correction of this share leaves an error of about its square, which is below the last digit.</summary>
    const double LastCorrection = 1e-8;

    readonly IReadOnlyList<double[]> columns;
    readonly double[] response;
    readonly OrthogonalFactors factors;

    LeastSquares(IReadOnlyList<double[]> columns, double[] response, OrthogonalFactors factors)
    {
        (this.columns, this.response, this.factors) = (columns, response, factors);
        (Coefficients, Residuals) = (new double[columns.Count], new double[response.Length]);
    }

    public double[] Coefficients { get; }

    public double[] Residuals { get; }

    public static LeastSquares Of(IReadOnlyList<double[]> columns, double[] response, OrthogonalFactors factors)
    {
        var solution = new LeastSquares(columns, response, factors);
        var last = double.PositiveInfinity;
        solution.Correct();
        for (var step = 0; step < MostSteps; step++)
        {
            var correction = solution.Correct();
            if (correction <= LastCorrection || correction > last / 2)
                break;
            last = correction;
        }
        return solution;
    }

    /// <returns>Largest correction of a coefficient, as a share of it.</returns>
    double Correct()
    {
        var f = Discrepancy();
        double[] g = [.. columns.Select(column => -ColumnArithmetic.DotTwice(column, Residuals))];
        var projected = factors.Project(f);
        var h = factors.SolveLower(g);
        for (var j = 0; j < h.Length; j++)
            projected[j] -= h[j];
        var change = factors.SolveUpper(projected);
        var largest = 0.0;
        for (var j = 0; j < change.Length; j++)
        {
            Coefficients[j] += change[j];
            ColumnArithmetic.AddScaled(f, -projected[j], factors.Q[j]);
            largest = Math.Max(largest, change[j] == 0 ? 0 : Math.Abs(change[j] / Coefficients[j]));
        }
        ColumnArithmetic.AddScaled(Residuals, 1, f);
        return largest;
    }

    /// <summary>y − r − Xx, row by row with twice the digits.</summary>
    double[] Discrepancy()
    {
        var f = new double[response.Length];
        Span<double> lost = stackalloc double[Block];
        for (var start = 0; start < f.Length; start += Block)
        {
            var size = Math.Min(Block, f.Length - start);
            lost.Clear();
            for (var i = 0; i < size; i++)
            {
                f[start + i] = response[start + i];
                ColumnArithmetic.Accumulate(ref f[start + i], ref lost[i], -1, Residuals[start + i]);
            }
            for (var j = 0; j < columns.Count; j++)
            {
                var column = columns[j].AsSpan(start, size);
                var factor = -Coefficients[j];
                for (var i = 0; i < column.Length; i++)
                    ColumnArithmetic.Accumulate(ref f[start + i], ref lost[i], factor, column[i]);
            }
            for (var i = 0; i < size; i++)
                f[start + i] += lost[i];
        }
        return f;
    }
}
