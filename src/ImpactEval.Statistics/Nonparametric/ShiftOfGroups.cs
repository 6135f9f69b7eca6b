using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>By how much one group lies above another, unmoved by a few extreme scores.</summary>
public static class ShiftOfGroups
{
    /// <summary>Median of all differences <c>xᵢ − yⱼ</c>; n₁·n₂ of them are listed.</summary>
    /// <param name="first">Scores of one group, at least one.</param>
    /// <param name="second">Scores of other people, at least one.</param>
    /// <returns>In score points; positive: the first lie above.</returns>
    /// <exception cref="NotEstimableException">An empty group.</exception>
    /// <remarks>Hodges and Lehmann (1963), Annals of Mathematical Statistics 34, 598–611.</remarks>
    public static double Of(Sample first, Sample second)
    {
        var y = second.Values.ToArray();
        return Median.Of(new Sample(first.Values.ToArray().SelectMany(x => y.Select(other => x - other))));
    }
}
