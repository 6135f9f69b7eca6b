using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.DataQuality;

/// <summary>Scores far from all others.</summary>
public static class OutlierFlags
{
    /// <summary>2.5 median deviations, which Leys and others call moderately conservative.</summary>
    public const double UsualDeviations = 2.5;

    /// <summary>Tukey's inner fences; 3 gives the outer ones.</summary>
    public const double InnerFences = 1.5;

    /// <summary>The customary level of a distance from the centre: so small because every person is tested.</summary>
    /// <remarks>Tabachnick and Fidell (2013), Using multivariate statistics, 6th ed., chapter 4.</remarks>
    public const double UsualTail = 0.001;

    /// <summary><c>|x − median| / (1.4826·MAD)</c> above the limit: the outliers themselves do not move the ruler.</summary>
    /// <param name="scores">One per person, n ≥ 1.</param>
    /// <param name="limit">In median deviations, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    /// <exception cref="NotEstimableException">No score, or more than half of them alike, so that there is no median deviation.</exception>
    /// <remarks>Leys, Ley, Klein, Bernard and Licata (2013), Detecting outliers: do not use standard deviation around the mean, use absolute
    /// deviation around the median, J. of Experimental Social Psychology 49, 764–766.</remarks>
    public static IReadOnlyList<RowFlag> ByMedianDeviation(Sample scores, double limit = UsualDeviations)
    {
        ArgumentNullException.ThrowIfNull(scores);
        RequirePositive(limit, nameof(limit));
        var (median, deviation) = (Median.Of(scores), Median.NormalConsistency * Median.DeviationOf(scores));
        if (!(deviation > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return Where(scores, score => Math.Abs(score - median) / deviation, RowFlagReason.FarFromMedian, limit);
    }

    /// <summary>Below <c>Q₁ − k·IQR</c> or above <c>Q₃ + k·IQR</c>.</summary>
    /// <param name="scores">One per person, n ≥ 1.</param>
    /// <param name="factor">k: 1.5 for the inner and 3 for the outer fences.</param>
    /// <param name="type">Of the quartiles; Tukey's hinges are near type 2.</param>
    /// <returns><see cref="RowFlag.Found"/> is the score, <see cref="RowFlag.Limit"/> the fence it lies beyond.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not positive.</exception>
    /// <exception cref="NotEstimableException">No score, or the middle half of them alike.</exception>
    /// <remarks>Tukey (1977), Exploratory data analysis, chapter 2.</remarks>
    public static IReadOnlyList<RowFlag> ByFences(Sample scores, double factor = InnerFences, QuantileType type = QuantileType.Mode)
    {
        ArgumentNullException.ThrowIfNull(scores);
        RequirePositive(factor, nameof(factor));
        var (first, third) = (Quantile.Of(scores, 0.25, type), Quantile.Of(scores, 0.75, type));
        if (!(third > first))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (low, high) = (first - factor * (third - first), third + factor * (third - first));
        return [.. scores.Values.ToArray().Select((score, row) => new RowFlag(row, RowFlagReason.BeyondFences, score, score < low ? low : high))
            .Where(flag => flag.Found < low || flag.Found > high)];
    }

    /// <summary>Squared Mahalanobis distance above the chi-square limit.</summary>
    /// <param name="scores">Two or more scores of the same people in the same order; more people than scores.</param>
    /// <param name="tail">Share of people beyond the limit when scores are normal, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or an impossible tail.</exception>
    /// <exception cref="NotEstimableException">Too few people, or a score follows from the others.</exception>
    /// <remarks>Distances: <see cref="MahalanobisDistance"/>. With few people no distance can reach the limit: it is at most (n − 1)²/n.</remarks>
    public static IReadOnlyList<RowFlag> ByDistance(IReadOnlyList<Sample> scores, double tail = UsualTail)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (!(tail > 0 && tail < 1))
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "Must lie strictly between 0 and 1.");
        var distances = new Sample(MahalanobisDistance.Squared(scores));
        return Where(distances, distance => distance, RowFlagReason.FarFromCentre, ChiSquare.Quantile(1 - tail, scores.Count));
    }

    static IReadOnlyList<RowFlag> Where(Sample values, Func<double, double> measure, RowFlagReason reason, double limit) =>
        [.. values.Values.ToArray().Select((value, row) => new RowFlag(row, reason, measure(value), limit)).Where(flag => flag.Found > limit)];

    static void RequirePositive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "Must be positive.");
    }
}
