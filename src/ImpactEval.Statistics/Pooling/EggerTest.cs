namespace ImpactEval.Statistics.Pooling;

/// <summary>Do small studies report other effects than large ones?</summary>
/// <param name="Asymmetry">Test of the slope on the standard error; positive means smaller studies report larger effects.</param>
/// <param name="Limit">The effect extrapolated to a study without sampling error.</param>
/// <remarks>
/// Egger, Davey Smith, Schneider, Minder (1997), BMJ 315, 629–634; Sterne, Egger (2005), in Rothstein, Sutton, Borenstein, Publication
/// Bias in Meta-Analysis, 99–110. Said to have little power below ten studies.
/// </remarks>
public sealed record EggerTest(TestResult Asymmetry, Estimate Limit)
{
    /// <summary>Weighted least squares of effects on standard errors with weights 1/v and a free residual variance; t with k − 2 degrees of freedom.</summary>
    /// <param name="studies">k ≥ 3, with standard errors that differ.</param>
    /// <exception cref="NotEstimableException">Too few studies, equal standard errors, or effects that lie on the line.</exception>
    public static EggerTest Classical(StudyEffects studies, ConfidenceLevel level) =>
        Of(studies, new(HeterogeneityMethod.EqualEffects, PooledTest.HartungKnapp, level));

    /// <summary>Mixed-effects meta-regression of effects on standard errors, tested as the model says.</summary>
    /// <param name="studies">k ≥ 3, with standard errors that differ.</param>
    /// <exception cref="NotEstimableException">Too few studies, equal standard errors, or no convergence.</exception>
    public static EggerTest MixedEffects(StudyEffects studies, PoolingModel model) => Of(studies, model);

    static EggerTest Of(StudyEffects studies, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(model);
        var errors = studies.Variances.Values.ToArray().Select(Math.Sqrt).ToArray();
        var fit = PoolingFit.Of(studies, [PoolingFit.Intercept(studies.Count), errors], model);
        return new(fit.TestOf(1), fit.EstimateOf(0));
    }
}
