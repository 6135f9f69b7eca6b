using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>Do groups of normal scores differ in spread? Takes heavy tails for differences: <see cref="LeveneTest"/> does not.</summary>
public static class BartlettTest
{
    /// <summary><c>K² = ((N−k)·ln s² − Σ(nᵢ−1)·ln sᵢ²)/(1 + (Σ1/(nᵢ−1) − 1/(N−k))/(3(k−1)))</c>; chi-square with k − 1 degrees of freedom.</summary>
    /// <param name="groups">At least two, each with two values or more.</param>
    /// <exception cref="NotEstimableException">Too few groups or values, or a group does not vary.</exception>
    /// <remarks>Bartlett (1937), Properties of sufficiency and statistical tests, Proceedings of the Royal Society A 160, 268–282.</remarks>
    public static TestResult Of(IReadOnlyList<Sample> groups)
    {
        if (groups.Count < 2 || groups.Any(group => group.Size < 2))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var parts = groups.Select(group => (Df: group.Size - 1.0, Variance: Moments.Of(group).Variance!.Value)).ToArray();
        if (Array.Exists(parts, part => part.Variance == 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (df, k) = (parts.Sum(part => part.Df), groups.Count - 1.0);
        var pooled = parts.Sum(part => part.Df * part.Variance) / df;
        var scale = 1 + (parts.Sum(part => 1 / part.Df) - 1 / df) / (3 * k);
        var statistic = (df * Math.Log(pooled) - parts.Sum(part => part.Df * Math.Log(part.Variance))) / scale;
        return new TestResult(statistic, k, ChiSquare.Upper(statistic, k), Alternative.TwoSided);
    }
}
