using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>Which quantile and standard error bound the effect of a new study; packages differ.</summary>
public enum PredictionConvention
{
    /// <summary>Normal quantile, Wald standard error (metafor with test "z").</summary>
    Normal,
    /// <summary>t with k − 2 degrees of freedom, Wald standard error: Higgins, Thompson, Spiegelhalter (2009).</summary>
    StudentTKMinus2,
    /// <summary>t with k − 1 degrees of freedom, Wald standard error.</summary>
    StudentTKMinus1,
    /// <summary>t with k − 1 degrees of freedom, Hartung–Knapp standard error: Partlett, Riley (2017).</summary>
    HartungKnapp,
    /// <summary>The same with the guarded standard error; ours.</summary>
    HartungKnappGuarded,
}

/// <summary>Where the true effect of a new study of the same kind is expected: <c>μ̂ ± c √(SE² + τ̂²)</c>.</summary>
/// <remarks>
/// Higgins, Thompson, Spiegelhalter (2009), A re-evaluation of random-effects meta-analysis, JRSS A 172, 137–159;
/// Partlett, Riley (2017), Statistics in Medicine 36, 301–317.
/// </remarks>
public static class PredictionInterval
{
    /// <param name="studies">k ≥ 2, k ≥ 3 for k − 2 degrees of freedom.</param>
    /// <exception cref="ArgumentException">Equal effects are assumed: a new study has the pooled effect then.</exception>
    /// <exception cref="NotEstimableException">Too few studies, or a reason of <see cref="MetaAnalysis.Of"/>.</exception>
    public static ConfidenceInterval Of(
        StudyEffects studies, HeterogeneityMethod method, PredictionConvention convention, ConfidenceLevel level)
    {
        if (method == HeterogeneityMethod.EqualEffects)
            throw new ArgumentException("Equal effects leave nothing to predict.", nameof(method));
        var test = convention switch
        {
            PredictionConvention.HartungKnapp => PooledTest.HartungKnapp,
            PredictionConvention.HartungKnappGuarded => PooledTest.HartungKnappGuarded,
            _ => PooledTest.Normal,
        };
        var pooled = MetaAnalysis.Of(studies, new(method, test, level));
        return Around(pooled.Mean, pooled.Heterogeneity, convention, level);
    }

    internal static PredictionConvention ConventionOf(PooledTest test) => test switch
    {
        PooledTest.Normal => PredictionConvention.Normal,
        PooledTest.HartungKnapp => PredictionConvention.HartungKnapp,
        _ => PredictionConvention.HartungKnappGuarded,
    };

    internal static ConfidenceInterval Around(
        Estimate mean, HeterogeneitySummary heterogeneity, PredictionConvention convention, ConfidenceLevel level)
    {
        var error = mean.StandardError!.Value;
        var spread = Math.Sqrt((error * error) + heterogeneity.Variance);
        if (convention == PredictionConvention.Normal)
            return Interval(IntervalMethod.Normal, StandardNormal.TwoSided(level));
        var freedom = mean.Size - (convention == PredictionConvention.StudentTKMinus2 ? 2 : 1);
        return freedom < 1
            ? throw new NotEstimableException(NotEstimableReason.TooFewObservations)
            : Interval(IntervalMethod.StudentT, StudentT.TwoSided(level, freedom));

        ConfidenceInterval Interval(IntervalMethod by, double quantile) =>
            new(by, mean.Value - (quantile * spread), mean.Value + (quantile * spread), level.Value);
    }
}
