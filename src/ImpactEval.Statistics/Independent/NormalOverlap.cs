using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>What a standardised difference means for people, when scores of both groups are normal.</summary>
public static class NormalOverlap
{
    /// <summary>Chance that one of the first lies above one of the second: <c>Φ(d/√2)</c>.</summary>
    /// <param name="d">From the pooled variance, or from the average variance when groups spread differently.</param>
    /// <returns>0–1 with the limits of d carried over; one half means no difference.</returns>
    /// <remarks>McGraw and Wong (1992), A common language effect size statistic, Psychological Bulletin 111, 361–365.</remarks>
    public static Estimate CommonLanguage(Estimate d) => Carried(d, effect => StandardNormal.Cdf(effect / Math.Sqrt(2)));

    /// <summary>Share of the second group below the mean of the first: <c>U₃ = Φ(d)</c>.</summary>
    /// <param name="d">From the pooled variance.</param>
    /// <returns>0–1 with the limits of d carried over; one half means no difference.</returns>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 2.</remarks>
    public static Estimate CohensU3(Estimate d) => Carried(d, StandardNormal.Cdf);

    /// <summary>Share of the area both groups have in common: <c>2Φ(−|d|/2)</c>.</summary>
    /// <param name="d">From the pooled variance.</param>
    /// <returns>0–1; one means no difference. The interval ends at 1 when that of d holds zero.</returns>
    /// <remarks>Cohen (1988), chapter 2; Reiser and Faraggi (1999), The Statistician 48, 413–418.</remarks>
    public static Estimate Overlap(Estimate d)
    {
        static double Shared(double? effect) => effect is { } value ? 2 * StandardNormal.Cdf(-Math.Abs(value) / 2) : 0;
        ConfidenceInterval Limits(ConfidenceInterval interval)
        {
            var (one, other) = (Shared(interval.Lower), Shared(interval.Upper));
            var holdsZero = interval.Lower is null or <= 0 && interval.Upper is null or >= 0;
            return interval with { Lower = Math.Min(one, other), Upper = holdsZero ? 1 : Math.Max(one, other) };
        }
        return d with { Value = Shared(d.Value), StandardError = null, Intervals = Each(d.Intervals, Limits) };
    }

    static Estimate Carried(Estimate d, Func<double, double> rising) => d with
    {
        Value = rising(d.Value), StandardError = null,
        Intervals = Each(d.Intervals, interval => interval with
        {
            Lower = rising(interval.Lower ?? double.NegativeInfinity), Upper = rising(interval.Upper ?? double.PositiveInfinity),
        }),
    };

    static NamedIntervals Each(NamedIntervals intervals, Func<ConfidenceInterval, ConfidenceInterval> change) =>
        new(change(intervals.Primary), [.. intervals.Others.Select(change)]);
}
