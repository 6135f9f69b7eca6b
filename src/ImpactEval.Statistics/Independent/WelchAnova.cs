using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>Do the means of several groups differ, whatever their spreads?</summary>
public static class WelchAnova
{
    /// <summary>
    /// <c>F = (Σwᵢ(x̄ᵢ − x̃)²/(k−1)) / (1 + 2(k−2)Λ/(k²−1))</c> with <c>wᵢ = nᵢ/sᵢ²</c>, x̃ their weighted mean,
    /// <c>Λ = Σ(1 − wᵢ/w)²/(nᵢ−1)</c>; second degrees of freedom <c>(k²−1)/(3Λ)</c>.
    /// </summary>
    /// <param name="groups">At least two, each of two or more people.</param>
    /// <exception cref="NotEstimableException">Too few groups or people, or a group does not vary.</exception>
    /// <remarks>Welch (1951), On the comparison of several mean values: an alternative approach, Biometrika 38, 330–336.</remarks>
    public static VarianceRatioTest Of(IReadOnlyList<Sample> groups)
    {
        if (groups.Count < 2 || groups.Any(group => group.Size < 2))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var moments = groups.Select(Moments.Of).ToArray();
        if (moments.Any(group => !(group.Variance > 0)))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        double k = moments.Length;
        var weights = Array.ConvertAll(moments, group => group.Size / group.Variance!.Value);
        var total = weights.Sum();
        var centre = moments.Zip(weights, (group, weight) => weight * group.Mean).Sum() / total;
        var between = moments.Zip(weights, (group, weight) => weight * (group.Mean - centre) * (group.Mean - centre)).Sum() / (k - 1);
        var lambda = moments.Zip(weights, (group, weight) => (1 - weight / total) * (1 - weight / total) / (group.Size - 1)).Sum();
        var f = between / (1 + 2 * (k - 2) * lambda / (k * k - 1));
        var df2 = (k * k - 1) / (3 * lambda);
        return new VarianceRatioTest(f, k - 1, df2, FisherF.Upper(f, k - 1, df2));
    }
}
