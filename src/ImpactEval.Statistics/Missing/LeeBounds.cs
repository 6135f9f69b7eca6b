using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Missing;

/// <summary>One arm of a randomised study of which not everybody came to the measurement.</summary>
public sealed class ObservedArm
{
    readonly double[] sorted;

    /// <param name="outcomes">Of those who came, in any order.</param>
    /// <param name="assigned">People assigned to the arm.</param>
    /// <exception cref="ArgumentException">More outcomes than people.</exception>
    /// <exception cref="NotEstimableException">Nobody came.</exception>
    public ObservedArm(Sample outcomes, int assigned)
    {
        if (outcomes.Size > assigned)
            throw new ArgumentException($"{outcomes.Size} outcomes of {assigned} people.", nameof(outcomes));
        if (outcomes.Size == 0)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        sorted = outcomes.Values.ToArray();
        Array.Sort(sorted);
        Assigned = assigned;
    }

    public int Assigned { get; }

    public int Observed => sorted.Length;

    public double Retention => Observed / (double)Assigned;

    /// <summary>Outcomes in rising order.</summary>
    internal ReadOnlySpan<double> Sorted => sorted;

    /// <summary>As many people drawn with replacement; null when all of them stayed away.</summary>
    internal ObservedArm? Resampled(RandomStream stream)
    {
        var drawn = new List<double>(Observed);
        for (var person = 0; person < Assigned; person++)
            if (stream.NextInt(Assigned) is var one && one < Observed)
                drawn.Add(sorted[one]);
        return drawn.Count == 0 ? null : new ObservedArm(new Sample(drawn), Assigned);
    }
}

/// <summary>What the effect on those who would come in either arm can be at least and at most, when the arms lost different shares.</summary>
/// <param name="Lower">In points, treated minus comparison.</param>
/// <param name="Upper">In points.</param>
/// <param name="Naive">Difference of those who came.</param>
/// <param name="TrimmedShare">Share cut from the arm that kept more people.</param>
/// <param name="Trimmed">People cut: the whole part of that share.</param>
public sealed record LeeBounds(double Lower, double Upper, double Naive, double TrimmedShare, int Trimmed)
{
    /// <summary>
    /// The arm that kept the larger share is cut to the share of the other, once from above and once from below. It holds when assignment was
    /// random and moved attrition in one direction only.
    /// </summary>
    /// <exception cref="NotEstimableException">The cut would leave nobody.</exception>
    /// <remarks>Lee (2009), Training, wages, and sample selection, Review of Economic Studies 76, 1071–1102. The number cut is
    /// floor(p·n); with ties other programmes cut at the quantile instead.</remarks>
    public static LeeBounds Of(ObservedArm treated, ObservedArm comparison)
    {
        var cutsTreated = treated.Retention >= comparison.Retention;
        var (kept, other) = cutsTreated ? (treated, comparison) : (comparison, treated);
        // floor(n·(1 − q₀/q₁)) in whole numbers, which rounding cannot shift by one.
        var trimmed = kept.Observed - (int)(((long)kept.Assigned * other.Observed + other.Assigned - 1) / other.Assigned);
        if (trimmed >= kept.Observed)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var reference = Mean(other.Sorted);
        var (least, most, all) = (Mean(kept.Sorted[..^trimmed]) - reference, Mean(kept.Sorted[trimmed..]) - reference, Mean(kept.Sorted) - reference);
        var share = 1 - other.Retention / kept.Retention;
        return cutsTreated ? new LeeBounds(least, most, all, share, trimmed) : new LeeBounds(-most, -least, -all, share, trimmed);
    }

    /// <summary>An interval for the effect itself (not for both bounds), with standard errors of the bounds by resampling people within
    /// arms.</summary>
    /// <param name="treated">People and outcomes of the treated arm.</param>
    /// <param name="comparison">Those of the comparison arm.</param>
    /// <param name="level">Coverage of the effect.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same limits, on any number of threads.</param>
    /// <exception cref="NotEstimableException">The bounds have no value, also in more than 5 % of the resamples, or do not vary.</exception>
    /// <remarks>Imbens and Manski (2004), Confidence intervals for partially identified parameters, Econometrica 72, 1845–1857.</remarks>
    public static ConfidenceInterval Interval(ObservedArm treated, ObservedArm comparison, ConfidenceLevel level, int resamples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        var bounds = Of(treated, comparison);
        var drawn = new LeeBounds?[resamples];
        Parallel.For(0, resamples, number =>
        {
            var stream = new RandomStream(seed, (ulong)number);
            drawn[number] = treated.Resampled(stream) is { } one && comparison.Resampled(stream) is { } other ? Of(one, other) : null;
        });
        LeeBounds[] found = [.. drawn.OfType<LeeBounds>()];
        if (found.Length < 0.95 * resamples)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double Deviation(Func<LeeBounds, double> bound) => Moments.Of(new Sample(found.Select(bound))).StandardDeviation!.Value;
        return ImbensManski(bounds.Lower, Deviation(one => one.Lower), bounds.Upper, Deviation(one => one.Upper), level);
    }

    /// <summary><c>[l − c·σₗ, u + c·σᵤ]</c> with <c>Φ(c + (u − l)/max(σₗ, σᵤ)) − Φ(−c) = level</c>.</summary>
    /// <exception cref="NotEstimableException">Neither bound varies.</exception>
    public static ConfidenceInterval ImbensManski(double lower, double errorOfLower, double upper, double errorOfUpper, ConfidenceLevel level)
    {
        var largest = Math.Max(errorOfLower, errorOfUpper);
        if (!(largest > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var width = (upper - lower) / largest;
        var c = MonotoneRoot.Find(
            x => (StandardNormal.Cdf(x + width) - StandardNormal.Cdf(-x) - level.Value,
                StandardNormal.Density(x + width) + StandardNormal.Density(x)),
            StandardNormal.TwoSided(level), 1);
        return new ConfidenceInterval(IntervalMethod.ImbensManski, lower - c * errorOfLower, upper + c * errorOfUpper, level.Value);
    }

    static double Mean(ReadOnlySpan<double> values) => Moments.SumOf(values) / values.Length;
}
