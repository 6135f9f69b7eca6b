using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Regression;

/// <summary>How sure the coefficients of a linear model are, and hence any weighted sum of them.</summary>
/// <remarks>With X = QR the covariance is <c>R⁻¹ M R⁻ᵀ</c>; only the small matrix M differs from one kind to the other.</remarks>
public sealed class CoefficientCovariance
{
    readonly double[][] middle;
    readonly IntervalMethod method;
    readonly Func<double[], double> degreesOfFreedom;

    internal CoefficientCovariance(LinearModel model, double[][] middle, IntervalMethod method, Func<double[], double> degreesOfFreedom) =>
        (Model, this.middle, this.method, this.degreesOfFreedom) = (model, middle, method, degreesOfFreedom);

    public LinearModel Model { get; }

    /// <summary><c>σ²(XᵀWX)⁻¹</c>: residuals alike spread and independent; n − p degrees of freedom.</summary>
    public static CoefficientCovariance Classical(LinearModel model)
    {
        var diagonal = Zeros(model.Coefficients.Count);
        for (var j = 0; j < diagonal.Length; j++)
            diagonal[j][j] = model.ResidualVariance;
        return new CoefficientCovariance(model, diagonal, IntervalMethod.StudentT, _ => model.DegreesOfFreedom);
    }

    /// <summary>One coefficient with its t interval.</summary>
    /// <param name="label">Name of its column.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public Estimate Of(string label, ConfidenceLevel level)
    {
        var contrast = new double[Model.Coefficients.Count];
        contrast[Model.Design.Position(label)] = 1;
        return Of(contrast, level);
    }

    /// <summary><c>cᵀβ</c> with its t interval.</summary>
    /// <param name="contrast">One weight for each coefficient.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">Another number of weights than of coefficients.</exception>
    public Estimate Of(double[] contrast, ConfidenceLevel level)
    {
        if (contrast.Length != Model.Coefficients.Count)
            throw new ArgumentException($"{contrast.Length} weights for {Model.Coefficients.Count} coefficients.", nameof(contrast));
        var turned = Model.Factors.SolveLower(contrast);
        var value = 0.0;
        for (var j = 0; j < contrast.Length; j++)
            value += contrast[j] * Model.Coefficients[j];
        var error = Math.Sqrt(Math.Max(0, Covariance(turned, turned)));
        var df = degreesOfFreedom(turned);
        var margin = StudentT.TwoSided(level, df) * error;
        return new Estimate(value, error, df, Model.Size, NamedIntervals.Of(method, value - margin, value + margin, level));
    }

    /// <summary>Is <c>cᵀβ</c> zero? By the estimate's own standard error and degrees of freedom.</summary>
    /// <exception cref="NotEstimableException">The model fits without rest.</exception>
    public static TestResult Test(Estimate estimate, Alternative alternative)
    {
        if (estimate.StandardError is not > 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var t = estimate.Value / estimate.StandardError.Value;
        return new TestResult(t, estimate.DegreesOfFreedom, StudentT.PValue(t, estimate.DegreesOfFreedom!.Value, alternative), alternative);
    }

    double Covariance(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * ColumnArithmetic.Dot(middle[i], right);
        return sum;
    }

    internal static double[][] Zeros(int size) => [.. Enumerable.Range(0, size).Select(_ => new double[size])];
}
