using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>A property of the studies that may explain why effects differ; categories enter as 0/1 columns.</summary>
public sealed record Moderator(string Name, Sample Values)
{
    /// <summary>The intercept and the moderators, column by column.</summary>
    internal static double[][] Design(StudyEffects studies, IReadOnlyList<Moderator> moderators)
    {
        foreach (var moderator in moderators)
            if (moderator.Values.Size != studies.Count)
                throw new ArgumentException($"{moderator.Values.Size} values of {moderator.Name} for {studies.Count} studies.", nameof(moderators));
        return [PoolingFit.Intercept(studies.Count), .. moderators.Select(moderator => moderator.Values.Values.ToArray())];
    }
}

/// <summary>One coefficient: change of the effect per unit of the moderator, in units of the effects.</summary>
public sealed record MetaCoefficient(string Term, Estimate Estimate, TestResult Test);

/// <summary>Test that all moderators are without influence: chi-square (no denominator) or F.</summary>
public sealed record ModeratorTest(double Statistic, double NumeratorDegreesOfFreedom, double? DenominatorDegreesOfFreedom, double PValue);

/// <summary>Mixed-effects meta-regression.</summary>
/// <param name="Coefficients">Intercept first, then the moderators as given.</param>
/// <param name="Residual">Heterogeneity that the moderators leave.</param>
/// <param name="Moderators">Omnibus test of all moderators.</param>
/// <param name="Explained">Share (0–1) of τ² that the moderators explain, <c>max(0, 1 − τ²/τ₀²)</c>; null when τ₀² is zero.</param>
public sealed record MetaRegression(
    IReadOnlyList<MetaCoefficient> Coefficients, HeterogeneitySummary Residual, ModeratorTest Moderators, double? Explained)
{
    /// <summary><c>β̂ = (XᵀWX)⁻¹XᵀWy</c> with <c>wᵢ = 1/(vᵢ + τ̂²)</c>, tested as the model says; Q_M is Wald's, F = Q_M/m under Hartung–Knapp.</summary>
    /// <param name="studies">k > p = moderators + 1.</param>
    /// <param name="moderators">At least one; values in the order of the studies.</param>
    /// <exception cref="ArgumentException">No moderator, or one differs in size.</exception>
    /// <exception cref="NotEstimableException">k ≤ p; moderators depend on each other; no convergence.</exception>
    /// <remarks>
    /// Thompson, Higgins (2002), Statistics in Medicine 21, 1559–1573; Knapp, Hartung (2003), Statistics in Medicine 22, 2693–2710;
    /// explained share: Raudenbush (2009), in Cooper, Hedges, Valentine, The Handbook of Research Synthesis and Meta-Analysis, 295–315.
    /// </remarks>
    public static MetaRegression Of(StudyEffects studies, IReadOnlyList<Moderator> moderators, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(moderators);
        ArgumentNullException.ThrowIfNull(model);
        if (moderators.Count == 0)
            throw new ArgumentException("A meta-regression has at least one moderator.", nameof(moderators));

        var fit = PoolingFit.Of(studies, Moderator.Design(studies, moderators), model);
        string[] terms = ["(Intercept)", .. moderators.Select(moderator => moderator.Name)];
        return new(
            [.. terms.Select((term, i) => new MetaCoefficient(term, fit.EstimateOf(i), fit.TestOf(i)))],
            fit.Heterogeneity,
            Omnibus(fit),
            ExplainedShare(studies, fit, model.Heterogeneity));
    }

    /// <summary>Wald's test that all coefficients after the first are zero.</summary>
    static ModeratorTest Omnibus(PoolingFit fit)
    {
        var wald = WaldStatistic.Of(fit.Coefficients.AsSpan(1), fit.Covariance, offset: 1);
        return Judged(wald, fit.Coefficients.Length - 1, fit.DegreesOfFreedom);
    }

    internal static ModeratorTest Judged(double wald, int contrasts, double? degreesOfFreedom) => degreesOfFreedom is { } freedom
        ? new(wald / contrasts, contrasts, freedom, FisherF.Upper(wald / contrasts, contrasts, freedom))
        : new(wald, contrasts, null, ChiSquare.Upper(wald, contrasts));

    static double? ExplainedShare(StudyEffects studies, PoolingFit fit, HeterogeneityMethod method)
    {
        var total = BetweenStudyVariance.Of(studies, new(studies.Effects.Values, [PoolingFit.Intercept(studies.Count)]), method).Value;
        return total > 0 ? Math.Max(0, 1 - (fit.Heterogeneity.Variance / total)) : null;
    }
}
