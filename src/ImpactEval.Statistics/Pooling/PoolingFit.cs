using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>Coefficients of a mixed-effects model <c>yᵢ = xᵢβ + uᵢ + eᵢ</c> with estimated τ², tested as the model says.</summary>
/// <remarks>
/// Hartung, Knapp (2001), Statistics in Medicine 20, 3875–3889; Knapp, Hartung (2003), Statistics in Medicine 22, 2693–2710; the guard:
/// Röver, Knapp, Friede (2015), BMC Medical Research Methodology 15, 99.
/// </remarks>
sealed class PoolingFit
{
    readonly PoolingModel model;

    PoolingFit(PoolingModel model, int count, double[] coefficients, double[,] covariance, HeterogeneitySummary heterogeneity)
    {
        this.model = model;
        Count = count;
        Coefficients = coefficients;
        Covariance = covariance;
        Heterogeneity = heterogeneity;
    }

    public int Count { get; }
    public double[] Coefficients { get; }
    public double[,] Covariance { get; }
    public HeterogeneitySummary Heterogeneity { get; }

    /// <summary>k − p, or null where normal quantiles are used.</summary>
    public double? DegreesOfFreedom => model.Test == PooledTest.Normal ? null : Count - Coefficients.Length;

    /// <exception cref="NotEstimableException">
    /// k ≤ p; a singular design; no convergence; or no residual variation for a Hartung–Knapp test without guard.
    /// </exception>
    public static PoolingFit Of(StudyEffects studies, double[][] design, PoolingModel model)
    {
        if (studies.Count <= design.Length)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var fit = new WeightedFit(studies.Effects.Values, design);
        var between = BetweenStudyVariance.Of(studies, fit, model.Heterogeneity);
        var heterogeneity = HeterogeneitySummary.Of(studies, fit, between, model.Heterogeneity);
        fit.SetWeights(BetweenStudyVariance.Inverse(studies.Variances.Values, between.Value));
        return new(model, studies.Count, fit.Coefficients(), Scaled(fit, model.Test), heterogeneity);
    }

    /// <summary>A column of ones: the design of a pooled mean.</summary>
    public static double[] Intercept(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    public double StandardError(int term) => Math.Sqrt(Covariance[term, term]);

    public Estimate EstimateOf(int term)
    {
        var (value, error, freedom) = (Coefficients[term], StandardError(term), DegreesOfFreedom);
        var margin = error * (freedom is { } df ? StudentT.TwoSided(model.Level, df) : StandardNormal.TwoSided(model.Level));
        var method = freedom is null ? IntervalMethod.Normal : IntervalMethod.StudentT;
        return new(value, error, freedom, Count, NamedIntervals.Of(method, value - margin, value + margin, model.Level));
    }

    public TestResult TestOf(int term)
    {
        var statistic = Coefficients[term] / StandardError(term);
        var p = DegreesOfFreedom is { } df
            ? StudentT.PValue(statistic, df, Alternative.TwoSided)
            : 2 * StandardNormal.Upper(Math.Abs(statistic));
        return new(statistic, DegreesOfFreedom, p, Alternative.TwoSided);
    }

    static double[,] Scaled(WeightedFit fit, PooledTest test)
    {
        var covariance = fit.Covariance();
        if (test == PooledTest.Normal)
            return covariance;
        var scale = fit.ResidualSum / BetweenStudyVariance.FreedomOf(fit);
        if (test == PooledTest.HartungKnappGuarded)
            scale = Math.Max(1, scale);
        if (scale == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        for (var i = 0; i < fit.Parameters; i++)
            for (var j = 0; j < fit.Parameters; j++)
                covariance[i, j] *= scale;
        return covariance;
    }
}
