using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Regression;

/// <summary>A response as a sum of what explains it and a rest, by (weighted) least squares.</summary>
public sealed class LinearModel
{
    /// <summary>Residuals below this share of the largest response are the rounding of decimals only.</summary>
    const double RoundingShare = 8 * 2.220446049250313e-16;

    readonly double sumOfLogWeights;

    LinearModel(
        Design design, LeastSquares solution, OrthogonalFactors factors, double[] fitted, double residual, double explained, double sumOfLogWeights)
    {
        (Design, Factors, this.sumOfLogWeights) = (design, factors, sumOfLogWeights);
        (Coefficients, ScaledResiduals, Fitted) = (solution.Coefficients, solution.Residuals, fitted);
        (ResidualSumOfSquares, ExplainedSumOfSquares) = (residual, explained);
    }

    public Design Design { get; }

    /// <summary>In the order of <see cref="Design.Labels"/>, in units of the response per unit of the column.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    public IReadOnlyList<double> Fitted { get; }

    public double ResidualSumOfSquares { get; }

    /// <summary>About the mean when there is an intercept, about zero else.</summary>
    public double ExplainedSumOfSquares { get; }

    public int Size => Design.Rows;

    public int DegreesOfFreedom => Size - Coefficients.Count;

    public int ModelDegreesOfFreedom => Coefficients.Count - (Design.HasIntercept ? 1 : 0);

    public double ResidualVariance => ResidualSumOfSquares / DegreesOfFreedom;

    /// <summary>Share of the sum of squares that is explained, 0–1.</summary>
    /// <exception cref="NotEstimableException">The response does not vary.</exception>
    public double RSquared => ExplainedSumOfSquares + ResidualSumOfSquares is > 0 and var total
        ? ExplainedSumOfSquares / total
        : throw new NotEstimableException(NotEstimableReason.NoVariation);

    public double AdjustedRSquared => 1 - (1 - RSquared) * (Size - (Design.HasIntercept ? 1 : 0)) / DegreesOfFreedom;

    /// <summary>Of normal residuals, at the maximum.</summary>
    /// <exception cref="NotEstimableException">The model fits without rest, so that there is no maximum.</exception>
    public double LogLikelihood => ResidualSumOfSquares == 0 ? throw new NotEstimableException(NotEstimableReason.NoVariation) : 0.5 * (sumOfLogWeights - Size * (Math.Log(2 * Math.PI * ResidualSumOfSquares / Size) + 1));

    /// <summary>Smaller is better; the residual variance counts as a parameter.</summary>
    public double Aic => 2 * (Coefficients.Count + 1) - 2 * LogLikelihood;

    /// <inheritdoc cref="Aic"/>
    public double Bic => Math.Log(Size) * (Coefficients.Count + 1) - 2 * LogLikelihood;

    internal OrthogonalFactors Factors { get; }

    /// <summary>Residuals times the root of the weight.</summary>
    internal double[] ScaledResiduals { get; }

    /// <summary><c>β = (XᵀWX)⁻¹XᵀWy</c>.</summary>
    /// <param name="design">n rows, p columns; n &gt; p.</param>
    /// <param name="response">n numbers in the order of the rows.</param>
    /// <param name="weights">Positive, one per row; all 1 when left out.</param>
    /// <exception cref="ArgumentException">Numbers of rows differ, or a weight is not positive.</exception>
    /// <exception cref="NotEstimableException">No more rows than columns, or a column follows from others.</exception>
    /// <remarks>Gauss (1823), Theoria combinationis; Björck (1996), Numerical methods for least squares problems.</remarks>
    public static LinearModel Fit(Design design, Sample response, Sample? weights = null)
    {
        if (response.Size != design.Rows)
            throw new ArgumentException($"{response.Size} responses for {design.Rows} rows.", nameof(response));
        if (weights is not null && (weights.Size != design.Rows || weights.Values.ToArray().Any(weight => weight <= 0)))
            throw new ArgumentException("There is one positive weight for each row.", nameof(weights));
        if (design.Rows <= design.Labels.Count || design.Labels.Count == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var roots = weights is null ? null : Array.ConvertAll(weights.Values.ToArray(), Math.Sqrt);
        double[][] columns = roots is null ? design.Columns : Array.ConvertAll(design.Columns, column => Times(column, roots));
        var y = roots is null ? response.Values.ToArray() : Times(response.Values.ToArray(), roots);
        var factors = OrthogonalFactors.Of(columns);
        var solution = LeastSquares.Of(columns, y, factors);
        return Of(design, response, weights, roots, solution, factors);
    }

    static LinearModel Of(Design design, Sample response, Sample? weights, double[]? roots, LeastSquares solution, OrthogonalFactors factors)
    {
        var (fitted, largest, remaining) = (new double[design.Rows], 0.0, 0.0);
        for (var i = 0; i < fitted.Length; i++)
        {
            var residual = solution.Residuals[i] / (roots?[i] ?? 1);
            fitted[i] = response.Values[i] - residual;
            largest = Math.Max(largest, Math.Abs(response.Values[i]));
            remaining = Math.Max(remaining, Math.Abs(residual));
        }
        if (remaining <= RoundingShare * largest)
            Array.Clear(solution.Residuals);
        var residualSquares = ColumnArithmetic.DotTwice(solution.Residuals, solution.Residuals);
        var logs = weights is null ? 0 : weights.Values.ToArray().Sum(Math.Log);
        return new LinearModel(design, solution, factors, fitted, residualSquares, Explained(fitted, weights, design.HasIntercept), logs);
    }

    static double Explained(double[] fitted, Sample? weights, bool aboutMean)
    {
        var centre = !aboutMean ? 0
            : weights is null ? Moments.SumOf(fitted) / fitted.Length
            : ColumnArithmetic.DotTwice(fitted, weights.Values) / Moments.SumOf(weights.Values);
        var deviations = Array.ConvertAll(fitted, value => value - centre);
        return weights is null
            ? ColumnArithmetic.DotTwice(deviations, deviations)
            : ColumnArithmetic.DotTwice(Times(deviations, deviations), weights.Values);
    }

    /// <summary>Do all columns but the intercept together explain anything?</summary>
    /// <exception cref="NotEstimableException">Nothing is left to explain, or there is nothing but an intercept.</exception>
    public VarianceRatioTest OverallTest()
    {
        if (ResidualSumOfSquares == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        if (ModelDegreesOfFreedom == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var f = ExplainedSumOfSquares / ModelDegreesOfFreedom / ResidualVariance;
        return new VarianceRatioTest(f, ModelDegreesOfFreedom, DegreesOfFreedom, FisherF.Upper(f, ModelDegreesOfFreedom, DegreesOfFreedom));
    }

    internal static double[] Times(double[] column, ReadOnlySpan<double> by)
    {
        var product = new double[column.Length];
        for (var i = 0; i < product.Length; i++)
            product[i] = column[i] * by[i];
        return product;
    }
}
