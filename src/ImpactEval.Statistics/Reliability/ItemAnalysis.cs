using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Reliability;

/// <summary>How one item behaves within its scale.</summary>
/// <param name="Mean">In points of the item.</param>
/// <param name="StandardDeviation">With n − 1.</param>
/// <param name="RestCorrelation">With the sum of the other items; negative: the item was probably not reversed. Null when one of them does not
/// vary.</param>
/// <param name="TotalCorrelation">With the sum of all items, itself included.</param>
/// <param name="AlphaWithout">Alpha of the scale without the item; null when fewer than two items would be left.</param>
public sealed record ItemStatistics(double Mean, double StandardDeviation, double? RestCorrelation, double? TotalCorrelation, double? AlphaWithout)
{
    public bool RunsAgainstTheScale => RestCorrelation < 0;
}

/// <summary>The items of a scale one by one, in their order.</summary>
/// <remarks>Nunnally and Bernstein (1994), Psychometric theory, 3rd ed., chapter 8 (corrected item-total correlation).</remarks>
public static class ItemAnalysis
{
    /// <param name="scores">n ≥ 2 people, k ≥ 2 items.</param>
    /// <exception cref="NotEstimableException">Too few people or items.</exception>
    public static IReadOnlyList<ItemStatistics> Of(ScoreMatrix scores)
    {
        CronbachAlpha.Require(scores);
        var totals = scores.Totals();
        var items = new ItemStatistics[scores.Items];
        for (var item = 0; item < items.Length; item++)
        {
            var answers = scores.Item(item);
            var moments = Moments.Of(new Sample(answers.ToArray()));
            items[item] = new ItemStatistics(
                moments.Mean, moments.StandardDeviation!.Value,
                PearsonCorrelation.Of(answers, scores.Totals(without: item)), PearsonCorrelation.Of(answers, totals), CronbachAlpha.Raw(scores, without: item));
        }
        return items;
    }
}
