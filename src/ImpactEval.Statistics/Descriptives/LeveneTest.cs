using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>From where distances are measured: the mean (first line of SPSS) or the median (car, SciPy; holds its level with skewed data).</summary>
public enum LeveneCentre { Median, Mean }

/// <summary>Do groups differ in spread? To be shown, never to choose a method by.</summary>
public static class LeveneTest
{
    /// <summary>F of a one-way analysis of variance of <c>|x − centre of its group|</c>.</summary>
    /// <param name="groups">At least two, together more values than groups.</param>
    /// <param name="centre">Median: Brown and Forsythe.</param>
    /// <exception cref="NotEstimableException">Too few groups or values, or no distance varies within its group.</exception>
    /// <remarks>Levene (1960), in Olkin (ed.), Contributions to probability and statistics, 278–292; Brown and Forsythe (1974), JASA 69,
    /// 364–367.</remarks>
    public static VarianceRatioTest Of(IReadOnlyList<Sample> groups, LeveneCentre centre)
    {
        var size = groups.Sum(group => group.Size);
        if (groups.Count < 2 || groups.Any(group => group.Size == 0) || size <= groups.Count)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var distances = groups.Select(group => Distances(group, centre)).ToArray();
        var grandMean = distances.Sum(group => Moments.SumOf(group)) / size;
        var (between, within) = (0.0, 0.0);
        foreach (var group in distances)
        {
            var mean = Moments.SumOf(group) / group.Length;
            between += group.Length * (mean - grandMean) * (mean - grandMean);
            within += Moments.SumOfSquares(group, mean);
        }
        if (within == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (df1, df2) = (groups.Count - 1, size - groups.Count);
        var f = between / df1 / (within / df2);
        return new VarianceRatioTest(f, df1, df2, FisherF.Upper(f, df1, df2));
    }

    static double[] Distances(Sample group, LeveneCentre centre)
    {
        var from = centre == LeveneCentre.Median ? Median.Of(group) : Moments.Of(group).Mean;
        return [.. group.Values.ToArray().Select(value => Math.Abs(value - from))];
    }

}

/// <summary>A test by the ratio of two variances.</summary>
/// <exception cref="NotEstimableException">A number of it is not finite.</exception>
public sealed record VarianceRatioTest(double F, double DegreesOfFreedom1, double DegreesOfFreedom2, double PValue)
{
    public double F { get; } = Finite.Require(F);

    public double DegreesOfFreedom1 { get; } = Finite.Require(DegreesOfFreedom1);

    public double DegreesOfFreedom2 { get; } = Finite.Require(DegreesOfFreedom2);

    public double PValue { get; } = Finite.Require(PValue);
}
