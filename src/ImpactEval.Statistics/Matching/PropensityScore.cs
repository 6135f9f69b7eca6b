using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Matching;

/// <summary>Chance of being treated, given what was known before.</summary>
public static class PropensityScore
{
    /// <summary>Fitted chances of a logistic regression of treatment on the covariates.</summary>
    /// <param name="covariates">Known before the training.</param>
    /// <param name="treated">Same order.</param>
    /// <exception cref="NotEstimableException">As of <see cref="LogisticRegression.Fit"/>; separation means there is no common ground.</exception>
    /// <remarks>Rosenbaum and Rubin (1983), The central role of the propensity score in observational studies for causal effects, Biometrika 70,
    /// 41–55.</remarks>
    public static Sample Of(Design covariates, IReadOnlyList<bool> treated) => new(LogisticRegression.Fit(covariates, treated).Probabilities);

    /// <summary><c>ln(p/(1−p))</c>, on which distances are measured.</summary>
    public static Sample LogOdds(Sample scores) => new(scores.Values.ToArray().Select(p => Math.Log(p / (1 - p))));

    /// <summary>The usual caliper: 0.2 standard deviations of the log odds of all people.</summary>
    /// <param name="logOdds">Of everybody, both groups together.</param>
    /// <param name="standardDeviations">How many; 0.2 unless said otherwise.</param>
    /// <exception cref="NotEstimableException">Fewer than two people.</exception>
    /// <remarks>Austin (2011), Optimal caliper widths for propensity-score matching, Pharmaceutical Statistics 10, 150–161.</remarks>
    public static double Caliper(Sample logOdds, double standardDeviations = 0.2) =>
        standardDeviations * (Moments.Of(logOdds).StandardDeviation ?? throw new NotEstimableException(NotEstimableReason.TooFewObservations));
}
