using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>One group against another, by position.</summary>
/// <param name="Difference">Later − earlier, in score points.</param>
public sealed record PairwiseComparison(int Later, int Earlier, Estimate Difference, TestResult Test);

/// <summary>Each group against each other one; p values are of a family and want an adjustment (<c>Multiplicity</c>).</summary>
public static class PairwiseComparisons
{
    /// <summary><c>t = (x̄ᵢ − x̄ⱼ)/(s·√(1/nᵢ + 1/nⱼ))</c> with s from all groups and N − k degrees of freedom.</summary>
    /// <param name="groups">At least two, none empty, more people than groups; all spread alike.</param>
    /// <param name="level">Coverage of each two-sided interval by itself.</param>
    /// <returns>Second against first, third against first, third against second …</returns>
    /// <exception cref="NotEstimableException">Too few groups or people, or no score varies within its group.</exception>
    /// <remarks>Fisher (1935), The design of experiments.</remarks>
    public static IReadOnlyList<PairwiseComparison> PooledSd(IReadOnlyList<Sample> groups, ConfidenceLevel level)
    {
        var anova = OneWayAnova.Of(groups);
        var df = anova.Test.DegreesOfFreedom2;
        var variance = anova.WithinSumOfSquares / df;
        var means = groups.Select(group => Moments.Of(group).Mean).ToArray();
        return Pairs(groups.Count, (later, earlier) =>
        {
            var (value, error) = (means[later] - means[earlier], Math.Sqrt(variance * (1.0 / groups[later].Size + 1.0 / groups[earlier].Size)));
            var margin = StudentT.TwoSided(level, df) * error;
            return new Estimate(value, error, df, anova.Size, NamedIntervals.Of(IntervalMethod.StudentT, value - margin, value + margin, level));
        });
    }

    /// <summary>Welch's difference of each pair; groups may spread differently.</summary>
    /// <inheritdoc cref="PooledSd"/>
    public static IReadOnlyList<PairwiseComparison> Welch(IReadOnlyList<Sample> groups, ConfidenceLevel level) =>
        Pairs(groups.Count, (later, earlier) => MeanDifference.Welch(groups[later], groups[earlier], level));

    static PairwiseComparison[] Pairs(int count, Func<int, int, Estimate> difference) =>
        [.. from later in Enumerable.Range(0, count)
            from earlier in Enumerable.Range(0, later)
            let estimate = difference(later, earlier)
            select new PairwiseComparison(later, earlier, estimate, Regression.CoefficientCovariance.Test(estimate, Alternative.TwoSided))];
}
