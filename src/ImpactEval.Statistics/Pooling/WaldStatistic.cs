namespace ImpactEval.Statistics.Pooling;

/// <summary><c>bᵀV⁻¹b</c> by Cholesky's factor of a block of a covariance matrix.</summary>
static class WaldStatistic
{
    /// <param name="coefficients">b.</param>
    /// <param name="covariance">Positive definite; the block starts at <paramref name="offset"/> in both directions.</param>
    /// <param name="offset">First row and column of the block.</param>
    public static double Of(ReadOnlySpan<double> coefficients, double[,] covariance, int offset)
    {
        var size = coefficients.Length;
        var factor = new double[size, size];
        var solved = new double[size];
        var sum = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = covariance[offset + row, offset + column];
                for (var inner = 0; inner < column; inner++)
                    rest -= factor[row, inner] * factor[column, inner];
                factor[row, column] = row == column ? Math.Sqrt(rest) : rest / factor[column, column];
            }
            var value = coefficients[row];
            for (var inner = 0; inner < row; inner++)
                value -= factor[row, inner] * solved[inner];
            solved[row] = value / factor[row, row];
            sum += solved[row] * solved[row];
        }
        return sum;
    }
}
