using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Change;

/// <summary>The smallest difference that matters to people, by an anchor question ("how much has it changed for you?").</summary>
/// <param name="Difference">Mean gain of those who say that little has improved, in points.</param>
/// <param name="AnchorCorrelation">Of anchor and gain over all people; below about .3 the anchor says nothing about this score.</param>
public sealed record AnchoredDifference(Estimate Difference, Estimate AnchorCorrelation)
{
    /// <summary>The correlation from which an anchor is taken to measure the same thing.</summary>
    /// <remarks>Revicki, Hays, Cella and Sloan (2008), Recommended methods for determining responsiveness and minimally important differences, J. of
    /// Clinical Epidemiology 61, 102–109.</remarks>
    public const double LeastCorrelation = 0.3;

    /// <param name="pre">Scores before, one per participant.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="anchor">Answer to the anchor question, rising with improvement, same order.</param>
    /// <param name="littleBetter">The answer that means "a little better"; two people or more gave it.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people with this answer, or gains or answers that do not vary.</exception>
    /// <remarks>Jaeschke, Singer and Guyatt (1989), Measurement of health status: ascertaining the minimal clinically important difference,
    /// Controlled Clinical Trials 10, 407–415.</remarks>
    public static AnchoredDifference Of(Sample pre, Sample post, IReadOnlyList<int> anchor, int littleBetter, ConfidenceLevel level)
    {
        var gains = Gains.Of(pre, post);
        if (anchor.Count != gains.Length)
            throw new ArgumentException($"{anchor.Count} answers to the anchor for {gains.Length} people.", nameof(anchor));
        Sample Where(Sample scores) => new(scores.Values.ToArray().Where((_, person) => anchor[person] == littleBetter));
        return new AnchoredDifference(
            MeanGain.Of(Where(pre), Where(post), level),
            PearsonCorrelation.Of(new Sample(anchor.Select(answer => (double)answer)), new Sample(gains), level));
    }
}
