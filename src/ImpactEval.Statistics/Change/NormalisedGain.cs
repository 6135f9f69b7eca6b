using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Change;

/// <summary>The part of the possible gain that was made. Depends on the level before: show its correlation with it.</summary>
public static class NormalisedGain
{
    /// <summary><c>⟨g⟩ = (x̄₂ − x̄₁)/(max − x̄₁)</c> of the class; its interval comes from <see cref="Resampling.PairedBootstrap"/>.</summary>
    /// <param name="pairs">Summary of both waves.</param>
    /// <param name="maximum">Highest possible score.</param>
    /// <returns>1: all that could be gained; negative: scores fell. Not finite when everybody had the maximum before.</returns>
    /// <remarks>Hake (1998), Interactive-engagement versus traditional methods, American Journal of Physics 66, 64–74.</remarks>
    public static double OfClass(PairedSummary pairs, double maximum) => pairs.MeanGain / (maximum - pairs.MeanPre);

    /// <summary>⟨g⟩ of the class with its BCa interval over people.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="maximum">Highest possible score.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Of Philox4x32-10: same seed, same limits.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or a score lies above the maximum.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people, or everybody had the maximum before, also in more than 5 % of the
    /// resamples.</exception>
    /// <remarks>Hake (1998), American Journal of Physics 66, 64–74.</remarks>
    public static Estimate OfClass(Sample pre, Sample post, double maximum, ConfidenceLevel level, int resamples, ulong seed)
    {
        RequireScale(pre, post, double.NegativeInfinity, maximum);
        if (pre.Size > 0 && pre.Values.IndexOfAnyExcept(maximum) < 0)
            throw new NotEstimableException(NotEstimableReason.ZeroDenominator);
        var replicates = PairedBootstrap.Of(pre, post, resamples, seed).Of(pairs => OfClass(pairs, maximum));
        return new Estimate(replicates.Observed, replicates.StandardError, null, pre.Size, NamedIntervals.Of(replicates.Bca(level)));
    }

    /// <summary>Correlation of the gain of each person with the score before. Far from 0 the normalised gain does not do what it is for: to be
    /// independent of where people began.</summary>
    /// <param name="pre">Scores before, one per participant; three or more below the maximum.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="maximum">Highest possible score.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or a score lies above the maximum.</exception>
    /// <exception cref="NotEstimableException">Fewer than three people below the maximum, or no variation among them.</exception>
    /// <remarks>Coletta and Phillips (2005), Interpreting FCI scores: normalized gain, preinstruction scores, and scientific reasoning ability,
    /// American Journal of Physics 73, 1172–1182.</remarks>
    public static Estimate CorrelationWithPre(Sample pre, Sample post, double maximum, ConfidenceLevel level)
    {
        RequireScale(pre, post, double.NegativeInfinity, maximum);
        var (before, gains) = (new List<double>(pre.Size), new List<double>(pre.Size));
        for (var i = 0; i < pre.Size; i++)
        {
            if (pre.Values[i] == maximum)
                continue;
            before.Add(pre.Values[i]);
            gains.Add((post.Values[i] - pre.Values[i]) / (maximum - pre.Values[i]));
        }
        return PearsonCorrelation.Of(new Sample(before), new Sample(gains), level);
    }

    /// <summary>Mean of <c>(x₂ − x₁)/(max − x₁)</c> over the people below the maximum before.</summary>
    /// <returns>The mean and how many people it is of; not the gain of the class.</returns>
    /// <exception cref="ArgumentException">The samples differ in size, or a score lies above the maximum.</exception>
    /// <exception cref="NotEstimableException">Everybody had the maximum before.</exception>
    public static MeanOfSome OfIndividuals(Sample pre, Sample post, double maximum) =>
        Mean(pre, post, double.NegativeInfinity, maximum, (before, after) => before == maximum ? null : (after - before) / (maximum - before));

    /// <summary>
    /// Normalised change: rises as a part of what could be gained, falls of what could be lost; people who stayed at either end are left out.
    /// </summary>
    /// <param name="pre">Scores before, one per participant.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="minimum">Lowest possible score.</param>
    /// <param name="maximum">Highest possible score.</param>
    /// <returns>−1 … 1, and how many people it is of.</returns>
    /// <exception cref="ArgumentException">The samples differ in size, or a score lies off the scale.</exception>
    /// <exception cref="NotEstimableException">Everybody stayed at an end.</exception>
    /// <remarks>Marx and Cummings (2007), Normalized change, American Journal of Physics 75, 87–91.</remarks>
    public static MeanOfSome Change(Sample pre, Sample post, double minimum, double maximum) =>
        Mean(pre, post, minimum, maximum, (before, after) => after > before ? (after - before) / (maximum - before)
            : after < before ? (after - before) / (before - minimum)
            : before == maximum || before == minimum ? null : 0);

    static MeanOfSome Mean(Sample pre, Sample post, double minimum, double maximum, Func<double, double, double?> part)
    {
        RequireScale(pre, post, minimum, maximum);
        var parts = new List<double>(pre.Size);
        for (var i = 0; i < pre.Size; i++)
            if (part(pre.Values[i], post.Values[i]) is { } value)
                parts.Add(value);
        return parts.Count > 0
            ? new MeanOfSome(Moments.Of(new Sample(parts)).Mean, parts.Count)
            : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    static void RequireScale(Sample pre, Sample post, double minimum, double maximum)
    {
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} post scores for {pre.Size} pre scores.", nameof(post));
        for (var i = 0; i < pre.Size; i++)
        {
            var (before, after) = (pre.Values[i], post.Values[i]);
            if (!(Math.Min(before, after) >= minimum && Math.Max(before, after) <= maximum))
                throw new ArgumentException($"Person {i} went from {before} to {after}, off the scale {minimum} … {maximum}.", nameof(post));
        }
    }
}

/// <summary>A mean of those people for whom it is defined.</summary>
public sealed record MeanOfSome(double Mean, int Size);
