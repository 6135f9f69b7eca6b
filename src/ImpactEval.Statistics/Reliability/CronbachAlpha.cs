using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Reliability;

/// <summary>How consistently the items of a scale rank people. Look at <see cref="ItemAnalysis"/> first: a forgotten reversal ruins it.</summary>
public static class CronbachAlpha
{
    /// <summary><c>α = k/(k−1) · (1 − Σsᵢ²/s²)</c>; limits <c>1 − (1−α)·F</c> with n − 1 and (n−1)(k−1) degrees of freedom.</summary>
    /// <param name="scores">n ≥ 2 people, k ≥ 2 items.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>At most 1, may be negative; no unit.</returns>
    /// <exception cref="NotEstimableException">Too few people or items, or all people have the same total.</exception>
    /// <remarks>
    /// Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297–334; Feldt (1965), The approximate
    /// sampling distribution of Kuder-Richardson reliability coefficient twenty, Psychometrika 30, 357–370.
    /// </remarks>
    public static Estimate Of(ScoreMatrix scores, ConfidenceLevel level)
    {
        Require(scores);
        var alpha = Raw(scores, without: null) ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
        double df1 = scores.Persons - 1;
        var df2 = df1 * (scores.Items - 1);
        var tail = (1 - level.Value) / 2;
        var lower = 1 - (1 - alpha) * FisherF.Quantile(1 - tail, df1, df2);
        var upper = 1 - (1 - alpha) * FisherF.Quantile(tail, df1, df2);
        return new Estimate(alpha, null, null, scores.Persons, NamedIntervals.Of(IntervalMethod.Feldt, lower, upper, level));
    }

    /// <summary>Standardised items whose sum varies less than this share of one of them cancel each other up to rounding.</summary>
    const double LeastInflation = 1e-12;

    /// <summary>Alpha of items with equal spread: <c>k·r̄/(1 + (k−1)·r̄)</c> with r̄ the mean correlation of two items.</summary>
    /// <exception cref="NotEstimableException">Too few people or items, an item does not vary, or the items cancel each other.</exception>
    public static double Standardised(ScoreMatrix scores)
    {
        var r = MeanInterItemCorrelation(scores);
        var inflation = 1 + (scores.Items - 1) * r;
        return inflation > LeastInflation ? scores.Items * r / inflation : throw new NotEstimableException(NotEstimableReason.ZeroDenominator);
    }

    /// <summary>Mean correlation of two different items.</summary>
    /// <exception cref="NotEstimableException">Too few people or items, or an item does not vary.</exception>
    public static double MeanInterItemCorrelation(ScoreMatrix scores)
    {
        Require(scores);
        var sum = 0.0;
        for (var i = 0; i < scores.Items; i++)
            for (var j = 0; j < i; j++)
                sum += PearsonCorrelation.Of(scores.Item(i), scores.Item(j)) ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
        return sum / (scores.Items * (scores.Items - 1) / 2.0);
    }

    /// <summary>Standard error of measurement of the mean score over the items: <c>s·√(1 − α)</c>, in points.</summary>
    /// <exception cref="NotEstimableException">Too few people or items, or all people have the same total.</exception>
    public static double StandardErrorOfMeasurement(ScoreMatrix scores)
    {
        Require(scores);
        var alpha = Raw(scores, without: null) ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
        return Math.Sqrt(Variance(scores.Totals()) * (1 - alpha)) / scores.Items;
    }

    /// <summary>Null when the totals do not vary or fewer than two items are left.</summary>
    internal static double? Raw(ScoreMatrix scores, int? without)
    {
        var items = scores.Items - (without is null ? 0 : 1);
        var total = Variance(scores.Totals(without));
        if (items < 2 || total == 0)
            return null;
        var sum = 0.0;
        for (var item = 0; item < scores.Items; item++)
            if (item != without)
                sum += Variance(scores.Item(item));
        // Rounding must not carry it above the 1 of items that rise together.
        return Math.Min(1, items / (items - 1.0) * (1 - sum / total));
    }

    internal static void Require(ScoreMatrix scores)
    {
        if (scores.Items < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewItems);
        if (scores.Persons < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    static double Variance(ReadOnlySpan<double> values) =>
        Moments.SumOfSquares(values, Moments.SumOf(values) / values.Length) / (values.Length - 1);
}
