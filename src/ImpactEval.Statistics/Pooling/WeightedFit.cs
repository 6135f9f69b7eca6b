namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// Weighted least squares <c>y = Xβ + e</c>, <c>W = diag(w)</c>, and the products with <c>P = W − WX(XᵀWX)⁻¹XᵀW</c> that moment and
/// likelihood estimators of τ² need. P is kept as <c>W^½(I − QQᵀ)W^½</c> with orthonormal Q, so no product of large numbers cancels.
/// Buffers are reused from one set of weights to the next.
/// </summary>
/// <remarks>Modified Gram–Schmidt: Björck (1967), Solving linear least squares problems by Gram–Schmidt orthogonalization, BIT 7, 1–21.</remarks>
sealed class WeightedFit
{
    /// <summary>A column that loses more than ten digits to the others is a combination of them.</summary>
    const double Dependent = 1e-10;

    readonly double[] effects;
    readonly double[][] design;
    readonly double[][] basis;
    readonly double[,] triangle;
    readonly double[] weights, roots, residuals, projections;

    public WeightedFit(ReadOnlySpan<double> effects, double[][] design)
    {
        this.effects = effects.ToArray();
        this.design = design;
        Count = effects.Length;
        Parameters = design.Length;
        basis = [.. design.Select(_ => new double[Count])];
        triangle = new double[Parameters, Parameters];
        (weights, roots, residuals, projections) = (new double[Count], new double[Count], new double[Count], new double[Parameters]);
    }

    public int Count { get; }
    public int Parameters { get; }
    public ReadOnlySpan<double> Weights => weights;

    /// <summary><c>w^½(y − Xβ̂)</c>, study by study.</summary>
    public ReadOnlySpan<double> Residuals => residuals;

    /// <summary><c>yᵀPy</c>: the weighted residual sum of squares.</summary>
    public double ResidualSum { get; private set; }

    /// <summary><c>ln |XᵀWX|</c>.</summary>
    public double LogDeterminant { get; private set; }

    /// <exception cref="NotEstimableException">Columns of the design depend on each other.</exception>
    public void SetWeights(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < Count; i++)
        {
            weights[i] = values[i];
            roots[i] = Math.Sqrt(values[i]);
            residuals[i] = roots[i] * effects[i];
        }
        LogDeterminant = 0;
        for (var j = 0; j < Parameters; j++)
            Orthogonalise(j);
        for (var j = 0; j < Parameters; j++)
            projections[j] = Remove(basis[j], residuals);
        ResidualSum = Dot(residuals, residuals);
    }

    public double[] Coefficients()
    {
        var coefficients = new double[Parameters];
        for (var row = Parameters - 1; row >= 0; row--)
        {
            var sum = projections[row];
            for (var column = row + 1; column < Parameters; column++)
                sum -= triangle[row, column] * coefficients[column];
            coefficients[row] = sum / triangle[row, row];
        }
        return coefficients;
    }

    /// <summary><c>(XᵀWX)⁻¹ = R⁻¹R⁻ᵀ</c>.</summary>
    public double[,] Covariance()
    {
        var inverse = new double[Parameters, Parameters];
        for (var column = 0; column < Parameters; column++)
            for (var row = column; row >= 0; row--)
            {
                var sum = row == column ? 1.0 : 0.0;
                for (var inner = row + 1; inner <= column; inner++)
                    sum -= triangle[row, inner] * inverse[inner, column];
                inverse[row, column] = sum / triangle[row, row];
            }
        var covariance = new double[Parameters, Parameters];
        for (var row = 0; row < Parameters; row++)
            for (var column = 0; column < Parameters; column++)
                for (var inner = Math.Max(row, column); inner < Parameters; inner++)
                    covariance[row, column] += inverse[row, inner] * inverse[column, inner];
        return covariance;
    }

    /// <summary><c>Σ Pᵢᵢ aᵢ = tr(P diag(a))</c>.</summary>
    public double Trace(ReadOnlySpan<double> a)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += a[i] * weights[i] * (1 - Inner(i, i));
        return sum;
    }

    /// <summary><c>Σᵢⱼ aᵢ Pᵢⱼ² aⱼ = tr(P diag(a) P diag(a))</c>.</summary>
    public double TraceOfSquare(ReadOnlySpan<double> a)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var row = 0.0;
            for (var j = 0; j < i; j++)
            {
                var inner = Inner(i, j);
                row += a[j] * weights[j] * inner * inner;
            }
            var free = 1 - Inner(i, i);
            sum += a[i] * weights[i] * ((2 * row) + (a[i] * weights[i] * free * free));
        }
        return sum;
    }

    /// <summary><c>yᵀPPy</c> and <c>yᵀPPPy</c>: slope and curvature of the residual sum in τ².</summary>
    public (double Second, double Third) ResidualPowers()
    {
        Span<double> image = Count <= 128 ? stackalloc double[Count] : new double[Count];
        for (var i = 0; i < Count; i++)
            image[i] = weights[i] * residuals[i];
        var second = Dot(image, residuals);
        for (var j = 0; j < Parameters; j++)
            Remove(basis[j], image);
        var third = 0.0;
        for (var i = 0; i < Count; i++)
            third += image[i] * image[i];
        return (second, third);
    }

    void Orthogonalise(int j)
    {
        var column = basis[j];
        for (var i = 0; i < Count; i++)
            column[i] = roots[i] * design[j][i];
        var before = Math.Sqrt(Dot(column, column));
        for (var earlier = 0; earlier < j; earlier++)
            triangle[earlier, j] = Remove(basis[earlier], column);
        var norm = Math.Sqrt(Dot(column, column));
        if (!(norm > Dependent * before))
            throw new NotEstimableException(NotEstimableReason.SingularDesign);
        triangle[j, j] = norm;
        LogDeterminant += 2 * Math.Log(norm);
        for (var i = 0; i < Count; i++)
            column[i] /= norm;
    }

    double Inner(int i, int j)
    {
        var sum = 0.0;
        foreach (var column in basis)
            sum += column[i] * column[j];
        return sum;
    }

    static double Remove(ReadOnlySpan<double> direction, Span<double> vector)
    {
        var share = Dot(direction, vector);
        for (var i = 0; i < vector.Length; i++)
            vector[i] -= share * direction[i];
        return share;
    }

    static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return sum;
    }
}
