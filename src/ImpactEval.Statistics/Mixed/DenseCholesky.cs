namespace ImpactEval.Statistics.Mixed;

/// <summary>Cholesky's factor of a positive definite matrix kept by rows, in place of its lower triangle.</summary>
static class DenseCholesky
{
    /// <exception cref="NotEstimableException">The matrix is not positive definite.</exception>
    public static void Factor(double[] matrix, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var current = matrix.AsSpan(row * size, row + 1);
            for (var column = 0; column <= row; column++)
            {
                var other = matrix.AsSpan(column * size, column + 1);
                var sum = current[column];
                for (var inner = 0; inner < column; inner++)
                    sum -= current[inner] * other[inner];
                current[column] = row == column ? Root(sum) : sum / other[column];
            }
        }
    }

    /// <summary><c>(LLᵀ)⁻¹</c> of the diagonal block of the factor that starts at <paramref name="start"/>.</summary>
    public static double[,] InverseOf(double[] factor, int size, int start, int width)
    {
        var inverse = new double[width, width];
        for (var column = 0; column < width; column++)
            for (var row = column; row < width; row++)
            {
                var sum = row == column ? 1.0 : 0.0;
                for (var inner = column; inner < row; inner++)
                    sum -= factor[((start + row) * size) + start + inner] * inverse[inner, column];
                inverse[row, column] = sum / factor[((start + row) * size) + start + row];
            }
        var product = new double[width, width];
        for (var row = 0; row < width; row++)
            for (var column = 0; column < width; column++)
                for (var inner = Math.Max(row, column); inner < width; inner++)
                    product[row, column] += inverse[inner, row] * inverse[inner, column];
        return product;
    }

    /// <summary>Solves for the block when the last row of the matrix held the right-hand side.</summary>
    public static double[] CoefficientsOf(double[] factor, int size, int start, int width)
    {
        var coefficients = new double[width];
        for (var row = width - 1; row >= 0; row--)
        {
            var rest = factor[((size - 1) * size) + start + row];
            for (var below = row + 1; below < width; below++)
                rest -= factor[((start + below) * size) + start + row] * coefficients[below];
            coefficients[row] = rest / factor[((start + row) * size) + start + row];
        }
        return coefficients;
    }

    static double Root(double pivot) => pivot > 0 ? Math.Sqrt(pivot) : throw new NotEstimableException(NotEstimableReason.SingularDesign);
}
