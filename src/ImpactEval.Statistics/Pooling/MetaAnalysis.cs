namespace ImpactEval.Statistics.Pooling;

/// <summary>The mean of true effects over studies and how far they scatter around it.</summary>
/// <param name="Mean">In units of the effects; <see cref="Estimate.Size"/> is the number of studies.</param>
/// <param name="Test">Of a mean of zero, two-sided.</param>
/// <param name="Prediction">
/// Where the true effect of a new study of the same kind lies, by the convention that goes with the test of the model; null for equal effects.
/// </param>
public sealed record MetaAnalysis(Estimate Mean, TestResult Test, HeterogeneitySummary Heterogeneity, ConfidenceInterval? Prediction)
{
    /// <summary><c>μ̂ = Σwᵢyᵢ/Σwᵢ</c> with <c>wᵢ = 1/(vᵢ + τ̂²)</c>; its variance is <c>1/Σwᵢ</c>, scaled by q under Hartung–Knapp.</summary>
    /// <param name="studies">Effects and sampling variances; k ≥ 2.</param>
    /// <exception cref="NotEstimableException">Fewer than two studies; no convergence; no variation for Hartung–Knapp without guard.</exception>
    /// <remarks>Viechtbauer (2005), J. Educ. Behav. Stat. 30, 261–293; Hartung, Knapp (2001), Statistics in Medicine 20, 3875–3889.</remarks>
    public static MetaAnalysis Of(StudyEffects studies, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(model);
        var fit = PoolingFit.Of(studies, [PoolingFit.Intercept(studies.Count)], model);
        var (mean, heterogeneity) = (fit.EstimateOf(0), fit.Heterogeneity);
        var prediction = model.Heterogeneity == HeterogeneityMethod.EqualEffects
            ? null
            : PredictionInterval.Around(mean, heterogeneity, PredictionInterval.ConventionOf(model.Test), model.Level);
        return new(mean, fit.TestOf(0), heterogeneity, prediction);
    }

    /// <summary>The analysis again and again, each time without one study, in the order of the studies; k ≥ 3.</summary>
    /// <exception cref="NotEstimableException">Fewer than three studies, or a reason of <see cref="Of"/>.</exception>
    public static IReadOnlyList<MetaAnalysis> LeavingOneOut(StudyEffects studies, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var places = Enumerable.Range(0, studies.Count).ToArray();
        return studies.Count < 3
            ? throw new NotEstimableException(NotEstimableReason.TooFewObservations)
            : [.. places.Select(left => Of(studies.At(places.Where(i => i != left)), model))];
    }

    /// <summary>The analysis of the first two studies, of the first three, … of all: what was known when.</summary>
    /// <param name="studies">In their order of time; k ≥ 2.</param>
    /// <exception cref="NotEstimableException">Fewer than two studies, or a reason of <see cref="Of"/>.</exception>
    /// <remarks>Lau, Antman, Jimenez-Silva, Kupelnick, Mosteller and Chalmers (1992), New England J. of Medicine 327, 248–254.</remarks>
    public static IReadOnlyList<MetaAnalysis> Cumulative(StudyEffects studies, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        return studies.Count < 2
            ? throw new NotEstimableException(NotEstimableReason.TooFewObservations)
            : [.. Enumerable.Range(2, studies.Count - 1).Select(count => Of(studies.At(Enumerable.Range(0, count)), model))];
    }
}
