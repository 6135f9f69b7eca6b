using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>Do the means of several groups differ, when all spread alike? Sums of squares in squared score points.</summary>
/// <param name="Size">People in all groups.</param>
public sealed record OneWayAnova(double BetweenSumOfSquares, double WithinSumOfSquares, VarianceRatioTest Test, int Size)
{
    /// <summary>Scores that differ by less than this share of the largest one do so by the rounding of decimals only.</summary>
    const double RoundingShare = 8 * 2.220446049250313e-16;

    double WithinMeanSquare => WithinSumOfSquares / Test.DegreesOfFreedom2;

    double TotalSumOfSquares => BetweenSumOfSquares + WithinSumOfSquares;

    /// <summary>Share of the variance of these people that lies between groups, <c>η² = SS_b/SS_t</c>; too high for others.</summary>
    public double EtaSquared => BetweenSumOfSquares / TotalSumOfSquares;

    /// <summary><c>(SS_b − df₁·MS_w)/(SS_t + MS_w)</c>, corrected for chance; may be negative.</summary>
    /// <remarks>Hays (1963), Statistics for psychologists.</remarks>
    public double OmegaSquared => (BetweenSumOfSquares - Test.DegreesOfFreedom1 * WithinMeanSquare) / (TotalSumOfSquares + WithinMeanSquare);

    /// <summary><c>(SS_b − df₁·MS_w)/SS_t</c>, corrected for chance; may be negative.</summary>
    /// <remarks>Kelley (1935), Proceedings of the National Academy of Sciences 21, 554–559.</remarks>
    public double EpsilonSquared => (BetweenSumOfSquares - Test.DegreesOfFreedom1 * WithinMeanSquare) / TotalSumOfSquares;

    /// <summary><c>f = √(SS_b/SS_w)</c>, for power.</summary>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 8.</remarks>
    public double CohensF => Math.Sqrt(BetweenSumOfSquares / WithinSumOfSquares);

    /// <param name="groups">At least two, none empty, more people than groups.</param>
    /// <exception cref="NotEstimableException">Too few groups or people, or no score varies within its group.</exception>
    /// <remarks>
    /// Fisher (1925), Statistical methods for research workers. All scores are taken from their grand mean first, which is exact where it
    /// matters, so that the hardest NIST sets keep the digits they have.
    /// </remarks>
    public static OneWayAnova Of(IReadOnlyList<Sample> groups)
    {
        var size = groups.Sum(group => group.Size);
        if (groups.Count < 2 || groups.Any(group => group.Size == 0) || size <= groups.Count)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var origin = groups.Sum(group => Moments.SumOf(group.Values)) / size;
        var shifted = groups.Select(group => Array.ConvertAll(group.Values.ToArray(), score => score - origin)).ToArray();
        var grandMean = shifted.Sum(group => Moments.SumOf(group)) / size;
        var (between, within) = (0.0, 0.0);
        foreach (var group in shifted)
        {
            var mean = Moments.SumOf(group) / group.Length;
            between += group.Length * (mean - grandMean) * (mean - grandMean);
            within += Moments.SumOfSquares(group, mean);
        }
        var rounding = RoundingShare * groups.Max(group => group.Values.ToArray().Max(Math.Abs));
        if (!(within > size * rounding * rounding))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (df1, df2) = (groups.Count - 1, size - groups.Count);
        var f = between / df1 / (within / df2);
        return new OneWayAnova(between, within, new VarianceRatioTest(f, df1, df2, FisherF.Upper(f, df1, df2)), size);
    }

    /// <summary>η² with the exact limits <c>λ/(λ + N)</c>, λ the noncentrality limits of F.</summary>
    /// <param name="level">90 % agrees with the test at 5 %.</param>
    /// <returns>0–1.</returns>
    /// <remarks>Steiger (2004), Beyond the F test, Psychological Methods 9, 164–182.</remarks>
    public Estimate EtaSquaredEstimate(ConfidenceLevel level)
    {
        var limits = NoncentralF.Limits(Test.F, Test.DegreesOfFreedom1, Test.DegreesOfFreedom2, level);
        return new Estimate(EtaSquared, null, Test.DegreesOfFreedom2, Size, NamedIntervals.Of(
            IntervalMethod.NoncentralF, limits.Lower / (limits.Lower + Size), limits.Upper / (limits.Upper + Size), level));
    }
}
