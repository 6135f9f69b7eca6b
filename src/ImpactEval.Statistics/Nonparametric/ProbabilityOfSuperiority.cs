using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Share of people who did better after than before, ties counting one half.</summary>
public static class ProbabilityOfSuperiority
{
    /// <summary><c>(#(post &gt; pre) + ½ #(post = pre))/n</c> with Wilson's limits.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval; ties make it wider than it need be.</param>
    /// <returns>0–1; one half means as many rose as fell.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">No pair.</exception>
    /// <remarks>Grissom and Kim (2012), Effect sizes for research, 2nd ed. (dependent groups); Wilson (1927), JASA 22, 209–212.</remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level)
    {
        var gains = Gains.Of(pre, post);
        return ShareEstimate.Wilson(gains.Sum(gain => gain > 0 ? 1 : gain == 0 ? 0.5 : 0), gains.Length, level);
    }
}
