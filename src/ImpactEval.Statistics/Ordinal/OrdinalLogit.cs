using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>Cumulative logit model of an ordered answer: proportional odds.</summary>
/// <param name="Coefficients">β: log odds of a higher answer per unit of each predictor; odds ratios are their exponentials.</param>
/// <param name="Thresholds">ζ of the steps from each answer to the next, rising.</param>
/// <param name="LogLikelihood">At its maximum.</param>
public sealed record OrdinalLogit(IReadOnlyList<Estimate> Coefficients, IReadOnlyList<Estimate> Thresholds, double LogLikelihood)
{
    /// <summary>−2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary><c>logit P(Y ≤ j) = ζⱼ − xᵀβ</c> by maximum likelihood, standard errors from the observed information.</summary>
    /// <param name="answers">0, 1, … in order, one per person; every one from 0 to the highest occurs.</param>
    /// <param name="predictors">One column per predictor, in the order of the people; none leaves the thresholds alone.</param>
    /// <param name="level">Coverage of the two-sided intervals (normal).</param>
    /// <exception cref="ArgumentException">A negative answer, or a column of other people.</exception>
    /// <exception cref="NotEstimableException">Fewer people than parameters, one answer only or one that nobody gave, predictors that follow from
    /// each other, or predictors that separate the answers, so that their odds grow without end.</exception>
    /// <remarks>McCullagh (1980), Regression models for ordinal data, JRSS B 42, 109–142; that the likelihood has one maximum: Pratt (1981), JASA
    /// 76, 103–106.</remarks>
    public static OrdinalLogit Of(IReadOnlyList<int> answers, IReadOnlyList<Sample> predictors, ConfidenceLevel level)
    {
        var likelihood = OrdinalLikelihood.Of(answers, predictors);
        var (parameters, covariance, value) = likelihood.Maximise();
        var z = StandardNormal.TwoSided(level);
        Estimate Normal(double estimate, double error) =>
            new(estimate, error, null, answers.Count, NamedIntervals.Of(IntervalMethod.Normal, estimate - z * error, estimate + z * error, level));
        var (thresholds, errors) = likelihood.UncentredThresholds(parameters, covariance);
        return new OrdinalLogit(
            [.. predictors.Select((_, i) => Normal(likelihood.InUnits(parameters[i], i), likelihood.InUnits(Math.Sqrt(covariance[i, i]), i)))],
            [.. thresholds.Select((threshold, j) => Normal(threshold, errors[j]))], value);
    }
}
