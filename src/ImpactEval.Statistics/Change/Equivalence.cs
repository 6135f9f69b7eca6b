using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Change;

/// <summary>Is a difference small enough not to matter? Two one-sided tests against bounds in score points.</summary>
/// <param name="Difference">With the interval at level 1 − 2α, to be drawn against the bounds.</param>
/// <param name="AboveLow">Against a difference at or below the lower bound.</param>
/// <param name="BelowHigh">Against a difference at or above the upper bound.</param>
public sealed record Equivalence(Estimate Difference, TestResult AboveLow, TestResult BelowHigh)
{
    /// <summary>The larger of both: small when the difference lies within the bounds.</summary>
    public double PValue => Math.Max(AboveLow.PValue, BelowHigh.PValue);

    /// <summary>Mean of post − pre against the bounds.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="low">Lower bound in score points.</param>
    /// <param name="high">Upper bound, above the lower one.</param>
    /// <param name="level">Of the interval, 1 − 2α: 90 % goes with tests at 5 %.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or the bounds in order.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or everybody gained the same.</exception>
    /// <remarks>Schuirmann (1987), J. of Pharmacokinetics and Biopharmaceutics 15, 657–680; Lakens (2017), Social Psychological and Personality
    /// Science 8, 355–362.</remarks>
    public static Equivalence Paired(Sample pre, Sample post, double low, double high, ConfidenceLevel level) =>
        Of(MeanGain.Of(PairedSummary.Of(pre, post).RequireVaryingGains(), level), low, high);

    /// <summary>Mean of the first − mean of the second against the bounds, variances unequal.</summary>
    /// <param name="first">n₁ ≥ 2 scores.</param>
    /// <param name="second">n₂ ≥ 2 scores of other people.</param>
    /// <inheritdoc cref="Paired"/>
    /// <remarks>Welch (1947), The generalization of "Student's" problem, Biometrika 34, 28–35, for the degrees of freedom.</remarks>
    public static Equivalence Independent(Sample first, Sample second, double low, double high, ConfidenceLevel level)
    {
        if (first.Size < 2 || second.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (one, other) = (Moments.Of(first), Moments.Of(second));
        var (part1, part2) = (one.Variance!.Value / first.Size, other.Variance!.Value / second.Size);
        if (part1 + part2 == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var df = (part1 + part2) * (part1 + part2) / (part1 * part1 / (first.Size - 1) + part2 * part2 / (second.Size - 1));
        var (difference, error) = (one.Mean - other.Mean, Math.Sqrt(part1 + part2));
        var margin = StudentT.TwoSided(level, df) * error;
        return Of(new Estimate(difference, error, df, first.Size + second.Size,
            NamedIntervals.Of(IntervalMethod.StudentT, difference - margin, difference + margin, level)), low, high);
    }

    static Equivalence Of(Estimate difference, double low, double high)
    {
        if (!(low < high))
            throw new ArgumentException($"The bounds {low} and {high} leave no room.", nameof(high));
        var (error, df) = (difference.StandardError!.Value, difference.DegreesOfFreedom!.Value);
        TestResult Test(double bound, Alternative alternative)
        {
            var t = (difference.Value - bound) / error;
            return new TestResult(t, df, StudentT.PValue(t, df, alternative), alternative);
        }
        return new Equivalence(difference, Test(low, Alternative.Greater), Test(high, Alternative.Less));
    }
}
