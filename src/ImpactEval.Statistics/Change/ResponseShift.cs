using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Change;

/// <summary>
/// Change when people also rated, at the end, where they had stood before (then-test): three numbers that belong together. The conventional gain
/// stays primary; the then-test is open to recall and to the wish to please.
/// </summary>
/// <param name="Conventional">post − pre.</param>
/// <param name="Retrospective">post − then: the gain by the yardstick people have at the end.</param>
/// <param name="Shift">then − pre: how far the yardstick moved; negative means people now think they had rated themselves too high.</param>
public sealed record ResponseShift(Estimate Conventional, Estimate Retrospective, Estimate Shift)
{
    /// <summary>Each is a mean difference of the same people, so that conventional = retrospective + shift.</summary>
    /// <param name="pre">Ratings before, one per participant; n ≥ 2.</param>
    /// <param name="then">Ratings of that time given at the end, same participants in the same order.</param>
    /// <param name="post">Ratings at the end, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>In score points.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people.</exception>
    /// <remarks>Howard (1980), Response-shift bias: a problem in evaluating interventions with pre/post self-reports, Evaluation Review 4,
    /// 93–106.</remarks>
    public static ResponseShift Of(Sample pre, Sample then, Sample post, ConfidenceLevel level) =>
        new(MeanGain.Of(pre, post, level), MeanGain.Of(then, post, level), MeanGain.Of(pre, then, level));
}
