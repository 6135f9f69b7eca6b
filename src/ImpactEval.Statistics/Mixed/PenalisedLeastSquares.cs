namespace ImpactEval.Statistics.Mixed;

/// <summary>What the penalised least squares problem gives at one set of relative covariance factors.</summary>
/// <param name="LogDeterminant"><c>ln |ΛᵀZᵀZΛ + I|</c>.</param>
/// <param name="FixedLogDeterminant"><c>ln |QᵀV⁻¹Q|</c> for σ² = 1.</param>
/// <param name="ResidualSum">Penalised residual sum of squares <c>rᵀPr</c>.</param>
/// <param name="Coefficients">Of Q.</param>
/// <param name="Covariance"><c>(QᵀV⁻¹Q)⁻¹</c> for σ² = 1.</param>
sealed record PenalisedFit(double LogDeterminant, double FixedLogDeterminant, double ResidualSum, double[] Coefficients, double[,] Covariance);

/// <summary>
/// Penalised least squares by a blocked Cholesky factor: levels of the main grouping are eliminated one by one, the border is factored as a
/// dense matrix.
/// </summary>
/// <remarks>
/// Bates, Mächler, Bolker, Walker (2015), Fitting linear mixed-effects models using lme4, J. Statistical Software 67(1), section 3.
/// </remarks>
sealed class PenalisedLeastSquares(BlockedProducts products)
{
    readonly double[] square = new double[products.Square.Length];

    public PenalisedFit At(double[] parameters)
    {
        var main = products.Main;
        var factor = main.Factor(parameters);
        var others = OtherFactors(parameters);
        ScaleSquare(others);
        var logDeterminant = 0.0;
        foreach (var levels in products.Classes)
            logDeterminant += Eliminate(levels, factor, others);
        return Finish(logDeterminant);
    }

    double[][,] OtherFactors(double[] parameters)
    {
        var next = products.Main.Parameters;
        return [.. products.Others.Select(other =>
        {
            var factor = other.Factor(parameters.AsSpan(next, other.Parameters));
            next += other.Parameters;
            return factor;
        })];
    }

    /// <summary><c>Λᵀ(products)Λ + I</c> over the columns of the other groupings.</summary>
    void ScaleSquare(double[][,] factors)
    {
        products.Square.CopyTo(square, 0);
        var border = products.Border;
        for (var f = 0; f < factors.Length; f++)
        {
            var (width, first) = (products.Others[f].Width, products.Offsets[f]);
            for (var level = 0; level < products.Others[f].Levels; level++, first += width)
            {
                FillUpper(first, width);
                for (var row = first; row < border; row++)
                    TimesFactor(square.AsSpan((row * border) + first, width), factors[f]);
                for (var column = 0; column < first + width; column++)
                    TimesFactorDown(first, column, factors[f]);
                for (var k = 0; k < width; k++)
                    square[((first + k) * border) + first + k] += 1;
            }
        }
    }

    void FillUpper(int first, int width)
    {
        for (var row = first; row < first + width; row++)
            for (var column = row + 1; column < first + width; column++)
                square[(row * products.Border) + column] = square[(column * products.Border) + row];
    }

    /// <summary>A row vector times lower triangular Λ, in place.</summary>
    static void TimesFactor(Span<double> row, double[,] factor)
    {
        for (var column = 0; column < row.Length; column++)
        {
            var sum = 0.0;
            for (var inner = column; inner < row.Length; inner++)
                sum += row[inner] * factor[inner, column];
            row[column] = sum;
        }
    }

    /// <summary>Λᵀ times a piece of a column of the square, in place.</summary>
    void TimesFactorDown(int first, int column, double[,] factor)
    {
        var width = factor.GetLength(0);
        for (var k = 0; k < width; k++)
        {
            var sum = 0.0;
            for (var inner = k; inner < width; inner++)
                sum += factor[inner, k] * square[((first + inner) * products.Border) + column];
            square[((first + k) * products.Border) + column] = sum;
        }
    }

