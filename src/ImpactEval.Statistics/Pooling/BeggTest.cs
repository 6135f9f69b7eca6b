using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Pooling;

/// <summary>Do small studies find larger effects? By ranks; less power than <see cref="EggerTest"/>.</summary>
public static class BeggTest
{
    /// <summary>Kendall's tau of <c>(yᵢ − ȳ)/√(vᵢ − 1/Σ(1/v))</c> with vᵢ, ȳ weighted by 1/v; the statistic is z.</summary>
    /// <param name="studies">Effects and sampling variances; k ≥ 3.</param>
    /// <exception cref="NotEstimableException">Too few studies, or all variances alike.</exception>
    /// <remarks>Begg and Mazumdar (1994), Operating characteristics of a rank correlation test for publication bias, Biometrics 50,
    /// 1088–1101.</remarks>
    public static TestResult Of(StudyEffects studies) => RankCorrelation.KendallTest(Deviates(studies), studies.Variances, Alternative.TwoSided);

    /// <summary>Kendall's tau itself, −1 … 1; positive: larger effects where the variance is larger.</summary>
    /// <inheritdoc cref="Of"/>
    public static double Tau(StudyEffects studies) => RankCorrelation.KendallTau(Deviates(studies), studies.Variances);

    static Sample Deviates(StudyEffects studies)
    {
        if (studies.Count < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (effects, variances) = (studies.Effects.Values.ToArray(), studies.Variances.Values.ToArray());
        var weights = variances.Sum(variance => 1 / variance);
        var mean = effects.Zip(variances, (effect, variance) => effect / variance).Sum() / weights;
        return new Sample(effects.Zip(variances, (effect, variance) => (effect - mean) / Math.Sqrt(variance - 1 / weights)));
    }
}
