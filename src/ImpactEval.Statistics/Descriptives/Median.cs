namespace ImpactEval.Statistics.Descriptives;

/// <summary>The middle value, and the typical distance from it.</summary>
public static class Median
{
    /// <summary>Makes the median deviation an estimate of the SD of normal data, rounded as R rounds it (1/Φ⁻¹(¾) = 1.482602…).</summary>
    public const double NormalConsistency = 1.4826;

    /// <returns>In the units of the data.</returns>
    /// <exception cref="NotEstimableException">No value at all.</exception>
    public static double Of(Sample sample) => Quantile.Of(sample, 0.5);

    /// <summary>Median absolute deviation from the median, not scaled.</summary>
    /// <exception cref="NotEstimableException">No value at all.</exception>
    /// <remarks>Hampel (1974), The influence curve and its role in robust estimation, JASA 69, 383–393.</remarks>
    public static double DeviationOf(Sample sample)
    {
        var median = Of(sample);
        return Of(new Sample(sample.Values.ToArray().Select(value => Math.Abs(value - median))));
    }
}