    /// <summary>Takes the levels out of the border; returns the logarithm of their determinants.</summary>
    double Eliminate(LevelClass levels, double[,] factor, double[][,] others)
    {
        var size = products.Main.Width * levels.Touched.Length;
        Span<double> block = stackalloc double[products.Main.Width * products.Main.Width];
        var rows = size <= 256 ? stackalloc double[size] : new double[size];
        var logDeterminant = FactorOf(levels, factor, block);
        foreach (var cross in levels.Cross)
        {
            Reduce(cross, factor, block, rows);
            ScaleOthers(levels.Touched, others, rows);
            Subtract(levels.Touched, rows);
        }
        return levels.Count * logDeterminant;
    }

    void Subtract(int[] touched, ReadOnlySpan<double> rows)
    {
        var (width, count) = (products.Main.Width, touched.Length);
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
            {
                if (touched[b] > touched[a])
                    continue;
                var sum = 0.0;
                for (var k = 0; k < width; k++)
                    sum += rows[(k * count) + a] * rows[(k * count) + b];
                square[(touched[a] * products.Border) + touched[b]] -= sum;
            }
    }

    /// <summary>Cholesky's factor of <c>ΛᵀZᵀZΛ + I</c>.</summary>
    double FactorOf(LevelClass levels, double[,] factor, Span<double> block)
    {
        var (width, own) = (products.Main.Width, levels.Own);
        var logDeterminant = 0.0;
        for (var row = 0; row < width; row++)
            for (var column = 0; column <= row; column++)
            {
                var sum = row == column ? 1.0 : 0.0;
                for (var a = row; a < width; a++)
                    for (var b = column; b < width; b++)
                        sum += factor[a, row] * own[(a * width) + b] * factor[b, column];
                for (var inner = 0; inner < column; inner++)
                    sum -= block[(row * width) + inner] * block[(column * width) + inner];
                block[(row * width) + column] = row == column ? Math.Sqrt(sum) : sum / block[(column * width) + column];
                if (row == column)
                    logDeterminant += Math.Log(sum);
            }
        return logDeterminant;
    }

    /// <summary><c>L⁻¹ΛᵀZᵀ[touched]</c>.</summary>
    void Reduce(double[] cross, double[,] factor, ReadOnlySpan<double> block, Span<double> rows)
    {
        var width = products.Main.Width;
        var count = cross.Length / width;
        for (var k = 0; k < width; k++)
            for (var c = 0; c < count; c++)
            {
                var sum = 0.0;
                for (var inner = k; inner < width; inner++)
                    sum += factor[inner, k] * cross[(inner * count) + c];
                for (var inner = 0; inner < k; inner++)
                    sum -= block[(k * width) + inner] * rows[(inner * count) + c];
                rows[(k * count) + c] = sum / block[(k * width) + k];
            }
    }

    /// <summary>Columns of other groupings times their own factor.</summary>
    void ScaleOthers(int[] touched, double[][,] others, Span<double> rows)
    {
        for (var c = 0; touched[c] < products.OtherColumns;)
        {
            var f = FactorAt(touched[c]);
            var width = products.Others[f].Width;
            for (var k = 0; k < products.Main.Width; k++)
                TimesFactor(rows.Slice((k * touched.Length) + c, width), others[f]);
            c += width;
        }
    }

    int FactorAt(int column)
    {
        var f = products.Offsets.Length - 1;
        while (products.Offsets[f] > column)
            f--;
        return f;
    }

    PenalisedFit Finish(double logDeterminant)
    {
        DenseCholesky.Factor(square, products.Border);
        var (border, parameters, start) = (products.Border, products.Parameters, products.OtherColumns);
        var fixedLogDeterminant = 0.0;
        for (var column = 0; column < border - 1; column++)
        {
            var pivot = 2 * Math.Log(square[(column * border) + column]);
            if (column < start)
                logDeterminant += pivot;
            else
                fixedLogDeterminant += pivot;
        }
        var last = square[(border * border) - 1];
        return new(logDeterminant, fixedLogDeterminant, last * last, DenseCholesky.CoefficientsOf(square, border, start, parameters),
            DenseCholesky.InverseOf(square, border, start, parameters));
    }
}
