using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>A coefficient with model-based (normal) and cluster-robust (CR2, t with Satterthwaite's degrees of freedom) uncertainty.</summary>
public sealed record ThreeLevelCoefficient(string Term, Estimate ModelBased, Estimate Robust, TestResult RobustTest);

/// <summary>Pooling of effects that belong together: <c>y_gij = x_gijβ + u_g + w_gi + e_gij</c>.</summary>
/// <param name="Coefficients">Intercept first, then the moderators as given.</param>
/// <param name="OuterVariance">Variance of <c>u</c>, between outer units.</param>
/// <param name="InnerVariance">Variance of <c>w</c>, between inner units of one outer unit.</param>
/// <param name="Q">Cochran's test that all true effects lie on the regression, on k − p degrees of freedom.</param>
/// <param name="LogLikelihood">Restricted, with all constants, + ½ ln |XᵀX| as metafor reports it.</param>
/// <param name="OuterUnits">Number of independent units.</param>
/// <remarks>
/// Konstantopoulos (2011), Fixed effects and variance components estimation in three-level meta-analysis, Research Synthesis Methods 2, 61–76;
/// Pustejovsky, Tipton (2022), Prevention Science 23, 425–438.
/// </remarks>
public sealed record ThreeLevelModel(
    IReadOnlyList<ThreeLevelCoefficient> Coefficients,
    double OuterVariance,
    double InnerVariance,
    TestResult Q,
    double LogLikelihood,
    int OuterUnits)
{
    /// <summary>REML over the two variances; generalised least squares for the coefficients.</summary>
    /// <param name="studies">k > p effects.</param>
    /// <param name="nesting">At least two outer units, one of them with more than one inner unit.</param>
    /// <param name="moderators">May be empty: the pooled mean alone.</param>
    /// <exception cref="ArgumentException">Sizes differ.</exception>
    /// <exception cref="NotEstimableException">
    /// Too few effects or outer units; a singular design, or levels that coincide; no convergence.
    /// </exception>
    public static ThreeLevelModel Of(StudyEffects studies, Nesting nesting, IReadOnlyList<Moderator> moderators, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(nesting);
        ArgumentNullException.ThrowIfNull(moderators);
        var design = Moderator.Design(studies, moderators);
        var units = OuterUnit.Of(studies, nesting, design);
        if (studies.Count <= design.Length || units.Length < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (Array.TrueForAll(units, unit => unit.InnerUnits == 1))
            throw new NotEstimableException(NotEstimableReason.SingularDesign);

        var single = PoolingFit.Of(studies, design, new(HeterogeneityMethod.HedgesOlkin, PooledTest.Normal, level)).Heterogeneity;
        var likelihood = new NestedLikelihood(units);
        var fit = NestedMaximum.Of(likelihood, Math.Max(single.Variance, Smallest(studies.Variances.Values)));
        var robust = new NestedRobustCovariance(units, fit);
        string[] terms = ["(Intercept)", .. moderators.Select(moderator => moderator.Name)];
        return new(
            [.. terms.Select((term, i) => Coefficient(term, i, fit, robust, new(level, studies.Count)))],
            fit.Components[0], fit.Components[1], single.Q, fit.LogLikelihood, units.Length);
    }

    sealed record Frame(ConfidenceLevel Level, int Count);

    static ThreeLevelCoefficient Coefficient(string term, int place, NestedLikelihood.Fit fit, NestedRobustCovariance robust, Frame frame)
    {
        var value = fit.Coefficients[place];
        var (error, robustError) = (Math.Sqrt(fit.Covariance[place, place]), Math.Sqrt(robust.Covariance[place, place]));
        if (robustError == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var freedom = robust.DegreesOfFreedom(place);
        var (margin, robustMargin) = (StandardNormal.TwoSided(frame.Level) * error, StudentT.TwoSided(frame.Level, freedom) * robustError);
        var statistic = value / robustError;
        return new(
            term,
            new(value, error, null, frame.Count, NamedIntervals.Of(IntervalMethod.Normal, value - margin, value + margin, frame.Level)),
            new(value, robustError, freedom, frame.Count, NamedIntervals.Of(IntervalMethod.ClusterRobust, value - robustMargin, value + robustMargin, frame.Level)),
            new(statistic, freedom, StudentT.PValue(statistic, freedom, Alternative.TwoSided), Alternative.TwoSided));
    }

    static double Smallest(ReadOnlySpan<double> values)
    {
        var smallest = double.PositiveInfinity;
        foreach (var value in values)
            smallest = Math.Min(smallest, value);
        return smallest;
    }
}
