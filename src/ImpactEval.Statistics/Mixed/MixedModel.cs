using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Mixed;

/// <summary>A fixed effect: change of the outcome per unit of its column, in units of the outcome.</summary>
public sealed record MixedCoefficient(string Term, Estimate Estimate, TestResult Test);

/// <summary>Variance of a random term, or covariance of two of one grouping.</summary>
/// <param name="OtherTerm">Null for a variance.</param>
public sealed record VarianceComponent(string Factor, string Term, string? OtherTerm, double Value);

/// <summary>Test that several fixed effects are zero: F with Satterthwaite's denominator.</summary>
public sealed record JointTest(double Statistic, int NumeratorDegreesOfFreedom, double DenominatorDegreesOfFreedom, double PValue);

/// <summary>Quality of a fit, for comparing models.</summary>
/// <param name="LogLikelihood">Restricted or ordinary, with all constants.</param>
/// <param name="Parameters">Fixed effects, variances and covariances.</param>
public sealed record ModelFit(double LogLikelihood, int Parameters, int Rows)
{
    public double Akaike => (-2 * LogLikelihood) + (2 * Parameters);
    public double Bayes => (-2 * LogLikelihood) + (Parameters * Math.Log(Rows));
}

/// <summary>Fixed effects with Satterthwaite's degrees of freedom; shared by mixed and marginal models.</summary>
public sealed class FixedEffects
{
    readonly SatterthwaiteFreedom freedom;
    readonly Vector<double> values;
    readonly string[] terms;

    internal FixedEffects(IEnumerable<string> terms, double[] values, SatterthwaiteFreedom freedom, (int Rows, ConfidenceLevel Level) frame)
    {
        (this.freedom, this.values) = (freedom, Vector<double>.Build.DenseOfArray(values));
        this.terms = [.. terms];
        Coefficients = [.. this.terms.Select((term, i) => Coefficient(term, Unit(i), frame))];
    }

    /// <summary>Intercept first, then the columns as given.</summary>
    public IReadOnlyList<MixedCoefficient> Coefficients { get; }

    /// <summary>An estimable combination <c>Σ wᵢβᵢ</c> such as a mean of one wave or a difference of gains.</summary>
    /// <param name="weights">One per coefficient, intercept first; not all zero.</param>
    /// <exception cref="ArgumentException">Another number of weights than coefficients, or all of them zero.</exception>
    public MixedCoefficient Contrast(string name, IReadOnlyList<double> weights, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != values.Count || weights.All(weight => weight == 0))
            throw new ArgumentException($"A contrast has {values.Count} weights, not all zero.", nameof(weights));
        return Coefficient(name, Vector<double>.Build.DenseOfEnumerable(weights), (Coefficients[0].Estimate.Size, level));
    }

    /// <summary>F of all these terms together.</summary>
    /// <param name="names">Terms of the model; at least one.</param>
    /// <exception cref="ArgumentException">No term, or a term that the model does not have.</exception>
    /// <remarks>Fai, Cornelius (1996), J. Statist. Comput. Simul. 54, 363–378.</remarks>
    public JointTest Test(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        int[] places = [.. names.Select(name => Array.IndexOf(terms, name))];
        if (places.Length == 0 || places.Contains(-1))
            throw new ArgumentException($"The model has the terms {string.Join(", ", terms)}.", nameof(names));
        var contrasts = Matrix<double>.Build.Dense(places.Length, values.Count, (row, column) => places[row] == column ? 1 : 0);
        var (f, numerator, denominator) = freedom.Joint(contrasts, values);
        return new(f, numerator, denominator, FisherF.Upper(f, numerator, denominator));
    }

    Vector<double> Unit(int place) => Vector<double>.Build.Dense(values.Count, i => i == place ? 1 : 0);

    MixedCoefficient Coefficient(string term, Vector<double> contrast, (int Rows, ConfidenceLevel Level) frame)
    {
        var (value, error, df) = (contrast * values, Math.Sqrt(freedom.Variance(contrast)), freedom.Of(contrast));
        var (margin, statistic) = (StudentT.TwoSided(frame.Level, df) * error, value / error);
        return new(
            term,
            new(value, error, df, frame.Rows, NamedIntervals.Of(IntervalMethod.StudentT, value - margin, value + margin, frame.Level)),
            new(statistic, df, StudentT.PValue(statistic, df, Alternative.TwoSided), Alternative.TwoSided));
    }
}

/// <summary>A fitted linear mixed model <c>y = Xβ + Σ Z_f b_f + e</c>.</summary>
/// <param name="Components">Variances and covariances of the random terms, grouping by grouping as given; an exact zero means the border.</param>
/// <param name="ResidualVariance">σ², in squared units of the outcome.</param>
/// <param name="Groups">Number of levels of each grouping.</param>
public sealed record MixedModel(
    FixedEffects Effects,
    IReadOnlyList<VarianceComponent> Components,
    double ResidualVariance,
    ModelFit Fit,
    IReadOnlyDictionary<string, int> Groups)
{
    /// <summary>
    /// Minimises the profiled deviance over the relative covariance factors Λ of the random terms, <c>Var(b_f) = σ²ΛΛᵀ</c>; fixed effects
    /// are generalised least squares, their degrees of freedom Satterthwaite's.
    /// </summary>
    /// <param name="design">More rows than fixed effects; every grouping with at least two levels and fewer levels than rows.</param>
    /// <exception cref="NotEstimableException">
    /// Too few rows or levels; dependent columns; no variation around the fixed part; random terms that the residual cannot be told from; no
    /// convergence.
    /// </exception>
    /// <remarks>
    /// Bates, Mächler, Bolker, Walker (2015), J. Statistical Software 67(1), section 3. Time is linear in the levels of the grouping with the
    /// most columns and cubic in the number of columns of all others.
    /// </remarks>
    public static MixedModel Of(MixedModelDesign design, LikelihoodMethod method, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new MixedModelFit(design, method).Result(level);
    }

    /// <summary>Standard deviation of one score at the start, where all slopes stand at zero: <c>√(Σ intercept variances + σ²)</c>.</summary>
    public double BaselineDeviation => Math.Sqrt(
        ResidualVariance + Components.Where(component => component.Term == RandomPart.Intercept && component.OtherTerm is null).Sum(component => component.Value));

    /// <summary>A fixed effect, such as the gain until a wave, in standard deviations of the scores at the start.</summary>
    /// <param name="effect">A coefficient or contrast of <see cref="Effects"/>.</param>
    /// <param name="people">Measured at the start; the deviation is taken to have one degree of freedom less.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="NotEstimableException">Fewer than three people.</exception>
    /// <remarks>Feingold (2009), Effect sizes for growth-modeling analysis for controlled clinical trials in the same metric as for classical
    /// analysis, Psychological Methods 14, 43–53: the deviation of the scores, never that of the slopes or residuals. Its uncertainty as in
    /// <see cref="Controlled.AdjustedEffectSize.HedgesG"/>.</remarks>
    public Estimate Standardised(MixedCoefficient effect, int people, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return people < 3
            ? throw new NotEstimableException(NotEstimableReason.TooFewObservations)
            : Controlled.AdjustedEffectSize.HedgesG(effect.Estimate, BaselineDeviation, people - 1, level);
    }
}
