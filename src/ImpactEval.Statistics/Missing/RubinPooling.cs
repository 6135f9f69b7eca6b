using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Missing;

/// <summary>One estimate out of several imputed data sets.</summary>
/// <param name="Estimate">Mean of the estimates, its total standard error and Barnard and Rubin's degrees of freedom (null: infinite).</param>
/// <param name="Within">Mean sampling variance.</param>
/// <param name="Between">Variance of the estimates over the imputations.</param>
/// <param name="Total"><c>W + (1 + 1/m)B</c>.</param>
/// <param name="RelativeIncrease"><c>(1 + 1/m)B/W</c>; null (unlimited) when only the imputations vary.</param>
/// <param name="Lambda">Share of the total variance that is due to the gaps.</param>
/// <param name="FractionMissing">Fraction of missing information, with its correction for few imputations.</param>
/// <param name="DegreesOfFreedomOfRubin">Those of Rubin (1987), for an unlimited number of people; null: infinite.</param>
public sealed record PooledEstimate(
    Estimate Estimate, double Within, double Between, double Total, double? RelativeIncrease, double Lambda, double FractionMissing,
    double? DegreesOfFreedomOfRubin);

/// <summary>Rubin's rules. They pool estimates and sampling variances, also of effect sizes; never test statistics.</summary>
public static class RubinPooling
{
    /// <param name="estimates">One per imputed data set, m ≥ 2, about normal; each with its standard error.</param>
    /// <param name="completeDegreesOfFreedom">Of the estimate had nothing been missing, such as n − 1; infinite for large-sample
    /// estimates.</param>
    /// <param name="level">Coverage of the two-sided t interval.</param>
    /// <exception cref="ArgumentException">An estimate without a standard error, or degrees of freedom that are not positive.</exception>
    /// <exception cref="NotEstimableException">Fewer than two imputations, or no variance at all.</exception>
    /// <remarks>Rubin (1987), Multiple imputation for nonresponse in surveys, chapter 3; Barnard and Rubin (1999), Small-sample degrees of freedom
    /// with multiple imputation, Biometrika 86, 948–955.</remarks>
    public static PooledEstimate Of(IReadOnlyList<Estimate> estimates, double completeDegreesOfFreedom, ConfidenceLevel level)
    {
        if (estimates.Any(estimate => estimate.StandardError is null))
            throw new ArgumentException("An estimate without a standard error cannot be pooled.", nameof(estimates));
        if (!(completeDegreesOfFreedom > 0))
            throw new ArgumentOutOfRangeException(nameof(completeDegreesOfFreedom), completeDegreesOfFreedom, "Degrees of freedom must be positive.");
        if (estimates.Count < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        double m = estimates.Count;
        var mean = estimates.Average(estimate => estimate.Value);
        var within = estimates.Average(estimate => estimate.StandardError!.Value * estimate.StandardError.Value);
        var between = estimates.Sum(estimate => Math.Pow(estimate.Value - mean, 2)) / (m - 1);
        var added = (1 + 1 / m) * between;
        var total = within + added;
        if (!(total > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);

        var lambda = added / total;
        var ofRubin = (m - 1) / (lambda * lambda);
        var df = Combined(ofRubin, completeDegreesOfFreedom, lambda);
        var increase = added / within;
        var fraction = double.IsPositiveInfinity(increase) ? 1 : (increase + 2 / (df + 3)) / (increase + 1);
        var margin = StudentT.TwoSided(level, df) * Math.Sqrt(total);
        var interval = NamedIntervals.Of(IntervalMethod.StudentT, mean - margin, mean + margin, level);
        var pooled = new Estimate(mean, Math.Sqrt(total), Finite(df), estimates[0].Size, interval);
        return new PooledEstimate(pooled, within, between, total, Finite(increase), lambda, fraction, Finite(ofRubin));
    }

    /// <summary>The same statistic of every imputed data set, pooled: any effect size that carries its standard error.</summary>
    /// <param name="imputations">Completed data sets of <see cref="MultipleImputation"/>.</param>
    /// <param name="effect">What one completed data set (rows: people) gives.</param>
    /// <param name="completeDegreesOfFreedom">Of the estimate had nothing been missing.</param>
    /// <param name="level">Coverage of the two-sided t interval.</param>
    /// <exception cref="NotEstimableException">Fewer than two imputations, or one of them cannot carry the effect.</exception>
    public static PooledEstimate Of(
        IReadOnlyList<double[][]> imputations, Func<double[][], Estimate> effect, double completeDegreesOfFreedom, ConfidenceLevel level) =>
        Of([.. imputations.Select(effect)], completeDegreesOfFreedom, level);

    static double Combined(double ofRubin, double complete, double lambda)
    {
        var observed = double.IsPositiveInfinity(complete) ? complete : (complete + 1) / (complete + 3) * complete * (1 - lambda);
        return double.IsPositiveInfinity(observed) ? ofRubin
            : double.IsPositiveInfinity(ofRubin) ? observed
            : ofRubin * observed / (ofRubin + observed);
    }

    static double? Finite(double df) => double.IsFinite(df) ? df : null;
}
