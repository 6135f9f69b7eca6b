using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;

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
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} post scores for {pre.Size} pre scores.", nameof(post));
        var parts = new List<double>(pre.Size);
        for (var i = 0; i < pre.Size; i++)
        {
            var (before, after) = (pre.Values[i], post.Values[i]);
            if (Math.Min(before, after) < minimum || Math.Max(before, after) > maximum)
                throw new ArgumentException($"Person {i} went from {before} to {after}, off the scale {minimum} … {maximum}.", nameof(post));
            if (part(before, after) is { } value)
                parts.Add(value);
        }
        return parts.Count > 0
            ? new MeanOfSome(Moments.Of(new Sample(parts)).Mean, parts.Count)
            : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }
}

/// <summary>A mean of those people for whom it is defined.</summary>
public sealed record MeanOfSome(double Mean, int Size);
