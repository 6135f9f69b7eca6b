using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Reliability;

/// <summary>Reliability of a whole scale from the agreement of its two halves.</summary>
/// <param name="Correlation">Of the two half scores.</param>
/// <param name="SpearmanBrown"><c>2r/(1 + r)</c>, for halves of equal length and variance. Spearman (1910), British J. of Psychology 3, 271–295;
/// Brown (1910), British J. of Psychology 3, 296–322.</param>
/// <param name="Guttman"><c>4·cov/var(total)</c>, for halves of any length. Guttman (1945), Psychometrika 10, 255–282, λ₄.</param>
public sealed record SplitHalf(double Correlation, double SpearmanBrown, double Guttman)
{
    /// <param name="scores">n ≥ 2 people, k ≥ 2 items.</param>
    /// <param name="firstHalf">Items of the first half, from 0; the others are the second half.</param>
    /// <exception cref="ArgumentException">An item that the scale does not have.</exception>
    /// <exception cref="NotEstimableException">Too few people or items, a half without items or without variation, or two halves that rank
    /// people the other way round without error.</exception>
    public static SplitHalf Of(ScoreMatrix scores, IReadOnlyCollection<int> firstHalf)
    {
        CronbachAlpha.Require(scores);
        if (firstHalf.Any(item => item < 0 || item >= scores.Items))
            throw new ArgumentException($"The scale has items 0 to {scores.Items - 1}.", nameof(firstHalf));
        var first = firstHalf.ToHashSet();
        if (first.Count == 0 || first.Count == scores.Items)
            throw new NotEstimableException(NotEstimableReason.TooFewItems);
        var (one, other) = (Half(scores, first.Contains), Half(scores, item => !first.Contains(item)));
        var r = PearsonCorrelation.Of(one, other) ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
        double Variance(double[] values) => Moments.Of(new Sample(values)).Variance!.Value;
        var (variances, total) = (Variance(one) + Variance(other), Variance(scores.Totals()));
        if (total == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        if (r <= -1)
            throw new NotEstimableException(NotEstimableReason.ZeroDenominator);
        return new SplitHalf(r, 2 * r / (1 + r), 2 * (total - variances) / total);
    }

    static double[] Half(ScoreMatrix scores, Func<int, bool> belongs)
    {
        var half = new double[scores.Persons];
        for (var item = 0; item < scores.Items; item++)
        {
            if (!belongs(item))
                continue;
            for (var person = 0; person < half.Length; person++)
                half[person] += scores.Item(item)[person];
        }
        return half;
    }
}
